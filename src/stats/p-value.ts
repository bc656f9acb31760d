/**
 * The smallest p-value that is ever told. A probability that underflows is not 0: nothing that was observed is impossible.
 */
const SMALLEST_P = 1e-300;

/** The probabilities that a statistic falls below, on and above its observed value; they sum to 1. */
export interface Tails {
  readonly less: number;
  readonly equal: number;
  readonly greater: number;
}

/** A p-value within [1e-300, 1]: sums of probabilities may leave it by rounding or underflow. */
export function clampP(p: number): number {
  return Math.min(1, Math.max(SMALLEST_P, p));
}

/** P(below) + P(equal): small where the observed value is surprisingly low. */
export function lowerExact(tails: Tails): number {
  return clampP(tails.less + tails.equal);
}

/** P(below) + ½ P(equal), the mid-p of Lancaster 1961. */
export function lowerMid(tails: Tails): number {
  return clampP(tails.less + tails.equal / 2);
}

/** The tails seen from the other side: what was below is above. */
export function mirrorTails(tails: Tails): Tails {
  return { less: tails.greater, equal: tails.equal, greater: tails.less };
}

/** The two-sided p-value as twice the smaller one-sided p-value, at most 1. */
export function doubleSmaller(lower: number, upper: number): number {
  return clampP(2 * Math.min(lower, upper));
}
