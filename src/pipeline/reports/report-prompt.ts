import { promptVerdict } from "../../gate/combine-verdicts.ts";
import { isGated } from "../../gate/compare-metric.ts";
import { judgeAlone } from "../../gate/judge-alone.ts";
import type { Change, Comparison, GateConfig, MetricDefinition, PromptReport, Reason, Verdict } from "../../model.ts";
import type { Stopped } from "../../run/not-made.ts";
import type { SampleLog } from "../../run/sample-log.ts";
import { canonicalHash } from "../../source/json.ts";
import { cutNote, isComplete, reasonOf } from "../calls/cut-short.ts";
import { metricsOf, scoresOf } from "../calls/draft-run.ts";
import type { Executor } from "../calls/executor.ts";
import type { Outcome } from "../calls/outcome.ts";
import { type CaseRun, isAlone, type PromptRun, seenCases } from "../calls/prompt-run.ts";
import type { StartedRun } from "../calls/start-runs.ts";
import { judgeNotes } from "./judge-notes.ts";
import { reportCases } from "./report-cases.ts";
import { attemptNotes, samplingNotes } from "./sampling-notes.ts";
import { versionNotes } from "./version-notes.ts";
import { type RevisionName, versionReference } from "./version-reference.ts";

export interface ReportContext {
  readonly baseline: RevisionName | null;
  readonly head: RevisionName;
  readonly gate: GateConfig;
  readonly executor: Pick<Executor, "costOf" | "stopped">;
  readonly log: SampleLog;
  /** Takes out of a text what must not be told; unset: nothing. */
  readonly tell?: ((text: string) => string) | undefined;
}

/** The prompt's part of the report, once it is settled. */
export function reportPrompt({ run, attempts }: StartedRun, context: ReportContext): PromptReport {
  const { plan } = run;
  const { change } = plan;
  const { gate } = context;
  const metrics = metricsOf(plan);
  // Fresh answers decide alone where a confirmation asked for them.
  const cases = run.fresh ?? seenCases(run);
  const alone = plan.candidate !== null && isAlone(run) && plan.cases.length > 0;
  const judged = alone ? judgeCases(metrics, cases, gate) : run.comparisons;
  const { cut } = run;
  // Held against a threshold, a part of the cases says nothing of the whole.
  const comparisons = alone && cut !== null ? judged.map((each) => withoutVerdict(each, cut)) : judged;
  const added = run.added.filter(isComplete);
  const { verdict, reason } = verdictOf(run, comparisons, cases);
  const paid = context.executor.costOf(plan);
  const sampling = {
    trials: cases.length === 0 ? null : trialsOf(cases, run.copies),
    stopped: stoppedAt(run),
    stored: run.stored,
    confirmation: run.confirmation,
  };
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
    pair: pairOf(change),
    accepted: null,
    ...sampling,
    comparisons,
    added: added.length === 0 ? null : { cases: added.length, comparisons: judgeCases(metrics, added, gate) },
    cost: paid.answers,
    scorersCost: paid.scorers,
    cases: reportCases(metrics, [...cases, ...added], gate, context),
    goldenSize: plan.cases.length + plan.added.length,
    notes: [
      ...plan.notes,
      ...(cut === null ? [] : [cutNote(cut, cases.length, run.cases.length)]),
      ...samplingNotes(run, sampling),
      ...attemptNotes(attempts),
      ...servedBy(cases),
      ...judgeNotes(plan, cases),
      ...versionNotes(change, verdict),
    ],
    ...asksOf(change),
  };
}

/** What both versions ask for, where there is something to hold against each other or to read. */
function asksOf({ kind, baseline, candidate }: Change): Pick<PromptReport, "asks"> {
  if (kind === "unchanged" || kind === "deleted") return {};
  const [before, after] = [baseline, candidate].map((each) => each?.version.configuration ?? null);
  return before == null && after == null ? {} : { asks: { baseline: before ?? null, candidate: after ?? null } };
}

function withoutVerdict(comparison: Comparison, cut: Stopped): Comparison {
  return { ...comparison, verdict: "error", reason: reasonOf(cut) };
}

/** What an acceptance names: another candidate is another pair, and so is another baseline. */
function pairOf({ baseline, candidate }: Change): string | null {
  if (baseline === null || candidate === null) return null;
  return canonicalHash([baseline.version.fingerprint, candidate.version.fingerprint]);
}

function judgeCases(
  metrics: readonly MetricDefinition[],
  cases: readonly CaseRun[],
  gate: GateConfig,
): readonly Comparison[] {
  // A pair takes both arms.
  const alone = metrics.filter((metric) => !metric.paired);
  return alone.flatMap((metric) => {
    const scores = scoresOf(cases, metric);
    // What is only watched and was not measured at all, such as the first token of answers that were not streamed.
    const silent = scores.length === 0 && cases.length > 0 && !isGated(metric, gate.metrics);
    return silent ? [] : [judgeAlone(metric, scores, gate)];
  });
}

function verdictOf(
  { plan, cut }: PromptRun,
  comparisons: readonly Comparison[],
  cases: readonly CaseRun[],
): { readonly verdict: Verdict; readonly reason: Reason | null } {
  if (plan.skipped !== null) return { verdict: "skipped", reason: plan.skipped };
  if (plan.change.kind === "deleted") return { verdict: "deleted", reason: null };
  if (plan.change.kind === "judging") return { verdict: "unchanged", reason: null };
  // Nothing was seen, or not enough for a first look.
  if (cut !== null && comparisons.length === 0) return { verdict: "error", reason: reasonOf(cut) };
  const outcome = promptVerdict(comparisons);
  return outcome.verdict === "error" ? { verdict: "error", reason: causeOf(cases) ?? outcome.reason } : outcome;
}

/** The failure that a person must mend first, where there is one. */
function causeOf(cases: readonly CaseRun[]): Reason | null {
  const causes: readonly Reason[] = ["refused-key", "missing-model", "refused-parameter", "missing-recording"];
  const kinds = new Set<unknown>(outcomesOf(cases).map((outcome) => outcome.failure?.kind));
  return causes.find((cause) => kinds.has(cause)) ?? null;
}

function outcomesOf(cases: readonly CaseRun[]): readonly Outcome[] {
  return cases.flatMap((entry) => [...entry.baseline, ...entry.candidate]);
}

/** How many answers a case has in each arm; copies count as one. */
function trialsOf(cases: readonly CaseRun[], copies: boolean): PromptReport["trials"] {
  const most = (arm: "baseline" | "candidate"): number =>
    cases.reduce((max, entry) => Math.max(max, copies ? Math.min(1, entry[arm].length) : entry[arm].length), 0);
  return { baseline: most("baseline"), candidate: most("candidate") };
}

function stoppedAt(run: PromptRun): PromptReport["stopped"] {
  if (run.cut !== null) return null;
  const seen = run.looks[run.look - 1] ?? run.cases.length;
  return seen < run.cases.length ? { cases: seen, of: run.cases.length } : null;
}

/** A run in which the arms were served by different snapshots says so. */
function servedBy(cases: readonly CaseRun[]): readonly string[] {
  const models = (arm: "baseline" | "candidate"): string =>
    [...new Set(cases.flatMap((entry) => entry[arm].flatMap((outcome) => outcome.model ?? [])))].sort().join(", ");
  const [baseline, candidate] = [models("baseline"), models("candidate")];
  if (baseline === "" || candidate === "" || baseline === candidate) return [];
  return [`Served by ${baseline} for the baseline and by ${candidate} for the candidate.`];
}
