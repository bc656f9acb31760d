import { type PermutedCases } from "./permuted-cases.js";
/** How a permutation p-value was found. */
export type PermutationMethod = "exact" | "monte-carlo" | "normal" | "degenerate";
/** One-sided p-values of a permutation test: `lower` is small where the difference is below what permutation gives. */
export interface PermutationPValues {
    readonly lowerExact: number;
    readonly lowerMid: number;
    readonly upperExact: number;
    readonly upperMid: number;
    readonly method: PermutationMethod;
}
/** How the p-values may be found. */
export interface PermutationOptions {
    readonly seed: number | string;
    /** Most draws where Monte Carlo is needed. */
    readonly draws: number;
    /** Whether the level must be guaranteed: forbids the normal value. */
    readonly strict: boolean;
}
/** The p-values of a sum of permuted cases, by the most accurate way that can be afforded; 1 where nothing can move. */
export declare function testPermutation(permuted: PermutedCases, options: PermutationOptions): PermutationPValues;
