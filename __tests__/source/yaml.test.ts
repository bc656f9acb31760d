import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { readYaml } from "../../src/source/yaml.ts";

const told = (text: string): readonly string[] => {
  try {
    readYaml("a.yml", text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ message, place }) => `${place?.line}:${place?.column} ${message}`);
  }
  return [];
};

/** Each in its own way deeper than any stack. */
const nestings: readonly (readonly [name: string, text: string])[] = [
  ["lists", "[".repeat(500_000) + "]".repeat(500_000)],
  ["lists that do not end", "[".repeat(1_000_000)],
  ["maps", "{a: ".repeat(200_000)],
  ["dashes", "- ".repeat(500_000)],
  ["question marks", "? ".repeat(500_000)],
  ["a key", `${"[".repeat(50_000)}${"]".repeat(50_000)}: 1`],
  ["indented maps", Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
];

describe("what a file may not do", () => {
  test.each(nestings)("nest %s without end", (_, text) => {
    const start = performance.now();
    expect(told(text)).toEqual([expect.stringMatching(/^\d+:\d+ nested too deeply$/)]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  test("nest by aliases", () => {
    const wrap = (inner: string) => `${"[".repeat(60)}${inner}${"]".repeat(60)}`;
    expect(told(`a: &a ${wrap("x")}\nb: ${wrap("*a")}\n`)).toEqual(["1:1 nested too deeply"]);
  });

  test.each([
    [
      "a key twice",
      "a: 1\nb: { c: 1, 'c': 2 }\na: 2\n",
      ["2:12 not valid YAML: the key stands twice", "3:1 not valid YAML: the key stands twice"],
    ],
    ["a second document", "a: 1\n---\nb: 2\n", ["2:1 more than one YAML document"]],
    ["a number that is none", "a: [.inf]", ["1:5 not a finite number"]],
    ["an unknown tag", "a: !x 1", [expect.stringContaining("1:4 not valid YAML: Unresolved tag")]],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expect.arrayContaining(expected));
  });

  test("cost the square of its keys", () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `key${index}: v`).join("\n");
    const start = performance.now();
    expect(told(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test("a hundred levels are read, and every value knows its place", () => {
  const text = `${"[".repeat(100)}${"]".repeat(100)}`;
  expect(told(text)).toEqual([]);
  const source = readYaml("a.yml", "\na:\n  - b: 1\n    c: |\n      text\n", 2);
  expect(source.value).toEqual({ a: [{ b: 1, c: "text\n" }] });
  expect(source.place(["a", 0, "c"])).toEqual({ path: "a.yml", line: 6, column: 8 });
  expect(source.keyPlace(["a", 0, "c"])).toEqual({ path: "a.yml", line: 6, column: 5 });
  expect(readYaml("a.yml", "").value).toBeNull();
});
