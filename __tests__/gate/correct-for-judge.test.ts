import { describe, expect, test } from "vitest";
import { correctForJudge, correctRate, type JudgeErrors, youdenOf } from "../../src/gate/correct-for-judge.ts";
import type { Evidence } from "../../src/gate/evidence.ts";
import { normalQuantile } from "../../src/stats/distributions.ts";
import { createRandom } from "../../src/stats/random.ts";

const certain = 1e12;
const errors = (truePositiveRate: number, falsePositiveRate: number, labels = certain): JudgeErrors => ({
  truePositiveRate,
  passed: labels,
  falsePositiveRate,
  failed: labels,
});
const evidence: Evidence = {
  difference: -0.1,
  interval: [-0.18, -0.02],
  pWorse: 0.02,
  pBetter: 0.98,
  estimate: -0.1,
  variance: 0.0025,
  unseen: 0.01,
};

describe("a difference as people would see it", () => {
  test("is the judge's over TPR − FPR", () => {
    // J = 0.9 − 0.1 = 0.8; what is known for certain widens nothing further.
    const corrected = correctForJudge(evidence, errors(0.9, 0.1), 0.05);
    expect(corrected.difference).toBeCloseTo(-0.125, 9);
    expect(corrected.interval[0]).toBeCloseTo(-0.225, 5);
    expect(corrected.interval[1]).toBeCloseTo(-0.025, 5);
    expect(corrected.variance).toBeCloseTo(0.0025 / 0.64, 6);
    expect(corrected).toMatchObject({ pWorse: 0.02, pBetter: 0.98 });
  });

  test("is wider by what few labels leave unknown", () => {
    const few = correctForJudge(evidence, errors(0.9, 0.1, 30), 0.05);
    const many = correctForJudge(evidence, errors(0.9, 0.1, 3_000), 0.05);
    expect(few.interval[0]).toBeLessThan(many.interval[0]);
    expect(few.interval[1]).toBeGreaterThan(many.interval[1]);
    // By hand: Var(J) = 2·(28·4/32²)/32 = 0.006836 (rates 28/32 and 4/32), spread 0.125·√0.006836/0.8 = 0.01292, reach 1.645·0.01292.
    expect(few.interval[0]).toBeCloseTo(-0.125 - Math.hypot(0.1, 1.644854 * 0.012919), 5);
  });

  test("is left alone where the labels are too few, or the judge tells nothing apart", () => {
    for (const poor of [errors(0.9, 0.1, 9), errors(0.5, 0.4), errors(0.1, 0.9)]) {
      expect(youdenOf(poor)).toBeNull();
      expect(correctForJudge(evidence, poor, 0.05)).toBe(evidence);
      expect(correctRate(0.7, poor)).toBe(0.7);
    }
  });

  test("stays within what differences can be", () => {
    expect(
      correctForJudge({ ...evidence, difference: -0.9, interval: [-1, -0.8] }, errors(0.7, 0.2), 0.05),
    ).toMatchObject({
      difference: -1,
      interval: [-1, -1],
    });
    expect(correctRate(0.05, errors(0.9, 0.1))).toBe(0);
    expect(correctRate(0.99, errors(0.9, 0.1))).toBe(1);
  });

  test("its lower end is above the truth in about 5 % of the runs; the judge's own far more often", () => {
    const random = createRandom(7);
    const draw = (count: number, rate: number): number => {
      let hits = 0;
      for (let index = 0; index < count; index++) if (random.uniform() < rate) hits++;
      return hits;
    };
    const [cases, labels, truePositive, falsePositive] = [300, 60, 0.9, 0.15];
    const [base, drop] = [0.85, 0.15];
    const judged = (rate: number): number => rate * truePositive + (1 - rate) * falsePositive;
    const [runs, c] = [2_000, normalQuantile(0.95)];
    let missedCorrected = 0;
    let missedRaw = 0;
    for (let run = 0; run < runs; run++) {
      const [b, k] = [draw(cases, judged(base)) / cases, draw(cases, judged(base - drop)) / cases];
      const variance = (b * (1 - b) + k * (1 - k)) / cases;
      const difference = k - b;
      const raw: Evidence = {
        ...evidence,
        difference,
        estimate: difference,
        variance,
        interval: [difference - c * Math.sqrt(variance), difference + c * Math.sqrt(variance)],
      };
      const measured = {
        truePositiveRate: draw(labels, truePositive) / labels,
        passed: labels,
        falsePositiveRate: draw(labels, falsePositive) / labels,
        failed: labels,
      };
      if (raw.interval[0] > -drop) missedRaw++;
      if (correctForJudge(raw, measured, 0.05).interval[0] > -drop) missedCorrected++;
    }
    expect(missedCorrected / runs).toBeLessThan(0.065);
    expect(missedCorrected / runs).toBeGreaterThan(0.02);
    expect(missedRaw / runs).toBeGreaterThan(0.12);
  });
});
