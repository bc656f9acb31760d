import { describe, expect, test } from "vitest";
import { mcnemar } from "../../src/stats/mcnemar.ts";
import { drawPermutations } from "../../src/stats/permutation-draws.ts";
import { permuteCases } from "../../src/stats/permuted-cases.ts";
import { createRandom, type Random } from "../../src/stats/random.ts";
import { type PermutationCase, withinCasePermutation } from "../../src/stats/within-case-permutation.ts";
import { allDifferences, observedDifference } from "./enumerate.ts";

type Scores = (random: Random) => number;

const passFail: Scores = (random) => (random.uniform() < 0.6 ? 1 : 0);
const quarters: Scores = (random) => random.below(5) / 4;
const similarity: Scores = (random) => random.uniform();

function makeCases(
  random: Random,
  shape: { cases: number; baseline: number; candidate: number; scores: Scores; weight?: (random: Random) => number },
): PermutationCase[] {
  const trials = (count: number) => Array.from({ length: count }, () => shape.scores(random));
  return Array.from({ length: shape.cases }, () => ({
    weight: shape.weight?.(random) ?? 1,
    baseline: trials(shape.baseline),
    candidate: trials(shape.candidate),
  }));
}

function mirror(cases: readonly PermutationCase[]): PermutationCase[] {
  const negate = (scores: readonly number[]) => scores.map((score) => -score);
  return cases.map(({ weight, baseline, candidate }) => ({
    weight,
    baseline: negate(baseline),
    candidate: negate(candidate),
  }));
}

const shapes = [
  { name: "pass/fail, 1/1", cases: 8, baseline: 1, candidate: 1, scores: passFail },
  { name: "pass/fail, 3/3", cases: 4, baseline: 3, candidate: 3, scores: passFail },
  { name: "pass/fail, 5/1, whole weights", cases: 4, baseline: 5, candidate: 1, scores: passFail, weight: below4 },
  { name: "pass/fail, 1/3, any weights", cases: 5, baseline: 1, candidate: 3, scores: passFail, weight: anyWeight },
  { name: "quarters, 2/2", cases: 4, baseline: 2, candidate: 2, scores: quarters },
  { name: "quarters, 3/2", cases: 4, baseline: 3, candidate: 2, scores: quarters },
  { name: "similarities, 2/2", cases: 5, baseline: 2, candidate: 2, scores: similarity },
  {
    name: "similarities, 4/1, any weights",
    cases: 5,
    baseline: 4,
    candidate: 1,
    scores: similarity,
    weight: anyWeight,
  },
];

function below4(random: Random): number {
  return 1 + random.below(3);
}

function anyWeight(random: Random): number {
  return 0.2 + random.uniform();
}

describe.each(shapes)("$name", (shape) => {
  const random = createRandom(shape.name);
  const examples = Array.from({ length: 12 }, () => makeCases(random, shape));

  test("is exact: equal to going through all ways one by one", () => {
    for (const cases of examples) {
      const all = allDifferences(cases);
      const observed = observedDifference(cases);
      const less = all.filter((difference) => difference < observed - 1e-9).length / all.length;
      const equal = all.filter((difference) => Math.abs(difference - observed) <= 1e-9).length / all.length;
      const variance = all.reduce((sum, difference) => sum + difference ** 2, 0) / all.length;
      const mid = withinCasePermutation(cases, { seed: 1 });
      const strict = withinCasePermutation(cases, { seed: 1, exact: true });
      expect(mid.difference).toBeCloseTo(observed, 12);
      expect(mid.variance).toBeCloseTo(variance, 12);
      if (mid.method === "degenerate") continue;
      expect(mid.method).toBe("exact");
      expect(mid.pWorse).toBeCloseTo(less + equal / 2, 10);
      expect(mid.pBetter).toBeCloseTo(1 - less - equal / 2, 10);
      expect(strict.pWorse).toBeCloseTo(less + equal, 10);
      expect(strict.pBetter).toBeCloseTo(1 - less, 10);
    }
  });

  test("the third moment is that of all ways", () => {
    for (const cases of examples) {
      for (const one of cases) {
        const all = allDifferences([one]);
        const third = all.reduce((sum, difference) => sum + difference ** 3, 0) / all.length;
        expect(permuteCases([one], [1]).thirdMoment[0] ?? 0).toBeCloseTo(third, 12);
      }
    }
  });

  test("worse and better change places in the mirror", () => {
    for (const cases of examples) {
      const one = withinCasePermutation(cases, { seed: 1 });
      const other = withinCasePermutation(mirror(cases), { seed: 1 });
      expect(other.pWorse).toBeCloseTo(one.pBetter, 12);
      expect(other.pBetter).toBeCloseTo(one.pWorse, 12);
      expect(other.difference).toBeCloseTo(-one.difference, 12);
    }
  });

  test("Monte Carlo comes to the same", () => {
    for (const cases of examples.slice(0, 3)) {
      const permuted = permuteCases(
        cases,
        cases.map(({ weight }) => weight),
      );
      if (permuted.cases.length === 0) continue;
      const exact = withinCasePermutation(cases, { seed: 1 });
      const drawn = drawPermutations(permuted, "draws", 40_000);
      expect(drawn.draws).toBe(40_000);
      // Four standard errors at the worst p.
      expect(Math.abs((drawn.less + drawn.equal / 2) / drawn.draws - exact.pWorse)).toBeLessThan(0.01);
    }
  });
});

describe("how the p-value is found", () => {
  test.each([
    [100_000, 1, 1, passFail, "exact"],
    [1_000, 3, 3, passFail, "exact"],
    [500, 5, 1, quarters, "exact"],
    [1_000, 3, 3, similarity, "normal"],
    [100_000, 3, 3, passFail, "normal"],
    [30, 3, 3, similarity, "monte-carlo"],
  ] as const)("%i cases, %i/%i trials of %o: %s", (cases, baseline, candidate, scores, method) => {
    const result = withinCasePermutation(makeCases(createRandom(7), { cases, baseline, candidate, scores }), {
      seed: 1,
    });
    expect(result.method).toBe(method);
    expect(result.pWorse + result.pBetter).toBeCloseTo(1, 9);
  });

  test("skewed differences are not left to the normal value", () => {
    const cases = makeCases(createRandom(3), {
      cases: 300,
      baseline: 8,
      candidate: 1,
      scores: (random) => 1 - random.uniform() ** 12,
    });
    expect(withinCasePermutation(cases, { seed: 1 }).method).toBe("monte-carlo");
  });

  test("a guaranteed level is never left to the normal value", () => {
    const cases = makeCases(createRandom(7), { cases: 400, baseline: 2, candidate: 2, scores: similarity });
    const strict = withinCasePermutation(cases, { seed: 1, exact: true });
    expect(strict.method).toBe("monte-carlo");
    expect(Math.abs(strict.pWorse - withinCasePermutation(cases, { seed: 1 }).pWorse)).toBeLessThan(0.01);
  });

  test("the normal value is as near the exact one as Monte Carlo would be", () => {
    // The same scores on a grid so fine that they are convolved, and a hair off it.
    const random = createRandom("near");
    const onGrid = makeCases(random, { cases: 120, baseline: 3, candidate: 3, scores: quarters });
    const offGrid = onGrid.map((one) => ({
      ...one,
      candidate: one.candidate.map((score) => score + 1e-6 * random.uniform()),
    }));
    const exact = withinCasePermutation(onGrid, { seed: 1 });
    const normal = withinCasePermutation(offGrid, { seed: 1 });
    expect([exact.method, normal.method]).toEqual(["exact", "normal"]);
    expect(Math.abs(exact.pWorse - normal.pWorse)).toBeLessThan(0.002);
  });

  test("the seed decides the draws", () => {
    const cases = makeCases(createRandom(7), { cases: 25, baseline: 3, candidate: 3, scores: similarity });
    const p = (seed: number) => withinCasePermutation(cases, { seed, draws: 5_000 }).pWorse;
    expect(p(1)).toBe(p(1));
    expect(p(1)).not.toBe(p(2));
  });
});

describe("edges", () => {
  const degenerate = { difference: 0, variance: 0, pWorse: 1, pBetter: 1, method: "degenerate" };

  test("no cases, and cases in which every output is equal", () => {
    expect(withinCasePermutation([], { seed: 1 })).toEqual(degenerate);
    const constant = { weight: 1, baseline: [0.1, 0.1, 0.1], candidate: [0.1, 0.1] };
    expect(withinCasePermutation([constant, { weight: 3, baseline: [1], candidate: [1] }], { seed: 1 })).toEqual(
      degenerate,
    );
    expect(withinCasePermutation([{ weight: 0, baseline: [1], candidate: [0] }], { seed: 1 })).toEqual(degenerate);
  });

  test("one trial of pass/fail is McNemar's test, ties dropping out", () => {
    const pair = (baseline: number, candidate: number) => ({ weight: 1, baseline: [baseline], candidate: [candidate] });
    const cases = [
      ...Array.from({ length: 9 }, () => pair(1, 0)),
      ...Array.from({ length: 3 }, () => pair(0, 1)),
      ...Array.from({ length: 40 }, () => pair(1, 1)),
    ];
    const { lowerMid, upperMid } = mcnemar(3, 9);
    const result = withinCasePermutation(cases, { seed: 1 });
    expect(result).toMatchObject({ pWorse: lowerMid, pBetter: upperMid, method: "exact" });
    expect(result.variance).toBeCloseTo(12 / 52 ** 2, 14);
  });

  test("a p-value that underflows is floored", () => {
    const cases = Array.from({ length: 2_000 }, () => ({ weight: 1, baseline: [1], candidate: [0] }));
    expect(withinCasePermutation(cases, { seed: 1 }).pWorse).toBe(1e-300);
    const three = Array.from({ length: 700 }, () => ({ weight: 1, baseline: [1, 1, 1], candidate: [0, 0, 0] }));
    expect(withinCasePermutation(three, { seed: 1 })).toMatchObject({ pWorse: 1e-300, pBetter: 1, method: "exact" });
  });

  test("unequal trials over the cases lie on a lattice, too", () => {
    const random = createRandom("missing");
    const cases = Array.from({ length: 60 }, () => ({
      weight: 1,
      baseline: Array.from({ length: 1 + random.below(3) }, () => passFail(random)),
      candidate: Array.from({ length: 1 + random.below(3) }, () => passFail(random)),
    }));
    expect(withinCasePermutation(cases, { seed: 1 }).method).toBe("exact");
  });

  test("a case with more trials than any law is built for still has a p-value", () => {
    const trials = (passed: number) => Array.from({ length: 3_000 }, (_, index) => (index < passed ? 1 : 0));
    const cases = [{ weight: 1, baseline: trials(1_500), candidate: trials(1_400) }];
    const { pWorse, method } = withinCasePermutation(cases, { seed: 1, draws: 2_000 });
    expect(method).toBe("monte-carlo");
    expect(pWorse).toBeLessThan(0.02);
  });

  test("a lost pass never makes the p-value larger", () => {
    const random = createRandom("monotone");
    const cases = makeCases(random, { cases: 30, baseline: 3, candidate: 3, scores: passFail });
    let before = withinCasePermutation(cases, { seed: 1 }).pWorse;
    for (let index = 0; index < cases.length; index++) {
      const one = cases[index];
      if (one?.candidate[0] !== 1 || !one.baseline.every((score) => score === 1)) continue;
      cases[index] = { ...one, candidate: [0, ...one.candidate.slice(1)] };
      const after = withinCasePermutation(cases, { seed: 1 }).pWorse;
      expect(after).toBeLessThan(before);
      before = after;
    }
    expect(before).toBeLessThan(0.5);
  });
});
