import type { CaseScores, Comparison, GateConfig, MetricDefinition, MetricGate, Reason } from "../model.ts";
import { effectiveCases } from "../stats/weights.ts";
import { fewestClusters, groupByCluster } from "./clusters.ts";
import { geometricMean, logMargin } from "./compare-ratios.ts";
import { correctRate, type JudgeErrors } from "./correct-for-judge.ts";
import { mean, sumOver } from "./evidence.ts";
import { type CompareSettings, gatherEvidence, type Terms, termsOf } from "./gather-evidence.ts";
import { isHopeless } from "./give-up.ts";
import { guardMissing } from "./guard-missing.ts";
import type { Look } from "./looks.ts";
import { orientedValues, type PairedCase, pairCases } from "./pair-cases.ts";
import { whatItTakes } from "./what-it-takes.ts";

/** Tolerated relative loss of ratios where assay.yml names none. */
const ratioMargins: Readonly<Record<string, number>> = { latency: 0.2 };
const defaultRatioMargin = 0.1;
/** With one trial an arm, fewer cases than this say nothing, whatever happened. */
const fewestCases = 5;

/** A comparison before the correction over all gating comparisons: what `decideAll` needs to give the verdict. */
export interface Draft {
  readonly comparison: Omit<Comparison, "verdict" | "reason" | "adjustedPValue">;
  /** Why passing is not available, whatever the numbers say. */
  readonly blocked: Reason | null;
  /** Why nothing can be said at all; a regression among what is left still counts. */
  readonly failure: Reason | null;
  /** Why not even a regression can be told. */
  readonly tooFew: Reason | null;
  /** Whether a verdict has become so unlikely that the gate gives up. */
  readonly hopeless: boolean;
  readonly look: Look;
  /** Whether a regression is still to be confirmed. */
  readonly provisional: boolean;
  /** Nominal level of passing claims at the look. */
  readonly passLevel: number;
}

/** Compares one metric of one prompt over the cases of both arms: all of them, or those that a look has seen. */
export function compareMetric(
  metric: MetricDefinition,
  allCases: readonly CaseScores[],
  settings: CompareSettings,
): Draft {
  const { gate, passAlpha = gate.alpha } = settings;
  // A case without weight has no say, not even by its absence.
  const cases = allCases.every(({ weight }) => weight > 0) ? allCases : allCases.filter(({ weight }) => weight > 0);
  const terms = termsOf(settings);
  const margin = marginOf(metric, gate);
  const { pairs, failed, unscored } = pairCases(cases, metric);
  const evidence = pairs.length === 0 ? null : gatherEvidence(pairs, metric, terms);
  const scaledMargin = metric.kind === "ratio" ? logMargin(margin) : margin;
  const { maxUnscored } = gate;
  const { blocked, failure, voided } = guardMissing({
    metric,
    cases,
    pairs,
    failed,
    margin,
    terms,
    evidence,
    maxUnscored,
  });
  return {
    comparison: {
      metric: metric.name,
      gated: isGated(metric, gate.metrics),
      direction: metric.direction,
      kind: metric.kind,
      unit: metric.unit,
      pairs: pairs.length,
      // Ranks know no weights.
      effectiveCases: metric.kind === "ratio" ? pairs.length : effectiveCases(pairs.map((pair) => pair.weight)),
      ...armValues(pairs, metric, terms.errors),
      difference: evidence?.difference ?? null,
      interval: evidence?.interval.every(Number.isFinite) ? evidence.interval : null,
      confidence: 1 - 2 * passAlpha,
      margin,
      atLeast: gate.metrics?.[metric.name]?.atLeast ?? null,
      pValue: evidence?.pWorse ?? null,
      pBetter: evidence?.pBetter ?? null,
      ...(evidence === null
        ? { minimumDetectable: null, casesNeeded: null, trialsNeeded: null }
        : whatItTakes({
            pairs,
            metric,
            evidence,
            margin: scaledMargin,
            alpha: passAlpha,
            population: terms.population,
          })),
      ...countMoves(pairs, metric),
      failed,
      unscored,
      slice: null,
    },
    blocked,
    failure,
    tooFew: voided ?? findTooFew(pairs, terms),
    hopeless: gate.giveUp && evidence !== null && isHopeless(evidence, scaledMargin, gate.alpha, terms.look),
    look: terms.look,
    provisional: settings.provisional ?? false,
    passLevel: terms.passLevel,
  };
}

/** Why so few units cannot tell anything; with several trials an arm even few cases can speak for themselves. */
function findTooFew(pairs: readonly PairedCase[], { population }: Terms): Reason | null {
  if (population) return groupByCluster(pairs).length < fewestClusters ? "too-few-clusters" : null;
  const single = pairs.every((pair) => pair.baseline.length === 1 && pair.candidate.length === 1);
  return single && pairs.length < fewestCases ? "too-few-cases" : null;
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
  errors: JudgeErrors | null,
): { readonly baseline: number | null; readonly candidate: number | null } {
  if (pairs.length === 0) return { baseline: null, candidate: null };
  if (metric.kind === "ratio") {
    return {
      baseline: geometricMean(pairs.map((pair) => pair.baseline)),
      candidate: geometricMean(pairs.map((pair) => pair.candidate)),
    };
  }
  const total = sumOver(pairs, (pair) => pair.weight);
  // Back from the oriented scale value by value, so that counts stay exact.
  const own = (value: number): number => 1 - value;
  const ownMean = (values: readonly number[]): number =>
    metric.direction === "lower" ? sumOver(values, own) / values.length : mean(values);
  const arms = {
    baseline: sumOver(pairs, (pair) => pair.weight * ownMean(pair.baseline)) / total,
    candidate: sumOver(pairs, (pair) => pair.weight * ownMean(pair.candidate)) / total,
  };
  if (errors === null) return arms;
  return { baseline: correctRate(arms.baseline, errors), candidate: correctRate(arms.candidate, errors) };
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
