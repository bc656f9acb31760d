import type { Config, GoldenSetPower, RunConfig, TrialsPower } from "../../model.js";
import { type Trials } from "../plan/plan-trials.js";
/** What assay.yml takes for run.trials. */
export declare const mostTrials = 5;
/** What is planned for, where it is not what the project says. */
export interface PowerWishes {
    /** Of the baseline, above 0 and at most 1. */
    readonly passRate?: number;
    readonly trials?: RunConfig["trials"];
    /** Tolerated loss that is to be told, above 0 and at most 1. */
    readonly margin?: number;
}
/** A golden set, real or planned, and how comparisons over it are run and judged. */
export interface PowerPlan {
    readonly name: string | null;
    readonly path: string | null;
    readonly cases: number;
    readonly effectiveCases: number;
    readonly passRate: number;
    readonly margin: number;
    readonly settings: Pick<Config, "run" | "gate" | "baseline">;
    readonly notes: readonly string[];
}
/** What a golden set can tell. `sets`: how many there are, each of which is simulated the less. */
export declare function tellPower(plan: PowerPlan, sets?: number): GoldenSetPower;
/** What these cases tell with so many trials of each. */
export declare function powerOf(plan: Pick<PowerPlan, "cases" | "effectiveCases" | "passRate" | "margin" | "settings">, trials: Trials): TrialsPower;
