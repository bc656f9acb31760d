import { expect, test } from "vitest";
import { commonSubsequenceLength } from "../../src/score/common-subsequence.ts";
import { createRandom } from "../../src/stats/random.ts";

/** The table of all prefixes, as textbooks have it. */
function byTable(one: readonly string[], other: readonly string[]): number {
  const row = new Array<number>(other.length + 1).fill(0);
  for (const token of one) {
    let diagonal = 0;
    for (let index = 1; index <= other.length; index++) {
      const above = row[index] ?? 0;
      row[index] = other[index - 1] === token ? diagonal + 1 : Math.max(above, row[index - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[other.length] ?? 0;
}

test("agrees with the table of all prefixes, over word borders and alphabets of any size", () => {
  const random = createRandom("subsequences");
  const list = (longest: number, alphabet: number) =>
    Array.from({ length: random.below(longest) }, () => String(random.below(alphabet)));
  for (let round = 0; round < 2_000; round++) {
    const alphabet = 1 + random.below(40);
    const one = list(140, alphabet);
    const other = list(140, alphabet);
    expect(commonSubsequenceLength(one, other)).toBe(byTable(one, other));
  }
});

test.each([
  ["all alike", Array.from({ length: 50_000 }, () => "a")],
  ["many of many", Array.from({ length: 50_000 }, (_, index) => `w${(index * 7919) % 1_600}`)],
])("takes no more than seconds on 50,000 words: %s", (_name, words) => {
  const started = performance.now();
  expect(commonSubsequenceLength(words, words)).toBe(50_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});
