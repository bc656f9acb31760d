import { beforeAll, describe, expect, test } from "vitest";
import type { Case, CompletedSample, JsonObject, Score } from "../../src/model.ts";
import { includesText } from "../../src/score/find-text.ts";
import { createScorer } from "../../src/score/registry.ts";
import { scoreSample } from "../../src/score/score-sample.ts";
import { createRandom } from "../../src/stats/random.ts";
import { caseOf, contextOf, sampleOf, specOf } from "./support.ts";

const mebibyte = 1_048_576;

async function score(type: string, options: JsonObject, sample: CompletedSample, fields: Partial<Case> = {}) {
  const scorer = createScorer(specOf(type, options), contextOf());
  const started = performance.now();
  const scores = await scoreSample(sample, caseOf(fields), [scorer]);
  return { score: scores.get(type) as Score, took: performance.now() - started };
}

// A megabyte of tables is loaded once: no part of what is measured here.
beforeAll(async () => {
  await score("language", { value: "en" }, sampleOf("Hello, how are you today?"));
});

describe("texts built to take for ever", () => {
  const long = "a".repeat(mebibyte);
  const words = (count: number, kinds: number) =>
    Array.from({ length: count }, (_, index) => `w${(index * 7_919) % kinds}`).join(" ");
  const marks = `a${"\u0301\u0323".repeat(200_000)}`;

  const texts: readonly (readonly [
    name: string,
    type: string,
    options: JsonObject,
    output: string,
    fields: Partial<Case>,
  ])[] = [
    ["a value that nearly repeats", "contains", {}, long, { expected: `${"a".repeat(5_000)}b${"a".repeat(5_000)}` }],
    ["a value of half the output", "contains", {}, long, { expected: `b${"a".repeat(500_000)}` }],
    ["many values", "contains-all", {}, long, { expected: Array.from({ length: 100 }, () => `${"a".repeat(200)}b`) }],
    ["marks that must be sorted", "equals", { unicode: "NFC" }, marks, { expected: marks }],
    [
      "marks that must be sorted and unfolded",
      "contains",
      { unicode: "NFKC", ignoreCase: true },
      marks,
      { expected: "x" },
    ],
    ["one word, repeated", "rouge-l", {}, "a ".repeat(50_000), { expected: "a ".repeat(49_000) }],
    ["many words", "rouge-l", {}, words(20_000, 1_500), { expected: words(20_000, 1_499) }],
    ["many pairs", "rouge-2", {}, words(20_000, 15_000), { expected: words(19_000, 14_000) }],
    [
      "many references",
      "rouge-l",
      {},
      words(10_000, 900),
      { expected: Array.from({ length: 100 }, () => words(200, 90)) },
    ],
    ["references too many to compare", "f1", {}, "a", { expected: Array.from({ length: 101 }, () => "a") }],
    [
      "sequences of words",
      "bleu",
      {},
      words(20_000, 15_000),
      { expected: Array.from({ length: 10 }, () => words(1_500, 999)) },
    ],
    ["sequences of characters", "chrf", {}, words(16_000, 9_999), { expected: words(16_000, 9_998) }],
    ["characters beyond the first plane", "chrf", {}, "😀😁".repeat(20_000), { expected: "😁😀".repeat(20_000) }],
    ["articles without end", "exact-match", {}, "the ".repeat(45_000), { expected: "a" }],
    ["a text nearly within another", "fuzzy-match", {}, `${"x".repeat(50_000)}y`, { expected: "x".repeat(100_000) }],
    ["digits", "numeric", {}, "9".repeat(mebibyte), { expected: 1 }],
    ["groups of digits", "numeric", {}, "1,234".repeat(200_000), { expected: 1 }],
    ["decimal marks", "numeric", {}, "1.".repeat(500_000), { expected: 1 }],
    ["exponents", "numeric", {}, "1e+".repeat(300_000), { expected: 1 }],
    ["words for an answer", "choice", {}, "answer is option ".repeat(60_000), { expected: "A" }],
    ["brackets", "choice", {}, "answer ((((((".repeat(80_000), { expected: "A" }],
    ["white space before a letter", "choice", {}, `answer${" ".repeat(mebibyte)}B`, { expected: "A" }],
    ["list items", "choice", {}, " ****((((\n".repeat(100_000), { expected: "A" }],
    ["words of refusal", "refusal", {}, "I'm sorry, but I ".repeat(60_000), {}],
    ["open fences", "language", { value: "en" }, "```\n`a`".repeat(150_000), {}],
    ["links", "language", { value: "en" }, "http://".repeat(150_000), {}],
    ["open tags", "valid-xml", {}, "<a>".repeat(349_000), {}],
    ["one element after the other", "valid-xml", {}, `<a>${"<b/>".repeat(250_000)}</a>`, {}],
    [
      "attributes",
      "valid-xml",
      {},
      `<a ${Array.from({ length: 60_000 }, (_, index) => `a${index}="1"`).join(" ")}/>`,
      {},
    ],
    ["white space in a tag", "valid-xml", {}, `<a ${" ".repeat(mebibyte - 20)}`, {}],
    ["comments", "valid-xml", {}, "<!-- -->".repeat(130_000), {}],
    ["lines of text between tags", "valid-xml", {}, `<a>${"x\n<b/>".repeat(150_000)}</a>`, {}],
    ["citations", "citation", {}, "[a] ".repeat(mebibyte / 4), { context: ["b"] }],
    ["lines with citations", "citation", {}, "[a]\n".repeat(mebibyte / 4), { context: ["b"] }],
    ["open citations", "citation", {}, "[".repeat(mebibyte), { context: ["b"] }],
    [
      "different citations of a large context",
      "citation",
      {},
      Array.from({ length: 200 }, (_, index) => `[${"a".repeat(60)}${index}${"a".repeat(60)}]`).join("\n"),
      { context: [long] },
    ],
    [
      "a large list beside another",
      "json-equals",
      {},
      JSON.stringify(Array.from({ length: 90_000 }, () => 1)),
      { expected: Array.from({ length: 90_000 }, () => 2) },
    ],
    ["a deep list", "json-equals", {}, `${"[".repeat(200)}${"]".repeat(200)}`, { expected: [] }],
    [
      "many patterns on many places",
      "json-equals",
      { ignore: Array.from({ length: 50 }, (_, index) => `/*/*/a${index}`) },
      JSON.stringify(Array.from({ length: 10_000 }, () => [1, 2])),
      { expected: Array.from({ length: 10_000 }, () => [1, 2]) },
    ],
    ["a group in a long output", "equals", { transform: { regex: "(a+)+b" } }, long, { expected: "a" }],
    ["fences that never close", "equals", { transform: "strip-fence" }, "```a\n".repeat(200_000), { expected: "a" }],
    ["blanks before a fence", "equals", { transform: "strip-fence" }, " ".repeat(mebibyte), { expected: "a" }],
  ];

  test.each(texts)("%s: %s", async (_name, type, options, output, fields) => {
    const result = await score(type, options, sampleOf(output), fields);
    expect(result.took).toBeLessThan(5_000);
    expect(result.score.reason ?? "").not.toContain("the scorer failed");
  });
});

test("finding a long value agrees with the engine's own search", () => {
  const random = createRandom("values");
  const text = (length: number) => Array.from({ length }, () => "ab"[random.below(2)]).join("");
  for (let round = 0; round < 300; round++) {
    const whole = text(2_000).repeat(1 + random.below(3));
    const start = random.below(1_000);
    const part = whole.slice(start, start + 129 + random.below(800));
    const value = random.below(2) === 0 ? part : `${part.slice(0, -1)}${part.endsWith("a") ? "b" : "a"}`;
    expect(includesText(whole, value)).toBe(whole.includes(value));
  }
});
