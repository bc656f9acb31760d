import type { HistoryStore } from "../../drift/history.js";
import type { RunOptions } from "../options.js";
/** Where somebody wants the history: in a folder (absolute), on the branch on GitHub, or where it usually is. */
export interface HistoryPlace extends Pick<RunOptions, "directory" | "environment"> {
    readonly folder?: string;
    readonly onBranch?: boolean;
}
/** Opens the history of a repository. Throws a UserError where GitHub cannot be asked. */
export declare function openHistory({ directory, environment, folder, onBranch }: HistoryPlace): Promise<HistoryStore>;
/** Within `.assay` at the root, which is kept out of git. */
export declare function openUsualHistory(root: string): HistoryStore;
