import type { CalibrationReport } from "../model.js";
import type { RunOptions } from "./options.js";
/**
 * Runs the judges of a project over labels of people, and keeps how far they agree beside assay.yml. Throws a UserError
 * with every mistake in the labels before a call is made.
 *
 * @param file of labels, relative to the options' directory
 * @param wanted the one judge to measure; unset: all that have labels
 */
export declare function calibrate(options: RunOptions, file: string, wanted?: string): Promise<CalibrationReport>;
