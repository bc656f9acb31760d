import { tCdf, tQuantile } from "./distributions.ts";
import { clampP, doubleSmaller } from "./p-value.ts";

/** Student's t for paired differences; what the data do not determine is null. */
export interface PairedTResult {
  readonly mean: number | null;
  readonly se: number | null;
  readonly t: number | null;
  readonly df: number;
  /** P(T ≤ t): small where the mean is below 0. */
  readonly pLower: number | null;
  readonly pTwoSided: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The paired t test and interval (Student 1908). Without variance there is no t and no p, and the interval is a point,
 * which must not be taken for certainty; with fewer than two differences there is no interval either.
 *
 * @param confidence two-sided, for example 0.9
 */
export function pairedT(differences: readonly number[], confidence: number): PairedTResult {
  const n = differences.length;
  const [first] = differences;
  if (first === undefined) {
    return { mean: null, se: null, t: null, df: 0, pLower: null, pTwoSided: null, low: null, high: null };
  }
  const df = n - 1;
  if (df === 0) return { mean: first, se: null, t: null, df, pLower: null, pTwoSided: null, low: null, high: null };
  // Compared one by one: the sum of squares of equal numbers is not exactly 0 after rounding.
  if (differences.every((difference) => difference === first)) {
    return { mean: first, se: 0, t: null, df, pLower: null, pTwoSided: null, low: first, high: first };
  }
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / n;
  const squares = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0);
  const se = Math.sqrt(squares / df / n);
  const t = mean / se;
  const pLower = clampP(tCdf(t, df));
  const half = tQuantile((1 + confidence) / 2, df) * se;
  return {
    mean,
    se,
    t,
    df,
    pLower,
    pTwoSided: doubleSmaller(pLower, clampP(tCdf(-t, df))),
    low: mean - half,
    high: mean + half,
  };
}
