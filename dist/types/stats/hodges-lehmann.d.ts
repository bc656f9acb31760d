import type { Interval } from "./wilson.js";
/** The estimate of a shift. */
export interface HodgesLehmannResult {
    /** Median of the Walsh averages (xᵢ + xⱼ)/2, i ≤ j; null without differences. */
    readonly estimate: number | null;
}
/** The Hodges–Lehmann estimate of the shift of paired differences (Hodges & Lehmann 1963), in O(n) memory. */
export declare function hodgesLehmann(differences: readonly number[]): HodgesLehmannResult;
/**
 * The interval that belongs to Wilcoxon's test: the k-th Walsh average from either end (Tukey 1949; Hollander & Wolfe,
 * ch. 3), k = ⌊n(n+1)/4 − z√(n(n+1)(2n+1)/24)⌋. Where even the outermost averages do not reach the confidence (fewer than
 * five differences at 90 %) there is no bound: ∓∞.
 *
 * @param confidence two-sided, for example 0.9
 */
export declare function hodgesLehmannInterval(differences: readonly number[], confidence: number): Interval;
