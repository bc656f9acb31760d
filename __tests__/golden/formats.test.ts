import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseGolden } from "../../src/golden/parse-golden.ts";
import { goldenEndings, goldenFormatOf, goldenFormats } from "../../src/golden/registry.ts";
import type { Case } from "../../src/model.ts";
import { createRandom } from "../../src/stats/random.ts";
import { parse, told } from "./helpers.ts";

/** The same three cases in every format, and the lines they begin on. */
const samples: Record<keyof typeof goldenFormats, readonly (readonly [file: string, lines: readonly number[]])[]> = {
  jsonl: [
    ["cases.jsonl", [1, 3, 4]],
    ["cases.ndjson", [1, 2, 3]],
  ],
  yaml: [["cases.yaml", [2, 13, 17]]],
  json: [["cases.json", [2, 11, 12]]],
  csv: [["cases.csv", [2, 5, 6]]],
};

const unset = { named: true, expected: null, context: null, tags: [], weight: 1, cluster: null, scorers: [] };
const expected = [
  {
    ...unset,
    id: "down",
    vars: { text: "The site is down,\nall of it", customer: "Ada" },
    expected: "high",
    context: "The site runs on one machine.",
    tags: ["short", "outage"],
    weight: 2,
    cluster: "web",
  },
  { ...unset, id: "logo", vars: { text: "Change the logo", customer: "" }, expected: "low" },
  { ...unset, id: "7", vars: { text: 'Say "hello"', customer: "Bob" }, tags: ["odd"], weight: 0.5 },
];
const withoutPlace = ({ place: _, ...testCase }: Case) => testCase;

describe.each(Object.entries(goldenFormats))("the format %s", (key, format) => {
  const files = samples[key as keyof typeof goldenFormats];

  test.each(files)("reads %s", (file, lines) => {
    const path = `fixtures/golden/${file}`;
    const { cases, problems } = parseGolden(path, readFileSync(path));
    expect(problems).toEqual([]);
    expect(cases.map(withoutPlace)).toEqual(expected);
    expect(cases.map(({ place }) => [place.path, place.line])).toEqual(lines.map((line) => [path, line]));
  });

  test.each(files)("line ends and a byte order mark mean nothing to %s", (file) => {
    const text = readFileSync(`fixtures/golden/${file}`, "utf8");
    const { cases, problems } = parse(file, `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    expect(problems).toEqual([]);
    expect(cases.map(withoutPlace)).toEqual(expected);
  });

  test("is found by each of its endings; an empty file has no case", () => {
    for (const ending of format.endings) {
      expect(goldenFormatOf(`golden/a${ending}`)).toBe(format);
      expect(parse(`golden/a${ending}`, "")).toEqual({ cases: [], problems: [], drafts: 0 });
      expect(parse(`golden/a${ending}`, "\n\n")).toEqual({ cases: [], problems: [], drafts: 0 });
    }
  });

  test("damaged bytes give cases or mistakes with their place, the same twice", () => {
    const random = createRandom(`damage ${key}`);
    for (const [file] of files) {
      const bytes = readFileSync(`fixtures/golden/${file}`);
      for (let round = 0; round < 150; round += 1) {
        const damaged = Uint8Array.from(bytes);
        for (let flips = 0; flips < 3; flips += 1) damaged[random.below(bytes.length)] = random.below(128);
        const first = parseGolden(file, damaged);
        expect(parseGolden(file, damaged)).toEqual(first);
        expect(first.problems.every(({ place }) => place?.path === file)).toBe(true);
      }
    }
  });
});

test("a file that no format reads", () => {
  expect(goldenFormatOf("a.txt")).toBeNull();
  expect(told(parse("golden/a.txt", "x").problems)).toEqual([
    `golden/a.txt "golden/a.txt" is no golden set that can be read (A golden set's file name ends in ${goldenEndings.join(", ")}.)`,
  ]);
  expect(told(parseGolden("a.csv", new Uint8Array([0xff])).problems)).toEqual([
    "a.csv not UTF-8 text (Save the file as UTF-8.)",
  ]);
});

describe("mistakes of the layout, all at once", () => {
  const notJson = expect.stringMatching(/not valid JSON: /);
  const array = "(The file is one array: [ {...}, {...} ].)";
  test.each<[string, string, number, readonly unknown[]]>([
    [
      "a.jsonl",
      '{"a": 1}\n{"a"\n\n[1]\n{"b": 2} x\n{"c": 3}\n',
      2,
      [
        expect.stringMatching(/^a\.jsonl:2 not valid JSON: /),
        'a.jsonl:4 the case is no map (For example: {"id": "greeting", "text": "Hello"})',
        expect.stringMatching(/^a\.jsonl:5 not valid JSON: /),
      ],
    ],
    [
      "a.json",
      '[\n  {"a": 1},\n  {"b" 2},\n  {"c": "]},{["},\n  {"d": "\\"\\\\"} ]\n',
      3,
      [expect.stringMatching(/^a\.json:3 not valid JSON: /)],
    ],
    ["a.json", "[]", 0, []],
    ["a.json", '[{"a": 1},]', 1, [notJson]],
    ["a.json", '[,{"a": 1}]', 1, [notJson]],
    ["a.json", '[{"a": 1}}', 0, [`a.json:1 the array is not closed ${array}`]],
    ["a.json", '[{"a": 1]]', 0, [notJson]],
    ["a.json", '\n{"a": 1}', 0, [`a.json:2 a golden set in JSON is an array of cases ${array}`]],
    ["a.json", '[{"a": 1}\n] x', 0, [`a.json:2 there is more after the end of the array ${array}`]],
    ["a.json", '[{"a": "\n', 0, [`a.json:2 the array is not closed ${array}`]],
    ["a.yaml", "a: 1\n", 0, ['a.yaml:1:1 a golden set in YAML is a list of cases (Begin each case with "- ".)']],
    ["a.yaml", "- a: 1\n- hello\n- [\n", 0, [expect.stringMatching(/^a\.yaml:\d:\d not valid YAML: /)]],
    [
      "a.yaml",
      "- a: 1\n- hello\n-\n- a: 2\n",
      2,
      [
        expect.stringMatching(/^a\.yaml:2:3 the case is no map/),
        expect.stringMatching(/^a\.yaml:\d:\d the case is no map/),
      ],
    ],
    ["a.yml", "- a: .inf\n", 0, ["a.yml:1:6 not a finite number (Write a number such as 0.7.)"]],
    [
      "a.csv",
      "id,a\n1,x\n2\n3,y,z\n4,w\n",
      2,
      [
        "a.csv:3 the row has 1 cells, the header 2 (Put a cell with a comma or a line end in double quotes.)",
        "a.csv:4 the row has 3 cells, the header 2 (Put a cell with a comma or a line end in double quotes.)",
      ],
    ],
    [
      "a.csv",
      "id,,a,id,a,\n1,2,3,4,5,6\n",
      0,
      [
        "a.csv:1 column 2 has no name",
        "a.csv:1 column 6 has no name",
        'a.csv:1 two columns are named "id"',
        'a.csv:1 two columns are named "a"',
      ],
    ],
    [
      "a.csv",
      'a\n"x\ny',
      0,
      [expect.stringMatching(/^a\.csv:\d not valid CSV: .*\(Double a quote within quotes\.\)$/)],
    ],
    [
      "a.csv",
      "a,weight\nx,heavy\ny, 2 \nz,-1\nw, \n",
      2,
      [
        "a.csv:2 weight is no number of at least 0 (A case of weight 2 counts twice.)",
        "a.csv:4 weight is no number of at least 0 (A case of weight 2 counts twice.)",
      ],
    ],
    [
      "a.csv",
      "vars,scorers\nx,y\n",
      0,
      ['a.csv:2 vars is no map (For example: "vars": {"text": "Hello"})', "a.csv:2 scorers is no list"],
    ],
  ])("%s %j", (path, text, read, expectedProblems) => {
    const { cases, problems } = parse(path, text);
    expect(told(problems)).toEqual(expectedProblems);
    expect(cases).toHaveLength(problems.some(({ message }) => message.includes("array")) ? cases.length : read);
  });

  test("twenty are told, the others counted; a file of nothing else is not read to its end", () => {
    const { problems } = parse("a.jsonl", "x\n".repeat(25));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toEqual({ message: "and 5 more", place: { path: "a.jsonl", line: 25 } });
    expect(parse("a.jsonl", "x\n".repeat(5000)).problems.at(-1)).toMatchObject({ message: "and 980 more" });
  });
});
