import { describe, expect, test } from "vitest";
import { hodgesLehmann, hodgesLehmannInterval } from "../../src/stats/hodges-lehmann.ts";
import { quantile } from "../../src/stats/quantile.ts";
import { createRandom } from "../../src/stats/random.ts";
import { signFlip } from "../../src/stats/sign-flip.ts";
import { wilcoxonSignedRank } from "../../src/stats/wilcoxon.ts";

function draw(seed: string, count: number, value: (uniform: number) => number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => value(random.uniform()));
}

function walshAverages(x: readonly number[]): number[] {
  return x.flatMap((one, i) => x.slice(i).map((other) => (one + other) / 2)).sort((one, other) => one - other);
}

describe("Wilcoxon", () => {
  test("agrees with an independent implementation", () => {
    const differences = [1.5, -0.3, 2.2, 0.7, -1.1, 3.1, 0.2, -0.6, 1.9, 2.8, 0.4, -2.1];
    expect(wilcoxonSignedRank(differences)).toMatchObject({ wPlus: 57 });
    expect(wilcoxonSignedRank(differences).upper).toBeCloseTo(0.088134765625, 14);
  });

  test("the normal value takes over where the exact one ends, without a jump", () => {
    const fifty = draw("wilcoxon", 50, (uniform) => Math.round(20 * (uniform - 0.42)) || 1);
    const exact = wilcoxonSignedRank(fifty);
    const normal = wilcoxonSignedRank([...fifty, 0.001]);
    expect(Math.abs(exact.upper - normal.upper)).toBeLessThan(0.005);
  });

  test("lower and upper change places in the mirror, at any size", () => {
    for (const count of [1, 2, 7, 50, 51, 400]) {
      const differences = draw(`mirror ${count}`, count, (uniform) => Math.round(9 * (uniform - 0.4)));
      const one = wilcoxonSignedRank(differences);
      const other = wilcoxonSignedRank(differences.map((difference) => -difference));
      expect(other.lower).toBeCloseTo(one.upper, 12);
      expect(other.upper).toBeCloseTo(one.lower, 12);
      expect(other.twoSided).toBeCloseTo(one.twoSided, 12);
    }
  });

  test("nothing to rank is no evidence", () => {
    expect(wilcoxonSignedRank([])).toEqual({ wPlus: 0, lower: 1, upper: 1, twoSided: 1 });
  });
});

describe("Hodges–Lehmann", () => {
  test.each([
    ["smooth", (uniform: number) => uniform - 0.3],
    ["tied", (uniform: number) => Math.round(4 * uniform) - 1],
    ["heavy tails", (uniform: number) => Math.tan(3.1 * (uniform - 0.5))],
    ["wide", (uniform: number) => (uniform < 0.4 ? -1 : 1) * 10 ** (60 * (uniform - 0.5))],
  ])("selects what sorting all Walsh averages gives: %s", (name, value) => {
    for (const count of [1, 2, 3, 5, 8, 31, 60]) {
      const differences = draw(`${name} ${count}`, count, value);
      const all = walshAverages(differences);
      const middle = quantile(all, 0.5) ?? Number.NaN;
      expect(hodgesLehmann(differences).estimate).toBeCloseTo(middle, 12);
      const { low, high } = hodgesLehmannInterval(differences, 0.9);
      const k = Math.floor(
        (count * (count + 1)) / 4 - 1.6448536 * Math.sqrt((count * (count + 1) * (2 * count + 1)) / 24),
      );
      expect(low).toBe(k < 1 ? Number.NEGATIVE_INFINITY : all[k - 1]);
      expect(high).toBe(k < 1 ? Number.POSITIVE_INFINITY : all[all.length - k]);
    }
  });

  test("100,000 differences are no trouble", () => {
    const differences = draw("large", 100_000, (uniform) => uniform ** 2);
    const { estimate } = hodgesLehmann(differences);
    const { low, high } = hodgesLehmannInterval(differences, 0.9);
    // The median of (U² + V²)/2 for independent uniforms is 1/π: a quarter disc of radius √(2m) has half the area.
    expect(estimate).toBeCloseTo(1 / Math.PI, 2);
    expect(low).toBeLessThan(estimate ?? 0);
    expect(high).toBeGreaterThan(estimate ?? 0);
    expect(high - low).toBeLessThan(0.01);
  });

  test("nothing has no estimate, and four cannot be bounded at 90 %", () => {
    expect(hodgesLehmann([])).toEqual({ estimate: null });
    expect(hodgesLehmannInterval([1, 2, 3, 4], 0.9)).toEqual({ low: -Infinity, high: Infinity });
    expect(hodgesLehmannInterval([1, 2, 3, 4, 5], 0.9)).toEqual({ low: 1, high: 5 });
  });
});

describe("sign flips", () => {
  test("zeros say nothing", () => {
    const some = [-0.31, 0.12, -0.47, 0.05, -0.22];
    expect(signFlip([0, ...some, 0], { seed: 1 })).toEqual(signFlip(some, { seed: 1 }));
    expect(signFlip([0, 0], { seed: 1 })).toMatchObject({ lower: 1, lowerMid: 1, upper: 1, twoSided: 1 });
  });

  test("twenty measured sums are enumerated, more are drawn", () => {
    const sums = draw("sums", 30, (uniform) => uniform - 0.6);
    expect(signFlip(sums.slice(0, 20), { seed: 1 }).method).toBe("exact");
    expect(signFlip(sums, { seed: 1 }).method).toBe("monte-carlo");
  });
});

describe("quantile", () => {
  test("of nothing is unknown, of one value that value", () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([3], 0.95)).toBe(3);
    expect(quantile([4, 1, 3, 2], 0)).toBe(1);
    expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  });
});
