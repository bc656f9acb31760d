import { normalQuantile } from "./distributions.ts";

/** Two ends of an interval, in the unit of what it bounds. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for a proportion, without continuity correction (Wilson 1927; Newcombe 1998, method 3).
 *
 * `successes` need not be whole: a sum of scores in [0, 1] varies no more than pass/fail with the same mean.
 * With n = 0 nothing is known: [0, 1].
 *
 * @param confidence two-sided, for example 0.95
 */
export function wilson(successes: number, n: number, confidence: number): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / n;
  const centre = successes + (z * z) / 2;
  const half = z * Math.sqrt(successes * (1 - share) + (z * z) / 4);
  const total = n + z * z;
  return {
    low: successes <= 0 ? 0 : Math.max(0, (centre - half) / total),
    high: successes >= n ? 1 : Math.min(1, (centre + half) / total),
  };
}
