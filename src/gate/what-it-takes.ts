import type { Comparison, MetricDefinition } from "../model.ts";
import { normalQuantile } from "../stats/distributions.ts";
import { casesToSettle, minimumDetectableDrop } from "../stats/planning.ts";
import { type Evidence, mean, sumOver } from "./evidence.ts";
import type { PairedCase } from "./pair-cases.ts";

/** Chance with which the drop that is called detectable is found. */
const power = 0.8;
/** What assay.yml takes for run.trials. */
const mostTrials = 5;

interface Needs {
  readonly pairs: readonly PairedCase[];
  readonly metric: MetricDefinition;
  readonly evidence: Evidence;
  /** Tolerated loss, on the scale of the evidence's estimate. */
  readonly margin: number;
  readonly alpha: number;
  readonly population: boolean;
}

/** What these pairs can show, and what would settle it. */
export function whatItTakes(needs: Needs): Pick<Comparison, "minimumDetectable" | "casesNeeded" | "trialsNeeded"> {
  const trials = { baseline: usualTrials(needs.pairs, "baseline"), candidate: usualTrials(needs.pairs, "candidate") };
  const z = { alpha: normalQuantile(1 - needs.alpha), power: normalQuantile(power) };
  return {
    minimumDetectable: detectableDrop(needs, trials, z),
    casesNeeded: casesNeeded(needs, z),
    trialsNeeded: trialsNeeded(needs, trials, z),
  };
}

interface Trials {
  readonly baseline: number;
  readonly candidate: number;
}

interface Quantiles {
  readonly alpha: number;
  readonly power: number;
}

/** The drop that these pairs would show with 80 % probability; null where one pair tells nothing of the noise. */
function detectableDrop({ pairs, metric, evidence, alpha }: Needs, trials: Trials, z: Quantiles): number | null {
  if (metric.kind === "ratio") {
    if (pairs.length < 2) return null;
    // Normal value for the shift of logarithms; the rank test has the efficiency 3/pi.
    return Math.expm1((z.alpha + z.power) * Math.sqrt((Math.PI / 3) * evidence.variance));
  }
  const average = sumOver(pairs, (pair) => mean(pair.baseline)) / pairs.length;
  const drop = minimumDetectableDrop({
    cases: pairs.length,
    meanVariance: (average * (1 - average)) / 2,
    trialsBaseline: trials.baseline,
    trialsCandidate: trials.candidate,
    alpha,
    power,
  });
  return Math.min(1, drop);
}

/**
 * Cases that would settle it if the noise stays, in all: enough to rule the margin out with 80 % probability, and enough
 * that losses not seen so far are ruled out, too (the score bound solved for n). More than there are.
 */
function casesNeeded({ pairs, evidence, margin, alpha }: Needs, z: Quantiles): number {
  const { variance, unseen } = evidence;
  const planned = casesToSettle({ cases: pairs.length, variance, margin, alpha });
  const ruledOut = Math.ceil((pairs.length * z.alpha ** 2 * (variance + unseen * margin)) / margin ** 2);
  return Math.max(planned, ruledOut, pairs.length + 1);
}

/**
 * Trials per case in each arm that would do the same with the cases there are; null where even the most trials would not,
 * or where more cases are what helps: for a claim about cases like these, and for ratios.
 */
function trialsNeeded(
  { metric, evidence, margin, population }: Needs,
  { baseline, candidate }: Trials,
  z: Quantiles,
): number | null {
  if (population || metric.kind === "ratio") return null;
  for (let trials = Math.floor(candidate) + 1; trials <= mostTrials; trials++) {
    const share = (1 / Math.max(baseline, trials) + 1 / trials) / (1 / baseline + 1 / candidate);
    const variance = evidence.variance * share;
    const unseen = (evidence.unseen * candidate) / trials;
    const planned = (z.alpha + z.power) ** 2 * variance;
    const ruledOut = z.alpha ** 2 * (variance + unseen * margin);
    if (Math.max(planned, ruledOut) <= margin ** 2) return trials;
  }
  return null;
}

/** Harmonic mean of the trials: variances go by 1/K. */
function usualTrials(pairs: readonly PairedCase[], arm: "baseline" | "candidate"): number {
  return pairs.length / sumOver(pairs, (pair) => 1 / pair[arm].length);
}
