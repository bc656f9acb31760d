import type { ChangesReport } from "../model.js";
import type { RunOptions } from "./options.js";
/** Lists the prompts that changed and their parts. Makes no call and judges nothing. */
export declare function listChanges(options: RunOptions): Promise<ChangesReport>;
