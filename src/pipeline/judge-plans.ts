import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { throwProblems } from "../errors.ts";
import type { GoalpostsSource, Problem, Report, Tree } from "../model.ts";
import { openSampleLog } from "../run/sample-log.ts";
import { buildReport } from "./build-report.ts";
import { connectProviders } from "./connect-providers.ts";
import { createExecutor } from "./executor.ts";
import type { Project } from "./load-project.ts";
import type { RunOptions } from "./options.ts";
import { type PromptPlan, skipPlan } from "./plan-run.ts";
import { plannedSamples } from "./prompt-run.ts";
import { runLooks } from "./run-looks.ts";
import { startRuns } from "./start-runs.ts";

export interface JudgeInput {
  readonly command: "compare" | "run";
  readonly plans: readonly PromptPlan[];
  readonly problems: readonly Problem[];
  readonly baseline: Tree | null;
  readonly head: Tree;
  readonly goalposts: Project;
  readonly goalpostsSource: GoalpostsSource;
  readonly warnings: readonly string[];
  /** Absolute path of the repository, against which paths of assay.yml are resolved. */
  readonly root: string;
  readonly options: RunOptions;
}

/** From plans to the report: every mistake first, then the calls, then the verdicts. */
export async function judgePlans(input: JudgeInput): Promise<Report> {
  const started = performance.now();
  const { goalposts, options } = input;
  let { plans } = input;
  const connection = await connectProviders(plans, goalposts, input.root, options);
  // A fork has no key in reach: what is otherwise in order is skipped, which is never green.
  const keyless = options.fork === true && input.problems.length === 0 && connection.problems.length > 0;
  if (keyless) plans = plans.map((plan) => skipPlan(plan, connection.problems));
  else throwProblems([...input.problems, ...connection.problems]);
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
  const log = openSampleLog(join(folder, "samples.jsonl"));
  try {
    const { gate, run } = goalposts.config;
    const executor = createExecutor(connection.models, run, log, null, options);
    const runs = startRuns(plans, { gate, run, seed: options.seed });
    executor.counts.planned = runs.reduce((sum, each) => sum + plannedSamples(each), 0);
    await runLooks(runs, executor, gate);
    const samples =
      options.samplesFile === undefined
        ? null
        : { path: basename(options.samplesFile), sha256: log.writeInOrder(options.samplesFile) };
    return buildReport({
      command: input.command,
      baseline: input.baseline,
      head: input.head,
      goalposts: input.goalpostsSource,
      gate,
      runs,
      executor,
      log,
      samples,
      warnings: input.warnings,
      durationMs: Math.round(performance.now() - started),
    });
  } finally {
    log.close();
    await rm(folder, { recursive: true, force: true });
  }
}
