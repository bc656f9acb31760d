/** One-sided and two-sided p-values; `lower` is small where the candidate is worse, `upper` where it is better. */
export interface McnemarResult {
    readonly lowerExact: number;
    readonly lowerMid: number;
    readonly upperExact: number;
    readonly upperMid: number;
    readonly twoSidedExact: number;
    readonly twoSidedMid: number;
}
/**
 * McNemar's test for paired pass/fail: given m = wins + losses discordant pairs, wins ~ Bin(m, ½) if nothing changed.
 *
 * Exact and mid-p variants (Fagerland, Lydersen & Laake 2013, BMC Med Res Methodol 13:91); two-sided is twice the smaller
 * tail. Without a discordant pair there is no evidence: every p-value is 1.
 *
 * @param wins cases that only the candidate passes
 * @param losses cases that only the baseline passes
 */
export declare function mcnemar(wins: number, losses: number): McnemarResult;
