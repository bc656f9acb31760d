import { setMaxListeners } from "node:events";

/** The longest delay of a timer; a larger one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;

/** Runs tasks under one limit of time each, and ends all of them at once. */
export interface Timeouts {
  /** The task's signal aborts when its time is up (a `TimeoutError`) or when all is stopped. */
  run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Aborts all tasks, now and later. */
  abort(reason: unknown): void;
  /** Aborted once all is stopped. */
  readonly signal: AbortSignal;
  /** Lets go of the outer signal. */
  close(): void;
}

/** One listener on the outer signal however many tasks run: listeners by the thousand are slow, and warned of. */
export function createTimeouts(timeoutMs: number, outer?: AbortSignal): Timeouts {
  const all = new AbortController();
  // Every call that pauses before a retry listens; Node would warn of the eleventh.
  setMaxListeners(0, all.signal);
  const active = new Set<AbortController>();
  const abort = (reason: unknown): void => {
    all.abort(reason);
    for (const controller of active) controller.abort(reason);
  };
  const onAbort = (): void => abort(outer?.reason);
  outer?.addEventListener("abort", onAbort, { once: true });
  if (outer?.aborted) onAbort();
  return {
    async run(task) {
      const controller = new AbortController();
      if (all.signal.aborted) controller.abort(all.signal.reason);
      active.add(controller);
      const expire = (): void => controller.abort(new DOMException("the time is up", "TimeoutError"));
      const timer = setTimeout(expire, Math.min(timeoutMs, longestDelayMs));
      try {
        return await task(controller.signal);
      } finally {
        clearTimeout(timer);
        active.delete(controller);
      }
    },
    abort,
    signal: all.signal,
    close: () => outer?.removeEventListener("abort", onAbort),
  };
}
