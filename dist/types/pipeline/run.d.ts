import type { Change, PromptAtRevision, Report } from "../model.js";
import type { RunOptions } from "./options.js";
import { type Project } from "./project/load-project.js";
/**
 * Runs the present version of every prompt over its golden set, against the absolute thresholds of assay.yml.
 * Throws a UserError with every mistake that must be mended before a call is made.
 */
export declare function run(options: RunOptions): Promise<Report>;
/** A prompt to be judged alone: as if it had no baseline. */
export declare function asNew(prompt: PromptAtRevision): Change;
/** Where there is no prompt at all: which globs were tried. One that does not hold is told as a mistake. */
export declare function emptyWarning(project: Project): readonly string[];
