/** One case with the scores of both arms, oriented so that larger is better; every list is non-empty. */
export interface PermutationCase {
    readonly weight: number;
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
}
/**
 * The cases whose outputs differ, with the moments of their shares of the difference under permutation: numbers by the
 * position among them, so that a case costs 32 bytes and not four boxed numbers.
 */
export interface PermutedCases {
    readonly cases: readonly PermutationCase[];
    /** w(1/K_C + 1/K_B): what moving one unit of score from the baseline to the candidate adds to the difference. */
    readonly leverage: Float64Array;
    /** w·(mean of the candidate − mean of the baseline). */
    readonly difference: Float64Array;
    /** w²·v, the variance of the difference when the outputs are dealt anew to the arms. */
    readonly variance: Float64Array;
    /** The third central moment of the same, 0 where both arms have as many trials. */
    readonly thirdMoment: Float64Array;
}
/**
 * Moments of the cases under permutation; those whose outputs are all equal are left out, for there nothing can move.
 *
 * v = s²(1/K_B + 1/K_C) with s² the pooled variance of all outputs. The third moment is that of a mean of K_C drawn from
 * T without replacement, μ₃(T−K_C)(T−2K_C) / (K_C²(T−1)(T−2)), times (T/K_B)³ (Cochran 1977, Sampling Techniques, ch. 2).
 *
 * @param weights of the cases, summing to 1
 */
export declare function permuteCases(cases: readonly PermutationCase[], weights: readonly number[]): PermutedCases;
/** The sum of a column. */
export declare function total(column: Float64Array): number;
