import type { MetricDefinition } from "../model.ts";
import { tQuantile } from "../stats/distributions.ts";
import { scoreBoundOffset } from "../stats/score-bound.ts";
import { withinCasePermutation } from "../stats/within-case-permutation.ts";
import type { PairedCase } from "./pair-cases.ts";

/** What the statistics say of one metric, oriented: positive is better. */
export interface Evidence {
  readonly difference: number;
  /** Low is the bound that passing rests on. */
  readonly interval: readonly [low: number, high: number];
  readonly pWorse: number;
  readonly pBetter: number;
  /** Variance of the difference, on the scale on which the margin is compared. */
  readonly variance: number;
  /** What the bound allows for losses that were not seen (the term rho); 0 for ratios. */
  readonly unseen: number;
}

/** Below this many pairs with one trial an arm, the bound counts every unseen loss in full. */
const smallSet = 30;

/**
 * Pass/fail and graded scores: the within-case permutation test and the score bound that passing rests on
 * (`docs/statistics.md`). Needs at least one pair; the bound is clamped to [-1, 1].
 */
export function compareScores(
  pairs: readonly PairedCase[],
  metric: MetricDefinition,
  settings: { readonly alpha: number; readonly exact: boolean; readonly seed: number | string },
): Evidence {
  const test = withinCasePermutation(pairs, { exact: settings.exact, seed: settings.seed });
  const { difference, variance, pWorse, pBetter } = test;
  const total = sum(pairs.map((pair) => pair.weight));
  const shares = pairs.map((pair) => pair.weight / total);
  const degrees = 1 / sum(shares.map((share) => share ** 2)) - 1;
  const baseline = sum(pairs.map((pair, index) => (shares[index] as number) * mean(pair.baseline)));
  const single = pairs.every((pair) => pair.baseline.length === 1 && pair.candidate.length === 1);
  const unseen = scoreRange(pairs, metric) * sum(pairs.map((p, i) => (shares[i] as number) ** 2 / p.candidate.length));
  const lossShare = single && pairs.length < smallSet ? 1 : Math.max(0, 2 * baseline - 1);
  const gainShare = Math.max(0, 1 - 2 * baseline);
  // One pair leaves no degree of freedom: nothing is ruled out.
  if (degrees < 1e-9) return { difference, interval: [-1, 1], pWorse, pBetter, variance, unseen: lossShare * unseen };
  const critical = tQuantile(1 - settings.alpha, degrees);
  const low = difference - scoreBoundOffset(critical, variance, lossShare * unseen);
  const high = difference + scoreBoundOffset(critical, variance, gainShare * unseen);
  // The interval shown agrees with the test about 0.
  const agreed = pWorse <= settings.alpha ? Math.min(high, 0) : Math.max(high, 0);
  return {
    difference,
    interval: [Math.max(-1, low), Math.min(1, agreed)],
    pWorse,
    pBetter,
    variance,
    unseen: lossShare * unseen,
  };
}

/** R of the score bound: 1 for pass/fail, else the largest range seen within a case (1 where nothing moved). */
function scoreRange(pairs: readonly PairedCase[], metric: MetricDefinition): number {
  if (metric.kind === "binary") return 1;
  let range = 0;
  for (const pair of pairs) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const value of [...pair.baseline, ...pair.candidate]) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    range = Math.max(range, high - low);
  }
  return range === 0 ? 1 : range;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
