import { beforeAll, describe, expect, test } from "vitest";
import type { Json, JsonObject, Score } from "../../src/model.ts";
import { checkScorer, createScorer } from "../../src/score/registry.ts";
import { extendPointer } from "../../src/score/schema/pointer.ts";
import { scoreSample } from "../../src/score/score-sample.ts";
import { caseOf, contextOf, sampleOf, specOf } from "./support.ts";

async function score(type: string, options: JsonObject, output: string): Promise<{ score: Score; took: number }> {
  const scorer = createScorer(specOf(type, options), contextOf());
  const started = performance.now();
  const scores = await scoreSample(sampleOf(output), caseOf(), [scorer]);
  return { score: scores.get(type) as Score, took: performance.now() - started };
}

const judge = async (inline: JsonObject, output: Json) => score("json-schema", { inline }, JSON.stringify(output));

// Packages are loaded and compiled once, whoever needs them first: no part of what is measured here.
beforeAll(async () => {
  await judge({ type: "object", properties: { a: { pattern: "a" } } }, {});
  await score("regex", { pattern: "a" }, "a");
});

describe("patterns that take for ever elsewhere", () => {
  const text = `${"a".repeat(100_000)}!`;

  test.each(["(a+)+$", "(a*)*b", "^(a|a)*$", "(a|aa)+$", "(.*a){12}$", "^(([a-z])+.)+[A-Z]([a-z])+$"])(
    "%s on 100,000 characters",
    async (pattern) => {
      const result = await score("regex", { pattern }, text);
      expect(result.score).toMatchObject({ status: "scored", value: 0 });
      expect(result.took).toBeLessThan(200);
    },
  );

  test("in a schema", async () => {
    const result = await judge({ pattern: "(a+)+$", patternProperties: { "^(a|a)*$": {} } }, text);
    expect(result.score).toMatchObject({ status: "scored", value: 0 });
    expect(result.took).toBeLessThan(200);
  });

  test.each([
    ["a long one", "a".repeat(1_001), "a pattern of more than 1,000 characters"],
    ["a huge program", "(a?){1000}".repeat(20), "a pattern that repeats too much"],
    ["a long part, repeated", `(${"ab|cd?".repeat(100)}){1000}`, "a pattern that repeats too much"],
    ["nested repeats", "((a{100}){100}){100}", "not a regular expression: invalid repeat count: `{100}`"],
    ["a back-reference", "(a)\\1", "not a regular expression: invalid escape sequence: `\\1`"],
    ["an open bracket", "[a", "not a regular expression: missing closing ]: `[a`"],
    ["deep nesting", `${"(".repeat(400)}a${")".repeat(400)}`, null],
  ])("%s", (_name, pattern, message) => {
    const started = performance.now();
    expect(checkScorer(specOf("regex", { pattern }))[0]?.message ?? null).toBe(message);
    expect(performance.now() - started).toBeLessThan(200);
  });

  test("the costliest pattern on the longest text that is allowed", async () => {
    const text = Array.from({ length: 22_000 }, (_, index) => ((index * index * 7919) % 31 < 15 ? "a" : "b")).join("");
    const result = await score("regex", { pattern: "(?:a|b)*a[ab]{900}[cd]" }, text);
    expect(result.score.status).toBe("scored");
    expect(result.took).toBeLessThan(200);
    expect((await score("regex", { pattern: "(?:a|b)*a[ab]{900}[cd]" }, text + text)).score.status).toBe("unscored");
  });
});

describe("schemas built to hurt end in a problem at once", () => {
  const nested = (depth: number): Json =>
    Array.from({ length: depth }).reduce<Json>((inner) => ({ not: inner }), { type: "null" });

  const bombs: readonly (readonly [string, JsonObject, string])[] = [
    ["deep", nested(70) as JsonObject, "nested deeper than 64 levels"],
    ["very deep", nested(50_000) as JsonObject, "nested deeper than 64 levels"],
    ["long", { description: "a".repeat(300_000) }, "larger than 256 KiB or 20,000 values"],
    ["wide", { enum: Array.from({ length: 30_000 }, (_, index) => index) }, "larger than 256 KiB or 20,000 values"],
    ["many schemas", { anyOf: Array.from({ length: 510 }, () => ({ minimum: 1 })) }, "more than 500 schemas"],
    [
      "references that multiply",
      {
        $ref: "#/$defs/a0",
        $defs: Object.fromEntries(
          Array.from({ length: 60 }, (_, level) => [
            `a${level}`,
            { properties: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`p${index}`, {}])) },
          ]),
        ),
        allOf: Array.from({ length: 60 }, (_, level) => ({ $ref: `#/$defs/a${level}` })),
      },
      "more than 500 schemas",
    ],
    ["a remote reference", { $ref: "https://example.test/a.json" }, "/$ref the reference"],
    ["a reference to a file", { $ref: "file:///etc/passwd" }, "/$ref the reference"],
    ["a reference to an anchor", { $ref: "#a", $defs: { a: { $anchor: "a" } } }, "/$ref the reference"],
    ["a reference to what is inherited", { $ref: "#/constructor" }, "points to nothing"],
    ["a reference that does not decode", { $ref: "#/%zz" }, "/$ref the reference"],
    ["a reference that is no text", { $ref: { $ref: "#" } }, "/$ref the reference"],
    ["a reference to no schema", { $ref: "#/maximum", maximum: 5 }, "/maximum a schema is an object"],
    ["an id inside", { properties: { a: { $id: "https://example.test/a" } } }, "/properties/a/$id"],
    ["a dynamic reference", { $dynamicRef: "#a" }, "$dynamicRef is not supported"],
    ["what references hide", { unevaluatedProperties: false }, "unevaluatedProperties is not supported"],
    ["an unknown type", { type: "text" }, "/type must be equal to one of the allowed values"],
    ["a bound that is a text", { maximum: "1); throw new Error(" }, "/maximum must be number"],
    ["a bound taken from the data", { maximum: { $data: "1/a" } }, "/maximum must be number"],
    ["properties that are a list", { properties: ["a"] }, "/properties must be object"],
    ["a part that is no schema", { properties: { a: 5 } }, "/properties/a a schema is an object"],
    ["a property named __proto__", JSON.parse('{"properties": {"__proto__": {}}}') as JsonObject, "__proto__"],
    ["no keyword that judges", { name: "ticket", schema: { type: "object" } }, "no keyword at the root"],
    ["everything allowed", {}, "no keyword at the root"],
  ];

  test.each(bombs)("%s", (_name, inline, message) => {
    const started = performance.now();
    const problems = checkScorer(specOf("json-schema", { inline }));
    expect(performance.now() - started).toBeLessThan(200);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
    expect(problems.length).toBeLessThanOrEqual(20);
  });
});

describe("schemas that are small and take for ever elsewhere", () => {
  const doubling: JsonObject = {
    $ref: "#/$defs/a0",
    $defs: Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => [
        `a${level}`,
        level === 39
          ? { type: ["string", "number"] }
          : { allOf: [{ $ref: `#/$defs/a${level + 1}` }, { $ref: `#/$defs/a${level + 1}` }] },
      ]),
    ),
  };
  const branching: JsonObject = { properties: { a: { anyOf: [{ $ref: "#" }, { $ref: "#" }] } }, required: ["b"] };
  const deep = Array.from({ length: 200 }).reduce<Json>((inner) => ({ a: inner }), {});
  const numbers = Array.from({ length: 200_000 }, (_, index) => index % 10);
  const many = { $defs: { a: { type: "string" } }, $ref: "#/$defs/b" };

  test.each<readonly [string, JsonObject, Json, string]>([
    ["references that double", doubling, 1, "unscored"],
    ["branches that double with depth", branching, deep, "unscored"],
    [
      "many branches over many items",
      { items: { anyOf: Array.from({ length: 400 }, () => ({ type: "null" })) } },
      numbers,
      "unscored",
    ],
    [
      "a long list of names asked of many objects",
      { items: { required: Array.from({ length: 5_000 }, (_, index) => `a${index}`) } },
      numbers.map(() => ({})),
      "unscored",
    ],
    [
      "errors of references over many items",
      { ...many, $ref: "#/$defs/b", $defs: { ...many.$defs, b: { items: { allOf: [{ $ref: "#/$defs/a" }] } } } },
      numbers.slice(0, 90_000),
      "scored",
    ],
    [
      "contains over many items",
      { contains: { anyOf: [{ $ref: "#/$defs/a" }, { const: "a" }] }, $defs: { a: { type: "string" } } },
      numbers.slice(0, 90_000),
      "scored",
    ],
    ["unique items", { uniqueItems: true }, numbers.slice(0, 50_000).map((_, index) => ({ a: [index] })), "scored"],
    [
      "a pattern over many texts",
      { items: { pattern: "(?:a|b)*a[ab]{300}[cd]" } },
      numbers.map(() => "ab"),
      "unscored",
    ],
  ])("%s", async (_name, schema, value, status) => {
    const result = await judge(schema, value);
    expect(result.score.status).toBe(status);
    expect(result.took).toBeLessThan(5_000);
  });
});

test("names, patterns and notes of a schema are never code", async () => {
  const names = [
    '"); globalThis.broken = true; ("',
    "`$" + "{globalThis.broken = true}`",
    "'];globalThis.broken=true;//",
    "\\",
    "\n*/globalThis.broken = true/*",
    "\u2028globalThis.broken = true\u2029",
    "constructor",
    "__defineGetter__",
    "\ud800",
  ];
  for (const name of names) {
    const schema: JsonObject = {
      $id: name,
      $schema: name,
      $anchor: name,
      $comment: name,
      title: name,
      default: { [name]: name },
      [name]: { type: "string" },
      format: name,
      $defs: { [name]: { const: name } },
      properties: { [name]: { enum: [name], const: name } },
      patternProperties: { "^x": { pattern: "^[^x]" } },
      required: [name],
      dependentRequired: { [name]: [name] },
      additionalProperties: { $ref: `#${encodeURI(extendPointer("/$defs", name.toWellFormed()))}` },
    };
    const expected = name.isWellFormed() ? [] : ["points to nothing"];
    const problems = checkScorer(specOf("json-schema", { inline: schema })).map((problem) => problem.message);
    expect(problems).toEqual(expected.map((part) => expect.stringContaining(part)));
    if (problems.length > 0) continue;
    expect((await judge(schema, JSON.parse(JSON.stringify({ [name]: name })) as Json)).score).toMatchObject({
      value: 1,
    });
    expect((await judge(schema, {})).score).toMatchObject({ value: 0 });
  }
  expect(globalThis).not.toHaveProperty("broken");
  expect(Object.prototype).not.toHaveProperty("broken");
});
