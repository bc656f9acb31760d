import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { batchWithoutStore, batchWithRecord, noBatches } from "../errors.ts";
import type { Batches, CallResult, Json, ModelRequest, Problem, PromptVersion, Sample } from "../model.ts";
import { awaitBatch, type Batch } from "../run/await-batch.ts";
import { openBatchStates } from "../run/batch-state.ts";
import { openSampleLog } from "../run/sample-log.ts";
import { canonicalHash } from "../source/json.ts";
import { type Executor, type Journal, providerOf, requestOf } from "./executor.ts";
import type { BatchOptions, ResolvedModel, RunOptions } from "./options.ts";
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
   * Has all samples answered that the store has not, and counts their calls; every one of them gets a result. Returns
   * what the user should know: that a batch is still under way.
   */
  fill(slots: readonly Slot[], counts: Pick<Executor["counts"], "made" | "cached">): Promise<readonly string[]>;
  close(): void;
}

/** A file of calls at most, in calls and in characters: what its answers take must fit into memory. */
const mostCalls = 10_000;
const mostCharacters = 30_000_000;
/** Batches that are uploaded, watched and collected side by side. */
const mostAtOnce = 4;

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
  { batch, signal = new AbortController().signal }: RunOptions,
): BatchAnswers | null {
  if (batch === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "prompt-assay-"));
  const answers = openSampleLog(join(folder, "answers.jsonl"));
  const states = openBatchStates(directory);

  const findKept = (slot: Slot): Sample | null =>
    inner?.find(providerOf(models, slot), requestOf(models, slot), slot) ?? null;
  const read = ({ index }: Slot): Sample | null => answers.read(index) as Sample | null;

  const fill: BatchAnswers["fill"] = async (slots, counts) => {
    const open = slots.filter((slot) => findKept(slot) === null);
    const planned = planBatches(open, models);
    const progress = createProgress(open.length, batch);
    const limit = pLimit(mostAtOnce);
    const outcomes = await Promise.all(
      planned.map((each) =>
        limit(async () => {
          const onProgress = progress();
          const outcome = await awaitBatch(each, { states, signal, wait: createWait(batch), onProgress });
          for (const [index, id] of each.ids.entries()) {
            const slot = each.slots[index] as Slot;
            answers.append(slot.index, toSample(slot, outcome.results.get(id) as CallResult) as unknown as Json);
          }
          return outcome;
        }),
      ),
    );
    // Kept only once all are here: what the store holds decides what a run that is started again asks for.
    for (const slot of open) {
      const sample = read(slot);
      if (sample?.status === "completed")
        inner?.append(providerOf(models, slot), requestOf(models, slot), slot, sample);
    }
    for (const [index, { key }] of planned.entries()) if (!outcomes[index]?.open) states.remove(key);
    // The executor will find them, but the store did not have them.
    counts.made += open.length;
    counts.cached -= open.length;
    const waiting = outcomes.filter((outcome) => outcome.open).length;
    return waiting === 0 ? [] : [underWay(waiting)];
  };

  return {
    journal: {
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

function underWay(batches: number): string {
  const which = batches === 1 ? "A batch may be" : `${batches} batches may be`;
  return `${which} under way still: the same run, started again, waits for ${batches === 1 ? "it" : "them"} and calls nothing twice.`;
}

interface PlannedBatch extends Batch {
  /** In the order of the ids. */
  readonly slots: readonly Slot[];
}

/** Deals calls to files of one model each, none too large. The same calls are dealt the same way. */
function planBatches(slots: readonly Slot[], models: Models): readonly PlannedBatch[] {
  const files = new Map<string, { ids: string[]; slots: Slot[]; characters: number }>();
  const full: { ids: string[]; slots: Slot[] }[] = [];
  for (const slot of slots) {
    const request = requestOf(models, slot);
    const name = JSON.stringify([providerOf(models, slot).name, request.model]);
    const characters = JSON.stringify(request).length;
    let file = files.get(name);
    if (file === undefined || file.ids.length >= mostCalls || file.characters + characters > mostCharacters) {
      file = { ids: [], slots: [], characters: 0 };
      files.set(name, file);
      full.push(file);
    }
    file.ids.push(nameCall(slot, request));
    file.slots.push(slot);
    file.characters += characters;
  }
  return full.map(({ ids, slots: own }) => ({
    key: canonicalHash(ids),
    batches: providerOf(models, own[0] as Slot).batches as Batches,
    ids,
    slots: own,
    calls: () => own.map((slot, index) => ({ id: ids[index] as string, request: requestOf(models, slot) })),
  }));
}

/** Which call it is: the same in a run that is started again, and no other in the same file. */
function nameCall({ arm, trial, draw, index, caseRun }: Slot, request: ModelRequest): string {
  const caseId = caseRun.planCase.testCase.id;
  return canonicalHash({ request: request as unknown as Json, caseId, arm, trial, draw, index });
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
