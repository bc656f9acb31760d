import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { combineOutcomes } from "../../gate/combine-verdicts.ts";
import type {
  Config,
  Estimate,
  Json,
  PromptReport,
  Reason,
  Report,
  Shard,
  ShardCase,
  ShardFacts,
  Spending,
} from "../../model.ts";
import { openSampleLog, type SampleLog } from "../../run/sample-log.ts";
import { addressesJudge } from "../../score/judge/addresses-judge.ts";
import { isObject } from "../../source/json.ts";
import { shardOf, shareOfLimit } from "../../source/shard.ts";
import { openBatches } from "../calls/batch-answers.ts";
import { confer } from "../calls/confer.ts";
import { dealSlots } from "../calls/deal-slots.ts";
import { createExecutor } from "../calls/executor.ts";
import { findGone, nextSlots, type PromptRun, questionsOf, type Slot } from "../calls/prompt-run.ts";
import { type StartedRun, startRuns } from "../calls/start-runs.ts";
import { examineSets } from "../health/run-health.ts";
import type { JudgeInput } from "../judge-plans.ts";
import { type RunStore, type StorePlace, storeFolder, storeWarnings } from "../kept/run-store.ts";
import { type Connection, prepareProviders } from "../plan/connect-providers.ts";
import { callSettings, leftOutWarnings, tellPlan } from "../plan/spending.ts";
import { buildReport, namesOf } from "../reports/build-report.ts";
import type { Shield } from "../reports/shield.ts";
import { describeShard } from "./shard-facts.ts";
import { shardJournal } from "./shard-journal.ts";

/** A run of which one shard is taken: planned and checked as a whole, so that all shards agree. */
export interface ShardInput extends JudgeInput {
  readonly shard: Shard;
  readonly config: Config;
  readonly connection: Connection;
  readonly place: StorePlace;
  /** Holds the answers of this very run; null where there is none to be had. */
  readonly store: RunStore | null;
  /** A shard's files travel: what must not be told is in none of them. */
  readonly shield: Shield;
  /** When the run began, by `performance.now()`. */
  readonly begun: number;
}

/**
 * Takes the samples of one shard: all trials of its cases, in one go. Nothing is compared, for a part of the golden set
 * says nothing of the whole; the report holds what `merge` needs. No stored baseline is used: the shards would not
 * have the same.
 */
export async function takeShard(input: ShardInput): Promise<Report> {
  const { shard, store, connection, shield } = input;
  const config = { ...input.config, gate: { ...input.config.gate, stopEarly: false } };
  const options = { ...input.options, ...shareLimits(input.options, shard) };
  const settings = { ...config.run, ...shareLimits(config.run, shard), ...callSettings(connection, config) };
  const started = await startRuns(input.plans, { config, seed: options.seed, store: null, scope: input.scope });
  const names = namesOf(input.baseline, input.head);
  const { command, goalpostsSource: goalposts } = input;
  const facts = describeShard(shard, { command, names, goalposts, config, started });
  const dealt = started.map(({ run }) => [...nextSlots(run)].filter((slot) => isOf(shard, slot)));
  const slots = dealt.flat();
  const journal = store && shardJournal(store, facts, options);
  const batches = openBatches(connection.models, journal, storeFolder(input.place, options), options);
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
  const log = openSampleLog(join(folder, "samples.jsonl"));
  const lines = describeCases(log, started, slots);
  const executor = createExecutor(connection, settings, lines, batches?.journal ?? journal, options);
  try {
    await prepareProviders(connection, options.signal);
    executor.counts.planned = slots.reduce((sum, { plan, caseRun }) => sum + 1 + questionsOf(plan, caseRun), 0);
    const estimate = tellPlan(started, connection, config, input.options);
    const underWay = (await batches?.fill(slots, executor, shareEstimate(estimate, shard), settings)) ?? [];
    await executor.take(dealSlots(dealt));
    for (const { run } of started) await confer(run, run.cases, executor);
    executor.finish();
    const samples =
      options.samplesFile === undefined
        ? null
        : { path: basename(options.samplesFile), sha256: log.writeInOrder(options.samplesFile, shield.line) };
    const warnings = [...input.warnings, ...heldNotes(config), ...(store === null ? [] : storeWarnings(store))];
    const report = buildReport({
      command,
      baseline: input.baseline,
      head: input.head,
      goalposts,
      gate: config.gate,
      started,
      health: await examineSets(
        started.map(({ run }) => run),
        config,
      ),
      executor,
      log,
      samples,
      warnings,
      durationMs: Math.round(performance.now() - input.begun),
      tell: shield.text,
    });
    const stopped = executor.stopped();
    const samplesLeft = executor.counts.leftOut;
    const leftOut = stopped === null || samplesLeft === 0 ? null : { samples: samplesLeft, stopped };
    const own = withoutVerdict(report, { ...facts, warnings, leftOut }, started, slots.length);
    return shield.report({
      ...own,
      warnings: [...own.warnings, ...leftOutWarnings(executor, slots.length), ...underWay],
    });
  } finally {
    executor.close();
    batches?.close();
    store?.store.close();
    log.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Which cases get worse, only the whole run knows. */
function heldNotes({ content }: Config): readonly string[] {
  return content === "worst"
    ? ["report.content is worst: in shards the texts of all cases are held back, for none knows which get worse."]
    : [];
}

interface Limits {
  readonly maxCost?: number | null;
  readonly maxCalls?: number | null;
}

/** A shard's part of what the whole run may take. */
function shareLimits({ maxCost, maxCalls }: Limits, shard: Shard): { maxCost?: number; maxCalls?: number } {
  return {
    ...(typeof maxCost === "number" ? { maxCost: shareOfLimit(maxCost, shard, "amount") } : {}),
    ...(typeof maxCalls === "number" ? { maxCalls: shareOfLimit(maxCalls, shard, "count") } : {}),
  };
}

/** About what a shard takes of it all. */
function shareEstimate({ samples, scorers }: Estimate, { of }: Shard): Estimate {
  const share = (part: Spending): Spending => ({ ...part, cost: part.cost === null ? null : part.cost / of });
  return { samples: share(samples), scorers: share(scorers) };
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
      const { weight, expected, place } = caseRun.planCase.testCase;
      const speaks = typeof line["output"] === "string" && addressesJudge(line["output"]);
      const shard: ShardCase = {
        position: positions.get(caseRun) ?? 0,
        weight,
        expected,
        place,
        ...(speaks && { addressesJudge: true }),
      };
      log.append(index, { ...line, shard } as unknown as Json);
    },
  };
}

/** A shard has no verdict; where none of its calls was answered, it could not be taken. */
function withoutVerdict(report: Report, facts: ShardFacts, started: readonly StartedRun[], taken: number): Report {
  const { index, of } = facts;
  const open = (run: PromptRun): Pick<PromptReport, "verdict" | "reason"> => {
    if (facts.leftOut?.stopped === "interrupted") return interrupted;
    if (taken > 0 && countFailed(started) === taken) return unanswered(report);
    // Nothing that other shards have changes that: the whole run would end there, too.
    return findGone([...run.cases, ...run.added], "candidate") === "refused-parameter" ? refused : notYet;
  };
  const prompts = report.prompts.map((prompt, position) => {
    const { run } = started[position] as StartedRun;
    const { plan } = run;
    // What is not run has its verdict already.
    const verdict = plan.candidate === null ? {} : open(run);
    return { ...prompt, trials: null, comparisons: [], added: null, cases: [], notes: plan.notes, ...verdict };
  });
  const told = `This is shard ${index} of ${of}, with ${taken} samples: merge all ${of} for the verdict.`;
  // A first run is advisory, but a shard of it is no pass either.
  const outcome = combineOutcomes(
    prompts.map(({ verdict, reason }) => ({ verdict, reason, advisory: false })),
    facts.gate,
  );
  const gate = { ...report.gate, gatingComparisons: 0 };
  return { ...report, ...outcome, gate, prompts, warnings: [told, ...report.warnings], shard: facts };
}

/** Samples that failed, whatever came of what scorers asked. */
function countFailed(started: readonly StartedRun[]): number {
  const cases = started.flatMap(({ run }) => [...run.cases, ...run.added]);
  return cases.reduce(
    (sum, entry) => sum + [...entry.baseline, ...entry.candidate].filter(({ failure }) => failure !== null).length,
    0,
  );
}

const interrupted: Pick<PromptReport, "verdict" | "reason"> = { verdict: "error", reason: "interrupted" };
const refused: Pick<PromptReport, "verdict" | "reason"> = { verdict: "error", reason: "refused-parameter" };
const notYet: Pick<PromptReport, "verdict" | "reason"> = { verdict: "skipped", reason: "shard" };

function unanswered({ failures }: Report): Pick<PromptReport, "verdict" | "reason"> {
  const causes: readonly Reason[] = ["refused-key", "missing-model", "refused-parameter", "missing-recording"];
  return { verdict: "error", reason: causes.find((cause) => failures.some(({ kind }) => kind === cause)) ?? "failed" };
}
