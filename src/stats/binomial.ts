import { mirrorTails, type Tails } from "./p-value.ts";
import { binomialPoint } from "./special-functions.ts";

/** P(X > k) / P(X = k) for X ~ Bin(n, ½) and k ≥ n/2: a falling series of ratios, cut where it no longer adds. */
function tailOverPoint(k: number, n: number): number {
  let sum = 0;
  let term = 1;
  for (let j = k; j < n && term > sum * 1e-17; j++) {
    term *= (n - j) / (j + 1);
    sum += term;
  }
  return sum;
}

/**
 * P(X < k), P(X = k), P(X > k) for X ~ Bin(n, ½), whole 0 ≤ k ≤ n. Relative error about 1e-14 at any n; what is below
 * the smallest double is 0 here and floored where it becomes a p-value.
 */
export function fairBinomialTails(k: number, n: number): Tails {
  if (2 * k < n) return mirrorTails(fairBinomialTails(n - k, n));
  const equal = k === n ? 2 ** -n : binomialPoint(k, n, 0.5, 0.5);
  if (2 * k === n) return { less: (1 - equal) / 2, equal, greater: (1 - equal) / 2 };
  const greater = equal * tailOverPoint(k, n);
  return { less: Math.max(0, 1 - greater - equal), equal, greater };
}
