import { combineOutcomes } from "../gate/combine-verdicts.ts";
import { decideAll } from "../gate/decide.ts";
import type { Failure, FailureCount, GateConfig, GoalpostsSource, Report, Tree } from "../model.ts";
import type { SampleLog } from "../run/sample-log.ts";
import type { Execution } from "./execute-run.ts";
import type { PromptPlan } from "./plan-run.ts";
import { draftPrompt, reportPrompt } from "./report-prompt.ts";

export interface ReportInput {
  readonly command: Report["command"];
  readonly baseline: Tree | null;
  readonly head: Tree;
  readonly goalposts: GoalpostsSource;
  readonly gate: GateConfig;
  readonly plans: readonly PromptPlan[];
  readonly execution: Execution;
  readonly log: SampleLog;
  readonly samples: Report["samples"];
  readonly warnings: readonly string[];
  readonly durationMs: number;
  readonly seed: number | undefined;
}

/** Compares, decides and puts together the one value that every renderer reads. */
export function buildReport(input: ReportInput): Report {
  const { plans, execution, gate } = input;
  const prompts = plans.map((plan, index) => {
    const seed = input.seed ?? `${plan.baseline?.fingerprint ?? ""}:${plan.candidate?.fingerprint ?? ""}`;
    return draftPrompt(plan, execution.outcomes[index] ?? { cases: [], added: [] }, gate, seed);
  });
  const decided = decideAll(
    prompts.flatMap((prompt) => prompt.drafts),
    gate,
  );
  const context = { baseline: input.baseline, head: input.head, gate, log: input.log };
  const reports = [];
  let next = 0;
  for (const prompt of prompts) {
    reports.push(reportPrompt(prompt, decided.slice(next, next + prompt.drafts.length), context));
    next += prompt.drafts.length;
  }
  const { verdict, passed, exitCode } = combineOutcomes(reports, gate);
  return {
    schemaVersion: 1,
    command: input.command,
    verdict,
    passed,
    exitCode,
    base: input.baseline && { revision: input.baseline.label, commit: input.baseline.commit },
    head: { revision: input.head.label, commit: input.head.commit },
    goalposts: input.goalposts,
    gate: {
      margin: gate.margin,
      alpha: gate.alpha,
      scope: gate.scope,
      inconclusive: gate.inconclusive,
      gatingComparisons: decided.filter((comparison) => comparison.gated).length,
    },
    prompts: reports,
    calls: {
      planned: execution.planned,
      made: execution.made,
      cached: 0,
      saved: 0,
      failed: execution.failures.length,
    },
    failures: countFailures(execution.failures),
    cost: null,
    durationMs: input.durationMs,
    warnings: input.warnings,
    samples: input.samples,
  };
}

/** Failures by what came back, the most frequent first. Messages differ by request ids, so the first of each stands for all. */
function countFailures(failures: readonly Failure[]): readonly FailureCount[] {
  const counts = new Map<string, { message: string; kind: Failure["kind"]; calls: number }>();
  for (const { message, kind, httpStatus } of failures) {
    const key = `${kind} ${httpStatus}`;
    const entry = counts.get(key) ?? { message, kind, calls: 0 };
    entry.calls++;
    counts.set(key, entry);
  }
  return [...counts.values()].sort((left, right) => right.calls - left.calls).slice(0, 20);
}
