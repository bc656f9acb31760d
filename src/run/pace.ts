import { countAdmitted } from "./admitted.ts";
import { createThrottle } from "./throttle.ts";

/** What came of a call, as far as its pace goes. Times in milliseconds. */
export interface Outcome {
  readonly startedAt: number;
  readonly endedAt: number;
  /** `rejected`: with 429; `overloaded`: with 5xx or without an answer; `timeout`: its time was up. */
  readonly what: "answered" | "rejected" | "overloaded" | "timeout" | "other";
  /** Whether further calls are waiting. */
  readonly demand: boolean;
}

/** How many calls of a model may be under way, and how fast they may follow each other: found out from its answers. */
export interface Pace {
  readonly window: number;
  /** Calls a millisecond; infinite until a call was turned away. */
  readonly rate: number;
  /** How long until the next call may start. */
  wait(now: number): number;
  start(now: number): void;
  end(outcome: Outcome): void;
  /** Nothing starts before. */
  pauseUntil(time: number): void;
}

const firstWindow = 8;
const widestWindow = 256;
/** A server that answers so much later than it can is no faster for more calls at once: they wait there. */
const queueing = 1.5;
/** Of what a server has just admitted: what is asked of it after it turned a call away. */
const cut = 0.9;
/** Growth of the rate a second: near the limit it is felt for gently, far below it is made up for. */
const gentleGrowth = 0.02;
const quickGrowth = 0.3;
/** After a 5xx nothing grows for so long. */
const calmMs = 5_000;
/** Never fewer than one call in ten seconds: something has to find out whether it is over. */
const slowest = 1 / 10_000;

/**
 * Additive growth while answers come and calls wait, multiplicative cuts where a call is turned away (429). The window
 * doubles with every round at first, as TCP's does. Windows alone are too coarse: at 20 ms a call, two calls at once
 * are 100 a second, so a rate is kept, too, once there is a limit: nine tenths of what was admitted within the second
 * before. Calls that were under way at a cut are not news of it. `fixed` keeps the window as it is.
 */
export function createPace(fixed: number | null): Pace {
  const admitted = countAdmitted();
  const throttle = createThrottle(Number.POSITIVE_INFINITY);
  let window = fixed ?? firstWindow;
  let exploring = fixed === null;
  let rate = Number.POSITIVE_INFINITY;
  /** What was admitted when the rate was last cut. */
  let known = Number.POSITIVE_INFINITY;
  let cutAt = Number.NEGATIVE_INFINITY;
  let grownAt = 0;
  let calmUntil = Number.NEGATIVE_INFINITY;
  let paused = Number.NEGATIVE_INFINITY;
  const round = { calls: 0, latency: 0, mean: 0, best: Number.POSITIVE_INFINITY };

  const setRate = (next: number): void => {
    rate = next;
    throttle.setRate(next);
  };

  const shrink = ({ startedAt, endedAt, what }: Outcome): void => {
    if (startedAt < cutAt) return;
    cutAt = endedAt;
    grownAt = endedAt;
    exploring = false;
    if (fixed === null) window = Math.max(1, Math.floor(window * (what === "timeout" ? 0.5 : 0.7)));
    if (what === "timeout") return;
    const now = admitted.rate(endedAt);
    if (now > 0) known = now;
    setRate(Math.max(slowest, now > 0 ? Math.min(rate, now) * cut : Math.min(rate, known) / 2));
  };

  const growRate = (now: number): void => {
    if (rate === Number.POSITIVE_INFINITY) return;
    const growth = rate < known * 0.8 ? quickGrowth : gentleGrowth;
    setRate(rate * (1 + (growth * Math.min(1_000, now - grownAt)) / 1_000));
    grownAt = now;
  };

  const growWindow = ({ startedAt, endedAt }: Outcome): void => {
    round.calls++;
    round.latency += endedAt - startedAt;
    if (round.calls >= window) {
      round.mean = round.latency / round.calls;
      round.best = Math.min(round.best, round.mean);
      round.calls = 0;
      round.latency = 0;
    }
    if (window >= widestWindow || round.mean > queueing * round.best) return;
    window = Math.min(widestWindow, window + (exploring ? 1 : 1 / window));
  };

  return {
    get window() {
      return Math.floor(window);
    },
    get rate() {
      return rate;
    },
    wait: (now) => Math.max(0, paused - now, throttle.wait(now)),
    start(now) {
      admitted.start(now);
      throttle.take(1, now);
    },
    end(outcome) {
      const { what, startedAt, endedAt, demand } = outcome;
      if (what === "rejected") admitted.reject(startedAt, endedAt);
      if (what === "rejected" || what === "timeout") shrink(outcome);
      if (what === "overloaded" || what === "timeout") calmUntil = endedAt + calmMs;
      if (what !== "answered") return;
      if (!demand || endedAt < calmUntil) {
        grownAt = endedAt;
        return;
      }
      growRate(endedAt);
      if (fixed === null) growWindow(outcome);
    },
    pauseUntil(time) {
      paused = Math.max(paused, time);
    },
  };
}
