/** Two ends of an interval, in the unit of what it bounds. */
export interface Interval {
    readonly low: number;
    readonly high: number;
}
/**
 * Wilson's score interval for a proportion, without continuity correction (Wilson 1927; Newcombe 1998, method 3).
 *
 * `successes` need not be whole: a sum of scores in [0, 1] varies no more than pass/fail with the same mean.
 * With n = 0 nothing is known: [0, 1].
 *
 * @param confidence two-sided, for example 0.95
 */
export declare function wilson(successes: number, n: number, confidence: number): Interval;
