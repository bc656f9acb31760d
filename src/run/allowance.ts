import type { LimitState } from "../model.ts";

/** What a provider says is left of one of its limits, less what was sent since. */
export interface Allowance {
  /** What an answer told, and how much was sent after the call that it answers. */
  note(told: LimitState | null, sentSince: number, now: number): void;
  take(amount: number): void;
  /** How long until so much may be sent, in milliseconds; 0 where nothing is known. */
  wait(amount: number, now: number): number;
}

/** Whatever a provider asks for, nobody waits longer at once. */
export const longestPauseMs = 60_000;

export function createAllowance(): Allowance {
  let left = Number.POSITIVE_INFINITY;
  /** The most that was ever left: what the limit is, as far as is known. */
  let most = 0;
  let period = 0;
  let wholeAt = Number.NEGATIVE_INFINITY;
  return {
    note(told, sentSince, now) {
      if (told === null || told.resetMs === null) return;
      left = told.remaining - sentSince;
      most = Math.max(most, told.remaining);
      period = Math.min(longestPauseMs, told.resetMs);
      wholeAt = now + period;
    },
    take(amount) {
      left -= amount;
    },
    wait(amount, now) {
      if (left >= amount) return 0;
      if (now < wholeAt) return wholeAt - now;
      // Until an answer tells more, no more than that is sent in as long a time.
      left = Math.max(most, amount);
      wholeAt = now + period;
      return 0;
    },
  };
}
