import { isGated, marginOf } from "../../gate/compare-metric.ts";
import type { GateConfig, MetricDefinition, PromptAtRevision, ScorerSpec } from "../../model.ts";
import { firstTokenMetric, operationalMetrics } from "../../score/operational.ts";
import { metricOf } from "../../score/registry.ts";
import type { RunOptions } from "../options.ts";
import { allFactories } from "../project/find-changes.ts";
import type { Project } from "../project/load-project.ts";

/** What is measured of a prompt, by whether it decides. */
export interface PromptMetrics {
  readonly gating: readonly MetricDefinition[];
  readonly watched: readonly MetricDefinition[];
}

/** The metrics of a prompt, before anything is run. */
export function metricsOfPrompt(prompt: PromptAtRevision, project: Project, options: RunOptions): PromptMetrics {
  const gates = (metric: MetricDefinition): boolean => isGated(metric, project.config.gate.metrics);
  const { metrics: named } = project.config.gate;
  const measured = operationalMetrics.filter(({ name }) => name !== firstTokenMetric || named?.[name] !== undefined);
  const metrics = [...scorerMetrics(prompt, options), ...measured];
  return { gating: metrics.filter(gates), watched: metrics.filter((metric) => !gates(metric)) };
}

/** The smallest loss that is tolerated of a score that decides; null where no score does. */
export function smallestMargin({ gating }: PromptMetrics, gate: GateConfig): number | null {
  const margins = gating.filter(({ kind }) => kind !== "ratio").map((metric) => marginOf(metric, gate));
  return margins.length === 0 ? null : Math.min(...margins);
}

/** The metrics of the scorers without mistakes; those of the others are told as problems. */
function scorerMetrics(prompt: PromptAtRevision, options: RunOptions): readonly MetricDefinition[] {
  const factories = allFactories(options);
  const ofCases = prompt.golden.cases.flatMap(({ scorers }) => scorers);
  const specs = new Map<string, ScorerSpec>();
  // Many cases have a scorer of the same metric.
  for (const spec of [...prompt.scorers, ...ofCases]) if (!specs.has(spec.name)) specs.set(spec.name, spec);
  return [...specs.values()].flatMap((spec) => metricOf(spec, factories) ?? []);
}
