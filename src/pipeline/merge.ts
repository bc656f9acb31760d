import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { InternalError, throwProblems } from "../errors.ts";
import { judgeAttempts } from "../gate/attempts.ts";
import { onlyWatch } from "../gate/only-watch.ts";
import type { GoldenHealth, PromptReport, Report, ScorerTools, ShardFacts } from "../model.ts";
import { isCutShort, notMade, type Stopped } from "../run/not-made.ts";
import { openSampleLog, type SampleLog } from "../run/sample-log.ts";
import type { Executor } from "./calls/executor.ts";
import { noOpinions, type Outcome } from "./calls/outcome.ts";
import { addOutcome, type PromptRun, startPrompt } from "./calls/prompt-run.ts";
import { runLooks } from "./calls/run-looks.ts";
import type { StartedRun } from "./calls/start-runs.ts";
import { withOutcomes } from "./health/run-health.ts";
import { leftOutWarnings } from "./plan/spending.ts";
import { applyAcceptances, carriedAcceptances } from "./reports/apply-acceptances.ts";
import { buildReport } from "./reports/build-report.ts";
import { checkShards } from "./shards/check-shards.ts";
import { readShardSamples, type ShardSamples } from "./shards/read-shard-samples.ts";
import { readShards, type ShardFile } from "./shards/read-shards.ts";
import { rebuildPlan } from "./shards/shard-plan.ts";

/** What `merge` takes from outside. */
export interface MergeOptions {
  /** Paths of files are relative to it. */
  readonly directory: string;
  /** The reports of the shards, or folders with them; each with its samples file beside it. */
  readonly files: readonly string[];
  /** File for the samples of all shards; unset: none. */
  readonly samplesFile?: string;
}

/**
 * The report and the verdict of a run that was taken in shards: the same as of the undivided run without early stopping.
 * No call is made and no repository is read. Throws a UserError with everything that is missing, doubled, foreign or
 * damaged.
 */
export async function merge(options: MergeOptions): Promise<Report> {
  const { shards: read, problems } = await readShards(options.files, options.directory);
  throwProblems([...problems, ...checkShards(read)]);
  const shards = read.toSorted((left, right) => left.shard.index - right.shard.index);
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
  const log = openSampleLog(join(folder, "samples.jsonl"));
  try {
    const samples = await readShardSamples(shards, log);
    throwProblems(samples.problems);
    return await judge(shards, samples, log, options);
  } finally {
    log.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** From the samples on, a merge is a run like any other. */
async function judge(
  shards: readonly ShardFile[],
  samples: ShardSamples,
  log: SampleLog,
  { samplesFile }: MergeOptions,
): Promise<Report> {
  const [{ report: first, shard }] = shards as readonly [ShardFile, ...ShardFile[]];
  const reports = shards.map(({ report }) => report);
  const started = startRuns(first.prompts, shard, samples);
  const executor = answerFrom(samples, shards, started);
  await runLooks(
    started.map(({ run }) => run),
    executor,
    shard.gate,
    async () => false,
  );
  const report = buildReport({
    command: first.command === "run" ? "run" : "compare",
    baseline: first.base && nameOf(first.base),
    head: nameOf(first.head),
    goalposts: first.goalposts,
    gate: shard.gate,
    started,
    health: healthOf(started, first.prompts, shard),
    executor,
    log,
    samples: samplesFile === undefined ? null : { path: basename(samplesFile), sha256: log.writeInOrder(samplesFile) },
    warnings: [...allWarnings(shards), ...leftOutWarnings(executor, executor.counts.planned)],
    // They ran side by side.
    durationMs: Math.max(...reports.map(({ durationMs }) => durationMs)),
  });
  const prompts = report.prompts.map((prompt, index) => {
    const versions = shard.prompts[index]?.versionNotes?.[prompt.verdict] ?? [];
    return { ...keepIdentity(prompt, first.prompts[index] as PromptReport), notes: [...prompt.notes, ...versions] };
  });
  const settled = applyAcceptances({ ...report, prompts }, carriedAcceptances(first));
  return first.watch ? onlyWatch(settled) : settled;
}

/** What the shards found in the golden sets, with what all of their samples tell of the cases. */
function healthOf(
  started: readonly StartedRun[],
  prompts: readonly PromptReport[],
  { gate }: ShardFacts,
): ReadonlyMap<PromptRun, GoldenHealth> {
  return new Map(
    started.flatMap(({ run }, index) => {
      const known = prompts[index]?.health;
      return known === undefined ? [] : [[run, withOutcomes(run, known, gate)] as const];
    }),
  );
}

function startRuns(
  prompts: readonly PromptReport[],
  { gate, prompts: facts }: ShardFacts,
  { cases, offsets }: ShardSamples,
): readonly StartedRun[] {
  return facts.map((each, index) => {
    const plan = rebuildPlan(prompts[index] as PromptReport, each, cases[index] ?? []);
    // What was tried before is known where verdicts are kept, and no shard keeps any.
    const attempts = judgeAttempts(gate.alpha, plan.candidate?.fingerprint ?? "", null);
    const start = { trials: each.trials, seed: each.seed, passAlpha: attempts.passAlpha, offset: offsets[index] ?? 0 };
    return { run: startPrompt(plan, gate, start), stored: null, attempts };
  });
}

/** Hands out the samples of the shards in the place of calls. */
function answerFrom(
  { outcomes }: ShardSamples,
  shards: readonly ShardFile[],
  started: readonly StartedRun[],
): Executor {
  const reports = shards.map(({ report }) => report);
  const leftOut = shards.flatMap(({ shard }) => shard.leftOut ?? []);
  // Interrupted is the worst that a shard can be; else one reason is as good as another.
  const stopped = leftOut.find((each) => each.stopped === "interrupted")?.stopped ?? leftOut[0]?.stopped ?? null;
  const omitted = leftOut.reduce((all, { samples }) => all + samples, 0);
  const total = (count: "planned" | "made" | "cached" | "saved"): number =>
    reports.reduce((all, { calls }) => all + calls[count], 0);
  const [planned, made, cached] = [total("planned"), total("made"), total("cached")];
  return {
    async take(slots) {
      for (const { index, caseRun, arm } of slots) {
        const outcome = outcomes.get(index);
        if (outcome === undefined && stopped === null) throw new InternalError(`no shard has a sample at ${index}`);
        addOutcome(caseRun, arm, outcome ?? omittedOutcome(index, stopped ?? "interrupted"));
      }
    },
    keepStored() {
      throw new InternalError("a merge has no store");
    },
    // What takes both arms was scored in the shards.
    toolsFor: () => noTools,
    recall: () => null,
    rescore: (outcome) => outcome,
    leaveOut: (outcome) => outcome,
    counts: { planned, made, cached, done: planned - total("saved") - omitted, leftOut: omitted },
    failures: [...outcomes.values()].flatMap(({ failure }) => (failure === null || isCutShort(failure) ? [] : failure)),
    stopped: () => stopped,
    costOf(plan) {
      const index = started.findIndex(({ run }) => run.plan === plan);
      return {
        answers: sum(reports.map(({ prompts }) => prompts[index]?.cost ?? null)),
        scorers: sum(reports.map(({ prompts }) => prompts[index]?.scorersCost ?? null)),
      };
    },
    cost: () => sum(reports.map(({ cost }) => cost)),
    charge() {},
    finish() {},
    close() {},
  };
}

const noTools: ScorerTools = {
  ask: () => {
    throw new InternalError("a merge asks no model");
  },
  embed: () => {
    throw new InternalError("a merge asks no model");
  },
};

/** The warnings of the run, and behind them what single shards met. */
function allWarnings([first, ...others]: readonly ShardFile[]): readonly string[] {
  const all = [...(first?.shard.warnings ?? [])];
  for (const warning of others.flatMap(({ shard }) => shard.warnings)) if (!all.includes(warning)) all.push(warning);
  return all;
}

/** A sample that was not taken: nothing of it is known but why. */
function omittedOutcome(index: number, stopped: Stopped): Outcome {
  const nothing = { scores: new Map(), reasons: new Map(), opinions: noOpinions, model: null, digest: null };
  return { ...nothing, addressesJudge: false, conferred: true, cached: false, failure: notMade(stopped), index };
}

/** What a shard says of the prompt itself, read from the repository. */
function keepIdentity(judged: PromptReport, { baseline, candidate, models, pair, asks }: PromptReport): PromptReport {
  const { health, ...rest } = judged;
  return {
    ...rest,
    ...{ baseline, candidate, models, pair },
    ...(asks && { asks }),
    // Last, as in an undivided run.
    ...(health && { health }),
  };
}

function nameOf({ revision, commit }: Report["head"]): { readonly label: string; readonly commit: string | null } {
  return { label: revision, commit };
}

/** Null where one of them is unknown. */
function sum(costs: readonly (number | null)[]): number | null {
  return costs.reduce((all, cost) => (all === null || cost === null ? null : all + cost), 0);
}
