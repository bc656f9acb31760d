import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decideAll } from "../../src/gate/decide.ts";
import { decideOne, draft, gate, graded, latency, makeCase, makeSet, passFail } from "./support.ts";

interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly input: { n: number; wins: number; losses: number; basePasses: number; delta: number; alpha: number };
  readonly expected: { diff: number; pRegression: number; pImprovement: number; lowerBound: number; verdict: string };
  readonly tol: number;
}

const reference = JSON.parse(readFileSync("fixtures/statistics/reference.json", "utf8")) as {
  vectors: readonly Vector[];
};
const verdicts = reference.vectors.filter((vector) => vector.kind === "verdictBinaryFixed");
const names: Readonly<Record<string, string>> = {
  REGRESSION: "regression",
  IMPROVEMENT: "improvement",
  NO_CHANGE: "no-regression",
  INCONCLUSIVE: "inconclusive",
};

describe("the rule, on the reference values", () => {
  it.each(verdicts)("$id", ({ input, expected, tol }) => {
    const result = decideOne(passFail, makeSet(input), { margin: input.delta, alpha: input.alpha });
    expect(result.difference).toBeCloseTo(expected.diff, 9);
    expect(Math.abs((result.pValue ?? 9) - expected.pRegression)).toBeLessThanOrEqual(tol);
    expect(Math.abs((result.pBetter ?? 9) - expected.pImprovement)).toBeLessThanOrEqual(tol);
    expect(Math.abs((result.interval?.[0] ?? 9) - Math.max(-1, expected.lowerBound))).toBeLessThanOrEqual(tol);
    expect(result.verdict).toBe(names[expected.verdict]);
  });
});

describe("edge cases", () => {
  it("no valid pair: nothing can be said", () => {
    const failed = decideOne(passFail, [makeCase(1, "failed", 1), makeCase(2, 1, "failed")]);
    expect(failed).toMatchObject({ verdict: "error", reason: "failed", pairs: 0, difference: null, pValue: null });
    expect(failed.failed).toEqual({ baseline: 1, candidate: 1 });
    expect(decideOne(passFail, [])).toMatchObject({ verdict: "error", reason: "no-pairs" });
  });

  it("V = 0: p is 1, never 0 or NaN, and only a set that is long enough passes", () => {
    const passes = (n: number) => decideOne(passFail, makeSet({ n, wins: 0, losses: 0, basePasses: n }));
    expect(passes(55)).toMatchObject({ pValue: 1, pBetter: 1, difference: 0, verdict: "inconclusive" });
    expect(passes(56)).toMatchObject({ pValue: 1, verdict: "no-regression" });
  });

  it("one trial and fewer than four newly failing cases: never a regression", () => {
    expect(decideOne(passFail, makeSet({ n: 10, wins: 0, losses: 3, basePasses: 10 }))).toMatchObject({
      pValue: 0.0625,
      verdict: "inconclusive",
    });
    expect(decideOne(passFail, makeSet({ n: 10, wins: 0, losses: 4, basePasses: 10 }))).toMatchObject({
      pValue: 0.03125,
      verdict: "regression",
    });
  });

  it("fewer than five cases with one trial: always inconclusive", () => {
    expect(decideOne(passFail, makeSet({ n: 4, wins: 0, losses: 4, basePasses: 4 }))).toMatchObject({
      verdict: "inconclusive",
      reason: "too-few-cases",
    });
  });

  it("three cases with five trials find one stable case that breaks", () => {
    const five = (value: number): readonly number[] => [value, value, value, value, value];
    const cases = [makeCase(1, five(1), five(0)), makeCase(2, five(1), five(1)), makeCase(3, five(1), five(1))];
    expect(decideOne(passFail, cases)).toMatchObject({ verdict: "regression" });
  });

  it("ties drop out of the test and count for the bound", () => {
    const few = decideOne(passFail, makeSet({ n: 60, wins: 1, losses: 1, basePasses: 50 }));
    const many = decideOne(passFail, makeSet({ n: 600, wins: 1, losses: 1, basePasses: 500 }));
    expect(few.pValue).toBe(many.pValue);
    expect(many.interval?.[0]).toBeGreaterThan(few.interval?.[0] ?? 1);
  });

  it("weights enter everywhere: a heavy case that breaks weighs more", () => {
    const cases = makeSet({ n: 40, wins: 0, losses: 1, basePasses: 40 }).map((each, index) =>
      index === 0 ? { ...each, weight: 10 } : each,
    );
    expect(decideOne(passFail, cases).difference).toBeCloseTo(-10 / 49, 12);
  });

  it("unequal trials are nothing special", () => {
    const cases = Array.from({ length: 60 }, (_, i) => makeCase(i, [1, 1, 1, 1, 1], i < 12 ? 0 : 1));
    expect(decideOne(passFail, cases)).toMatchObject({ verdict: "regression", worse: 12, better: 0 });
  });

  it("a constant graded metric is as V = 0", () => {
    const cases = Array.from({ length: 100 }, (_, i) => makeCase(i, 1, 1));
    expect(decideOne(graded, cases)).toMatchObject({ pValue: 1, difference: 0, verdict: "no-regression" });
  });

  it("a lower-is-better score is oriented: more failures are worse", () => {
    const failures = { ...passFail, name: "failure-rate", direction: "lower" as const };
    const cases = Array.from({ length: 50 }, (_, i) => makeCase(i, 0, i < 10 ? 1 : 0));
    expect(decideOne(failures, cases)).toMatchObject({ baseline: 0, candidate: 0.2, verdict: "regression", worse: 10 });
  });
});

describe("missing samples", () => {
  const passing = (n: number) => Array.from({ length: n }, (_, i) => makeCase(`p${i}`, 1, 1));

  it("a failed sample leaves both arms and is counted in its own", () => {
    const result = decideOne(passFail, [...passing(99), makeCase("f", "failed", 0)]);
    expect(result).toMatchObject({ pairs: 99, worse: 0, failed: { baseline: 1, candidate: 0 }, unscored: 0 });
  });

  it("more than a tenth left out: an error, worded as one", () => {
    const failed = Array.from({ length: 12 }, (_, i) => makeCase(`f${i}`, "failed", 1));
    expect(decideOne(passFail, [...passing(100), ...failed])).toMatchObject({ verdict: "error", reason: "failed" });
    const unscored = Array.from({ length: 12 }, (_, i) => makeCase(`u${i}`, 1, "unscored"));
    expect(decideOne(passFail, [...passing(100), ...unscored])).toMatchObject({ verdict: "error", reason: "unscored" });
  });

  it("lopsided missing samples cannot pass", () => {
    const lopsided = Array.from({ length: 5 }, (_, i) => makeCase(`f${i}`, 1, "failed"));
    expect(decideOne(passFail, [...passing(100), ...lopsided])).toMatchObject({
      verdict: "inconclusive",
      reason: "missing",
    });
  });

  it("a pass must survive counting the candidate's missing cases as lost", () => {
    const one = [makeCase("f0", 1, "failed")];
    expect(decideOne(passFail, [...passing(60), ...one])).toMatchObject({ verdict: "inconclusive", reason: "missing" });
    expect(decideOne(passFail, [...passing(200), ...one])).toMatchObject({ verdict: "no-regression" });
  });

  it("a regression among what is left still counts", () => {
    const broken = Array.from({ length: 30 }, (_, i) => makeCase(`b${i}`, 1, 0));
    const failed = Array.from({ length: 30 }, (_, i) => makeCase(`f${i}`, "failed", "failed"));
    expect(decideOne(passFail, [...passing(70), ...broken, ...failed])).toMatchObject({ verdict: "regression" });
  });
});

describe("ratios", () => {
  const times = (factor: number, n = 40) =>
    Array.from({ length: n }, (_, i) => makeCase(i, 100 + (i % 7), (100 + ((i * 3) % 7)) * factor));

  it("a slowdown beyond the margin is a regression, in relative terms", () => {
    const result = decideOne(latency, times(1.3), { metrics: { latency: { gate: true, atLeast: null, margin: 0.2 } } });
    expect(result.verdict).toBe("regression");
    expect(result.difference).toBeCloseTo(-0.3, 1);
    expect(result.gated).toBe(true);
  });

  it("the same latency passes; twice as fast is an improvement", () => {
    expect(decideOne(latency, times(1)).verdict).toBe("no-regression");
    expect(decideOne(latency, times(0.5)).verdict).toBe("improvement");
  });

  it("zeros do not become infinite", () => {
    const result = decideOne(latency, [...times(1, 20), makeCase("zero", 0, 100)]);
    expect(Number.isFinite(result.difference)).toBe(true);
    expect(Number.isFinite(result.baseline)).toBe(true);
  });
});

describe("several gating comparisons", () => {
  it("are corrected together, and the correction can take a regression away", () => {
    const weak = makeSet({ n: 100, wins: 4, losses: 12, basePasses: 80 });
    expect(decideOne(passFail, weak).verdict).toBe("regression");
    const drafts = [
      weak,
      ...Array.from({ length: 9 }, () => makeSet({ n: 100, wins: 3, losses: 3, basePasses: 80 })),
    ].map((cases) => draft(passFail, cases));
    const decided = decideAll(drafts, gate);
    expect(decided[0]?.verdict).toBe("inconclusive");
    expect(decided[0]?.adjustedPValue).toBeGreaterThan(decided[0]?.pValue ?? 1);
  });

  it("watched metrics are not counted and keep their own verdict", () => {
    const watched = { ...passFail, name: "watched", gatesByDefault: false };
    const cases = makeSet({ n: 100, wins: 4, losses: 12, basePasses: 80 });
    const decided = decideAll([draft(passFail, cases), draft(watched, cases)], gate);
    expect(decided.map((each) => each.adjustedPValue)).toEqual([decided[0]?.pValue, null]);
  });
});
