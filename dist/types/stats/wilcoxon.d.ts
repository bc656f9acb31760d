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
/**
 * Wilcoxon's signed-rank test of paired differences (Wilcoxon 1945; Hollander & Wolfe, ch. 3). Zeros are dropped and ties
 * get their mean rank; exact for up to 50 differences, beyond that normal with tie correction and continuity correction ½.
 */
export declare function wilcoxonSignedRank(differences: readonly number[]): WilcoxonResult;
