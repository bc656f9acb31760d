import { combineOutcomes } from "../../gate/combine-verdicts.ts";
import type {
  Failure,
  FailureCount,
  GateConfig,
  GoalpostsSource,
  GoldenHealth,
  PromptReport,
  Report,
  VariantsReport,
} from "../../model.ts";
import type { SampleLog } from "../../run/sample-log.ts";
import type { AttributedRun } from "../calls/attribute.ts";
import type { Executor } from "../calls/executor.ts";
import type { PromptRun } from "../calls/prompt-run.ts";
import type { StartedRun } from "../calls/start-runs.ts";
import type { PromptPlan } from "../plan/plan-run.ts";
import { costWithMixes, reportAttribution } from "./report-attribution.ts";
import { reportPrompt } from "./report-prompt.ts";
import { reportVariants } from "./report-variants.ts";
import type { RevisionName } from "./version-reference.ts";

export interface ReportInput {
  readonly command: "compare" | "run";
  readonly baseline: RevisionName | null;
  readonly head: RevisionName;
  readonly goalposts: GoalpostsSource;
  readonly gate: GateConfig;
  readonly started: readonly StartedRun[];
  /** Of prompts that regressed; absent where nobody asked for it. */
  readonly attributed?: ReadonlyMap<PromptPlan, AttributedRun>;
  /** Of the golden sets of prompts that ran. */
  readonly health?: ReadonlyMap<PromptRun, GoldenHealth>;
  readonly executor: Pick<Executor, "counts" | "failures" | "cost" | "costOf" | "stopped">;
  readonly log: SampleLog;
  readonly samples: Report["samples"];
  readonly warnings: readonly string[];
  readonly durationMs: number;
  /** Takes out of a text what must not be told, before it is cut; unset: nothing. */
  readonly tell?: ((text: string) => string) | undefined;
}

/** Puts together the one value that every renderer reads. */
export function buildReport(input: ReportInput): Report {
  const { started, executor, gate, baseline, head } = input;
  const reports = started.map((each) => {
    const own = reportPrompt(each, { baseline, head, gate, executor, log: input.log, tell: input.tell });
    const attributed = input.attributed?.get(each.run.plan);
    return {
      run: each.run,
      report: {
        ...own,
        ...(attributed && costWithMixes(own, attributed, executor)),
        ...reportAttribution(each.run, attributed),
        ...healthOf(input.health?.get(each.run)),
      },
    };
  });
  const judged = reports.filter(({ run }) => run.plan.variant === undefined);
  const prompts = judged.map(({ report }) => report);
  const variants = reportVariants(reports, gate);
  const { counts, failures } = executor;
  return {
    schemaVersion: 1,
    command: input.command,
    ...outcomeOf(prompts, variants, gate),
    ...namesOf(baseline, head),
    goalposts: input.goalposts,
    gate: {
      margin: gate.margin,
      alpha: gate.alpha,
      scope: gate.scope,
      inconclusive: gate.inconclusive,
      gatingComparisons: judged.flatMap(({ run }) => run.comparisons).filter((comparison) => comparison.gated).length,
    },
    prompts,
    ...(variants.length === 0 ? {} : { variants }),
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

/**
 * Variants are for choosing and fail nothing. Where nothing else was run and none of them could be judged, the question
 * was not answered.
 */
function outcomeOf(
  prompts: readonly PromptReport[],
  variants: readonly VariantsReport[],
  gate: GateConfig,
): Pick<Report, "verdict" | "passed" | "exitCode"> {
  const tried = variants.flatMap(({ versions }) => versions.flatMap(({ details }) => details ?? []));
  const unanswered = prompts.length === 0 && tried.length > 0 && tried.every(({ verdict }) => verdict === "error");
  return unanswered ? combineOutcomes(tried, gate) : combineOutcomes(prompts, gate);
}

function healthOf(health: GoldenHealth | undefined): Pick<PromptReport, "health"> {
  return health === undefined ? {} : { health };
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
