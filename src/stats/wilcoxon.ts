import { normalCdf } from "./distributions.ts";
import { clampP, doubleSmaller, lowerExact, mirrorTails } from "./p-value.ts";
import { sumTails } from "./sum-of-laws.ts";

/** Wilcoxon's signed-rank test. */
export interface WilcoxonResult {
  /** Sum of the ranks of the positive differences. */
  readonly wPlus: number;
  /** P(W ≤ w): small where the differences are shifted below 0. */
  readonly lower: number;
  /** P(W ≥ w): small where they are shifted above 0. */
  readonly upper: number;
  readonly twoSided: number;
}

/** Up to so many non-zero differences the distribution is exact. */
const MOST_EXACT = 50;

/** Ranks of the absolute values with the mean rank for ties, and Σ(t³ − t) over groups of t ties. */
function rankAbsolute(sorted: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const ranks: number[] = [];
  let ties = 0;
  let start = 0;
  while (start < sorted.length) {
    const size = Math.abs(sorted[start] ?? 0);
    let end = start + 1;
    while (end < sorted.length && Math.abs(sorted[end] ?? 0) === size) end++;
    for (let index = start; index < end; index++) ranks.push((start + 1 + end) / 2);
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { ranks, ties };
}

/**
 * Wilcoxon's signed-rank test of paired differences (Wilcoxon 1945; Hollander & Wolfe, ch. 3). Zeros are dropped and ties
 * get their mean rank; exact for up to 50 differences, beyond that normal with tie correction and continuity correction ½.
 */
export function wilcoxonSignedRank(differences: readonly number[]): WilcoxonResult {
  const sorted = differences
    .filter((difference) => difference !== 0)
    .sort((one, other) => Math.abs(one) - Math.abs(other));
  const n = sorted.length;
  if (n === 0) return { wPlus: 0, lower: 1, upper: 1, twoSided: 1 };
  const { ranks, ties } = rankAbsolute(sorted);
  const wPlus = ranks.reduce((sum, rank, index) => sum + ((sorted[index] ?? 0) > 0 ? rank : 0), 0);

  const laws = n <= MOST_EXACT ? ranks.map((rank) => ({ values: [0, rank], probabilities: [0.5, 0.5] })) : null;
  const tails = laws && sumTails(laws, wPlus, { step: 0.5, mostWork: Number.POSITIVE_INFINITY });
  if (tails) {
    const lower = lowerExact(tails);
    const upper = lowerExact(mirrorTails(tails));
    return { wPlus, lower, upper, twoSided: doubleSmaller(lower, upper) };
  }
  const mean = (n * (n + 1)) / 4;
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  const lower = clampP(normalCdf((wPlus + 0.5 - mean) / deviation));
  const upper = clampP(normalCdf((mean - wPlus + 0.5) / deviation));
  return { wPlus, lower, upper, twoSided: doubleSmaller(lower, upper) };
}
