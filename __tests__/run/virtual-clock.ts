import type { Clock } from "../../src/run/clock.ts";

/** A clock on which nothing takes time but what sleeps: it goes on to the next timer as soon as nothing else is to do. */
export interface VirtualClock extends Clock {
  /** How long each sleep was to take, in their order. */
  readonly sleeps: readonly number[];
}

export function createVirtualClock(): VirtualClock {
  let time = 0;
  let running = false;
  const sleeps: number[] = [];
  const timers = new Set<{ readonly at: number; readonly fire: () => void }>();

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (timers.size > 0) {
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
      let next: { readonly at: number; readonly fire: () => void } | null = null;
      for (const timer of timers) if (next === null || timer.at < next.at) next = timer;
      if (next === null) break;
      timers.delete(next);
      time = Math.max(time, next.at);
      next.fire();
    }
    running = false;
  };

  return {
    sleeps,
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleeps.push(ms);
        if (signal?.aborted) return resolve();
        const timer = {
          at: time + ms,
          fire: () => {
            signal?.removeEventListener("abort", finish);
            resolve();
          },
        };
        const finish = (): void => {
          timers.delete(timer);
          resolve();
        };
        signal?.addEventListener("abort", finish, { once: true });
        timers.add(timer);
        void run();
      }),
  };
}
