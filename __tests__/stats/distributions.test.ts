import { describe, expect, test } from "vitest";
import { fairBinomialTails } from "../../src/stats/binomial.ts";
import { normalCdf, normalQuantile, tCdf, tQuantile } from "../../src/stats/distributions.ts";
import { logGamma } from "../../src/stats/special-functions.ts";

function relativeError(actual: number, exact: number): number {
  return Math.abs(actual - exact) / Math.abs(exact);
}

describe("normal distribution", () => {
  test.each([
    [-37, 5.725571222524577e-300],
    [-8, 6.220960574271784e-16],
    [-1, 0.15865525393145707],
    [1.6, 0.945200708300442],
  ])("Φ(%f) has all its digits", (z, exact) => {
    expect(relativeError(normalCdf(z), exact)).toBeLessThan(5e-15);
  });

  test.each([1e-300, 1e-20, 1e-5, 0.01, 0.158, 0.3, 0.4999999, 0.7, 0.99])("the quantile of %f leads back", (p) => {
    expect(relativeError(normalCdf(normalQuantile(p)), p)).toBeLessThan(2e-13);
  });

  test("is floored, never 0, for what is not impossible", () => {
    expect(normalCdf(-60)).toBe(1e-300);
    expect(normalCdf(60)).toBe(1);
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
  });
});

describe("Student's t", () => {
  test("agrees with an independent implementation where the degrees of freedom are not whole", () => {
    expect(tCdf(-2.5, 7.5)).toBeCloseTo(0.019410129136812764, 14);
    expect(tQuantile(0.99, 3.3)).toBeCloseTo(4.226609156667667, 12);
  });

  test.each([0.7, 1, 2, 4.4, 30, 999, 1e6])("with %f degrees of freedom the quantile leads back", (df) => {
    for (const p of [1e-8, 0.001, 0.05, 0.3, 0.499, 0.9]) {
      expect(relativeError(tCdf(tQuantile(p, df), df), p)).toBeLessThan(1e-9);
    }
  });

  test("has its closed forms and becomes normal", () => {
    expect(tQuantile(0.95, 1)).toBeCloseTo(Math.tan(Math.PI * 0.45), 12);
    expect(tQuantile(0.95, 1e12)).toBeCloseTo(normalQuantile(0.95), 9);
    expect(tQuantile(0.95, Number.POSITIVE_INFINITY)).toBeCloseTo(normalQuantile(0.95), 12);
  });

  test("without degrees of freedom nothing is excluded", () => {
    expect(tQuantile(0.95, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(tQuantile(0.05, 0)).toBe(Number.NEGATIVE_INFINITY);
  });

  test("at the point where the incomplete beta function changes sides", () => {
    for (let df = 2; df < 400; df++) {
      const t = Math.sqrt((df * 1.5) / (df / 2 + 1));
      const beside = [t * (1 - 2 ** -52), t, t * (1 + 2 ** -52)].map((each) => tCdf(-each, df));
      expect(Math.max(...beside) - Math.min(...beside)).toBeLessThan(1e-13);
    }
  });
});

describe("binomial tails", () => {
  test("are those of Pascal's triangle", () => {
    let row = [1];
    for (let n = 0; n <= 40; n++) {
      for (let k = 0; k <= n; k++) {
        const below = row.slice(0, k).reduce((sum, count) => sum + count, 0);
        const { less, equal, greater } = fairBinomialTails(k, n);
        expect(less).toBeCloseTo(below / 2 ** n, 13);
        expect(relativeError(equal, (row[k] ?? 0) / 2 ** n)).toBeLessThan(1e-13);
        expect(less + equal + greater).toBeCloseTo(1, 13);
      }
      row = [...row, 0].map((count, k) => count + (row[k - 1] ?? 0));
    }
  });

  test("keep their digits at 100,000", () => {
    const { less, equal } = fairBinomialTails(49_500, 100_000);
    expect(less + equal).toBeCloseTo(0.0007911799394257577, 14);
  });
});

test("the logarithm of the gamma function is that of factorials and of √π", () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 13);
});
