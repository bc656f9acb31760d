import { compareMetric, type Draft } from "../../gate/compare-metric.ts";
import { areCopies, copyWitnesses, takeOneTrial } from "../../gate/copies.ts";
import type { JudgeErrors } from "../../gate/correct-for-judge.ts";
import type { Look } from "../../gate/looks.ts";
import { draftSlices } from "../../gate/slices.ts";
import type { Arm, CaseScores, GateConfig, MetricDefinition, TrialScore } from "../../model.ts";
import { operationalMetrics } from "../../score/operational.ts";
import type { PromptPlan } from "../plan/plan-run.ts";
import type { Outcome } from "./outcome.ts";
import type { CaseRun } from "./prompt-run.ts";

/** The metrics of a prompt: those of its scorers, in the order of the list, then the operational ones. */
export function metricsOf(plan: PromptPlan): readonly MetricDefinition[] {
  const metrics = new Map<string, MetricDefinition>();
  for (const { testCase } of [...plan.cases, ...plan.added]) {
    for (const scorer of plan.scorersFor(testCase)) metrics.set(scorer.metric.name, scorer.metric);
  }
  for (const metric of operationalMetrics) if (!metrics.has(metric.name)) metrics.set(metric.name, metric);
  return [...metrics.values()];
}

export interface DraftSettings {
  readonly gate: GateConfig;
  readonly seed: number | string;
  readonly look: Look;
  readonly passAlpha: number;
  /** Whether repeats count as one. */
  readonly copies: boolean;
  /** Whether a regression is still to be confirmed. */
  readonly provisional?: boolean;
  /** How often the judge behind a metric errs by labels of people; null where nothing is known, or no model judges. */
  readonly errorsOf?: (metric: string) => JudgeErrors | null;
}

/** How many outputs of each arm seem to speak to whoever grades them. */
export function countAddressing(cases: readonly CaseRun[]): Readonly<Record<Arm, { count: number; of: number }>> {
  const count = (arm: Arm): { count: number; of: number } => {
    const outcomes = cases.flatMap((entry) => entry[arm]).filter(({ failure }) => failure === null);
    return { count: outcomes.filter((outcome) => outcome.addressesJudge).length, of: outcomes.length };
  };
  return { baseline: count("baseline"), candidate: count("candidate") };
}

/** Whether more of the candidate's outputs than of the baseline's do so. */
function courtsJudge(cases: readonly CaseRun[]): boolean {
  const { baseline, candidate } = countAddressing(cases);
  return candidate.count * Math.max(1, baseline.of) > baseline.count * Math.max(1, candidate.of);
}

/** Compares both arms of the cases seen on every metric, whole and by slices; verdicts come after the correction. */
export function draftComparisons(
  metrics: readonly MetricDefinition[],
  cases: readonly CaseRun[],
  settings: DraftSettings,
): readonly Draft[] {
  const courted = metrics.some(({ judged }) => judged) && courtsJudge(cases);
  return metrics.flatMap((metric) => {
    const all = scoresOf(cases, metric);
    // A metric that says nothing of these cases, such as the latency of stored answers, is not compared.
    if (all.length === 0) return [];
    const scores = settings.copies ? all.map(takeOneTrial) : all;
    const own = { ...settings, errors: settings.errorsOf?.(metric.name) ?? null };
    const drafts = [compareMetric(metric, scores, own), ...draftSlices(metric, scores, own)];
    if (!courted || !metric.judged) return drafts;
    return drafts.map((draft) => ({ ...draft, blocked: draft.blocked ?? ("addresses-judge" as const) }));
  });
}

/** The cases to which a metric applies: a scorer of single cases says nothing about the others. */
export function scoresOf(cases: readonly CaseRun[], metric: MetricDefinition): readonly CaseScores[] {
  return cases.flatMap((entry) => {
    const baseline = trialsOf(entry.baseline, metric);
    const candidate = trialsOf(entry.candidate, metric);
    const silent = (outcomes: readonly Outcome[], trials: readonly TrialScore[]): boolean =>
      outcomes.length > 0 && trials.length === 0;
    if (silent(entry.baseline, baseline) || silent(entry.candidate, candidate)) return [];
    const { id, tags, weight, cluster } = entry.planCase.testCase;
    return [{ id, tags, weight, cluster, baseline, candidate }];
  });
}

function trialsOf(outcomes: readonly Outcome[], metric: MetricDefinition): readonly TrialScore[] {
  // Lists of just the right length: one that is pushed to keeps room for sixteen more.
  if (outcomes.length === 1) {
    const score = outcomes[0]?.scores.get(metric.name);
    return score === undefined ? [] : [score];
  }
  return outcomes.map(({ scores }) => scores.get(metric.name)).filter((score) => score !== undefined);
}

/** Whether the repeats seen so far are copies of each other. */
export function repeatsAreCopies(cases: readonly CaseRun[]): boolean {
  const digests = (outcomes: readonly Outcome[]): readonly (string | null)[] => outcomes.map(({ digest }) => digest);
  const witnesses = cases.slice(0, copyWitnesses);
  return areCopies(
    witnesses.map(({ baseline, candidate }) => ({ baseline: digests(baseline), candidate: digests(candidate) })),
  );
}
