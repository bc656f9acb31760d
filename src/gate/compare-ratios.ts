import type { MetricDefinition } from "../model.ts";
import { hodgesLehmann, hodgesLehmannInterval } from "../stats/hodges-lehmann.ts";
import { wilcoxonSignedRank } from "../stats/wilcoxon.ts";
import { groupByCluster } from "./clusters.ts";
import { type Evidence, mean, sum } from "./evidence.ts";
import type { Terms } from "./gather-evidence.ts";
import type { PairedCase } from "./pair-cases.ts";

/**
 * Latency, tokens, cost, length: paired differences of logarithms, one-sided Wilcoxon signed-rank test and the
 * Hodges–Lehmann estimate with its interval, given as relative changes (-0.2 = 20 % worse). As a claim about cases like
 * these the differences are the means of clusters. Ranks know no weights: every case counts once.
 */
export function compareRatios(pairs: readonly PairedCase[], metric: MetricDefinition, terms: Terms): Evidence {
  const differences = logDifferences(pairs, metric, terms.population ? groupByCluster(pairs) : pairs.map((p) => [p]));
  const test = wilcoxonSignedRank(differences);
  // Only an empty list has no estimate, and nothing is compared without a pair.
  const estimate = hodgesLehmann(differences).estimate ?? 0;
  const { low, high } = hodgesLehmannInterval(differences, 1 - 2 * terms.passLevel);
  const average = mean(differences);
  const spread = sum(differences.map((value) => (value - average) ** 2)) / Math.max(1, differences.length - 1);
  return {
    difference: relativeChange(estimate),
    interval: [relativeChange(low), relativeChange(high)],
    pWorse: test.lower,
    pBetter: test.upper,
    estimate,
    variance: spread / differences.length,
    unseen: 0,
  };
}

/** A tolerated relative loss on the logarithmic scale. */
export function logMargin(margin: number): number {
  return Math.log1p(margin);
}

/** From the oriented logarithm to the oriented relative change: log 1.2 slower is -0.2. */
function relativeChange(logarithm: number): number {
  return -Math.expm1(-logarithm);
}

/** Geometric mean over the trials of all pairs, each pair counted once. */
export function geometricMean(values: readonly (readonly number[])[]): number {
  const shift = positiveShift(values);
  return Math.exp(mean(values.map((trials) => mean(trials.map((value) => Math.log(shift(value)))))));
}

function logDifferences(
  pairs: readonly PairedCase[],
  metric: MetricDefinition,
  units: readonly (readonly PairedCase[])[],
): readonly number[] {
  const shift = positiveShift(pairs.flatMap((pair) => [pair.baseline, pair.candidate]));
  const logarithm = (trials: readonly number[]): number => mean(trials.map((value) => Math.log(shift(value))));
  const sign = metric.direction === "lower" ? 1 : -1;
  return units.map((unit) => mean(unit.map((pair) => sign * (logarithm(pair.baseline) - logarithm(pair.candidate)))));
}

/** Values of 0 have no logarithm: they become half the smallest positive value seen. */
function positiveShift(values: readonly (readonly number[])[]): (value: number) => number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const trials of values) for (const value of trials) if (value > 0) smallest = Math.min(smallest, value);
  const floor = Number.isFinite(smallest) ? smallest / 2 : 1;
  return (value) => (value > 0 ? value : floor);
}
