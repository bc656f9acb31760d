import type { Case, Config, Json, Problem, Tree } from "../../model.js";
/** A file that cases send: known by its content, read when a call is made. */
export interface CaseFile {
    /** From the root of the repository. */
    readonly path: string;
    read(): Promise<Uint8Array | null>;
}
/** The files that the cases of a revision name; each is looked at once and not kept. */
export interface CaseFiles {
    /** By the SHA-256 of the content. */
    readonly found: ReadonlyMap<string, CaseFile>;
    /** The case with the content of its files known; mistakes in them are told at the case. */
    attach(testCase: Case): Promise<{
        readonly testCase: Case;
        readonly problems: readonly Problem[];
    }>;
}
/** Looks up the files of cases in this tree; paths are relative to the folder of assay.yml. */
export declare function createCaseFiles(tree: Tree, config: Pick<Config, "directory">): CaseFiles;
/** Whether the case names a file that was not found, or could not be taken. */
export declare function lacksFiles(testCase: Case): boolean;
/** Whether a value of a case does. */
export declare function lacksFile(value: Json): boolean;
