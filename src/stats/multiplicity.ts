/** Indices of the p-values, from the smallest up. */
function ranking(p: readonly number[]): { readonly index: number; readonly value: number }[] {
  return p.map((value, index) => ({ index, value })).sort((one, other) => one.value - other.value);
}

/**
 * Holm's adjusted p-values, in the order given: a comparison is rejected at α where its adjusted value is ≤ α, and the
 * chance of any false rejection is at most α whatever the dependence (Holm 1979).
 */
export function holm(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length).fill(1);
  let highest = 0;
  for (const [rank, { index, value }] of ranking(p).entries()) {
    highest = Math.max(highest, Math.min(1, value * (p.length - rank)));
    adjusted[index] = highest;
  }
  return adjusted;
}

/**
 * Benjamini & Hochberg's adjusted p-values, in the order given: controls the expected share of false discoveries
 * (Benjamini & Hochberg 1995). The running minimum starts at the largest p-value.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length).fill(1);
  let lowest = 1;
  for (const [fromTop, { index, value }] of ranking(p).reverse().entries()) {
    lowest = Math.min(lowest, (value * p.length) / (p.length - fromTop));
    adjusted[index] = lowest;
  }
  return adjusted;
}
