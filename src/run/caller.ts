import pLimit, { type LimitFunction } from "p-limit";
import type { CallIdentity, CallResult, Failure, ModelRequest, Provider } from "../model.ts";
import { createDoors, type Way } from "./doors.ts";
import { type AttemptedCall, callWithRetry, sleep } from "./retry.ts";
import { createTimeouts, type Timeouts } from "./timeouts.ts";

/** One call to make: of a sample, or of a scorer that asks a model. */
export interface Call {
  readonly provider: Provider;
  readonly identity: CallIdentity;
  /** The model's name at the provider. */
  readonly model: string;
  /** Built when the call starts, so that texts never pile up. */
  request(): ModelRequest | Promise<ModelRequest>;
}

export interface CallerOptions {
  /** Calls at once, per provider. */
  readonly concurrency: number | "auto";
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** For the jitter of retries; a number in [0, 1). */
  readonly random?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The one place through which a run calls models: samples and scorers share its limits, and what it learned of refusals. */
export interface Caller {
  /** Waits for a place, then calls until there is an answer or no point in calling on. The place is free again at the end. */
  call(call: Call): Promise<AttemptedCall>;
  /** Ends all calls, now and later. */
  abort(reason: unknown): void;
  close(): void;
}

const automaticConcurrency = 16;

const aborted: Failure = {
  kind: "aborted",
  message: "stopped before the call was made",
  httpStatus: null,
  retryable: false,
  retryAfterMs: null,
};

/** Opens the way to models for a whole run, over all of its rounds. */
export function createCaller(options: CallerOptions): Caller {
  const limits = new Map<string, LimitFunction>();
  const findWay = createDoors();
  const timeouts = createTimeouts(options.timeoutMs, options.signal);
  return {
    call(call) {
      const { name } = call.provider;
      const limit =
        limits.get(name) ?? pLimit(options.concurrency === "auto" ? automaticConcurrency : options.concurrency);
      limits.set(name, limit);
      return limit(() => attemptCall(call, findWay(name, call.model), timeouts, options));
    },
    abort: timeouts.abort,
    close: timeouts.close,
  };
}

/** Waits for whoever goes first through the door, then calls. */
async function attemptCall(call: Call, way: Way, timeouts: Timeouts, options: CallerOptions): Promise<AttemptedCall> {
  await way.enter();
  let request: ModelRequest | null = null;
  const attempt = async (): Promise<CallResult> => {
    const built = request ?? (await call.request());
    request = built;
    const result = await timeouts.run((signal) => call.provider.call(built, call.identity, signal));
    if (result.status === "failed") way.note(result.failure);
    way.release();
    return result;
  };
  try {
    return await callWithRetry(attempt, {
      random: options.random ?? Math.random,
      sleep: options.sleep ?? sleep,
      signal: timeouts.signal,
      refusal: () => way.refusal() ?? (timeouts.signal.aborted ? aborted : null),
    });
  } finally {
    way.release();
  }
}
