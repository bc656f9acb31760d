import type { DriftAnswer, DriftRecord, DriftReference } from "../model.js";
/** The text files of a history, by their paths. */
export type HistoryFiles = ReadonlyMap<string, string>;
/** Files to write, and to remove where null. */
export type HistoryChanges = ReadonlyMap<string, string | null>;
/** What a change to a history makes of it. */
export interface HistoryEdit<T> {
    readonly changes: HistoryChanges;
    readonly result: T;
}
/** Where a history is kept. */
export interface HistoryStore {
    /** For people. */
    readonly label: string;
    read(): Promise<HistoryFiles>;
    /**
     * Reads, changes and writes as one. Where somebody else wrote meanwhile, `edit` is called again with what is there now.
     *
     * @param rewrite whether what was there before must not be found any more
     */
    update<T>(message: string, edit: (files: HistoryFiles) => HistoryEdit<T>, rewrite?: boolean): Promise<T>;
}
/** What the history holds of one prompt. */
export interface PromptHistory {
    readonly folder: string;
    readonly records: readonly DriftRecord[];
    readonly answers: readonly DriftAnswer[];
}
/** A prompt as the repository has it now. */
export interface PresentPrompt {
    readonly name: string;
    readonly path: string;
    readonly fingerprint: string;
}
/** All prompts of a history, and how many lines of it could not be read. */
export declare function readHistory(files: HistoryFiles): {
    readonly prompts: readonly PromptHistory[];
    readonly dropped: number;
};
/** The files of a prompt as they are to be. */
export declare function writeHistory({ folder, records, answers }: PromptHistory): HistoryChanges;
/** All of a prompt's files, its picture among them. */
export declare function removeHistory({ folder }: Pick<PromptHistory, "folder">): HistoryChanges;
/** The last reference: as what the prompt was known when it was accepted. */
export declare function lastReference({ records }: Pick<PromptHistory, "records">): DriftReference | null;
/**
 * A history of a prompt, found by its path; of one that was renamed by the version that it still is.
 *
 * @param isThere whether the repository still has a file
 */
export declare function findHistory(histories: readonly PromptHistory[], prompt: PresentPrompt, isThere: (path: string) => boolean): {
    readonly history: PromptHistory;
    readonly renamed: boolean;
} | null;
/** In which folders it was kept before its prompt was renamed. */
export declare function formerFolders({ records }: Pick<PromptHistory, "records">): readonly string[];
/** The history under the name and the path that a renamed prompt has now: by these it is shown, and asked for. */
export declare function renameHistory(history: PromptHistory, { name, path }: PresentPrompt): PromptHistory;
/** A folder's name that every file system takes, and that a person can read; the path tells prompts of one name apart. */
export declare function folderOfPrompt({ name, path }: Pick<PresentPrompt, "name" | "path">): string;
/** Forgets one case, whatever its values were: its scores and its answers. */
export declare function forgetCase(history: PromptHistory, isCase: (name: string) => boolean): PromptHistory;
/** What was spent in the month of a time (UTC), in US dollars, and whether that is all: of some runs it may be unknown. */
export declare function spentInMonth(histories: readonly PromptHistory[], at: string): {
    readonly known: number;
    readonly isAll: boolean;
};
