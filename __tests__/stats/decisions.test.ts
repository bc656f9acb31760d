import { describe, expect, test } from "vitest";
import { cohenKappa } from "../../src/stats/kappa.ts";
import { mcnemar } from "../../src/stats/mcnemar.ts";
import { benjaminiHochberg, holm } from "../../src/stats/multiplicity.ts";
import { casesToSettle, mdePairedBinary, minimumDetectableDrop, requiredCases } from "../../src/stats/planning.ts";
import { predictionPowered } from "../../src/stats/prediction-powered.ts";
import { createRandom } from "../../src/stats/random.ts";
import { reportVariance } from "../../src/stats/variance-report.ts";
import { effectiveCases, normaliseWeights } from "../../src/stats/weights.ts";

describe("several comparisons", () => {
  test("Holm ≥ Benjamini–Hochberg ≥ p, in the same order, at most 1", () => {
    const random = createRandom("families");
    for (let family = 0; family < 200; family++) {
      const p = Array.from({ length: 1 + random.below(12) }, () => random.uniform() ** 3);
      const strict = holm(p);
      const loose = benjaminiHochberg(p);
      for (const [index, value] of p.entries()) {
        const [one = 0, other = 0] = [strict[index], loose[index]];
        expect(one).toBeGreaterThanOrEqual(other - 1e-15);
        expect(other).toBeGreaterThanOrEqual(value - 1e-15);
        expect(one).toBeLessThanOrEqual(1);
        for (const [second, another] of p.entries()) {
          if (value <= another) expect(one).toBeLessThanOrEqual(strict[second] ?? 0);
        }
      }
    }
    expect([holm([]), benjaminiHochberg([]), holm([0.03]), benjaminiHochberg([0.03])]).toEqual([
      [],
      [],
      [0.03],
      [0.03],
    ]);
  });
});

describe("McNemar", () => {
  test("wins and losses are mirrored, mid-p is below exact, and more losses are worse", () => {
    for (let wins = 0; wins < 12; wins++) {
      for (let losses = 0; losses < 12; losses++) {
        const one = mcnemar(wins, losses);
        const other = mcnemar(losses, wins);
        expect([one.upperExact, one.upperMid, one.twoSidedMid]).toEqual([
          other.lowerExact,
          other.lowerMid,
          other.twoSidedMid,
        ]);
        expect(one.lowerMid).toBeLessThanOrEqual(one.lowerExact);
        if (wins + losses > 0) expect(mcnemar(wins, losses + 1).lowerMid).toBeLessThan(one.lowerMid);
      }
    }
  });

  test("three losses alone are never enough at 5 %, four are", () => {
    expect(mcnemar(0, 3).lowerMid).toBe(0.0625);
    expect(mcnemar(0, 4).lowerMid).toBe(0.03125);
  });

  test("100,000 losses are floored", () => {
    expect(mcnemar(0, 100_000)).toMatchObject({ lowerExact: 1e-300, lowerMid: 1e-300, upperExact: 1 });
  });
});

describe("planning", () => {
  const plan = { meanVariance: 0.08, trialsBaseline: 1, trialsCandidate: 1, alpha: 0.05, power: 0.8 };

  test.each([
    [10, 1, 1, 0.55],
    [20, 1, 1, 0.313],
    [100, 1, 1, 0.116],
    [1_000, 1, 1, 0.033],
    [50, 3, 3, 0.092],
    [100, 5, 1, 0.087],
    [500, 5, 5, 0.021],
  ])("the detectable drop of %i cases with %i/%i trials is %f", (cases, trialsBaseline, trialsCandidate, published) => {
    const drop = minimumDetectableDrop({ ...plan, cases, trialsBaseline, trialsCandidate });
    expect(Math.abs(drop - published)).toBeLessThan(0.002);
  });

  test("is never below what the fewest significant failures need", () => {
    // Four failures on one side with equal trials, two of five to one; a Poisson count reaches them at means 5.52 and 2.99.
    const steady = { ...plan, meanVariance: 0, cases: 1_000_000 };
    expect(minimumDetectableDrop(steady) * steady.cases).toBeCloseTo(5.515, 2);
    expect(minimumDetectableDrop({ ...steady, trialsBaseline: 5 }) * steady.cases).toBeCloseTo(2.994, 2);
  });

  test("more cases, trials, margin or less power see more", () => {
    const drop = minimumDetectableDrop({ ...plan, cases: 60 });
    expect(minimumDetectableDrop({ ...plan, cases: 61 })).toBeLessThan(drop);
    expect(minimumDetectableDrop({ ...plan, cases: 60, trialsCandidate: 2 })).toBeLessThan(drop);
    expect(minimumDetectableDrop({ ...plan, cases: 60, power: 0.7 })).toBeLessThan(drop);
    expect(minimumDetectableDrop({ ...plan, cases: 60, alpha: 0.1 })).toBeLessThan(drop);
    expect(minimumDetectableDrop({ ...plan, cases: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(mdePairedBinary(0, 0.1, 0.05, 0.8)).toBe(Number.POSITIVE_INFINITY);
  });

  test("the cases required find the effect, one fewer do not", () => {
    const input = { effectVariance: 0, varianceBaseline: 0.08, varianceCandidate: 0.08, trialsBaseline: 1 };
    const n = requiredCases({ ...input, trialsCandidate: 1, effect: 0.1, alpha: 0.05, power: 0.8 });
    expect(mdePairedBinary(n, 0.16, 0.05, 0.8)).toBeLessThanOrEqual(0.1);
    expect(mdePairedBinary(n - 1, 0.16, 0.05, 0.8)).toBeGreaterThan(0.1);
  });

  test("what settles a comparison is never fewer cases than there are", () => {
    expect(casesToSettle({ cases: 100, variance: 0.0016, margin: 0.05, alpha: 0.05 })).toBe(396);
    expect(casesToSettle({ cases: 100, variance: 0.0001, margin: 0.05, alpha: 0.05 })).toBe(100);
    expect(casesToSettle({ cases: 30, variance: 0, margin: 0.05, alpha: 0.05 })).toBe(30);
  });
});

describe("weights", () => {
  test("sum to 1; the effective number is n only where all are equal", () => {
    expect(normaliseWeights([1, 3])).toEqual([0.25, 0.75]);
    expect(normaliseWeights([0, 0])).toEqual([0, 0]);
    expect(effectiveCases([2, 2, 2])).toBeCloseTo(3, 12);
    expect(effectiveCases([1, 3])).toBeCloseTo(1.6, 12);
    expect(effectiveCases([])).toBe(0);
  });
});

describe("where the noise comes from", () => {
  test("is found again in simulated trials", () => {
    const random = createRandom("noise");
    const cases = Array.from({ length: 4_000 }, () => {
      const chance = random.uniform();
      const shifted = Math.min(1, Math.max(0, chance + (random.uniform() < 0.5 ? 0.2 : -0.2)));
      const draw = (p: number) => Array.from({ length: 4 }, () => (random.uniform() < p ? 1 : 0));
      return { baseline: draw(chance), candidate: draw(shifted) };
    });
    const report = reportVariance(cases);
    // ∫p(1 − p) = 1/6; the shifts of ±0.2 are cut at the ends, so that their variance is a little below 0.04.
    expect(report.withinBaseline).toBeCloseTo(1 / 6, 2);
    expect(report.effectVariance).toBeGreaterThan(0.025);
    expect(report.effectVariance).toBeLessThan(0.045);
    expect(report.intraclassCorrelation).toBeGreaterThan(0.3);
    expect(report.shareWithin).toBeGreaterThan(0.6);
    expect(report.shareWithin).toBeLessThan(0.8);
  });

  test("one trial tells nothing of it, and a constant metric has none", () => {
    const unknown = { withinBaseline: null, withinCandidate: null, effectVariance: null, shareWithin: null };
    expect(reportVariance([])).toEqual({ ...unknown, intraclassCorrelation: null });
    expect(reportVariance([{ baseline: [1], candidate: [0] }])).toMatchObject(unknown);
    const constant = { baseline: [1, 1], candidate: [1, 1] };
    expect(reportVariance([constant, constant])).toEqual({
      withinBaseline: 0,
      withinCandidate: 0,
      effectVariance: 0,
      intraclassCorrelation: null,
      shareWithin: null,
    });
  });
});

describe("judges", () => {
  test("agreement on a single category is no agreement", () => {
    expect(cohenKappa([[12]])).toEqual({ observed: 1, expected: 1, kappa: null });
    expect(
      cohenKappa([
        [0, 0],
        [0, 7],
      ]),
    ).toMatchObject({ kappa: null });
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ observed: null, expected: null, kappa: null });
    expect(cohenKappa([])).toEqual({ observed: null, expected: null, kappa: null });
    expect(
      cohenKappa([
        [0, 5],
        [5, 0],
      ]).kappa,
    ).toBeCloseTo(-1, 12);
  });

  test("a judge who agrees with people narrows the error, one who does not is not listened to", () => {
    const random = createRandom("judge");
    const truth = () => (random.uniform() - 0.55) / 2;
    const labelled = Array.from({ length: 60 }, () => {
      const human = truth();
      return { human, judge: human + 0.02 * (random.uniform() - 0.5) };
    });
    const judged = Array.from({ length: 3_000 }, truth);
    const alone = predictionPowered(judged, labelled, 0);
    const helped = predictionPowered(judged, labelled);
    expect(helped.lambda).toBeGreaterThan(0.9);
    expect(helped.se ?? 1).toBeLessThan((alone.se ?? 0) / 2);
    const noise = labelled.map(({ human }, index) => ({ human, judge: Math.sin(index * 12.9898) }));
    expect(predictionPowered(judged, noise).lambda).toBeLessThan(0.2);
  });

  test("too few labels leave it unknown", () => {
    expect(predictionPowered([0.1, 0.2], [])).toMatchObject({ estimate: null, se: null });
    expect(predictionPowered([], [{ human: 0.1, judge: 0.3 }])).toEqual({ estimate: 0.1, se: null, lambda: 0 });
    expect(
      predictionPowered(
        [],
        [
          { human: 0.1, judge: 0.3 },
          { human: 0.3, judge: 0.3 },
        ],
        0.7,
      ).estimate,
    ).toBeCloseTo(0.2);
  });
});
