import { describe, expect, test } from "vitest";
import { caseValues } from "../../src/golden/case-values.ts";
import { goldenHash } from "../../src/golden/golden-hash.ts";
import { joinGolden } from "../../src/golden/join-golden.ts";
import { missingVariables } from "../../src/golden/missing-variables.ts";
import type { JsonObject } from "../../src/model.ts";
import { casesOf, parse, told } from "./helpers.ts";

describe("joinGolden", () => {
  test("joins files in their order", () => {
    const a = { path: "a.jsonl", cases: casesOf([{ id: "1" }, { id: "2" }]) };
    const b = { path: "b.jsonl", cases: casesOf([{ id: "3" }]) };
    const { golden, problems } = joinGolden([a, b]);
    expect(golden.cases.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect(golden.paths).toEqual(["a.jsonl", "b.jsonl"]);
    expect(problems).toEqual([]);
  });

  test("tells an id that appears twice, with both places", () => {
    const a = { path: "a.jsonl", cases: casesOf([{ id: "1" }, { id: "1" }, { text: "x" }]) };
    const b = { path: "b.jsonl", cases: casesOf([{ id: "1" }, { text: "x", expected: "y" }], "b.jsonl") };
    expect(told(joinGolden([a, b]).problems)).toEqual([
      'a.jsonl:2 two cases have the id "1" (The other one is at a.jsonl:1.)',
      'b.jsonl:1 two cases have the id "1" (The other one is at a.jsonl:1.)',
      "b.jsonl:2 two cases without an id have the same variables (The other one is at a.jsonl:3. Give each an id.)",
    ]);
  });

  test("a set without a case is a mistake", () => {
    const hint = "(A prompt is judged by its cases: add at least one.)";
    expect(told(joinGolden([{ path: "a.jsonl", cases: [] }]).problems)).toEqual([
      `a.jsonl the golden set has no case ${hint}`,
    ]);
    expect(told(joinGolden([]).problems)).toEqual([`the golden set has no case ${hint}`]);
  });
});

describe("goldenHash", () => {
  const rows: readonly JsonObject[] = [
    { id: "a", text: "x", expected: "y", tags: ["t"], weight: 2, cluster: "c", context: "k", scorers: ["json"] },
    { id: "B", text: "z" },
  ];
  const hash = goldenHash(casesOf(rows));

  test("layout, order and shape of the rows do not matter", () => {
    const shaped = [
      { vars: { text: "z" }, id: "B" },
      { ...rows[0], id: "a" },
    ].map((row) => JSON.stringify(row, null, 2));
    expect(goldenHash(parse("other.json", `[${shaped.join(",\n\n")}]`).cases)).toBe(hash);
  });

  test.each(["id", "text", "expected", "tags", "weight", "cluster", "context", "scorers"])("%s matters", (key) => {
    const edited = {
      id: "z",
      text: "z",
      expected: "z",
      tags: ["z"],
      weight: 3,
      cluster: "z",
      context: "z",
      scorers: ["z"],
    };
    const row = { ...rows[0], [key]: edited[key as keyof typeof edited] } as JsonObject;
    expect(goldenHash(casesOf([row, rows[1] as JsonObject]))).not.toBe(hash);
  });
});

describe("values of a case", () => {
  test.each<[JsonObject, JsonObject]>([
    [
      { id: "a", text: "t", expected: "e", context: "c" },
      { id: "a", text: "t", context: "c" },
    ],
    [
      { id: "a", vars: { id: "mine", context: "mine" }, expected: 0, context: "c" },
      { id: "mine", context: "mine" },
    ],
    [{ id: "a" }, { id: "a" }],
  ])("%j", (row, values) => {
    const [testCase] = casesOf([row]);
    if (testCase === undefined) throw new Error("no case");
    expect(caseValues(testCase)).toEqual(values);
  });
});

describe("missingVariables", () => {
  const use = (name: string) => ({ name, place: { path: "p.prompt.yml", line: 4, column: 9 } });

  test("names the case, the variable and both places", () => {
    const cases = casesOf([
      { id: "a", text: "x", user: { name: "n" } },
      { id: "b", txt: "x", user: "n", context: null },
      { id: "c", text: null, user: { name: "" }, context: "k" },
    ]);
    expect(told(missingVariables(cases, ["text", "user.name", "id", "context"].map(use)))).toEqual([
      'a.jsonl:1 the case "a" has no "context", which the prompt uses at p.prompt.yml:4:9 (Add it to the case.)',
      'a.jsonl:2 the case "b" has no "text", which the prompt uses at p.prompt.yml:4:9 (The case has "txt".)',
      'a.jsonl:2 the case "b" has no "user.name", which the prompt uses at p.prompt.yml:4:9 (Add it to the case.)',
      'a.jsonl:2 the case "b" has no "context", which the prompt uses at p.prompt.yml:4:9 (Add it to the case.)',
    ]);
  });

  test("the prototype has no values", () => {
    const names = ["constructor.name", "__proto__", "text.length", "toString"];
    expect(missingVariables(casesOf([{ id: "a", text: "x" }]), names.map(use))).toHaveLength(4);
  });

  test("twenty are told, the others counted", () => {
    const problems = missingVariables(casesOf(Array.from({ length: 55 }, (_, id) => ({ id }))), [use("text")]);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toEqual({ message: "and 35 more" });
  });
});
