import type { CheckResult } from "../model.js";
import type { RunOptions } from "./options.js";
/** Checks assay.yml, prompts, golden sets, scorers and the names of models. Makes no call and needs no key. */
export declare function check(options: RunOptions): Promise<CheckResult>;
