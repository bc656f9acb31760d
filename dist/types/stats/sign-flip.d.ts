import { type PermutationMethod } from "./permutation-test.js";
/** p-values of the sign-flip test; lower is small where the differences are below 0. */
export interface SignFlipResult {
    readonly lower: number;
    readonly lowerMid: number;
    readonly upper: number;
    readonly upperMid: number;
    readonly twoSided: number;
    readonly method: PermutationMethod;
}
/**
 * Fisher's sign-flip test of paired differences (Fisher 1935): under the null each has the same chance of either sign.
 * Takes differences of cases or (weighted) sums of clusters; zeros say nothing and drop out, with only zeros every p is 1.
 * Not for unequal numbers of trials: differences are then skewed even if nothing changed.
 */
export declare function signFlip(differences: readonly number[], options: {
    readonly seed: number | string;
    readonly draws?: number;
}): SignFlipResult;
