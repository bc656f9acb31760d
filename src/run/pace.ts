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
  /** Calls that are still under way. */
  readonly underWay: number;
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
const cut = 0.95;
/** Calls that are turned away within so short a time are one piece of news. */
const betweenCutsMs = 100;
/** Where several in a row are turned away, calls go one by one: so long after each other at first, and twice as long each time. */
const firstPauseMs = 25;
const longestPauseMs = 5_000;
/**
 * Growth of the rate a second: after a cut gently, for the limit is near; but it doubles with every while in which no call
 * is turned away, for a cut can also come of a few calls that arrived at once.
 */
const gentleGrowth = 0.03;
const doublingMs = 1_500;
const quickestGrowth = 0.5;
/** One call a second: below that, calls that go one by one find out by themselves how often they may. */
const slowest = 1 / 1_000;
/** After a 5xx nothing grows for so long. */
const calmMs = 5_000;

/**
 * Additive growth while answers come and calls wait, multiplicative cuts where a call is turned away (429). The window
 * doubles with every round at first, as TCP's does. Windows alone are too coarse: at 20 ms a call, two calls at once
 * are 100 a second, so a rate is kept, too, once there is a limit: a little less than what was admitted within the second
 * before. Calls that were under way at a cut are not news of it. `fixed` keeps the window as it is.
 */
export function createPace(fixed: number | null): Pace {
  const admitted = countAdmitted();
  const throttle = createThrottle(Number.POSITIVE_INFINITY);
  let window = fixed ?? firstWindow;
  /** Below it the window grows by one with every answer, beyond it by one with every round. */
  let threshold = Number.POSITIVE_INFINITY;
  let rate = Number.POSITIVE_INFINITY;
  let cutAt = Number.NEGATIVE_INFINITY;
  let grownAt = 0;
  let calmUntil = Number.NEGATIVE_INFINITY;
  let paused = Number.NEGATIVE_INFINITY;
  /** Calls turned away since the last that was admitted, each begun after the one before had come back. */
  let inRow = 0;
  let rejectedAt = Number.NEGATIVE_INFINITY;
  const round = { size: window, calls: 0, latency: 0, mean: 0, best: Number.POSITIVE_INFINITY };

  const pauseInRow = (): number => (inRow < 2 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (inRow - 2)));

  const setRate = (next: number): void => {
    rate = next;
    throttle.setRate(next);
  };

  const shrink = ({ startedAt, endedAt, what, underWay }: Outcome): void => {
    if (startedAt < cutAt || endedAt < cutAt + betweenCutsMs) return;
    cutAt = endedAt;
    grownAt = endedAt;
    if (fixed === null) {
      threshold = window * (what === "timeout" ? 0.5 : cut);
      window = Math.max(1, Math.floor(what === "timeout" ? window / 2 : Math.min(window, underWay + 1) * cut));
    }
    if (what === "timeout") return;
    const now = admitted.rate(endedAt);
    // Where nothing at all was admitted there is no rate to be found: calls go one by one until something is.
    if (now > 0) setRate(Math.max(slowest, Math.min(rate, now) * cut));
  };

  const growRate = (now: number): void => {
    if (rate === Number.POSITIVE_INFINITY) return;
    const growth = Math.min(quickestGrowth, gentleGrowth * 2 ** ((now - cutAt) / doublingMs));
    setRate(rate * (1 + (growth * Math.min(1_000, now - grownAt)) / 1_000));
    grownAt = now;
  };

  const growWindow = ({ startedAt, endedAt }: Outcome): void => {
    round.calls++;
    round.latency += endedAt - startedAt;
    if (round.calls >= round.size) {
      round.mean = round.latency / round.calls;
      round.best = Math.min(round.best, round.mean);
      round.size = window;
      round.calls = 0;
      round.latency = 0;
    }
    // As with the rate: gently after a cut, then twice as fast with every other round that passes without one.
    const gentle = 2 ** ((endedAt - cutAt) / (2 * (endedAt - startedAt) + 1)) / window;
    const growth = window < threshold ? 1 : Math.min(1, gentle);
    if (window >= widestWindow || round.mean > queueing * round.best) return;
    window = Math.min(widestWindow, window + growth);
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
      paused = Math.max(paused, now + pauseInRow());
    },
    end(outcome) {
      const { what, startedAt, endedAt, demand } = outcome;
      if (what === "rejected") {
        admitted.reject(startedAt, endedAt);
        if (startedAt >= rejectedAt) {
          inRow++;
          rejectedAt = endedAt;
          paused = Math.max(paused, endedAt + pauseInRow());
        }
      } else if (what === "answered" && startedAt >= cutAt) inRow = 0;
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
