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
export declare function pairedT(differences: readonly number[], confidence: number): PairedTResult;
