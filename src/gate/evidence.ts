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

/** By position: over 100,000 cases an iterator each, or a list of what is added, would be most of the work. */
export function sum(values: readonly number[]): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index] ?? 0;
  return total;
}

/** The sum of what `value` makes of each, without a list of it. */
export function sumOver<T>(list: readonly T[], value: (item: T, index: number) => number): number {
  let total = 0;
  for (let index = 0; index < list.length; index++) total += value(list[index] as T, index);
  return total;
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
