import type { CallResult, Failure } from "../model.ts";

const maximumAttempts = 4;
const firstPauseMs = 500;
const longestPauseMs = 20_000;
/** A provider may ask for more patience than this; the run does not have it. */
const longestAskedMs = 60_000;

/** What a retry needs of the world. */
export interface RetryOptions {
  /** A number in [0, 1), for the jitter. */
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  /** Asked before every attempt: why no further one is to be made. */
  readonly refusal: () => Failure | null;
}

/** The last result, after how many attempts; the latency is that of the last one. */
export interface AttemptedCall {
  readonly result: CallResult;
  readonly attempts: number;
  readonly latencyMs: number;
}

/** Calls until an answer comes, the failure is final, or the attempts are used up. The one place that retries. */
export async function callWithRetry(call: () => Promise<CallResult>, options: RetryOptions): Promise<AttemptedCall> {
  let last: AttemptedCall | null = null;
  for (let attempts = 1; ; attempts += 1) {
    const failure = options.refusal();
    if (failure !== null) {
      return { result: { status: "failed", failure }, attempts: attempts - 1, latencyMs: last?.latencyMs ?? 0 };
    }
    const start = performance.now();
    const result = await call();
    last = { result, attempts, latencyMs: performance.now() - start };
    if (result.status === "completed" || !result.failure.retryable || attempts === maximumAttempts) return last;
    await options.sleep(pauseAfter(attempts, result.failure, options.random), options.signal);
  }
}

/** Full jitter under a bound that doubles, so that calls that failed together do not return together; never sooner than asked. */
function pauseAfter(attempts: number, failure: Failure, random: () => number): number {
  const jittered = random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
  return Math.max(jittered, Math.min(failure.retryAfterMs ?? 0, longestAskedMs));
}

/** Waits, or less where the signal aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal?.addEventListener("abort", finish, { once: true });
  });
}
