/**
 * Holm's adjusted p-values, in the order given: a comparison is rejected at α where its adjusted value is ≤ α, and the
 * chance of any false rejection is at most α whatever the dependence (Holm 1979).
 */
export declare function holm(p: readonly number[]): number[];
/**
 * Benjamini & Hochberg's adjusted p-values, in the order given: controls the expected share of false discoveries
 * (Benjamini & Hochberg 1995). The running minimum starts at the largest p-value.
 */
export declare function benjaminiHochberg(p: readonly number[]): number[];
