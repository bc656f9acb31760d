import { type HistoryStore } from "../drift/history.js";
import type { DriftLine, DriftReport } from "../model.js";
import type { Acceptance } from "./drift/acceptance.js";
import type { RunOptions } from "./options.js";
export interface DriftOptions extends RunOptions {
    /** Where the history is kept; unset: a folder within `.assay`. */
    readonly history?: HistoryStore;
    /** Takes references of the versions that have none, and nothing else. */
    readonly referencesOnly?: boolean;
    /** Makes tonight the reference of these prompts, by name, path or folder of the history. */
    readonly accepts?: readonly Acceptance[];
    /** Runs nothing but those. */
    readonly acceptsOnly?: boolean;
}
/** What a night came to, and all nights for a page of them. */
export interface DriftResult {
    readonly report: DriftReport;
    readonly lines: readonly DriftLine[];
}
/**
 * Runs the present version of every prompt, never from the store, and holds what comes against all that its history has
 * since the reference. Throws a UserError with every mistake that must be mended before a call is made.
 */
export declare function drift(options: DriftOptions): Promise<DriftResult>;
