import type { BaselineConfig, GateConfig, RunConfig } from "../../model.js";
/** Where nothing is stored of a prompt, its pass rate is taken to be this. */
export declare const usualPassRate = 0.8;
/** Chance with which a drop that is called detectable is found. */
export declare const power = 0.8;
export interface Trials {
    readonly baseline: number;
    readonly candidate: number;
}
/**
 * How often each case is run in each arm, fixed before the first call. `auto` buys trials until the drop that can be
 * detected is at most twice the margin: with one trial, fewer than 56 cases could never be certified at 5 points.
 * `stored` is the number of trials that a stored baseline brings; null where the baseline is run, too.
 */
export declare function planTrials(cases: number, settings: {
    readonly run: RunConfig;
    readonly gate: GateConfig;
    readonly baseline: BaselineConfig;
}, stored: {
    readonly trials: number;
    readonly passRate: number | null;
} | null): Trials;
/** Judged alone, an absolute threshold is held against what was seen: `auto` asks once. */
export declare function trialsAlone({ trials }: RunConfig): Trials;
