import type { MetricDefinition } from "../model.ts";
import { normalQuantile } from "../stats/distributions.ts";
import { casesToSettle, minimumDetectableDrop } from "../stats/planning.ts";
import { type Evidence, mean, sum } from "./evidence.ts";
import type { PairedCase } from "./pair-cases.ts";

/** Chance with which the drop that is called detectable is found. */
const power = 0.8;
/** What assay.yml takes for run.trials. */
const mostTrials = 5;

interface Needs {
  readonly pairs: readonly PairedCase[];
  readonly metric: MetricDefinition;
  readonly evidence: Evidence;
  readonly alpha: number;
  readonly population: boolean;
}

/** What a plan rests on: variances of the estimate and of unseen losses, for the pairs there are. */
type Noise = Pick<Evidence, "variance" | "unseen">;

/** The drop that these pairs would show with 80 % probability; null where one pair tells nothing of the noise. */
export function detectableDrop({ pairs, metric, evidence, alpha }: Needs): number | null {
  if (metric.kind === "ratio") {
    if (pairs.length < 2) return null;
    // Normal value for the shift of logarithms; the rank test has the efficiency 3/pi.
    const factor = normalQuantile(1 - alpha) + normalQuantile(power);
    return Math.expm1(factor * Math.sqrt((Math.PI / 3) * evidence.variance));
  }
  const average = mean(pairs.map((pair) => mean(pair.baseline)));
  const drop = minimumDetectableDrop({
    cases: pairs.length,
    meanVariance: (average * (1 - average)) / 2,
    trialsBaseline: usualTrials(pairs, "baseline"),
    trialsCandidate: usualTrials(pairs, "candidate"),
    alpha,
    power,
  });
  return Math.min(1, drop);
}

/**
 * Cases that would settle it if the noise stays, in all; more than there are.
 *
 * @param margin on the scale of the evidence's estimate
 */
export function casesNeeded({ pairs, evidence, alpha }: Needs, margin: number): number {
  return Math.max(casesToRuleOut(pairs.length, evidence, margin, alpha), pairs.length + 1);
}

/**
 * Trials per case in each arm that would settle it with the cases there are; null where even the most trials would not,
 * or where more cases are what helps: as a claim about cases like these, and for ratios.
 */
export function trialsNeeded({ pairs, metric, evidence, alpha, population }: Needs, margin: number): number | null {
  if (population || metric.kind === "ratio") return null;
  const baseline = usualTrials(pairs, "baseline");
  const candidate = usualTrials(pairs, "candidate");
  for (let trials = Math.floor(candidate) + 1; trials <= mostTrials; trials++) {
    const noise: Noise = {
      variance: (evidence.variance * (1 / Math.max(baseline, trials) + 1 / trials)) / (1 / baseline + 1 / candidate),
      unseen: (evidence.unseen * candidate) / trials,
    };
    if (casesToRuleOut(pairs.length, noise, margin, alpha) <= pairs.length) return trials;
  }
  return null;
}

/**
 * Enough to rule the margin out with 80 % probability, and enough that losses not seen so far are ruled out, too (the
 * score bound solved for n).
 */
function casesToRuleOut(pairs: number, { variance, unseen }: Noise, margin: number, alpha: number): number {
  const planned = casesToSettle({ cases: pairs, variance, margin, alpha });
  const squared = normalQuantile(1 - alpha) ** 2;
  return Math.max(planned, Math.ceil((pairs * squared * (variance + unseen * margin)) / margin ** 2));
}

/** Harmonic mean of the trials: variances go by 1/K. */
function usualTrials(pairs: readonly PairedCase[], arm: "baseline" | "candidate"): number {
  return pairs.length / sum(pairs.map((pair) => 1 / pair[arm].length));
}
