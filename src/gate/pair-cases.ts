import type { CaseScores, MetricDefinition, TrialScore } from "../model.ts";

/** A case with at least one value in both arms, oriented so that larger is better. */
export interface PairedCase {
  readonly id: string;
  readonly weight: number;
  readonly cluster: string | null;
  readonly baseline: readonly number[];
  readonly candidate: readonly number[];
}

export interface Pairing {
  readonly pairs: readonly PairedCase[];
  /** Cases without any value in an arm because every trial there failed. */
  readonly failed: { readonly baseline: number; readonly candidate: number };
  /** Cases without a value in either arm because a scorer could not score. */
  readonly unscored: number;
}

/**
 * Pairs the arms by case. A case without a value in either arm leaves both and is counted: a failure is never a 0 and
 * is never dropped from one arm only.
 */
export function pairCases(cases: readonly CaseScores[], metric: MetricDefinition): Pairing {
  const pairs: PairedCase[] = [];
  const failed = { baseline: 0, candidate: 0 };
  let unscored = 0;
  for (const entry of cases) {
    const baseline = orientedValues(entry.baseline, metric);
    const candidate = orientedValues(entry.candidate, metric);
    if (baseline.length > 0 && candidate.length > 0) {
      pairs.push(asPair(entry, baseline, candidate));
      continue;
    }
    if (allFailed(entry.baseline)) failed.baseline++;
    if (allFailed(entry.candidate)) failed.candidate++;
    if (isUnscored(entry.baseline) || isUnscored(entry.candidate)) unscored++;
  }
  return { pairs, failed, unscored };
}

/** Most cases are pairs as they stand. */
function asPair(entry: CaseScores, baseline: readonly number[], candidate: readonly number[]): PairedCase {
  if (entry.baseline === baseline && entry.candidate === candidate) return entry as PairedCase;
  return { id: entry.id, weight: entry.weight, cluster: entry.cluster, baseline, candidate };
}

/** The values of the trials, with scores of lower-is-better metrics mirrored. Ratios keep their unit: they are compared as logarithms. */
export function orientedValues(trials: readonly TrialScore[], metric: MetricDefinition): readonly number[] {
  // Most lists are whole and used as they are: over 100,000 cases a copy of each would double the memory.
  const values = areValues(trials) ? trials : trials.filter(isValue);
  return metric.kind !== "ratio" && metric.direction === "lower" ? values.map((value) => 1 - value) : values;
}

/** Whether a trial has a value; what is not finite is a mistake of the scorer, and no value. */
export function isValue(trial: TrialScore): trial is number {
  return typeof trial === "number" && Number.isFinite(trial);
}

/** Whether every trial has a value. */
export function areValues(trials: readonly TrialScore[]): trials is readonly number[] {
  for (let trial = 0; trial < trials.length; trial++) if (!isValue(trials[trial] as TrialScore)) return false;
  return true;
}

/** Whether an arm that was run has no value because all its trials failed. */
export function allFailed(trials: readonly TrialScore[]): boolean {
  return trials.length > 0 && trials.every((trial) => trial === "failed");
}

function isUnscored(trials: readonly TrialScore[]): boolean {
  return !trials.some(isValue) && trials.some((trial) => trial !== "failed");
}
