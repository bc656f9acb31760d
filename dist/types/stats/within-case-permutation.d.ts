import { type PermutationMethod } from "./permutation-test.js";
import { type PermutationCase } from "./permuted-cases.js";
export type { PermutationCase } from "./permuted-cases.js";
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
export declare function withinCasePermutation(cases: readonly PermutationCase[], options: {
    readonly exact?: boolean;
    readonly seed: number | string;
    /** Most draws, default 100,000. */
    readonly draws?: number;
}): PermutationResult;
