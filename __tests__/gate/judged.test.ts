import { describe, expect, test } from "vitest";
import { judgeAlone } from "../../src/gate/judge-alone.ts";
import type { MetricDefinition } from "../../src/model.ts";
import { createRandom } from "../../src/stats/random.ts";
import { decideOne, gate, graded, makeCase, passFail } from "./support.ts";

const paired: MetricDefinition = { ...graded, name: "better", judged: true, paired: true };

/** So many pairs that the candidate wins and loses; the rest are ties. */
function makePairs({ n, wins, losses }: { n: number; wins: number; losses: number }) {
  return Array.from({ length: n }, (_, index) => {
    const candidate = index < wins ? 1 : index < wins + losses ? 0 : 0.5;
    return makeCase(index, 1 - candidate, candidate);
  });
}

describe("pairs", () => {
  test.each([
    // One-sided McNemar mid-p over the pairs that are no tie: P(X > l) + ½P(X = l), X ~ Bin(m, ½).
    [{ n: 40, wins: 0, losses: 5 }, 0.5 ** 6],
    [{ n: 40, wins: 1, losses: 6 }, (1 + 7 / 2) / 2 ** 7],
    [{ n: 40, wins: 5, losses: 5 }, 0.5],
    [{ n: 40, wins: 0, losses: 0 }, 1],
  ])("%j: p is McNemar's over wins and losses", (counts, p) => {
    const comparison = decideOne(paired, makePairs(counts));
    expect(comparison.pValue).toBeCloseTo(p, 10);
    expect(comparison.difference).toBeCloseTo((counts.wins - counts.losses) / counts.n, 10);
  });

  test("ties alone rule a loss out only as far as there are cases: every pair can be lost", () => {
    // x = c²/n with c = t(0.95; n − 1): 2.8386/40 and 2.7248/200.
    const low = (n: number): number => decideOne(paired, makePairs({ n, wins: 0, losses: 0 })).interval?.[0] ?? 0;
    expect(low(40)).toBeCloseTo(-0.07097, 4);
    expect(low(200)).toBeCloseTo(-0.01365, 4);
    expect(decideOne(paired, makePairs({ n: 40, wins: 0, losses: 0 })).verdict).toBe("inconclusive");
    expect(decideOne(paired, makePairs({ n: 200, wins: 0, losses: 0 })).verdict).toBe("no-regression");
  });
});

describe("outputs without a score", () => {
  const cases = (unscored: number, arm: "baseline" | "candidate") =>
    Array.from({ length: 100 }, (_, index) => {
      const missing = index < unscored ? ("unscored" as const) : 1;
      // All others got worse: what is left would be a regression.
      return arm === "baseline" ? makeCase(index, missing, 0) : makeCase(index, 1, index < unscored ? "unscored" : 0);
    });

  test.each([
    ["baseline", 10, "regression"],
    ["candidate", 10, "regression"],
    ["baseline", 11, "error"],
    ["candidate", 11, "error"],
  ] as const)("%s: %i of 100 are %s", (arm, unscored, verdict) => {
    expect(decideOne(passFail, cases(unscored, arm)).verdict).toBe(verdict);
  });

  test("maxUnscored says how many are too many", () => {
    const half = Array.from({ length: 100 }, (_, index) => makeCase(index, 1, index < 11 ? "unscored" : 1));
    expect(decideOne(passFail, half)).toMatchObject({ verdict: "error", reason: "unscored" });
    expect(decideOne(passFail, half, { maxUnscored: 0.2 })).toMatchObject({
      verdict: "inconclusive",
      reason: "missing",
    });
    expect(decideOne(passFail, cases(11, "candidate"), { maxUnscored: 0.2 }).verdict).toBe("regression");
    expect(decideOne(passFail, cases(6, "candidate"), { maxUnscored: 0.05 })).toMatchObject({
      verdict: "error",
      reason: "unscored",
    });
  });

  test.each([
    [10, "new"],
    [11, "error"],
  ] as const)("judged alone: %i of 100 are %s", (unscored, verdict) => {
    const alone = Array.from({ length: 100 }, (_, index) => makeCase(index, [], index < unscored ? "unscored" : 1));
    expect(judgeAlone(passFail, alone, gate).verdict).toBe(verdict);
  });

  test("failed samples are not counted as without a score", () => {
    const failed = Array.from({ length: 100 }, (_, index) =>
      makeCase(index, 1, index < 8 ? "failed" : index < 17 ? "unscored" : 0),
    );
    // 9 of 92 outputs have no score, and with the failed ones 17 of 100 cases are left out.
    expect(decideOne(passFail, failed)).toMatchObject({ verdict: "regression" });
  });
});

describe("how often an unchanged prompt is called a regression by a judge that errs", () => {
  const [runs, n, error] = [1_000, 60, 0.2];

  /** What a judge that errs on a fifth of its looks says of an output. */
  function createJudge(seed: number) {
    const random = createRandom(seed);
    return { uniform: random.uniform, opinion: (good: boolean) => (random.uniform() < error ? !good : good) };
  }

  test("with further opinions where the versions differ: not above 5 %", () => {
    const { uniform, opinion } = createJudge(11);
    const majority = (first: boolean, good: boolean): boolean =>
      [first, opinion(good), opinion(good)].filter(Boolean).length >= 2;
    let alarms = 0;
    for (let run = 0; run < runs; run++) {
      const cases = Array.from({ length: n }, (_, index) => {
        const [base, candidate] = [uniform() < 0.8, uniform() < 0.8];
        const [first, second] = [opinion(base), opinion(candidate)];
        if (first === second) return makeCase(index, Number(first), Number(second));
        return makeCase(index, Number(majority(first, base)), Number(majority(second, candidate)));
      });
      if (decideOne(passFail, cases, {}, { seed: run }).verdict === "regression") alarms++;
    }
    // 5 % and two standard errors of so many runs.
    expect(alarms / runs).toBeLessThanOrEqual(0.064);
    expect(alarms).toBeGreaterThan(0);
  });

  test("by pairs, each judged in both orders by a judge that leans to the first: not above 5 %", () => {
    const { uniform } = createJudge(99);
    let alarms = 0;
    for (let run = 0; run < runs; run++) {
      const cases = Array.from({ length: n }, (_, index) => {
        const better = uniform() < 0.5;
        const prefersCandidate = (candidateFirst: boolean): boolean =>
          uniform() < 0.3 ? candidateFirst : uniform() < error ? !better : better;
        const [forth, back] = [prefersCandidate(false), prefersCandidate(true)];
        const value = forth === back ? Number(forth) : 0.5;
        return makeCase(index, 1 - value, value);
      });
      if (decideOne(paired, cases, {}, { seed: run }).verdict === "regression") alarms++;
    }
    expect(alarms / runs).toBeLessThanOrEqual(0.064);
    expect(alarms).toBeGreaterThan(0);
  });
});
