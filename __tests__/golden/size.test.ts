import { describe, expect, test } from "vitest";
import { compareGolden } from "../../src/golden/compare-golden.ts";
import { parseGolden, scanGolden } from "../../src/golden/parse-golden.ts";
import type { Case } from "../../src/model.ts";
import { parse, timeOf, told } from "./helpers.ts";

describe("large and hostile files are an error or inert, and soon", () => {
  const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  const levels = [..."abcdefghi"];
  const bomb = levels.map(
    (name, index) =>
      `- &${name} [${Array(9)
        .fill(index === 0 ? "x" : `*${levels[index - 1]}`)
        .join(", ")}]`,
  );
  test.each([
    ["a line of 10 MB", "a.jsonl", `{"a": "${"x".repeat(10_000_000)}"}\n`, "a.jsonl:1 the case is longer than 10 MB"],
    ["a deep row", "a.jsonl", `{"a": ${deep(100_000)}}`, "a.jsonl:1 the case is nested too deeply"],
    ["a deep array", "a.json", deep(500_000), "a.json:1 the case is no map"],
    ["a deep list", "a.yaml", `- a: ${deep(150)}`, "nested too deeply"],
    ["an alias bomb", "a.yaml", bomb.join("\n"), "Excessive alias count"],
    ["a large cell", "a.csv", `a\n"${"x".repeat(3_000_000)}"\n1,2`, "a.csv:3 the row has 2 cells"],
    ["nothing but quotes", "a.csv", '"'.repeat(100_001), "not valid CSV"],
    ["a long id", "a.jsonl", `{"id": "${"x".repeat(1_000_000)}"}`, "id is longer than 200 characters"],
    [
      "many unknown keys",
      "a.jsonl",
      JSON.stringify({
        vars: {},
        ...Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, 1])),
      }),
      "and 980 more",
    ],
    ["a key of the prototype", "a.yaml", "- vars: { a: 1 }\n  __proto__: { weight: 5 }", 'unknown key "__proto__"'],
  ])("%s", (_, path, text, message) => {
    const source = new TextEncoder().encode(text);
    const time = timeOf(() => {
      const problems = told(parseGolden(path, source).problems).join("\n");
      expect(problems).toMatch(message);
      expect(problems.length).toBeLessThan(20_000);
    });
    expect(time).toBeLessThan(200);
  });

  test.each([
    ["a.yaml", 10],
    ["a.json", 50],
    ["a.csv", 50],
  ])("%s may have %i MB", (path, megabytes) => {
    const { problems } = parseGolden(path, new Uint8Array(megabytes * 1_000_000 + 1));
    expect(problems).toMatchObject([{ message: `the golden set is larger than ${megabytes} MB`, place: { path } }]);
  });

  test("JSON Lines may be of any size: they are read as they come, and no more than one of them is held", () => {
    const held: Case[] = [];
    const scan = scanGolden("a.jsonl", (testCase) => {
      held.push(testCase);
      return testCase;
    });
    // Lines that are cut anywhere, also within a character.
    const bytes = new TextEncoder().encode('{"id": "größe", "vars": {}}\r\n\n{"id": "x", "vars": {"a": "🙂"}}');
    for (const byte of bytes) scan.push(new Uint8Array([byte]));
    expect(held.map(({ id }) => id)).toEqual(["größe"]);
    const { cases, problems } = scan.finish();
    expect(problems).toEqual([]);
    expect(cases).toMatchObject([
      { id: "größe", place: { path: "a.jsonl", line: 1 } },
      { id: "x", vars: { a: "🙂" }, place: { path: "a.jsonl", line: 3 } },
    ]);
  });

  test("a line without an end fills no memory, and is told", () => {
    const scan = scanGolden("a.jsonl");
    const piece = new Uint8Array(1_000_000).fill(120);
    for (let count = 0; count < 200; count++) scan.push(piece);
    scan.push(new TextEncoder().encode('\n{"id": "after", "vars": {}}'));
    const { cases, problems } = scan.finish();
    expect(told(problems)).toEqual([expect.stringMatching("a.jsonl:1 the case is longer than 10 MB")]);
    expect(cases).toMatchObject([{ id: "after" }]);
  });

  test("100,000 cases without ids are read and compared in about a second each", () => {
    const rows = (expected: string) =>
      Array.from({ length: 100_000 }, (_, index) => JSON.stringify({ text: `ticket ${index}`, lang: "en", expected }));
    const source = new TextEncoder().encode(rows("x").join("\n"));
    const start = performance.now();
    const { cases, problems } = parseGolden("a.jsonl", source);
    const read = performance.now() - start;
    expect(problems).toEqual([]);
    expect(cases).toHaveLength(100_000);
    expect(read).toBeLessThan(5000);
    const { edited, matched } = compareGolden(cases, parse("a.jsonl", rows("y").join("\n")).cases);
    expect([edited.length, matched.size]).toEqual([100_000, 100_000]);
    process.stdout.write(`100,000 cases read in ${Math.round(read)} ms\n`);
  });
});
