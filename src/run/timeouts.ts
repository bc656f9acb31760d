/** The longest delay of a timer; a larger one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;

/** Runs tasks under one limit of time each, and ends all of them at once. */
export interface Timeouts {
  /** The task's signal aborts when its time is up (a `TimeoutError`) or when all is stopped. */
  run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Aborts all tasks, now and later. */
  abort(reason: unknown): void;
}

/** A controller a task, and no listener on a signal of all: listeners by the thousand are slow, and warned of. */
export function createTimeouts(timeoutMs: number): Timeouts {
  const active = new Set<AbortController>();
  let aborted: { readonly reason: unknown } | null = null;
  return {
    async run(task) {
      const controller = new AbortController();
      if (aborted !== null) controller.abort(aborted.reason);
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
    abort(reason) {
      aborted ??= { reason };
      for (const controller of active) controller.abort(reason);
    },
  };
}
