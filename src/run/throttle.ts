/** Spreads calls over time: so much a minute, whatever one call takes of it. Times in milliseconds. */
export interface Throttle {
  /** How long until the next call may start; 0: now. */
  wait(now: number): number;
  /** Notes that a call has started which takes so much. */
  take(amount: number, now: number): void;
  /** What a call took in truth, beyond what was noted; negative where it took less. */
  correct(amount: number): void;
  /** From now on so much a millisecond. */
  setRate(perMs: number): void;
}

/** Timers are late by a millisecond or two; what that loses may be made up for within this time, and no more. */
const slackMs = 50;

/** A throttle of this rate a millisecond; infinite: none. */
export function createThrottle(perMs: number): Throttle {
  let rate = perMs;
  /** When all that was taken has been earned. */
  let due = Number.NEGATIVE_INFINITY;
  return {
    wait: (now) => (rate === Number.POSITIVE_INFINITY ? 0 : Math.max(0, due - now)),
    take(amount, now) {
      due = Math.max(due, now - slackMs) + amount / rate;
    },
    correct(amount) {
      due += amount / rate;
    },
    setRate(next) {
      rate = next;
    },
  };
}
