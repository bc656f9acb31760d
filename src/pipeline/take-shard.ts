import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { combineOutcomes } from "../gate/combine-verdicts.ts";
import type { Config, Json, PromptReport, Reason, Report, RunConfig, Shard, ShardCase, ShardFacts } from "../model.ts";
import { openSampleLog, type SampleLog } from "../run/sample-log.ts";
import { isObject } from "../source/json.ts";
import { shardOf } from "../source/shard.ts";
import { openBatches } from "./batch-answers.ts";
import { buildReport, namesOf } from "./build-report.ts";
import { confer } from "./confer.ts";
import { type Connection, prepareProviders } from "./connect-providers.ts";
import { createExecutor } from "./executor.ts";
import type { JudgeInput } from "./judge-plans.ts";
import type { RunOptions } from "./options.ts";
import { nextSlots, questionsOf, type Slot } from "./prompt-run.ts";
import { cacheOf, type RunStore, storeFolder, storeWarnings } from "./run-store.ts";
import { describeShard } from "./shard-facts.ts";
import { shardJournal } from "./shard-journal.ts";
import { callSettings } from "./spending.ts";
import { type StartedRun, startRuns } from "./start-runs.ts";

/** A run of which one shard is taken: planned and checked as a whole, so that all shards agree. */
export interface ShardInput extends JudgeInput {
  readonly shard: Shard;
  readonly config: Config;
  readonly connection: Connection;
  /** Holds the answers of this very run; null where there is none to be had. */
  readonly store: RunStore | null;
  /** When the run began, by `performance.now()`. */
  readonly begun: number;
}

/**
 * Takes the samples of one shard: all trials of its cases, in one go. Nothing is compared, for a part of the golden set
 * says nothing of the whole; the report holds what `merge` needs. No stored baseline is used: the shards would not
 * have the same.
 */
export async function takeShard(input: ShardInput): Promise<Report> {
  const { shard, store, options } = input;
  const config = { ...input.config, gate: { ...input.config.gate, stopEarly: false } };
  const started = await startRuns(input.plans, { config, seed: options.seed, store: null, scope: input.scope });
  const names = namesOf(input.baseline, input.head);
  const { command, goalpostsSource: goalposts } = input;
  const facts = describeShard(shard, { command, names, goalposts, config, started });
  const slots = started.flatMap(({ run }) => nextSlots(run)).filter((slot) => isOf(shard, slot));
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
  const log = openSampleLog(join(folder, "samples.jsonl"));
  const journal = store && shardJournal(store, facts, options);
  const { connection } = input;
  const place = { root: input.root, cache: cacheOf(config) };
  const batches = openBatches(connection.models, journal, storeFolder(place, options), options);
  const lines = describeCases(log, started, slots);
  const settings = { ...config.run, ...callSettings(connection, config), ...shareOf(shard, config.run, options) };
  const executor = createExecutor(connection, settings, lines, batches?.journal ?? journal, withoutLimits(options));
  try {
    await prepareProviders(connection, options.signal);
    executor.counts.planned = slots.reduce((sum, { plan, caseRun }) => sum + 1 + questionsOf(plan, caseRun), 0);
    const underWay = (await batches?.fill(slots, executor.counts)) ?? [];
    await executor.take(slots);
    for (const { run } of started) await confer(run, run.cases, executor);
    executor.finish();
    const samples =
      options.samplesFile === undefined
        ? null
        : { path: basename(options.samplesFile), sha256: log.writeInOrder(options.samplesFile) };
    const warnings = [...input.warnings, ...(store === null ? [] : storeWarnings(store))];
    const report = buildReport({
      command,
      baseline: input.baseline,
      head: input.head,
      goalposts,
      gate: config.gate,
      started,
      executor,
      log,
      samples,
      warnings,
      durationMs: Math.round(performance.now() - input.begun),
    });
    const own = withoutVerdict(report, { ...facts, warnings }, started, slots.length);
    return { ...own, warnings: [...own.warnings, ...underWay] };
  } finally {
    executor.close();
    batches?.close();
    store?.store.close();
    log.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The options without what has been divided. */
function withoutLimits({ maxCost: _maxCost, maxCalls: _maxCalls, ...options }: RunOptions): RunOptions {
  return options;
}

/** What the whole run may take, divided by the number of shards: they run side by side, and none knows of the others. */
function shareOf({ of }: Shard, run: RunConfig, options: RunOptions): Pick<RunConfig, "maxCost" | "maxCalls"> {
  const maxCost = options.maxCost ?? run.maxCost;
  const maxCalls = options.maxCalls ?? run.maxCalls;
  return {
    maxCost: maxCost === null ? null : maxCost / of,
    maxCalls: maxCalls === null ? null : Math.floor(maxCalls / of),
  };
}

function isOf(shard: Shard, { caseRun }: Slot): boolean {
  return shardOf(caseRun.planCase.testCase.id, shard.of) === shard.index;
}

/** The same log, but each line says of its case what a merge needs to know. */
function describeCases(log: SampleLog, started: readonly StartedRun[], slots: readonly Slot[]): SampleLog {
  const positions = new Map(
    started.flatMap(({ run }) => [...run.cases, ...run.added].map((caseRun, position) => [caseRun, position] as const)),
  );
  const cases = new Map(slots.map(({ index, caseRun }) => [index, caseRun]));
  return {
    ...log,
    append(index, line) {
      const caseRun = cases.get(index);
      if (caseRun === undefined || !isObject(line)) return;
      const { weight, expected } = caseRun.planCase.testCase;
      const shard: ShardCase = { position: positions.get(caseRun) ?? 0, weight, expected };
      log.append(index, { ...line, shard } as unknown as Json);
    },
  };
}

/** A shard has no verdict; where none of its calls was answered, it could not be taken. */
function withoutVerdict(report: Report, facts: ShardFacts, started: readonly StartedRun[], taken: number): Report {
  const { index, of } = facts;
  const open = taken > 0 && report.calls.failed === taken ? unanswered(report) : notYet;
  const prompts = report.prompts.map((prompt, position) => {
    const plan = (started[position] as StartedRun).run.plan;
    // What is not run has its verdict already.
    const verdict = plan.candidate === null ? {} : open;
    return { ...prompt, trials: null, comparisons: [], added: null, cases: [], notes: plan.notes, ...verdict };
  });
  const told = `This is shard ${index} of ${of}, with ${taken} samples: merge all ${of} for the verdict.`;
  // A first run is advisory, but a shard of it is no pass either.
  const outcome = combineOutcomes(
    prompts.map(({ verdict }) => ({ verdict, advisory: false })),
    facts.gate,
  );
  const gate = { ...report.gate, gatingComparisons: 0 };
  return { ...report, ...outcome, gate, prompts, warnings: [told, ...report.warnings], shard: facts };
}

const notYet: Pick<PromptReport, "verdict" | "reason"> = { verdict: "skipped", reason: "shard" };

function unanswered({ failures }: Report): Pick<PromptReport, "verdict" | "reason"> {
  const causes: readonly Reason[] = ["refused-key", "missing-model", "missing-recording"];
  return { verdict: "error", reason: causes.find((cause) => failures.some(({ kind }) => kind === cause)) ?? "failed" };
}
