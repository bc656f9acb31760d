import type { MetricDefinition } from "../model.ts";
import { clusterRobust } from "../stats/cluster-robust.ts";
import { tCdf, tQuantile } from "../stats/distributions.ts";
import { scoreBoundOffset } from "../stats/score-bound.ts";
import { withinCasePermutation } from "../stats/within-case-permutation.ts";
import { groupByCluster } from "./clusters.ts";
import { agreeWithTest, scoreRange } from "./compare-scores.ts";
import { type Evidence, mean, sum } from "./evidence.ts";
import type { Terms } from "./gather-evidence.ts";
import type { PairedCase } from "./pair-cases.ts";

/**
 * Pass/fail and graded scores as a claim about cases like these: the cluster is the unit, else the case. The drop must be
 * real both by the sign-flip test of the clusters' sums and by Student's t with the cluster-robust standard error.
 *
 * With as many trials in both arms the signs are exchangeable if nothing changed; with unequal trials (a stored baseline)
 * the differences are skewed even then, and t speaks alone. A look that has seen a share of the cases needs no more:
 * every case is one of a sample here.
 */
export function comparePopulation(pairs: readonly PairedCase[], metric: MetricDefinition, terms: Terms): Evidence {
  const total = sum(pairs.map((pair) => pair.weight));
  const clusters = groupByCluster(pairs).map((group) => ({
    weight: sum(group.map((pair) => pair.weight)) / total,
    difference: sum(group.map((pair) => (pair.weight / total) * (mean(pair.candidate) - mean(pair.baseline)))),
  }));
  const { mean: estimate, se, df } = clusterRobust(clusters);
  // A flip of the sign is a within-case permutation of 0 and the sum of the cluster.
  const flips = clusters.map(({ difference }) => ({ weight: 1, baseline: [0], candidate: [difference] }));
  const flip = withinCasePermutation(flips, terms);
  const equalTrials = pairs.every((pair) => pair.baseline.length === pair.candidate.length);
  // Where all clusters differ alike there is no spread to measure by, and only the signs speak.
  const robust = se !== null && se > 0 ? { worse: tCdf(estimate / se, df), better: tCdf(-estimate / se, df) } : null;
  const both = (signs: number, t: number | undefined): number =>
    t === undefined ? signs : equalTrials ? Math.max(signs, t) : t;
  const pWorse = both(flip.pWorse, robust?.worse);
  const pBetter = both(flip.pBetter, robust?.better);

  const variance = (se ?? 0) ** 2;
  const unseen = scoreRange(pairs, metric) * sum(clusters.map(({ weight }) => weight ** 2));
  const critical = df < 1 ? Number.POSITIVE_INFINITY : -tQuantile(terms.passLevel, df);
  const offset = scoreBoundOffset(critical, variance, unseen);
  const interval = agreeWithTest([estimate - offset, estimate + offset], pWorse, terms);
  return { difference: estimate, interval, pWorse, pBetter, estimate, variance, unseen };
}
