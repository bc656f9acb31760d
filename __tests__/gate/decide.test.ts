import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decideAll } from "../../src/gate/decide.ts";
import { decideOne, draft, gate, graded, latency, makeCase, makeSet, passFail, repeat } from "./support.ts";

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

describe("edge cases, one by one", () => {
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

  it.each([
    { wins: 0, losses: 3, p: 0.0625, verdict: "inconclusive" },
    { wins: 0, losses: 4, p: 0.03125, verdict: "regression" },
    { wins: 1, losses: 6, p: 0.03515625, verdict: "regression" },
    { wins: 2, losses: 7, p: 0.0546875, verdict: "inconclusive" },
  ])("one trial, $losses against $wins: $verdict", ({ wins, losses, p, verdict }) => {
    const result = decideOne(passFail, makeSet({ n: 20, wins, losses, basePasses: 15 }));
    expect(result.pValue).toBeCloseTo(p, 12);
    expect(result.verdict).toBe(verdict);
  });

  it("one trial and fewer than five cases: always inconclusive", () => {
    for (const n of [1, 2, 3, 4]) {
      for (const [wins, losses] of [
        [0, n],
        [n, 0],
        [0, 0],
      ] as const) {
        const result = decideOne(passFail, makeSet({ n, wins, losses, basePasses: n - wins }));
        expect(result).toMatchObject({ verdict: "inconclusive", reason: "too-few-cases" });
      }
    }
  });

  it.each([3, 5, 8, 10])("%d cases with five trials find one stable case that breaks", (n) => {
    const cases = Array.from({ length: n }, (_, i) => makeCase(i, repeat(5, 1), repeat(5, i === 0 ? 0 : 1)));
    expect(decideOne(passFail, cases)).toMatchObject({ verdict: "regression" });
  });

  it("fewer than ten cases: the same formulas hold", () => {
    // By hand: x = (c² + √(c⁴ + 4c²·4))/2n with c = t₀.₉₅ of 7 degrees, 1.894579.
    const result = decideOne(passFail, makeSet({ n: 8, wins: 1, losses: 3, basePasses: 5 }));
    const c = 1.894578605;
    expect(result.interval?.[0]).toBeCloseTo(-2 / 8 - (c ** 2 + Math.sqrt(c ** 4 + 16 * c ** 2)) / 16, 6);
    expect(result.pValue).toBeCloseTo(3 / 16, 12);
  });

  it("ties drop out of the test and count for the bound", () => {
    const few = decideOne(passFail, makeSet({ n: 60, wins: 1, losses: 1, basePasses: 50 }));
    const many = decideOne(passFail, makeSet({ n: 600, wins: 1, losses: 1, basePasses: 500 }));
    expect(few.pValue).toBe(many.pValue);
    expect(many.interval?.[0]).toBeGreaterThan(few.interval?.[0] ?? 1);
  });

  it("unequal trials are nothing special", () => {
    const cases = Array.from({ length: 60 }, (_, i) => makeCase(i, repeat(5, 1), i < 12 ? 0 : 1));
    expect(decideOne(passFail, cases)).toMatchObject({ verdict: "regression", worse: 12, better: 0 });
    // Each broken case has the chance 1/6 that the failure falls to the single trial.
    expect(decideOne(passFail, cases).pValue).toBeCloseTo(6 ** -12 / 2, 15);
  });

  it("weights enter everywhere, and the effective number of cases is told", () => {
    const cases = makeSet({ n: 40, wins: 0, losses: 1, basePasses: 40 }).map((each, index) =>
      index === 0 ? { ...each, weight: 10 } : each,
    );
    const weighted = decideOne(passFail, cases);
    const equal = decideOne(passFail, makeSet({ n: 40, wins: 0, losses: 1, basePasses: 40 }));
    expect(weighted.difference).toBeCloseTo(-10 / 49, 12);
    expect(weighted.baseline).toBe(1);
    expect(weighted.candidate).toBeCloseTo(39 / 49, 12);
    expect(weighted.effectiveCases).toBeCloseTo(49 ** 2 / 139, 9);
    expect(equal.effectiveCases).toBe(40);
    expect(weighted.interval?.[0]).toBeLessThan(equal.interval?.[0] ?? -1);
  });

  it("a case without weight has no say, and weights have no unit", () => {
    const cases = makeSet({ n: 40, wins: 2, losses: 6, basePasses: 30 });
    const silent = Array.from({ length: 20 }, (_, i) => makeCase(`s${i}`, 1, i < 10 ? 0 : "failed", { weight: 0 }));
    expect(decideOne(passFail, [...cases, ...silent])).toEqual(decideOne(passFail, cases));
    const scaled = decideOne(
      passFail,
      cases.map((each) => ({ ...each, weight: 8 })),
    );
    expect(scaled).toEqual(decideOne(passFail, cases));
    expect(decideOne(passFail, silent)).toMatchObject({ verdict: "error", reason: "no-pairs", pairs: 0 });
  });

  it("a constant graded metric is as V = 0", () => {
    const cases = (n: number, value: number) => Array.from({ length: n }, (_, i) => makeCase(i, value, value));
    expect(decideOne(graded, cases(100, 1))).toMatchObject({ pValue: 1, difference: 0, verdict: "no-regression" });
    expect(decideOne(graded, cases(55, 1)).verdict).toBe("inconclusive");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "a score that is %d is no score: the trial is missing and counted",
    (value) => {
      const rest = makeSet({ n: 99, wins: 0, losses: 0, basePasses: 99 });
      for (const metric of [passFail, graded, latency]) {
        const result = decideOne(metric, [...rest, makeCase("x", 1, value)]);
        expect(result).toMatchObject({ pairs: 99, unscored: 1, difference: 0 });
      }
      expect(decideOne(passFail, [...rest, makeCase("x", [1, value], [1, 1])])).toMatchObject({ pairs: 100 });
    },
  );

  it("a lower-is-better score is oriented: more failures are worse", () => {
    const failures = { ...passFail, name: "failure-rate", direction: "lower" as const };
    const cases = Array.from({ length: 50 }, (_, i) => makeCase(i, 0, i < 10 ? 1 : 0));
    expect(decideOne(failures, cases)).toMatchObject({ baseline: 0, candidate: 0.2, verdict: "regression", worse: 10 });
  });
});

describe("exact: true", () => {
  it("counts the whole of what is as likely, so that the level is guaranteed", () => {
    const four = makeSet({ n: 20, wins: 0, losses: 4, basePasses: 18 });
    expect(decideOne(passFail, four)).toMatchObject({ pValue: 0.03125, verdict: "regression" });
    expect(decideOne(passFail, four, { exact: true })).toMatchObject({ pValue: 0.0625, verdict: "inconclusive" });
  });

  it("holds the level for every number of discordant cases, where mid-p does so on average only", () => {
    const level = (exact: boolean, discordant: number): number => {
      let total = 0;
      let ways = 1;
      for (let wins = 0; wins <= discordant; wins++) {
        const cases = makeSet({ n: 20, wins, losses: discordant - wins, basePasses: 20 - wins });
        if ((decideOne(passFail, cases, { exact }).pValue ?? 0) <= 0.05) total += ways / 2 ** discordant;
        ways = (ways * (discordant - wins)) / (wins + 1);
      }
      return total;
    };
    const sizes = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(Math.max(...sizes.map((size) => level(true, size)))).toBeLessThanOrEqual(0.05);
    expect(Math.max(...sizes.map((size) => level(false, size)))).toBeGreaterThan(0.05);
  });
});

describe("what would settle it", () => {
  it("names trials where they are worth as much as cases, and they would", () => {
    const result = decideOne(passFail, makeSet({ n: 60, wins: 3, losses: 4, basePasses: 48 }));
    expect(result.verdict).toBe("inconclusive");
    expect(result.casesNeeded).toBe(289);
    expect(result.trialsNeeded).toBe(5);
    const three = (value: number) => repeat(3, value);
    const more = Array.from({ length: 40 }, (_, i) =>
      i < 4 ? makeCase(i, [1, 0, 1], [1, 0, 0]) : makeCase(i, three(1), three(1)),
    );
    expect(decideOne(passFail, more)).toMatchObject({ verdict: "inconclusive", trialsNeeded: 4 });
  });

  it("names none where no number of trials would, or it is settled, or cases are what helps", () => {
    expect(decideOne(passFail, makeSet({ n: 20, wins: 4, losses: 5, basePasses: 12 })).trialsNeeded).toBeNull();
    expect(decideOne(passFail, makeSet({ n: 100, wins: 0, losses: 0, basePasses: 90 }))).toMatchObject({
      verdict: "no-regression",
      casesNeeded: null,
      trialsNeeded: null,
    });
    const open = makeSet({ n: 60, wins: 3, losses: 4, basePasses: 48 });
    expect(decideOne(passFail, open, { scope: "population" }).trialsNeeded).toBeNull();
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

  it("too few cases for any bound: no interval rather than an infinite one", () => {
    expect(decideOne(latency, times(1, 4))).toMatchObject({ interval: null, verdict: "inconclusive" });
    expect(decideOne(latency, times(1, 6)).interval?.every(Number.isFinite)).toBe(true);
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
