import pLimit, { type LimitFunction } from "p-limit";
import type { Arm, CallIdentity, CallResult, Failure, ModelRequest, Provider, Sample } from "../model.ts";
import { createDoors, type FindWay, type Way } from "./doors.ts";
import { callWithRetry, sleep } from "./retry.ts";
import { createTimeouts, type Timeouts } from "./timeouts.ts";

/** One sample to take. */
export interface PlannedCall {
  readonly prompt: string;
  readonly arm: Arm;
  readonly caseId: string;
  readonly trial: number;
  readonly fingerprint: string;
  readonly provider: Provider;
  readonly identity: CallIdentity;
  /** The model's name at the provider. */
  readonly model: string;
  /** Built when the call starts, so that texts never pile up. */
  request(): ModelRequest;
}

/** How far a run is; `made` counts every attempt. */
export interface Progress {
  readonly done: number;
  readonly planned: number;
  readonly failed: number;
  readonly made: number;
}

export interface RunOptions {
  /** Calls at once, per provider. */
  readonly concurrency: number | "auto";
  readonly timeoutMs: number;
  /** How many calls the plan holds, for progress. */
  readonly planned: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** What earlier rounds of the same run learned of providers that refuse. */
  readonly findWay?: FindWay;
  /** For the jitter of retries; a number in [0, 1). */
  readonly random?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const automaticConcurrency = 16;
/** Calls taken from the plan before there is room for them: enough to keep a second provider busy beside a slow one. */
const lookAhead = 1_000;

const aborted: Failure = {
  kind: "aborted",
  message: "stopped before the call was made",
  httpStatus: null,
  retryable: false,
  retryAfterMs: null,
};

/**
 * Makes the planned calls, in their order, under one limit per provider. `onSample` is called as samples complete,
 * with the position in the plan; every planned call gets a sample, also where it was not made.
 * Rejects only with what `calls`, a provider or `onSample` throws.
 */
export async function runCalls(
  calls: Iterable<PlannedCall> | AsyncIterable<PlannedCall>,
  options: RunOptions,
  onSample: (sample: Sample, index: number) => void | Promise<void>,
): Promise<Progress> {
  const limits = new Map<string, LimitFunction>();
  const findWay = options.findWay ?? createDoors();
  const timeouts = createTimeouts(options.timeoutMs, options.signal);
  const running = new Set<Promise<void>>();
  const progress = { done: 0, planned: options.planned, failed: 0, made: 0 };
  const errors: unknown[] = [];
  let waiting = 0;
  let wake = (): void => {};

  const take = async (call: PlannedCall, index: number): Promise<void> => {
    waiting -= 1;
    wake();
    if (errors.length > 0) return;
    try {
      const sample = await takeSample(call, findWay(call.provider.name, call.model), timeouts, options);
      progress.done += 1;
      progress.made += sample.attempts;
      if (sample.status === "failed") progress.failed += 1;
      await onSample(sample, index);
      options.onProgress?.({ ...progress });
    } catch (error) {
      stop(error);
    }
  };

  const stop = (error: unknown): void => {
    errors.push(error);
    timeouts.abort(error);
    wake();
  };

  try {
    let index = 0;
    for await (const call of calls) {
      const { name } = call.provider;
      const limit =
        limits.get(name) ?? pLimit(options.concurrency === "auto" ? automaticConcurrency : options.concurrency);
      limits.set(name, limit);
      waiting += 1;
      const task: Promise<void> = limit(take, call, index).then(() => void running.delete(task));
      running.add(task);
      index += 1;
      while (waiting >= lookAhead && errors.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (errors.length > 0) break;
    }
  } catch (error) {
    stop(error);
  }
  await Promise.all(running);
  timeouts.close();
  if (errors.length > 0) throw errors[0];
  return progress;
}

/** Waits for its turn, then calls until there is an answer or no point in calling on. */
async function takeSample(call: PlannedCall, way: Way, timeouts: Timeouts, options: RunOptions): Promise<Sample> {
  await way.enter();
  let request: ModelRequest | null = null;
  const attempt = async (): Promise<CallResult> => {
    const built = request ?? call.request();
    request = built;
    const result = await timeouts.run((signal) => call.provider.call(built, call.identity, signal));
    if (result.status === "failed") way.note(result.failure);
    way.release();
    return result;
  };
  try {
    const { result, attempts, latencyMs } = await callWithRetry(attempt, {
      random: options.random ?? Math.random,
      sleep: options.sleep ?? sleep,
      signal: timeouts.signal,
      refusal: () => way.refusal() ?? (timeouts.signal.aborted ? aborted : null),
    });
    const { prompt, arm, caseId, trial, fingerprint } = call;
    const base = { prompt, arm, caseId, trial, fingerprint, attempts };
    return result.status === "completed"
      ? { ...base, status: "completed", reply: result.reply, latencyMs }
      : { ...base, status: "failed", failure: result.failure };
  } finally {
    way.release();
  }
}
