import { compareMetric, type Draft } from "../gate/compare-metric.ts";
import { judgeAlone } from "../gate/judge-alone.ts";
import type { CaseScores, Comparison, GateConfig, MetricDefinition, TrialScore } from "../model.ts";
import { operationalMetrics } from "../score/operational.ts";
import type { CaseOutcomes, Outcome } from "./execute-run.ts";
import type { PromptPlan } from "./plan-run.ts";

/** The metrics of a prompt: those of its scorers, in the order of the list, then the operational ones. */
export function metricsOf(plan: PromptPlan): readonly MetricDefinition[] {
  const metrics = new Map<string, MetricDefinition>();
  for (const { testCase } of [...plan.cases, ...plan.added]) {
    for (const scorer of plan.scorersFor(testCase)) metrics.set(scorer.metric.name, scorer.metric);
  }
  for (const metric of operationalMetrics) if (!metrics.has(metric.name)) metrics.set(metric.name, metric);
  return [...metrics.values()];
}

/** Compares both arms on every metric; verdicts come after the correction over the whole run. */
export function draftComparisons(
  metrics: readonly MetricDefinition[],
  cases: readonly CaseOutcomes[],
  gate: GateConfig,
  seed: number | string,
): readonly Draft[] {
  return metrics.map((metric) => compareMetric(metric, scoresOf(cases, metric), { gate, seed }));
}

/** Judges the candidate alone on every metric. */
export function judgeOutcomes(
  metrics: readonly MetricDefinition[],
  cases: readonly CaseOutcomes[],
  gate: GateConfig,
): readonly Comparison[] {
  return metrics.map((metric) => judgeAlone(metric, scoresOf(cases, metric), gate));
}

/** The cases to which a metric applies: a scorer of single cases says nothing about the others. */
export function scoresOf(cases: readonly CaseOutcomes[], metric: MetricDefinition): readonly CaseScores[] {
  return cases.flatMap((entry) => {
    const baseline = trialsOf(entry.baseline, metric);
    const candidate = trialsOf(entry.candidate, metric);
    if (baseline.length === 0 && candidate.length === 0) return [];
    const { id, tags, weight, cluster } = entry.planCase.testCase;
    return [{ id, tags, weight, cluster, baseline, candidate }];
  });
}

function trialsOf(outcome: Outcome | null, metric: MetricDefinition): readonly TrialScore[] {
  const score = outcome?.scores.get(metric.name);
  return score === undefined ? [] : [score];
}
