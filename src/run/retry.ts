import type { CallResult, Failure } from "../model.ts";
import type { Clock } from "./clock.ts";

const firstPauseMs = 500;
const longestPauseMs = 20_000;
/** A provider may ask for more patience than this; the run does not have it. */
const longestAskedMs = 60_000;

/** What a retry needs of the world. */
export interface RetryOptions {
  /** Attempts after the first. A call that is turned away (429) may be repeated until its time is up. */
  readonly retries: number;
  /** From the first attempt on, in milliseconds: no attempt begins later. */
  readonly deadlineMs: number;
  /** A number in [0, 1), for the jitter. */
  readonly random: () => number;
  readonly clock: Clock;
  /** Ends pauses. */
  readonly signal: AbortSignal;
  /** Asked before every attempt: why no further one is to be made. */
  readonly refusal: () => Failure | null;
}

/** One attempt as it was made, or why it was not. */
export type Attempt =
  | { readonly made: true; readonly result: CallResult; readonly latencyMs: number }
  | { readonly made: false; readonly failure: Failure };

/** The last result, after how many attempts; the latency is that of the last one. */
export interface AttemptedCall {
  readonly result: CallResult;
  readonly attempts: number;
  /** What the attempts before the last one failed of, in their order. */
  readonly failures: readonly Failure[];
  readonly latencyMs: number;
}

/** Calls until an answer comes, the failure is final, or time or attempts are used up. The one place that retries. */
export async function callWithRetry(
  attempt: (repeat: boolean) => Promise<Attempt>,
  options: RetryOptions,
): Promise<AttemptedCall> {
  const { clock } = options;
  const failures: Failure[] = [];
  let latencyMs = 0;
  let begun: number | null = null;
  let counted = 0;
  for (;;) {
    const refusal = options.refusal();
    const next: Attempt = refusal === null ? await attempt(failures.length > 0) : { made: false, failure: refusal };
    if (!next.made) {
      const result = { status: "failed", failure: next.failure } as const;
      return { result, attempts: failures.length, failures, latencyMs };
    }
    const { result } = next;
    latencyMs = next.latencyMs;
    // Waiting for the first turn is no part of the call.
    begun ??= clock.now() - latencyMs;
    const finish = (): AttemptedCall => ({ result, attempts: failures.length + 1, failures, latencyMs });
    if (result.status === "completed" || !result.failure.retryable) return finish();
    if (result.failure.kind !== "rate-limit") counted++;
    if (counted > options.retries) return finish();
    const pause = pauseAfter(failures.length + 1, result.failure, options.random);
    if (clock.now() + pause - begun > options.deadlineMs) return finish();
    failures.push(result.failure);
    await clock.sleep(pause, options.signal);
  }
}

/** Full jitter under a bound that doubles, so that calls that failed together do not return together; never sooner than asked. */
function pauseAfter(attempts: number, failure: Failure, random: () => number): number {
  const jittered = random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
  return Math.max(jittered, Math.min(failure.retryAfterMs ?? 0, longestAskedMs));
}
