import type { History } from "../../changes/history.ts";
import { exitCodes } from "../../errors.ts";
import { combineOutcomes } from "../../gate/combine-verdicts.ts";
import type { BacktestReport, PastPrompt, Reason, Verdict } from "../../model.ts";
import type { SampleLog } from "../../run/sample-log.ts";
import type { Executor } from "../calls/executor.ts";
import type { KeptAnswers } from "../kept/kept-answers.ts";
import type { BacktestPlan, PastRun } from "../plan/plan-backtest.ts";
import type { Project } from "../project/load-project.ts";
import type { FoundChange, PastChanges } from "../project/past-changes.ts";
import { countFailures } from "./build-report.ts";
import { reportPrompt } from "./report-prompt.ts";
import { ageInWords } from "./sampling-notes.ts";
import { versionReference } from "./version-reference.ts";

/** A backtest once its plan is made: what its report is drawn from when it has run. */
export interface BacktestRun {
  readonly history: History;
  readonly past: PastChanges;
  readonly today: Project;
  readonly plan: BacktestPlan;
  readonly executor: Executor;
  readonly log: SampleLog;
  readonly budget: number | null;
  /** Null where the store was not used. */
  readonly kept: KeptAnswers | null;
}

/** Puts together the one value that the terminal and the JSON file are made of. */
export function reportBacktest(
  run: BacktestRun,
  { warnings, durationMs, now }: Pick<BacktestReport, "warnings" | "durationMs"> & { readonly now: Date },
): BacktestReport {
  const { history, past, today, plan, executor, budget, kept } = run;
  const { gate } = today.config;
  const changes = plan.changes.map(({ found, runs }) => {
    const prompts = runs.map((each) => tellPrompt(each, found, found.after, run));
    const { commit, parent, subject } = found.commit;
    return { commit, parent: parent ?? "", subject, stopped: wouldStop(prompts, run), prompts };
  });
  const controls = plan.controls.map((control) => {
    const prompt = tellPrompt(control, control.found, control.found.before, run);
    return { ...prompt, falseAlarm: wouldStop([prompt], run) };
  });
  const { counts, failures } = executor;
  const stored = kept && {
    answers: kept.used.answers,
    oldestMs: kept.used.oldest && Math.max(0, now.getTime() - kept.used.oldest.getTime()),
  };
  return {
    schemaVersion: 1,
    exitCode: exitCodeOf([...changes.flatMap(({ prompts }) => prompts), ...controls], past.found.length),
    branch: { revision: history.label, commit: history.commit },
    goalposts: { revision: today.tree.label, commit: today.tree.commit },
    gate: { margin: gate.margin, alpha: gate.alpha, scope: gate.scope, inconclusive: gate.inconclusive },
    commits: { seen: past.seen, found: past.found.length },
    changes,
    controls,
    controlsLeftOut: plan.controlsLeftOut,
    leftOut: plan.leftOut,
    budget,
    calls: {
      planned: plan.calls,
      made: counts.made,
      cached: counts.cached,
      saved: Math.max(0, plan.calls - (counts.done - counts.cached) - counts.leftOut),
      failed: failures.length,
    },
    stored,
    failures: countFailures(failures),
    durationMs,
    warnings: stored === null || stored.answers === 0 ? warnings : [describeStored(stored), ...warnings],
  };
}

/** What a reader must know of answers that were given before. */
function describeStored({ answers, oldestMs }: NonNullable<BacktestReport["stored"]>): string {
  const come = answers === 1 ? "1 answer comes" : `${answers} answers come`;
  return `${come} from the store; the oldest is ${ageInWords(oldestMs ?? 0)} old. Where the model changed meanwhile, that shows as a change of the prompt: the gate would ask both versions again before it blocks, a backtest does not (--no-cache draws everything anew).`;
}

function tellPrompt(
  { started, unfitCases }: PastRun,
  { before }: FoundChange,
  after: FoundChange["after"],
  { today, executor, log }: BacktestRun,
): PastPrompt {
  const { run } = started;
  const { change, baseline, candidate } = run.plan;
  const told = reportPrompt(started, { baseline: before, head: after, gate: today.config.gate, executor, log });
  // Judged alone it says nothing of the change.
  const gone = run.gone !== null;
  const outcome: { readonly verdict: Verdict; readonly reason: Reason | null } = gone
    ? { verdict: "error", reason: run.goneFor }
    : told;
  const outcomes = run.cases.flatMap((entry) => [...entry.baseline, ...entry.candidate]);
  return {
    name: change.name,
    path: change.path,
    parts: change.parts,
    baseline: versionReference(baseline, before),
    candidate: versionReference(candidate, after),
    verdict: outcome.verdict,
    reason: outcome.reason,
    comparisons: gone ? [] : told.comparisons,
    trials: told.trials,
    stopped: told.stopped,
    cases: run.cases.length,
    unfitCases,
    calls: outcomes.filter(({ cached }) => !cached).length,
  };
}

/** Whether the gate fails on these prompts; null where it cannot be told. */
function wouldStop(prompts: readonly PastPrompt[], { today }: BacktestRun): boolean | null {
  const outcomes = prompts.map(({ verdict }) => ({ verdict, advisory: false }));
  const { exitCode, passed } = combineOutcomes(outcomes, today.config.gate);
  if (exitCode === exitCodes.gateFailed) return true;
  return passed === true ? false : null;
}

/** A model that the provider has no more is a matter of the past; any other error is to be mended or tried again. */
function exitCodeOf(prompts: readonly PastPrompt[], found: number): 0 | 3 {
  const isJudged = ({ verdict }: PastPrompt): boolean => verdict !== "error" && verdict !== "skipped";
  const failed = prompts.some(({ verdict, reason }) => verdict === "error" && reason !== "missing-model");
  return failed || (found > 0 && !prompts.some(isJudged)) ? exitCodes.notJudged : exitCodes.pass;
}
