import type { PowerReport } from "../model.js";
import type { RunOptions } from "./options.js";
import { type PowerWishes } from "./project/golden-power.js";
/**
 * What the golden sets of a project can tell: of all prompts, or of those with the wanted name or path. Makes no call and
 * needs no key.
 */
export declare function power(options: RunOptions, wishes: PowerWishes, wanted?: string): Promise<PowerReport>;
