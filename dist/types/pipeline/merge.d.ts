import type { Report } from "../model.js";
/** What `merge` takes from outside. */
export interface MergeOptions {
    /** Paths of files are relative to it. */
    readonly directory: string;
    /** The reports of the shards, or folders with them; each with its samples file beside it. */
    readonly files: readonly string[];
    /** File for the samples of all shards; unset: none. */
    readonly samplesFile?: string;
}
/**
 * The report and the verdict of a run that was taken in shards: the same as of the undivided run without early stopping.
 * No call is made and no repository is read. Throws a UserError with everything that is missing, doubled, foreign or
 * damaged.
 */
export declare function merge(options: MergeOptions): Promise<Report>;
