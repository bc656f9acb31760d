import type { Report } from "../model.js";
import { type GateResultsOptions } from "./gate-files/gate-settings.js";
/**
 * The verdict for two results files, without a call: the same as `compare` gives on what it ran itself. Synchronous, for
 * nothing is waited for. Throws a UserError with every mistake in the files and the options.
 */
export declare function gateResults(options: GateResultsOptions): Report;
