import type { GateConfig } from "../../model.js";
import type { Mistakes } from "../../results/mistakes.js";
/** What `gate` takes from outside, as written. */
export interface GateResultsOptions {
    /** Paths of files are relative to it. */
    readonly directory: string;
    readonly baseline: string;
    readonly candidate: string;
    /** Metrics that gate; none: all that both files have, but for latency, tokens and cost. */
    readonly metrics?: readonly string[];
    /** Tolerated loss, `0.05` or `5%`, of every metric that gates. */
    readonly margin?: string;
    readonly alpha?: string;
    /** `LOW..HIGH` for all scores, `NAME=LOW..HIGH` for one metric: values there are rescaled to 0…1. */
    readonly ranges?: readonly string[];
    readonly lowerIsBetter?: readonly string[];
    /** Speak about cases like these, not about these cases. */
    readonly population?: boolean;
    /** Guarantee the level of the test, at the cost of power. */
    readonly exact?: boolean;
    readonly seed?: number;
}
/** From where to where the values of a metric may lie. */
export interface Range {
    readonly low: number;
    readonly high: number;
}
/** The options as understood; null where one is not given or makes no sense, which is told. */
export interface GateSettings {
    readonly metrics: ReadonlySet<string> | null;
    readonly margin: number | null;
    readonly alpha: number | null;
    /** Of all scores without a range of their own; null where an option could not be understood. */
    readonly range: Range | null;
    readonly ranges: ReadonlyMap<string, Range>;
    readonly lowerIsBetter: ReadonlySet<string>;
}
/** Reads the options; what makes no sense is told, and does not hide other mistakes. */
export declare function readGateSettings(options: GateResultsOptions, mistakes: Mistakes): GateSettings;
/** The gate for these metrics, each of which gates or is watched. */
export declare function gateConfig(settings: GateSettings, options: GateResultsOptions, metrics: readonly {
    readonly name: string;
    readonly gated: boolean;
}[]): GateConfig;
