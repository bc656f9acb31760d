import type { BrokenPrompt, Config, Problem, PromptAtRevision, PromptVersion, Tree } from "../../model.js";
import { type ScorerFactories } from "../../score/registry.js";
import type { PromptProblem } from "../options.js";
import { type CaseFile } from "./case-files.js";
import type { GoldenMemory } from "./golden-memory.js";
/** The prompts of the repository at one revision, with what judges them there. */
export interface Project {
    readonly tree: Tree;
    readonly config: Config;
    readonly prompts: readonly PromptAtRevision[];
    /** Files that match but do not parse at this revision. */
    readonly broken: readonly BrokenPrompt[];
    /** Mistakes in the files of golden sets, whatever the settings. */
    readonly goldenProblems: readonly Problem[];
    /** Mistakes in what judges: they matter where a prompt is judged by this revision. */
    readonly problems: readonly PromptProblem[];
    readonly warnings: readonly Problem[];
    /** Those of the warnings that are about assay.yml. */
    readonly configWarnings: readonly Problem[];
    /** Globs with the number of files each matched. */
    readonly globs: readonly {
        readonly glob: string;
        readonly files: number;
    }[];
    /** Files that scorers name, by the name as written. */
    readonly scorerFiles: ReadonlyMap<string, Uint8Array>;
    /** Files that cases send, by the SHA-256 of their content. */
    readonly caseFiles: ReadonlyMap<string, CaseFile>;
}
export interface LoadOptions {
    /** Folder in which assay.yml is looked for, relative to the root. */
    readonly directory: string;
    /** Explicit path of assay.yml relative to the root. */
    readonly configPath: string | null;
    readonly factories: ScorerFactories;
    /** Folders whose prompts are judged by an assay.yml of their own. */
    readonly otherFolders?: readonly string[];
    /** Globs of the other revision, relative to the root: a rename out of the globs must not hide a prompt. */
    readonly furtherGlobs?: readonly string[];
    /** Files that are prompts though no glob names them. */
    readonly furtherPaths?: readonly string[];
    /** All files, where the tree lists only some of its own: prompts may include them. */
    readonly whole?: Tree;
    /** Whether the file at `configPath` may be missing: the revision may be older than it. */
    readonly optional?: boolean;
    /** Fills in where this revision's own assay.yml is missing or does not parse. */
    readonly fallbackConfig?: Config;
    /** Whether golden sets and scorers' files stay unread: only how prompts ask their models is looked at. */
    readonly callsOnly?: boolean;
    /** Holds golden sets; unset: they stay in memory. */
    readonly golden?: GoldenMemory;
}
/**
 * Reads everything of one revision. A broken prompt file is data; a broken assay.yml throws unless there is a fallback,
 * together with the mistakes in the other files, so that all are mended at once.
 */
export declare function loadProject(tree: Tree, options: LoadOptions): Promise<Project>;
/** The globs in force, relative to the repository's root. */
export declare function rootGlobs(config: Config): readonly string[];
/** The prompt that a revision has under one of these paths, or under this written name. */
export declare function findPrompt(project: Project, paths: readonly (string | null)[], version: PromptVersion): PromptAtRevision | null;
