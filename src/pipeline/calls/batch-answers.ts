import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { batchBeyond, batchWithoutStore, batchWithRecord, noBatches, throwProblems } from "../../errors.ts";
import type { CallResult, Estimate, Json, Problem, PromptVersion, RunConfig, Sample } from "../../model.ts";
import { awaitBatch } from "../../run/await-batch.ts";
import { openBatchStates } from "../../run/batch-state.ts";
import { openSampleLog } from "../../run/sample-log.ts";
import type { BatchOptions, ResolvedModel, RunOptions } from "../options.ts";
import { type Executor, type Journal, providerOf, requestOf } from "./executor.ts";
import { planBatches } from "./plan-batches.ts";
import type { Slot } from "./prompt-run.ts";

type Models = ReadonlyMap<PromptVersion, ResolvedModel>;

/**
 * The second engine: answers that come in batches. They are there before the executor asks for them, and it finds them
 * as it finds what the store holds; from there on a run is a run.
 */
export interface BatchAnswers {
  /** Answers out of batches, and behind them those of the store. */
  readonly journal: Journal;
  /**
   * Has all samples answered that the store has not, and counts their calls and what they cost; every one of them gets a
   * result. A batch cannot be cut short: throws a UserError where it may take more than the limits allow. Returns what the user
   * should know: that a batch is still under way.
   */
  fill(
    slots: readonly Slot[],
    executor: Pick<Executor, "counts" | "charge">,
    estimate: Estimate,
    limits: BatchLimits,
  ): Promise<readonly string[]>;
  close(): void;
}

/** What a run may take; null: no limit. */
export type BatchLimits = Pick<RunConfig, "maxCost" | "maxCalls" | "maxDurationMs">;

/** Of the ordinary price. */
const batchPrice = 0.5;

/** Batches that are uploaded, watched and collected side by side. */
const mostAtOnce = 4;

/** Of a timer; a larger one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;

const firstInterval = 5_000;
const lastInterval = 60_000;

/** What keeps this run from being taken in batches. */
export function checkBatches(models: Models, { batch, store, replay, record }: RunOptions): readonly Problem[] {
  if (batch === undefined) return [];
  const names = [...models.values()].flatMap(({ provider }) => (provider.batches === undefined ? provider.name : []));
  return [
    ...(store === false || replay !== undefined ? [batchWithoutStore()] : []),
    ...(record === undefined ? [] : [batchWithRecord()]),
    ...(replay === undefined && record === undefined ? [...new Set(names)].map(noBatches) : []),
  ];
}

/**
 * Prepares a run whose samples come in batches; null where nobody asked for that. `inner` holds what is kept between
 * runs, `directory` is the store's: what is under way is found there again.
 */
export function openBatches(
  models: Models,
  inner: Journal | null,
  directory: string,
  options: RunOptions,
): BatchAnswers | null {
  const { batch, signal = new AbortController().signal } = options;
  if (batch === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "prompt-assay-"));
  const answers = openSampleLog(join(folder, "answers.jsonl"));
  const states = openBatchStates(directory);

  const findKept = (slot: Slot): Sample | null =>
    inner?.find(providerOf(models, slot), () => requestOf(models, slot), slot) ?? null;
  const read = ({ index }: Slot): Sample | null => answers.read(index) as Sample | null;

  const fill: BatchAnswers["fill"] = async (slots, executor, estimate, limits) => {
    const open = slots.filter((slot) => findKept(slot) === null);
    const allowed = { ...limits, ...definedLimits(options) };
    throwProblems(checkLimits(open.length, estimate, allowed));
    const time = limitTime(signal, allowed.maxDurationMs);
    const planned = planBatches(open, models);
    const progress = createProgress(open.length, batch);
    const limit = pLimit(mostAtOnce);
    const outcomes = await Promise.all(
      planned.map((each) =>
        limit(async () => {
          const onProgress = progress();
          const outcome = await awaitBatch(each, { states, signal: time.signal, wait: createWait(batch), onProgress });
          for (const [index, id] of each.ids.entries()) {
            const slot = each.slots[index] as Slot;
            const sample = priceSample(toSample(slot, outcome.results.get(id) as CallResult), slot, models);
            if (sample.status === "completed") executor.charge(slot.plan, sample.reply.cost);
            answers.append(slot.index, sample as unknown as Json);
          }
          return outcome;
        }),
      ),
    ).finally(time.close);
    // Kept only once all are here: what the store holds decides what a run that is started again asks for.
    for (const slot of open) {
      const sample = read(slot);
      if (sample?.status === "completed")
        inner?.append(providerOf(models, slot), () => requestOf(models, slot), slot, sample);
    }
    for (const [index, { key }] of planned.entries()) if (!outcomes[index]?.open) states.remove(key);
    // The executor will find them, but the store did not have them.
    executor.counts.made += open.length;
    executor.counts.cached -= open.length;
    const waiting = outcomes.filter((outcome) => outcome.open).length;
    return waiting === 0 ? [] : [underWay(waiting)];
  };

  return {
    journal: {
      ...(inner?.answers && { answers: inner.answers }),
      find: (provider, request, slot) => read(slot) ?? inner?.find(provider, request, slot) ?? null,
      append: (provider, request, slot, sample) => inner?.append(provider, request, slot, sample),
    },
    fill,
    close() {
      answers.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An answer out of a batch costs half. */
function priceSample(sample: Sample, slot: Slot, models: Models): Sample {
  if (sample.status === "failed" || sample.reply.cost !== null) return sample;
  const ordinary = models.get(slot.version)?.price?.costOf(sample.reply.tokens) ?? null;
  return { ...sample, reply: { ...sample.reply, cost: ordinary === null ? null : ordinary * batchPrice } };
}

function definedLimits({ maxCost, maxCalls, maxDurationMs }: RunOptions): Partial<BatchLimits> {
  return {
    ...(maxCost === undefined ? {} : { maxCost }),
    ...(maxCalls === undefined ? {} : { maxCalls }),
    ...(maxDurationMs === undefined ? {} : { maxDurationMs }),
  };
}

/** Ends the wait when the run's time is up, or when it is stopped. What is under way at the provider goes on. */
function limitTime(signal: AbortSignal, ms: number | null): { readonly signal: AbortSignal; close(): void } {
  const ending = new AbortController();
  const timer = ms === null ? undefined : setTimeout(() => ending.abort(), Math.min(ms, longestDelayMs));
  return { signal: AbortSignal.any([signal, ending.signal]), close: () => clearTimeout(timer) };
}

function checkLimits(calls: number, estimate: Estimate, { maxCost, maxCalls }: BatchLimits): readonly Problem[] {
  const cost = calls === 0 ? 0 : (estimate.samples.cost ?? Number.POSITIVE_INFINITY) * batchPrice;
  return [
    ...(maxCalls !== null && calls > maxCalls ? [batchBeyond("maxCalls", calls, maxCalls)] : []),
    ...(maxCost !== null && cost > maxCost ? [batchBeyond("maxCost", cost, maxCost)] : []),
  ];
}

function underWay(batches: number): string {
  const which = batches === 1 ? "A batch may be" : `${batches} batches may be`;
  return `${which} under way still: the same run, started again, waits for ${batches === 1 ? "it" : "them"} and calls nothing twice.`;
}

function toSample(slot: Slot, result: CallResult): Sample {
  const base = {
    prompt: slot.plan.change.path,
    arm: slot.arm,
    caseId: slot.caseRun.planCase.testCase.id,
    trial: slot.trial,
    fingerprint: slot.version.fingerprint,
    attempts: 1,
  };
  // How long a batch took says nothing of how fast the model is.
  return result.status === "completed"
    ? { ...base, status: "completed", reply: result.reply, latencyMs: 0 }
    : { ...base, status: "failed", failure: result.failure };
}

/** Adds the progress of all batches up. */
function createProgress(total: number, { onLook }: BatchOptions): () => (progress: { answered: number }) => void {
  const answered: number[] = [];
  return () => {
    const own = answered.push(0) - 1;
    return (progress) => {
      answered[own] = progress.answered;
      onLook?.({ answered: answered.reduce((sum, each) => sum + each, 0), total });
    };
  };
}

/** Waits longer from look to look; ends at once where the run is stopped. */
function createWait({ interval }: BatchOptions): (attempt: number, signal: AbortSignal) => Promise<void> {
  return async (attempt, signal) => {
    const ms = interval ?? Math.min(lastInterval, firstInterval * 1.5 ** attempt);
    await sleep(ms, undefined, { signal }).catch(() => {});
  };
}
