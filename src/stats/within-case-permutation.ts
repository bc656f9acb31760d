import { type PermutationMethod, testPermutation } from "./permutation-test.ts";
import { type PermutedCase, permuteCase } from "./permuted-case.ts";
import { normaliseWeights } from "./weights.ts";

/** One case with the scores of both arms, oriented so that larger is better; every list is non-empty. */
export interface PermutationCase {
  readonly weight: number;
  readonly baseline: readonly number[];
  readonly candidate: readonly number[];
}

export interface PermutationResult {
  /** Weighted mean over the cases of candidate mean − baseline mean, in the unit of the scores. */
  readonly difference: number;
  /** Permutation variance V of the difference. */
  readonly variance: number;
  /** One-sided: small where the candidate is worse. */
  readonly pWorse: number;
  /** One-sided: small where the candidate is better. */
  readonly pBetter: number;
  readonly method: PermutationMethod;
}

/**
 * The within-case permutation test: if the change has no effect, the outputs of one case could as well have come from the
 * other arm, so they are dealt anew within every case (Fisher 1935; Pitman 1937).
 *
 * Holds for pass/fail and graded scores, any numbers of trials and any weights; with one trial of pass/fail it is
 * McNemar's test. The p-values are mid-p, pWorse = P(Δ* < Δ) + ½P(Δ* = Δ), unless `exact` asks for the whole P(Δ* = Δ),
 * which guarantees the level and costs power. Exact where the scores lie on a lattice or the cases are few, else the
 * normal value where it is at least as accurate as Monte Carlo, else seeded Monte Carlo (fewer draws for many cases).
 */
export function withinCasePermutation(
  cases: readonly PermutationCase[],
  options: {
    readonly exact?: boolean;
    readonly seed: number | string;
    /** Most draws, default 100,000. */
    readonly draws?: number;
  },
): PermutationResult {
  const weights = normaliseWeights(cases.map(({ weight }) => weight));
  const permuted: PermutedCase[] = [];
  for (const [index, { baseline, candidate }] of cases.entries()) {
    const one = permuteCase(baseline, candidate, weights[index] ?? 0);
    if (one !== null) permuted.push(one);
  }
  const { exact = false, seed, draws = 100_000 } = options;
  const p = testPermutation(permuted, { seed, draws, strict: exact });
  return {
    difference: permuted.reduce((sum, one) => sum + one.difference, 0),
    variance: permuted.reduce((sum, one) => sum + one.variance, 0),
    pWorse: exact ? p.lowerExact : p.lowerMid,
    pBetter: exact ? p.upperExact : p.upperMid,
    method: p.method,
  };
}
