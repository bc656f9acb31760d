import type { MetricDefinition } from "../model.ts";
import { clusterRobust } from "../stats/cluster-robust.ts";
import { tCdf, tQuantile } from "../stats/distributions.ts";
import { boundInputsAtLook, casesMissed, scoreBoundOffset, unseenLossOver } from "../stats/score-bound.ts";
import { normaliseWeights } from "../stats/weights.ts";
import { withinCasePermutation } from "../stats/within-case-permutation.ts";
import { type Evidence, mean, sumOver } from "./evidence.ts";
import type { Terms } from "./gather-evidence.ts";
import type { PairedCase } from "./pair-cases.ts";

/**
 * Pass/fail and graded scores: the within-case permutation test and the score bound that passing rests on
 * (`docs/statistics.md`). Needs at least one pair; the interval is clamped to [-1, 1].
 *
 * At a look that has seen only a share of the cases, the others may differ as the cases seen differ, and any of them may
 * be broken: both go into the bound, and the drop must also be real if the cases seen were a sample.
 */
export function compareScores(pairs: readonly PairedCase[], metric: MetricDefinition, terms: Terms): Evidence {
  const { look } = terms;
  const test = withinCasePermutation(pairs, terms);
  const estimate = test.difference;
  const shares = normaliseWeights(pairs.map((pair) => pair.weight));
  const squares = sumOver(shares, (share) => share ** 2);
  const degrees = 1 / squares - 1;

  const range = scoreRange(pairs, metric);
  const squaresPerTrial = sumOver(pairs, (pair, index) => (shares[index] ?? 0) ** 2 / pair.candidate.length);
  const baselineMean = sumOver(pairs, (pair, index) => (shares[index] ?? 0) * mean(pair.baseline));
  const singleTrial = pairs.every((pair) => pair.baseline.length === 1 && pair.candidate.length === 1);
  const atLook = (rho: number) =>
    boundInputsAtLook({
      share: look.fraction,
      variance: test.variance,
      varianceOfMean: look.fraction < 1 ? varianceOverCases(pairs, shares) : 0,
      rho,
      wholeCaseLoss: range * squares,
    });
  // Of a pair every case can be lost or won, however good both outputs are.
  const toLose = metric.paired ? 1 : baselineMean;
  const toGain = metric.paired ? 1 : 1 - baselineMean;
  const loss = { range, cases: pairs.length, squaresPerTrial };
  const losses = atLook(unseenLossOver({ ...loss, baselineMean: toLose, singleTrial }));
  // For the upper end a gain needs something to gain: the mirror image, but without the rule for few cases.
  const gains = atLook(unseenLossOver({ ...loss, baselineMean: toGain, singleTrial: false }));

  const { variance, rho: unseen } = losses;
  let { pWorse, pBetter } = test;
  if (look.fraction < 1) {
    const t = variance > 0 ? estimate / Math.sqrt(variance) : 0;
    pWorse = Math.max(pWorse, degrees > 0 ? tCdf(t, degrees) : 1);
    pBetter = Math.max(pBetter, degrees > 0 ? tCdf(-t, degrees) : 1);
  }
  // One pair leaves no degree of freedom, an early look may have nothing to spend: then nothing is ruled out.
  const critical = degrees < 1e-9 ? Number.POSITIVE_INFINITY : -tQuantile(terms.passLevel, degrees);
  const missed = casesMissed(look.fraction, terms.passLevel) * range * squares;
  const low = Math.min(
    estimate - scoreBoundOffset(critical, variance, unseen),
    // What the cases seen have lost for certain, and cases broken among the others.
    look.fraction < 1 ? look.fraction * (estimate - missed) : 1,
  );
  const high = estimate + scoreBoundOffset(critical, gains.variance, gains.rho);
  const interval = agreeWithTest([low, high], pWorse, terms);
  return { difference: estimate, interval, pWorse, pBetter, estimate, variance, unseen };
}

/** Clamped to [-1, 1]; the upper end agrees with the test about 0. */
export function agreeWithTest(
  [low, high]: readonly [low: number, high: number],
  pWorse: number,
  { level }: Terms,
): readonly [low: number, high: number] {
  return [Math.max(-1, low), Math.min(1, pWorse <= level ? Math.min(high, 0) : Math.max(high, 0))];
}

/** Variance of the difference if the cases were a sample; 0 for one case, which tells nothing of it. */
function varianceOverCases(pairs: readonly PairedCase[], shares: readonly number[]): number {
  const units = pairs.map((pair, index) => {
    const weight = shares[index] ?? 0;
    return { weight, difference: weight * (mean(pair.candidate) - mean(pair.baseline)) };
  });
  return (clusterRobust(units).se ?? 0) ** 2;
}

/** R of the score bound: 1 for pass/fail, else the largest range seen within a case (1 where nothing moved). */
export function scoreRange(pairs: readonly PairedCase[], metric: MetricDefinition): number {
  if (metric.kind === "binary") return 1;
  let range = 0;
  for (const { baseline, candidate } of pairs) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const value of baseline) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    for (const value of candidate) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    range = Math.max(range, high - low);
  }
  return range === 0 ? 1 : range;
}
