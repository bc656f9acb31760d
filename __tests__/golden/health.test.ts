import { describe, expect, it, test } from "vitest";
import { findDuplicates } from "../../src/golden/health/find-duplicates.ts";
import { findLeaks } from "../../src/golden/health/find-leaks.ts";
import type { JsonObject } from "../../src/model.ts";
import { createRandom } from "../../src/stats/random.ts";
import { casesOf, timeOf } from "./helpers.ts";

const invoice = "The invoice of last month shows a fee that I have never agreed to pay at all";
const document = Array.from({ length: 300 }, (_, index) => `clause${index}`).join(" ");

function repetitions(rows: readonly JsonObject[]): readonly string[] {
  return findDuplicates(casesOf(rows)).map(({ kind, testCase, earlier }) => `${testCase.id} ${kind} of ${earlier.id}`);
}

describe("repetitions", () => {
  test.each<[string, readonly JsonObject[], readonly string[]]>([
    [
      "the same input and answer",
      [
        { id: "a", vars: { q: "Why?" }, expected: "so" },
        { id: "b", vars: { q: "Why?" }, expected: "so", tags: ["t"] },
        { id: "c", vars: { q: "Why?" }, expected: "so" },
      ],
      ["b duplicate of a", "c duplicate of a"],
    ],
    [
      "the same input, another answer",
      [
        { id: "a", vars: { q: "Why?" }, expected: "so" },
        { id: "b", vars: { q: "Why?" }, expected: "not so" },
      ],
      ["b contradiction of a"],
    ],
    [
      "marks, case and one word of many",
      [
        { id: "a", vars: { q: invoice }, expected: "billing" },
        { id: "b", vars: { q: `${invoice.toUpperCase()}!!` }, expected: "billing" },
        { id: "c", vars: { q: `${invoice} really` }, expected: "billing" },
      ],
      ["b near-duplicate of a", "c near-duplicate of a"],
    ],
    [
      "a test of one word expects another answer",
      [
        { id: "a", vars: { q: invoice }, expected: "billing" },
        { id: "b", vars: { q: `${invoice} not` }, expected: "other" },
      ],
      [],
    ],
    [
      "numbers and short inputs are no copies of each other",
      Array.from({ length: 30 }, (_, n) => ({ id: `n${n}`, vars: { n, q: `Case ${n}` }, expected: "x" })),
      [],
    ],
    [
      "questions beside the same long document",
      [
        { id: "a", vars: { document, q: "Who pays when the goods arrive late at the port?" }, expected: "x" },
        { id: "b", vars: { document, q: "When does the contract end if nobody gives notice?" }, expected: "x" },
      ],
      [],
    ],
    [
      "a document with a changed clause, the same question",
      [
        { id: "a", vars: { document, q: "Who pays?" }, expected: "x" },
        { id: "b", vars: { document: document.replace("clause7 ", "other "), q: "Who pays?" }, expected: "x" },
      ],
      ["b near-duplicate of a"],
    ],
    [
      "earlier turns are part of the input",
      [
        { id: "a", vars: { q: "Why?" }, messages: [{ role: "user", content: "one" }], expected: "x" },
        { id: "b", vars: { q: "Why?" }, messages: [{ role: "user", content: "two" }], expected: "x" },
      ],
      [],
    ],
  ])("%s", (_name, rows, found) => {
    expect(repetitions(rows)).toEqual(found);
  });

  it("finds nearly all copies in a large set, in time that grows with its size", () => {
    const random = createRandom("copies");
    const words = Array.from({ length: 400 }, (_, index) => `word${index}`);
    const text = (): string[] => Array.from({ length: 40 }, () => words[random.below(words.length)] as string);
    const make = (count: number) =>
      casesOf(
        Array.from({ length: count }, (_, index) => {
          const own = text();
          return { id: `c${index}`, vars: { q: own.join(" ") }, expected: "x" };
        }).flatMap((row, index) => {
          if (index % 10 !== 0) return [row];
          const copy = `${row.vars.q} indeed`;
          return [row, { id: `copy${index}`, vars: { q: copy }, expected: "x" }];
        }),
      );
    const [small, large] = [make(1_000), make(4_000)];
    const found = findDuplicates(large);
    expect(found.every(({ testCase }) => testCase.id.startsWith("copy"))).toBe(true);
    expect(found.length).toBeGreaterThan(0.97 * 400);
    const times = [timeOf(() => findDuplicates(small)), timeOf(() => findDuplicates(large))] as const;
    // Four times the cases: a square would take sixteen times as long.
    expect(times[1]).toBeLessThan(9 * times[0]);
  });

  it("does not hold thousands of copies against each other", () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => {
      return { id: `c${index}`, vars: { q: `${invoice} ${index}` }, expected: "x" };
    });
    const cases = casesOf(rows);
    expect(findDuplicates(cases)).toHaveLength(2_999);
    expect(timeOf(() => findDuplicates(cases))).toBeLessThan(3_000);
  });
});

describe("leaks", () => {
  const texts = [
    "Sort mail. Example: My parcel from Tuesday never came → shipping",
    "Answer only: I cannot help you with that.",
  ];
  const ids = (rows: readonly JsonObject[]): readonly string[] =>
    findLeaks(casesOf(rows), texts).map(({ testCase, what }) => `${testCase.id} ${what}`);

  test.each<[string, readonly JsonObject[], readonly string[]]>([
    [
      "the question of an example",
      [{ id: "a", vars: { q: "my parcel from tuesday never came!" }, expected: "shipping" }],
      ["a question"],
    ],
    ["the answer", [{ id: "a", vars: { q: "?" }, expected: "parcel from Tuesday never came" }], ["a answer"]],
    ["labels to choose from are none", [{ id: "a", vars: { q: "Where is it?" }, expected: "shipping" }], []],
    [
      "an answer that the prompt prescribes is none",
      ["a", "b", "c"].map((id) => ({ id, vars: { q: id }, expected: "I cannot help you with that." })),
      [],
    ],
    ["part of a word is none", [{ id: "a", vars: { q: "?" }, expected: "parcel from Tuesday never cam" }], []],
  ])("%s", (_name, rows, found) => {
    expect(ids(rows)).toEqual(found);
  });
});
