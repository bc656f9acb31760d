import { describe, expect, test } from "vitest";
import { clusterRobust } from "../../src/stats/cluster-robust.ts";
import { normalQuantile } from "../../src/stats/distributions.ts";
import { bonettPrice, newcombe, tango, tangoZ } from "../../src/stats/paired-proportions.ts";
import { pairedT } from "../../src/stats/paired-t.ts";
import { boundInputsAtLook, casesMissed, scoreBoundOffset, unseenLoss } from "../../src/stats/score-bound.ts";
import { wilson } from "../../src/stats/wilson.ts";

describe("Wilson", () => {
  test("the ends are where the score test is on the edge", () => {
    const z = normalQuantile(0.975);
    for (const [successes, n] of [
      [3, 11],
      [7.25, 20],
      [99, 100],
    ] as const) {
      const { low, high } = wilson(successes, n, 0.95);
      for (const rate of [low, high]) {
        expect(Math.abs(successes / n - rate)).toBeCloseTo(z * Math.sqrt((rate * (1 - rate)) / n), 12);
      }
    }
  });

  test("nothing seen, none and all", () => {
    expect(wilson(0, 0, 0.95)).toEqual({ low: 0, high: 1 });
    expect(wilson(0, 5, 0.95).low).toBe(0);
    expect(wilson(5, 5, 0.95).high).toBe(1);
  });
});

describe("paired proportions", () => {
  test("Tango's interval holds what his statistic does not reject", () => {
    for (const [n, wins, losses] of [
      [50, 2, 5],
      [30, 0, 0],
      [12, 12, 0],
      [20, 3, 17],
      [1, 0, 1],
    ] as const) {
      const { low, high } = tango(n, wins, losses, 0.9);
      const z = normalQuantile(0.95);
      if (low > -1) expect(tangoZ(n, wins, losses, low)).toBeCloseTo(z, 8);
      if (high < 1) expect(tangoZ(n, wins, losses, high)).toBeCloseTo(-z, 8);
      expect(low).toBeLessThanOrEqual((wins - losses) / n);
      expect(high).toBeGreaterThanOrEqual((wins - losses) / n);
    }
  });

  test("all intervals turn around with the arms, and stay within [−1, 1]", () => {
    for (const [both, wins, losses, none] of [
      [5, 3, 1, 2],
      [0, 4, 0, 0],
      [0, 0, 0, 6],
      [9, 0, 0, 0],
      [1, 2, 2, 1],
    ] as const) {
      const n = both + wins + losses + none;
      const pairs = [
        [
          newcombe({ bothPass: both, candidateOnly: wins, baselineOnly: losses, bothFail: none }, 0.9),
          newcombe({ bothPass: both, candidateOnly: losses, baselineOnly: wins, bothFail: none }, 0.9),
        ],
        [bonettPrice(n, wins, losses, 0.9), bonettPrice(n, losses, wins, 0.9)],
        [tango(n, wins, losses, 0.9), tango(n, losses, wins, 0.9)],
      ] as const;
      for (const [one, other] of pairs) {
        expect(one.low).toBeCloseTo(-other.high, 9);
        expect(one.high).toBeCloseTo(-other.low, 9);
        expect(one.low).toBeGreaterThanOrEqual(-1);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(one.difference);
      }
    }
  });

  test("without cases nothing is known", () => {
    const unknown = { difference: 0, low: -1, high: 1 };
    expect(newcombe({ bothPass: 0, candidateOnly: 0, baselineOnly: 0, bothFail: 0 }, 0.9)).toEqual(unknown);
    expect(tango(0, 0, 0, 0.9)).toEqual(unknown);
    expect(tangoZ(0, 0, 0, -0.05)).toBe(0);
    expect(bonettPrice(0, 0, 0, 0.9)).toMatchObject({ difference: 0 });
  });
});

describe("t", () => {
  test("what the data do not determine is null", () => {
    const unknown = { se: null, t: null, df: 0, pLower: null, pTwoSided: null, low: null, high: null };
    expect(pairedT([], 0.9)).toEqual({ mean: null, ...unknown });
    expect(pairedT([0.4], 0.9)).toEqual({ mean: 0.4, ...unknown });
    expect(pairedT([0.1, 0.1, 0.1], 0.9)).toMatchObject({ mean: 0.1, se: 0, t: null, pLower: null });
  });

  test("clusters of one case are the paired t", () => {
    const differences = [-0.25, -0.5, 0, 0.25, -0.75, -0.25, 0.1];
    const n = differences.length;
    const clusters = differences.map((difference) => ({ weight: 1 / n, difference: difference / n }));
    const plain = pairedT(differences, 0.9);
    const robust = clusterRobust(clusters);
    expect(robust.mean).toBeCloseTo(plain.mean ?? 0, 14);
    expect(robust.se).toBeCloseTo(plain.se ?? 0, 14);
    expect(robust.pLower).toBeCloseTo(plain.pLower ?? 0, 14);
  });

  test("one cluster, and clusters that agree, have no p", () => {
    expect(clusterRobust([])).toEqual({ mean: 0, se: null, df: 0, pLower: null });
    expect(clusterRobust([{ weight: 1, difference: -0.2 }])).toEqual({ mean: -0.2, se: null, df: 0, pLower: null });
    const third = { weight: 1 / 3, difference: -0.1 / 3 };
    expect(clusterRobust([third, third, third])).toMatchObject({ se: 0, df: 2, pLower: null });
  });
});

describe("the score bound", () => {
  test("solves x² = c²(V + ρx)", () => {
    for (const c of [1.645, 2.7, 6.3]) {
      for (const variance of [0, 0.0004, 0.01]) {
        for (const rho of [0, 0.01, 0.2]) {
          const x = scoreBoundOffset(c, variance, rho);
          expect(x * x).toBeCloseTo(c * c * (variance + rho * x), 12);
        }
      }
    }
  });

  test("grows with everything that is unknown", () => {
    const x = scoreBoundOffset(1.7, 0.001, 0.01);
    expect(scoreBoundOffset(1.8, 0.001, 0.01)).toBeGreaterThan(x);
    expect(scoreBoundOffset(1.7, 0.002, 0.01)).toBeGreaterThan(x);
    expect(scoreBoundOffset(1.7, 0.001, 0.02)).toBeGreaterThan(x);
    expect(scoreBoundOffset(Number.POSITIVE_INFINITY, 0, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  test("what can still be lost: all of it with few cases of one trial, else what the baseline passes", () => {
    const cases = (count: number, trialsCandidate: number) =>
      Array.from({ length: count }, () => ({ weight: 1 / count, trialsCandidate }));
    const input = { baselineMean: 0.9, range: 1 };
    expect(unseenLoss({ ...input, cases: cases(29, 1), singleTrial: true })).toBeCloseTo(1 / 29, 14);
    expect(unseenLoss({ ...input, cases: cases(30, 1), singleTrial: true })).toBeCloseTo(0.8 / 30, 14);
    expect(unseenLoss({ ...input, cases: cases(10, 3), singleTrial: false })).toBeCloseTo(0.8 / 30, 14);
    expect(unseenLoss({ ...input, baselineMean: 0.3, cases: cases(50, 1), singleTrial: true })).toBe(0);
  });

  test("at an early look the unseen cases may behave worse than those seen; at the last there are none", () => {
    const seen = { variance: 0.001, varianceOfMean: 0.004, rho: 0.01, wholeCaseLoss: 0.05 };
    expect(boundInputsAtLook({ ...seen, share: 1 })).toEqual({ variance: 0.001, rho: 0.01 });
    const half = boundInputsAtLook({ ...seen, share: 0.5 });
    expect(half.variance).toBeCloseTo(0.0025, 14);
    expect(half.rho).toBeCloseTo(0.03, 14);
  });

  test("broken cases that a look may have missed: many early, one late, none at the end", () => {
    expect(casesMissed(0.9, 0.026)).toBe(1);
    expect(casesMissed(0.9, 0.11)).toBe(0);
    expect(casesMissed(0.5, 0.009)).toBe(6);
    expect(casesMissed(0.1, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(casesMissed(1, 0.05)).toBe(0);
  });
});
