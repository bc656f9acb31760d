import type { Report, Tree } from "../model.js";
import type { RunOptions } from "./options.js";
/**
 * Runs both versions of every changed prompt over its golden set, compares and decides.
 * Throws a UserError with every mistake that must be mended before a call is made.
 */
export declare function compare(options: RunOptions): Promise<Report>;
/** Told where a committed store is left alone. */
export declare function committedStore(folder: string): string;
/** Whether the revision brings a store with it. */
export declare function holdsStore(tree: Tree, folder: string): Promise<boolean>;
