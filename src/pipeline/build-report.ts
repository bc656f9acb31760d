import { combineOutcomes } from "../gate/combine-verdicts.ts";
import type { Failure, FailureCount, GateConfig, GoalpostsSource, Report } from "../model.ts";
import type { SampleLog } from "../run/sample-log.ts";
import type { Executor } from "./executor.ts";
import { reportPrompt } from "./report-prompt.ts";
import type { StartedRun } from "./start-runs.ts";
import type { RevisionName } from "./version-reference.ts";

export interface ReportInput {
  readonly command: "compare" | "run";
  readonly baseline: RevisionName | null;
  readonly head: RevisionName;
  readonly goalposts: GoalpostsSource;
  readonly gate: GateConfig;
  readonly started: readonly StartedRun[];
  readonly executor: Pick<Executor, "counts" | "failures" | "cost" | "costOf" | "stopped">;
  readonly log: SampleLog;
  readonly samples: Report["samples"];
  readonly warnings: readonly string[];
  readonly durationMs: number;
}

/** Puts together the one value that every renderer reads. */
export function buildReport(input: ReportInput): Report {
  const { started, executor, gate, baseline, head } = input;
  const prompts = started.map((each) => reportPrompt(each, { baseline, head, gate, executor, log: input.log }));
  const { counts, failures } = executor;
  return {
    schemaVersion: 1,
    command: input.command,
    ...combineOutcomes(prompts, gate),
    ...namesOf(baseline, head),
    goalposts: input.goalposts,
    gate: {
      margin: gate.margin,
      alpha: gate.alpha,
      scope: gate.scope,
      inconclusive: gate.inconclusive,
      gatingComparisons: started.flatMap(({ run }) => run.comparisons).filter((comparison) => comparison.gated).length,
    },
    prompts,
    calls: {
      planned: counts.planned,
      made: counts.made,
      cached: counts.cached,
      saved: counts.planned - counts.done - counts.leftOut,
      failed: failures.length,
    },
    failures: countFailures(failures),
    cost: executor.cost(),
    durationMs: input.durationMs,
    warnings: input.warnings,
    samples: input.samples,
  };
}

/** The revisions as reports name them. */
export function namesOf(baseline: RevisionName | null, head: RevisionName): Pick<Report, "base" | "head"> {
  return {
    base: baseline && { revision: baseline.label, commit: baseline.commit },
    head: { revision: head.label, commit: head.commit },
  };
}

/**
 * Failures by what came back, the most frequent first. Messages differ by request ids, so one of each stands for all: the
 * least, for the order in which answers come in is chance.
 */
export function countFailures(failures: readonly Failure[]): readonly FailureCount[] {
  const counts = new Map<string, { message: string; kind: Failure["kind"]; calls: number }>();
  for (const { message, kind, httpStatus } of failures) {
    const key = `${kind} ${httpStatus}`;
    const entry = counts.get(key) ?? { message, kind, calls: 0 };
    if (message < entry.message) entry.message = message;
    entry.calls++;
    counts.set(key, entry);
  }
  return [...counts.values()]
    .sort((left, right) => right.calls - left.calls || (left.message < right.message ? -1 : 1))
    .slice(0, 20);
}
