import { type Interval } from "./wilson.js";
/** How n paired pass/fail cases came out. */
export interface PairedTable {
    readonly bothPass: number;
    readonly candidateOnly: number;
    readonly baselineOnly: number;
    readonly bothFail: number;
}
/** An estimate of candidate minus baseline with its two-sided interval. */
export interface DifferenceInterval extends Interval {
    readonly difference: number;
}
/**
 * Newcombe's square-and-add interval for the difference of paired proportions (Newcombe 1998, method 10): two Wilson
 * intervals joined with the correlation φ, whose numerator ad − bc loses n/2 where it is positive (but not below 0).
 */
export declare function newcombe(table: PairedTable, confidence: number): DifferenceInterval;
/** Bonett & Price 2012: Wald's interval for paired proportions after one case is added to each discordant cell. */
export declare function bonettPrice(n: number, wins: number, losses: number, confidence: number): DifferenceInterval;
/**
 * Tango's score statistic for H₀: candidate − baseline = delta0 (Tango 1998, Stat Med 17:891), standard normal under H₀;
 * positive where the observed difference is above. The loss rate under H₀ is its restricted maximum-likelihood estimate.
 * Where the variance under H₀ is 0 the statistic is 0 (the data agree) or ±∞ (they cannot occur).
 */
export declare function tangoZ(n: number, wins: number, losses: number, delta0: number): number;
/** Tango's interval: the differences that his score statistic does not reject, found by bisection to the last digit. */
export declare function tango(n: number, wins: number, losses: number, confidence: number): DifferenceInterval;
