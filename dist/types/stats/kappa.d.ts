import type { Interval } from "./wilson.js";
/** Agreement of two raters beyond chance. */
export interface Agreement {
    /** Share of items on which both agree; null without items. */
    readonly observed: number | null;
    /** Share expected if both rated independently of the item; null without items. */
    readonly expected: number | null;
    /** 1 perfect, 0 as by chance; null where only one category occurs, for then agreement means nothing. */
    readonly kappa: number | null;
}
/**
 * Cohen's κ (Cohen 1960): (observed − expected) / (1 − expected).
 *
 * @param table square; `table[i][j]` counts the items that the first rater put in category i and the second in j
 */
export declare function cohenKappa(table: readonly (readonly number[])[]): Agreement;
/**
 * Interval of Cohen's κ by its large-sample variance (Fleiss, Cohen & Everitt 1969), for which half an item is added to every
 * cell: perfect agreement on few items is not taken for certain. Null where κ is.
 *
 * @param confidence two-sided, for example 0.95
 */
export declare function kappaInterval(table: readonly (readonly number[])[], confidence: number): Interval | null;
