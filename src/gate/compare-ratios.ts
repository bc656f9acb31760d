import type { MetricDefinition } from "../model.ts";
import { hodgesLehmann, hodgesLehmannInterval } from "../stats/hodges-lehmann.ts";
import { wilcoxonSignedRank } from "../stats/wilcoxon.ts";
import { groupByCluster } from "./clusters.ts";
import { type Evidence, mean, sumOver } from "./evidence.ts";
import type { Terms } from "./gather-evidence.ts";
import type { PairedCase } from "./pair-cases.ts";

/**
 * Latency, tokens, cost, length: paired differences of logarithms, one-sided Wilcoxon signed-rank test and the
 * Hodges–Lehmann estimate with its interval, given as relative changes (-0.2 = 20 % worse). As a claim about cases like
 * these the differences are the means of clusters. Ranks know no weights: every case counts once.
 */
export function compareRatios(pairs: readonly PairedCase[], metric: MetricDefinition, terms: Terms): Evidence {
  const differences = logDifferences(pairs, metric, terms.population);
  const test = wilcoxonSignedRank(differences);
  // Only an empty list has no estimate, and nothing is compared without a pair.
  const estimate = hodgesLehmann(differences).estimate ?? 0;
  const { low, high } = hodgesLehmannInterval(differences, 1 - 2 * terms.passLevel);
  const average = mean(differences);
  const spread = sumOver(differences, (value) => (value - average) ** 2) / Math.max(1, differences.length - 1);
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
  const floor = floorOf(values.reduce(smallestPositive, Number.POSITIVE_INFINITY));
  return Math.exp(sumOver(values, (trials) => meanLogarithm(trials, floor)) / values.length);
}

function logDifferences(
  pairs: readonly PairedCase[],
  metric: MetricDefinition,
  population: boolean,
): readonly number[] {
  let smallest = Number.POSITIVE_INFINITY;
  for (const { baseline, candidate } of pairs) {
    smallest = smallestPositive(smallestPositive(smallest, baseline), candidate);
  }
  const floor = floorOf(smallest);
  const difference = (pair: PairedCase): number => {
    const [baseline, candidate] = [meanLogarithm(pair.baseline, floor), meanLogarithm(pair.candidate, floor)];
    return metric.direction === "lower" ? baseline - candidate : candidate - baseline;
  };
  if (!population) return pairs.map(difference);
  return groupByCluster(pairs).map((cluster) => sumOver(cluster, difference) / cluster.length);
}

function meanLogarithm(trials: readonly number[], floor: number): number {
  let total = 0;
  for (let trial = 0; trial < trials.length; trial++) {
    const value = trials[trial] ?? 0;
    total += Math.log(value > 0 ? value : floor);
  }
  return total / trials.length;
}

function smallestPositive(smallest: number, trials: readonly number[]): number {
  let least = smallest;
  for (let trial = 0; trial < trials.length; trial++) {
    const value = trials[trial] ?? 0;
    if (value > 0) least = Math.min(least, value);
  }
  return least;
}

/** Values of 0 have no logarithm: they become half the smallest positive value seen. */
function floorOf(smallest: number): number {
  return Number.isFinite(smallest) ? smallest / 2 : 1;
}
