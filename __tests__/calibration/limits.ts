import { wilson } from "../../src/stats/wilson.ts";

/** A share that was simulated, with what it may be. */
export interface Share {
  readonly hits: number;
  readonly runs: number;
}

/** The one-sided 99.9 % lower limit (Wilson): above the claim, the claim does not hold. */
export function lowerLimit({ hits, runs }: Share): number {
  return wilson(hits, runs, 0.998).low;
}

/** The one-sided 99.9 % upper limit: below the claim, a "at least" does not hold. */
export function upperLimit({ hits, runs }: Share): number {
  return wilson(hits, runs, 0.998).high;
}

/** Percent with two digits at most: 4.7, 0.31, 96. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value >= 99.95) return "100";
  return value === 0 ? "0" : value >= 0.95 ? value.toFixed(1) : value.toFixed(2);
}
