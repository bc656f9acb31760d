import type { BatchCall, Batches, BatchProgress, BatchStep, CallResult, Failure } from "../model.ts";
import type { BatchStates } from "./batch-state.ts";

/** Calls that go up as one file. */
export interface Batch {
  /** Equal for the same calls: what was begun of them is found again. */
  readonly key: string;
  readonly batches: Batches;
  readonly ids: readonly string[];
  /** Built when they are handed over, so that texts never pile up. */
  calls(): readonly BatchCall[];
}

export interface BatchSettings {
  readonly states: BatchStates;
  readonly signal: AbortSignal;
  /** Waits before the n-th look, or the n-th try of the same step. */
  readonly wait: (attempt: number, signal: AbortSignal) => Promise<void>;
  readonly onProgress: (progress: Pick<BatchProgress, "answered" | "total">) => void;
}

/** What came of a batch. */
export interface BatchOutcome {
  /** Of every call. */
  readonly results: ReadonlyMap<string, CallResult>;
  /** Whether a further run could still collect more: then its state is kept. */
  readonly open: boolean;
}

/** Tries of one step; a look that fails for longer than this is a server that is gone. */
const mostTries = 8;

const stopped: Failure = {
  kind: "aborted",
  message: "stopped before the batch had ended",
  httpStatus: null,
  retryable: false,
  retryAfterMs: null,
};

/**
 * Hands calls over, waits until they are answered, and collects. What was begun before is waited for, not begun again.
 * Its state stays: remove it once the results are kept.
 */
export async function awaitBatch(batch: Batch, settings: BatchSettings): Promise<BatchOutcome> {
  const { states } = settings;
  const known = states.read(batch.key);
  const outcome = await takeSteps(batch, known, settings);
  // Begun with another account, or gone after a month: nothing is left to wait for.
  const stale = known !== null && outcome.status === "failed" && outcome.failure.kind === "rejected";
  if (stale) states.remove(batch.key);
  const last = stale ? await takeSteps(batch, null, settings) : outcome;
  if (last.status === "completed") return { results: last.value, open: false };
  const failure = { ...last.failure, retryable: false };
  const results = new Map(batch.ids.map((id): [string, CallResult] => [id, { status: "failed", failure }]));
  return { results, open: last.failure.kind === "aborted" || last.failure.retryable };
}

type Results = BatchStep<ReadonlyMap<string, CallResult>>;

async function takeSteps(
  { key, batches, ids, calls }: Batch,
  known: ReturnType<BatchStates["read"]>,
  settings: BatchSettings,
): Promise<Results> {
  const { states, signal } = settings;
  let state = known;
  if (state === null) {
    const uploaded = await insist(() => batches.upload(calls(), signal), settings);
    if (uploaded.status === "failed") return uploaded;
    state = { upload: uploaded.value, batch: null };
    states.write(key, state);
  }
  const { upload } = state;
  let name = state.batch;
  if (name === null) {
    const started = await insist(() => batches.start(upload, signal), settings);
    if (started.status === "failed") return started;
    name = started.value;
    states.write(key, { upload, batch: name });
  }
  const ended = await awaitEnd(name, batches, settings);
  if (ended.status === "failed") return ended;
  const results = new Map<string, CallResult>();
  for (const file of ended.value.files) {
    const collected = await insist(() => batches.collect(file, signal), settings);
    if (collected.status === "failed") return collected;
    for (const [id, result] of collected.value) results.set(id, result);
  }
  const { rest } = ended.value;
  const all = ids.map((id) => [id, results.get(id) ?? { status: "failed", failure: rest }] as const);
  return { status: "completed", value: new Map(all) };
}

async function awaitEnd(name: string, batches: Batches, settings: BatchSettings): Promise<BatchStep<BatchProgress>> {
  for (let look = 0; ; look++) {
    const looked = await insist(() => batches.look(name, settings.signal), settings);
    if (looked.status === "failed") return looked;
    settings.onProgress(looked.value);
    if (looked.value.ended) return looked;
    await settings.wait(look, settings.signal);
  }
}

/** Takes a step again while there is a point in it. */
async function insist<Value>(
  step: () => Promise<BatchStep<Value>>,
  { signal, wait }: BatchSettings,
): Promise<BatchStep<Value>> {
  for (let attempt = 0; ; attempt++) {
    if (signal.aborted) return { status: "failed", failure: stopped };
    const result = await step();
    if (result.status === "completed") return result;
    if (signal.aborted) return { status: "failed", failure: stopped };
    if (!result.failure.retryable || attempt + 1 >= mostTries) return result;
    await wait(attempt, signal);
  }
}
