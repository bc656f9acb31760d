import type { CaseScores, MetricDefinition, Reason, TrialScore } from "../model.ts";
import { withinCasePermutation } from "../stats/within-case-permutation.ts";
import type { Evidence } from "./evidence.ts";
import { gatherEvidence, type Terms } from "./gather-evidence.ts";
import { areValues, isValue, orientedValues, type PairedCase, type Pairing } from "./pair-cases.ts";

/** More cases than this left out, and the metric cannot be judged. */
const missingLimit = 0.1;

interface GuardInput {
  readonly metric: MetricDefinition;
  readonly cases: readonly CaseScores[];
  readonly pairs: readonly PairedCase[];
  readonly failed: Pairing["failed"];
  readonly margin: number;
  readonly terms: Terms;
  readonly evidence: Evidence | null;
  readonly maxUnscored: number;
}

/**
 * What missing trials forbid. More than 10 % of the cases left out: nothing can be said. Fewer, but lopsided between the
 * arms, or a pass that does not survive counting the candidate's missing cases as lost: the metric cannot pass. Where
 * more outputs than `maxUnscored` of either arm have no score, not even a regression is told by the rest (`voided`).
 */
export function guardMissing(input: GuardInput): {
  readonly blocked: Reason | null;
  readonly failure: Reason | null;
  readonly voided: Reason | null;
} {
  const { cases, maxUnscored } = input;
  if (Math.max(shareUnscored(cases, "baseline"), shareUnscored(cases, "candidate")) > maxUnscored) {
    return { blocked: "missing", failure: "unscored", voided: "unscored" };
  }
  return { ...guardCases(input), voided: null };
}

/** Of an arm's outputs, failed samples aside, the share that no scorer could score. */
export function shareUnscored(cases: readonly CaseScores[], arm: "baseline" | "candidate"): number {
  let outputs = 0;
  let unscored = 0;
  for (const entry of cases) {
    for (const trial of entry[arm]) {
      if (trial === "failed") continue;
      outputs++;
      if (!isValue(trial)) unscored++;
    }
  }
  return outputs === 0 ? 0 : unscored / outputs;
}

function guardCases(input: GuardInput): { readonly blocked: Reason | null; readonly failure: Reason | null } {
  const { cases, pairs, failed, terms } = input;
  const dropped = cases.length - pairs.length;
  const cause: Reason = failed.baseline + failed.candidate > 0 ? "failed" : "unscored";
  const tolerated = cause === "unscored" ? Math.max(missingLimit, input.maxUnscored) : missingLimit;
  if (pairs.length === 0 || dropped > tolerated * cases.length) {
    return { blocked: "missing", failure: cases.length === 0 ? "no-pairs" : cause };
  }
  if (dropped > missingLimit * cases.length) return { blocked: "missing", failure: null };
  if (isLopsided(cases, terms.seed)) return { blocked: "missing", failure: null };
  if (dropped > 0 && !survivesLoss(input)) return { blocked: "missing", failure: null };
  return { blocked: null, failure: null };
}

/** The within-case test on the indicator "trial missing", in either direction. */
function isLopsided(cases: readonly CaseScores[], seed: number | string): boolean {
  if (cases.every((entry) => areValues(entry.baseline) && areValues(entry.candidate))) return false;
  const run = cases.filter((entry) => entry.baseline.length > 0 && entry.candidate.length > 0);
  const missing = (trials: readonly TrialScore[]): readonly number[] => trials.map((trial) => (isValue(trial) ? 0 : 1));
  const indicators = run.map((entry) => ({
    weight: 1,
    baseline: missing(entry.baseline),
    candidate: missing(entry.candidate),
  }));
  const { pWorse, pBetter } = withinCasePermutation(indicators, { seed });
  return Math.min(pWorse, pBetter) <= 0.05;
}

/** Whether a drop beyond the margin stays ruled out when every case that only the candidate lacks counts as lost. */
function survivesLoss({ metric, cases, pairs, margin, terms, evidence }: GuardInput): boolean {
  if (metric.kind === "ratio" || evidence === null) return true;
  const lost = cases.flatMap((entry) => {
    const baseline = orientedValues(entry.baseline, metric);
    const candidate = orientedValues(entry.candidate, metric);
    if (baseline.length === 0 || candidate.length > 0) return [];
    return [{ id: entry.id, weight: entry.weight, cluster: entry.cluster, baseline, candidate: [0] }];
  });
  if (lost.length === 0) return true;
  return gatherEvidence([...pairs, ...lost], metric, terms).interval[0] > -margin;
}
