import type { BacktestReport } from "../model.js";
import type { RunOptions } from "./options.js";
/** What a backtest will do, told before its first call. */
export interface BacktestIntent {
    /** Changes that are run of those found, and comparisons of a version with itself. */
    readonly changes: number;
    readonly found: number;
    readonly controls: number;
    /** Calls at most. */
    readonly calls: number;
    /** Answers that the store has already. */
    readonly stored: number;
    readonly budget: number | null;
}
/** `head` names the branch whose history is read and whose goalposts judge; unset: the default branch, and the working tree. */
export interface BacktestOptions extends RunOptions {
    /** How many changes, the newest ones. */
    readonly last: number;
    /** Comparisons of a version with itself; unset: one for every prompt among the changes, but at most five. */
    readonly controls?: number;
    readonly onPlan?: (intent: BacktestIntent) => void;
}
/**
 * Runs the last prompt changes of a branch again, by today's golden sets and gate: which of them would it have stopped?
 * And does it stop a version that is compared with itself? Throws a UserError before a call is made.
 */
export declare function backtest(options: BacktestOptions): Promise<BacktestReport>;
