import type { CaseScores, Comparison, GateConfig, MetricDefinition, MetricGate, Reason } from "../model.ts";
import { normalQuantile } from "../stats/distributions.ts";
import { casesToSettle, minimumDetectableDrop } from "../stats/planning.ts";
import { geometricMean, logMargin } from "./compare-ratios.ts";
import { type Evidence, mean, sum } from "./compare-scores.ts";
import { type CompareSettings, gatherEvidence } from "./gather-evidence.ts";
import { guardMissing } from "./guard-missing.ts";
import { orientedValues, type PairedCase, pairCases } from "./pair-cases.ts";

/** Tolerated relative loss of ratios where assay.yml names none. */
const ratioMargins: Readonly<Record<string, number>> = { latency: 0.2 };
const defaultRatioMargin = 0.1;
/** Chance with which the drop that is called detectable is found. */
const power = 0.8;

/** A comparison before the correction over all gating comparisons: what `decide` needs to give the verdict. */
export interface Draft {
  readonly comparison: Omit<Comparison, "verdict" | "reason" | "adjustedPValue">;
  /** Why passing is not available, whatever the numbers say. */
  readonly blocked: Reason | null;
  /** Why nothing can be said at all; a regression among what is left still counts. */
  readonly failure: Reason | null;
  /** Whether an arm has more than one trial of a case: then even few cases can speak. */
  readonly severalTrials: boolean;
}

/** Compares one metric of one prompt over the cases of both arms. */
export function compareMetric(
  metric: MetricDefinition,
  cases: readonly CaseScores[],
  settings: CompareSettings,
): Draft {
  const { alpha } = settings.gate;
  const written = settings.gate.metrics?.[metric.name];
  const margin = marginOf(metric, settings.gate);
  const { pairs, failed, unscored } = pairCases(cases, metric);
  const evidence = pairs.length === 0 ? null : gatherEvidence(pairs, metric, settings);
  const guard = guardMissing({ metric, cases, pairs, failed, margin, settings, evidence });
  return {
    comparison: {
      metric: metric.name,
      gated: isGated(metric, settings.gate.metrics),
      direction: metric.direction,
      kind: metric.kind,
      unit: metric.unit,
      pairs: pairs.length,
      ...armValues(pairs, metric),
      difference: evidence?.difference ?? null,
      interval: evidence?.interval ?? null,
      confidence: 1 - 2 * alpha,
      margin,
      atLeast: written?.atLeast ?? null,
      pValue: evidence?.pWorse ?? null,
      pBetter: evidence?.pBetter ?? null,
      minimumDetectable: evidence && detectable(pairs, metric, evidence, alpha),
      ...countMoves(pairs, metric),
      failed,
      unscored,
      casesNeeded:
        evidence && casesNeeded(pairs.length, evidence, metric.kind === "ratio" ? logMargin(margin) : margin, alpha),
      slice: null,
    },
    ...guard,
    severalTrials: pairs.some((pair) => pair.baseline.length > 1 || pair.candidate.length > 1),
  };
}

/** Whether a metric decides: listed with `gate` or `atLeast`, or every scorer where assay.yml lists no metrics. */
export function isGated(metric: MetricDefinition, metrics: Readonly<Record<string, MetricGate>> | null): boolean {
  if (metrics === null) return metric.gatesByDefault;
  const written = Object.hasOwn(metrics, metric.name) ? metrics[metric.name] : undefined;
  return written !== undefined && (written.gate || written.atLeast !== null);
}

/** The tolerated loss: the metric's own, else the gate's for scores and the customary one for ratios. */
export function marginOf(metric: MetricDefinition, gate: GateConfig): number {
  const written = gate.metrics?.[metric.name]?.margin ?? null;
  if (written !== null) return written;
  return metric.kind === "ratio" ? (ratioMargins[metric.name] ?? defaultRatioMargin) : gate.margin;
}

/** Means of both arms in the metric's own unit: geometric for ratios, weighted by case for scores. */
function armValues(
  pairs: readonly PairedCase[],
  metric: MetricDefinition,
): { readonly baseline: number | null; readonly candidate: number | null } {
  if (pairs.length === 0) return { baseline: null, candidate: null };
  if (metric.kind === "ratio") {
    return {
      baseline: geometricMean(pairs.map((pair) => pair.baseline)),
      candidate: geometricMean(pairs.map((pair) => pair.candidate)),
    };
  }
  const total = sum(pairs.map((pair) => pair.weight));
  // Back from the oriented scale value by value, so that counts stay exact.
  const own = (value: number): number => (metric.direction === "lower" ? 1 - value : value);
  const weighted = (values: (pair: PairedCase) => readonly number[]): number =>
    sum(pairs.map((pair) => pair.weight * mean(values(pair).map(own)))) / total;
  return { baseline: weighted((pair) => pair.baseline), candidate: weighted((pair) => pair.candidate) };
}

function countMoves(pairs: readonly PairedCase[], metric: MetricDefinition): { worse: number; better: number } {
  let worse = 0;
  let better = 0;
  for (const pair of pairs) {
    const move = moveOf(mean(pair.baseline), mean(pair.candidate), metric);
    if (move < 0) worse++;
    if (move > 0) better++;
  }
  return { worse, better };
}

/** Negative where the candidate is worse; means that differ by rounding alone are equal. Values are oriented, ratios are not. */
function moveOf(baseline: number, candidate: number, metric: MetricDefinition): number {
  const difference = candidate - baseline;
  if (Math.abs(difference) <= 1e-12 * Math.max(1, Math.abs(baseline))) return 0;
  return metric.kind === "ratio" && metric.direction === "lower" ? -difference : difference;
}

/** How a single case moved on a metric: -1 worse, 0 the same, 1 better; null where it has no value in both arms. */
export function caseMove(scores: CaseScores, metric: MetricDefinition): -1 | 0 | 1 | null {
  const baseline = orientedValues(scores.baseline, metric);
  const candidate = orientedValues(scores.candidate, metric);
  if (baseline.length === 0 || candidate.length === 0) return null;
  return Math.sign(moveOf(mean(baseline), mean(candidate), metric)) as -1 | 0 | 1;
}

/**
 * Cases that would settle it if the variance stays: enough to rule the margin out with 80 % probability, and enough that
 * losses not seen so far are ruled out, too (the score bound solved for n).
 */
function casesNeeded(pairs: number, evidence: Evidence, margin: number, alpha: number): number {
  const planned = casesToSettle({ cases: pairs, variance: evidence.variance, margin, alpha });
  const squared = normalQuantile(1 - alpha) ** 2;
  const unseen = (pairs * squared * (evidence.variance + evidence.unseen * margin)) / margin ** 2;
  return Math.max(planned, Math.ceil(unseen), pairs + 1);
}

function detectable(
  pairs: readonly PairedCase[],
  metric: MetricDefinition,
  evidence: Evidence,
  alpha: number,
): number | null {
  const trials = (values: (pair: PairedCase) => readonly number[]): number =>
    pairs.length / sum(pairs.map((pair) => 1 / values(pair).length));
  const trialsBaseline = trials((pair) => pair.baseline);
  const trialsCandidate = trials((pair) => pair.candidate);
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
    trialsBaseline,
    trialsCandidate,
    alpha,
    power,
  });
  return Math.min(1, drop);
}
