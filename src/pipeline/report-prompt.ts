import { promptVerdict } from "../gate/combine-verdicts.ts";
import type { Draft } from "../gate/compare-metric.ts";
import type { Comparison, GateConfig, PromptReport, Reason, Tree, Verdict } from "../model.ts";
import type { SampleLog } from "../run/sample-log.ts";
import { draftComparisons, judgeOutcomes, metricsOf } from "./compare-outcomes.ts";
import type { PromptOutcomes } from "./execute-run.ts";
import type { PromptPlan } from "./plan-run.ts";
import { reportCases } from "./report-cases.ts";
import { versionReference } from "./version-reference.ts";

/** A prompt whose comparisons wait for the correction over the whole run. */
export interface PromptDraft {
  readonly plan: PromptPlan;
  readonly outcomes: PromptOutcomes;
  /** Empty where the candidate is judged alone or nothing was run. */
  readonly drafts: readonly Draft[];
}

/** Compares both arms of a prompt, before any verdict. */
export function draftPrompt(
  plan: PromptPlan,
  outcomes: PromptOutcomes,
  gate: GateConfig,
  seed: number | string,
): PromptDraft {
  const drafts = plan.baseline === null ? [] : draftComparisons(metricsOf(plan), outcomes.cases, gate, seed);
  return { plan, outcomes, drafts };
}

export interface ReportContext {
  readonly baseline: Tree | null;
  readonly head: Tree;
  readonly gate: GateConfig;
  readonly log: SampleLog;
}

/** The prompt's part of the report, once its comparisons have their verdicts. */
export function reportPrompt(
  { plan, outcomes }: PromptDraft,
  decided: readonly Comparison[],
  context: ReportContext,
): PromptReport {
  const { change } = plan;
  const metrics = metricsOf(plan);
  const alone = plan.candidate !== null && plan.baseline === null && plan.cases.length > 0;
  const comparisons = alone ? judgeOutcomes(metrics, outcomes.cases, context.gate) : decided;
  const added =
    plan.added.length === 0
      ? null
      : { cases: plan.added.length, comparisons: judgeOutcomes(metrics, outcomes.added, context.gate) };
  const { verdict, reason } = verdictOf(plan, comparisons, outcomes);
  return {
    name: change.name,
    path: change.path,
    previousPath: change.previousPath,
    change: { kind: change.kind, parts: change.parts },
    baseline: versionReference(change.baseline?.version ?? null, context.baseline),
    candidate: versionReference(change.candidate?.version ?? null, context.head),
    models: {
      baseline: change.baseline?.version.configuration.model ?? null,
      candidate: change.candidate?.version.configuration.model ?? null,
    },
    verdict,
    reason,
    advisory: plan.advisory,
    comparisons,
    added,
    cases: reportCases(metrics, [...outcomes.cases, ...outcomes.added], context.gate, context.log),
    goldenSize: plan.cases.length + plan.added.length,
    notes: [...plan.notes, ...servedBy(outcomes)],
  };
}

function verdictOf(
  plan: PromptPlan,
  comparisons: readonly Comparison[],
  outcomes: PromptOutcomes,
): { readonly verdict: Verdict; readonly reason: Reason | null } {
  if (plan.skipped !== null) return { verdict: "skipped", reason: plan.skipped };
  if (plan.change.kind === "deleted") return { verdict: "deleted", reason: null };
  if (plan.change.kind === "judging") return { verdict: "unchanged", reason: null };
  const outcome = promptVerdict(comparisons);
  return outcome.verdict === "error" ? { verdict: "error", reason: causeOf(outcomes) ?? outcome.reason } : outcome;
}

/** The failure that a person must mend first, where there is one. */
function causeOf(outcomes: PromptOutcomes): Reason | null {
  const causes: readonly Reason[] = ["refused-key", "missing-model", "missing-recording"];
  const kinds = new Set(
    outcomes.cases.flatMap((entry) => [entry.baseline?.failure?.kind, entry.candidate?.failure?.kind]),
  );
  return causes.find((cause) => (kinds as ReadonlySet<unknown>).has(cause)) ?? null;
}

/** A run in which the arms were served by different snapshots says so. */
function servedBy(outcomes: PromptOutcomes): readonly string[] {
  const models = (arm: "baseline" | "candidate"): string =>
    [...new Set(outcomes.cases.flatMap((entry) => entry[arm]?.model ?? []))].sort().join(", ");
  const [baseline, candidate] = [models("baseline"), models("candidate")];
  if (baseline === "" || candidate === "" || baseline === candidate) return [];
  return [`Served by ${baseline} for the baseline and by ${candidate} for the candidate.`];
}
