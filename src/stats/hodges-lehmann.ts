import { normalQuantile } from "./distributions.ts";
import type { Interval } from "./wilson.ts";

/**
 * The k-th smallest (from 1) of the sums xᵢ + xⱼ, i ≤ j, of ascending x, without making them all.
 *
 * Bisection on the value: one walk along the staircase between sums below and above a guess counts those below and finds
 * the sums next to the guess on either side, so that both ends of the bracket are always sums that occur and it closes
 * after some fifty walks of n steps (the idea of Johnson & Mizoguchi 1978 with a guess by value).
 */
function selectPairSum(x: Float64Array, k: number): number {
  const n = x.length;
  let low = 2 * (x[0] ?? 0);
  let high = 2 * (x[n - 1] ?? 0);
  while (low < high) {
    let guess = low + (high - low) / 2;
    if (guess >= high) guess = low;
    let count = 0;
    let below = low;
    let above = high;
    let j = n - 1;
    for (let i = 0; i < n; i++) {
      const xi = x[i] ?? 0;
      while (j >= i && xi + (x[j] ?? 0) > guess) j--;
      if (j >= i) {
        count += j - i + 1;
        below = Math.max(below, xi + (x[j] ?? 0));
      }
      const next = Math.max(i, j + 1);
      if (next < n) above = Math.min(above, xi + (x[next] ?? 0));
    }
    if (count >= k) high = below;
    else low = above;
  }
  return low;
}

/** The estimate of a shift. */
export interface HodgesLehmannResult {
  /** Median of the Walsh averages (xᵢ + xⱼ)/2, i ≤ j; null without differences. */
  readonly estimate: number | null;
}

/** The Hodges–Lehmann estimate of the shift of paired differences (Hodges & Lehmann 1963), in O(n) memory. */
export function hodgesLehmann(differences: readonly number[]): HodgesLehmannResult {
  const sorted = Float64Array.from(differences).sort();
  if (sorted.length === 0) return { estimate: null };
  const pairs = (sorted.length * (sorted.length + 1)) / 2;
  const lower = selectPairSum(sorted, Math.ceil(pairs / 2));
  const upper = pairs % 2 === 1 ? lower : selectPairSum(sorted, pairs / 2 + 1);
  return { estimate: (lower + upper) / 4 };
}

/**
 * The interval that belongs to Wilcoxon's test: the k-th Walsh average from either end (Tukey 1949; Hollander & Wolfe,
 * ch. 3), k = ⌊n(n+1)/4 − z√(n(n+1)(2n+1)/24)⌋. Where even the outermost averages do not reach the confidence (fewer than
 * five differences at 90 %) there is no bound: ∓∞.
 *
 * @param confidence two-sided, for example 0.9
 */
export function hodgesLehmannInterval(differences: readonly number[], confidence: number): Interval {
  const sorted = Float64Array.from(differences).sort();
  const n = sorted.length;
  const z = normalQuantile((1 + confidence) / 2);
  const k = Math.floor((n * (n + 1)) / 4 - z * Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24));
  if (k < 1) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return { low: selectPairSum(sorted, k) / 2, high: selectPairSum(sorted, (n * (n + 1)) / 2 + 1 - k) / 2 };
}
