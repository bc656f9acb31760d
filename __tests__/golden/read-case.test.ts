import { describe, expect, test } from "vitest";
import { casesFromRows } from "../../src/golden/read-case.ts";
import type { JsonObject } from "../../src/model.ts";
import { canonicalHash } from "../../src/source/json.ts";
import { parse, told } from "./helpers.ts";

const place = { path: "a.prompt.yml", line: 3, column: 5 };
const read = (value: JsonObject) => casesFromRows([{ value, place }]);

describe("a row as a case", () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      "flat: what means nothing to a case is a variable",
      { id: "a", expected: "x", text: "t", Tags: 1 },
      { id: "a", expected: "x", vars: { text: "t", Tags: 1 } },
    ],
    [
      "structured: the variables stand in vars",
      { id: "a", vars: { text: "t", id: "inner", tags: 5 } },
      { id: "a", vars: { text: "t", id: "inner", tags: 5 } },
    ],
    ["a number as id and cluster", { id: 7, cluster: 1.5 }, { id: "7", cluster: "1.5", vars: {} }],
    [
      "null is as if it were not there",
      { id: "a", tags: null, weight: null, cluster: null, scorers: null, expected: null },
      { tags: [], weight: 1, cluster: null, expected: null, vars: {} },
    ],
    ["a null variable is one", { id: "a", text: null }, { vars: { text: null } }],
    [
      "expected and context of any kind",
      { id: "a", expected: ["x"], context: { y: [1] } },
      { expected: ["x"], context: { y: [1] } },
    ],
    ["a weight of nothing", { id: "a", weight: 0 }, { weight: 0 }],
    [
      "scorers of its own",
      { id: "a", scorers: ["json", { contains: { name: "c", value: "v" } }] },
      {
        scorers: [
          { type: "json", name: "json", options: {}, place },
          { type: "contains", name: "c", options: { value: "v" }, place },
        ],
      },
    ],
  ])("%s", (_, row, testCase) => {
    expect(read(row)).toMatchObject({ problems: [], cases: [{ ...testCase, named: true, place }] });
  });

  test("without an id it is named by the hash of its variables, and by nothing else", () => {
    const vars = { text: "t", nested: { b: 1, a: 2 } };
    const [first] = read({ ...vars, expected: "x", tags: ["y"] }).cases;
    const [second] = read({ vars: { nested: { a: 2, b: 1 }, text: "t" }, expected: "z" }).cases;
    expect(first).toMatchObject({ id: `case-${canonicalHash(vars).slice(0, 12)}`, named: false });
    expect(second?.id).toBe(first?.id);
    expect(read({ text: "u" }).cases[0]?.id).not.toBe(first?.id);
  });

  test("a key of the prototype is an own variable and changes nothing", () => {
    const row = JSON.parse('{"id": "a", "__proto__": {"polluted": true}, "constructor": "c"}') as JsonObject;
    const [testCase] = read(row).cases;
    expect(Object.keys(testCase?.vars ?? {})).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(testCase?.vars)).toBe(Object.prototype);
    expect("polluted" in {}).toBe(false);
  });
});

describe("mistakes of a case, all at once", () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ["no id", { id: "" }, ["id is empty"]],
    ["an id of another kind", { id: ["a"] }, ["id is neither text nor number"]],
    ["an id with a control character", { id: "a\u0007" }, ['id "a\\u0007" contains a control character']],
    ["a long id", { id: "x".repeat(201) }, ["id is longer than 200 characters"]],
    ["an id that is not exact", { id: 2 ** 60 }, ["id is a number too large to be exact (Put it in quotes.)"]],
    [
      "everything",
      { id: true, tags: "a", weight: -1, cluster: {}, scorers: {}, vars: [], expectd: 1 },
      [
        'unknown key "expectd" (Did you mean "expected"?)',
        'vars is no map (For example: "vars": {"text": "Hello"})',
        "id is neither text nor number",
        "tags is no list of texts (For example: [short, german])",
        "weight is no number of at least 0 (A case of weight 2 counts twice.)",
        "cluster is neither text nor number",
        "scorers is no list",
      ],
    ],
    [
      "scorers that are none",
      { scorers: [{ a: 1, b: 2 }, { contains: 5 }] },
      [
        'a scorer is one key with its options (For example: - contains: { value: "{{expected}}" })',
        "the options of contains are not a map (For example: - contains: { name: mine })",
      ],
    ],
    ["a text for a weight", { weight: "2" }, ["weight is no number of at least 0 (A case of weight 2 counts twice.)"]],
  ])("%s", (_, row, messages) => {
    const { cases, problems } = read(row);
    expect(cases).toEqual([]);
    expect(told(problems)).toEqual(messages.map((message) => `a.prompt.yml:3:5 ${message}`));
  });

  test("in YAML each stands where its key stands", () => {
    const { problems } = parse("a.yaml", "- vars: { a: 1 }\n  weight: x\n  wieght: 2\n- vars: { a: 2 }\n  tags: b\n");
    expect(told(problems)).toEqual([
      'a.yaml:3:3 unknown key "wieght" (Did you mean "weight"?)',
      "a.yaml:2:3 weight is no number of at least 0 (A case of weight 2 counts twice.)",
      "a.yaml:5:3 tags is no list of texts (For example: [short, german])",
    ]);
  });

  test("a row that has a mistake is no case; the others are", () => {
    const { cases, problems } = casesFromRows([
      { value: { id: "a" }, place },
      { value: "text", place },
      { value: { id: "b" }, place },
    ]);
    expect(cases.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(problems).toHaveLength(1);
  });
});
