/** What the statistics say of one metric, oriented: positive is better. */
export interface Evidence {
  /** As it is told: points of a score, relative for ratios. */
  readonly difference: number;
  /** On the scale of `difference`. Low is the bound that passing rests on; an end may be infinite. */
  readonly interval: readonly [low: number, high: number];
  readonly pWorse: number;
  readonly pBetter: number;
  /** The difference on the scale on which the margin is compared: logarithms for ratios. */
  readonly estimate: number;
  /** Variance of the estimate. */
  readonly variance: number;
  /** What the bound allows for losses that were not seen (the term rho); 0 for ratios. */
  readonly unseen: number;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
