import type { GoalpostsSource, Problem, Provider, ProviderConfig, RemoteRepository } from "../model.ts";
import type { ScorerFactory } from "../score/registry.ts";

/** How far a run is: calls done of those planned. */
export interface Progress {
  readonly done: number;
  readonly planned: number;
  readonly failed: number;
}

/** Everything a run takes from outside. The library's callers give what they need; the rest has defaults. */
export interface RunOptions {
  /** A folder of the repository. */
  readonly directory: string;
  /** Keys, proxies and base URLs are read from here. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Revision of the baseline; unset: the merge base with the default branch. */
  readonly base?: string;
  /** The baseline is where the head left `base`, not its tip. */
  readonly fromMergeBase?: boolean;
  /** Revision of the candidate; unset: the working tree. */
  readonly head?: string;
  /** Path of assay.yml, relative to `directory`; unset: found. */
  readonly config?: string;
  /** Where what judges comes from. */
  readonly goalposts?: GoalpostsSource;
  /** Revision of the goalposts where they come from the base; unset: `base` itself. */
  readonly goalpostsRevision?: string;
  /** Folder in which assay.yml is looked for, relative to the root; unset: `directory`. */
  readonly folder?: string;
  /** Folders of the root that have an assay.yml of their own: their prompts are judged by that. */
  readonly otherFolders?: readonly string[];
  /** Where commits and files are read that the clone lacks. */
  readonly remote?: RemoteRepository;
  /** Whether a run keeps its answers as the baseline of what comes, and asks only where none is kept yet. */
  readonly recordBaseline?: boolean;
  /** In the Action the simulated model and recordings are refused unless the goalposts name them. */
  readonly restricted?: boolean;
  /** The head comes from another repository: it may not bring goalposts of its own. */
  readonly fork?: boolean;
  readonly concurrency?: number;
  /** How often each case is run in each arm; unset: as assay.yml says. */
  readonly trials?: number | "auto";
  /** Seed of the Monte Carlo draws; unset: derived from the fingerprints. */
  readonly seed?: number;
  /** File to which replies are recorded. */
  readonly record?: string;
  /** File with recordings that replace all providers. */
  readonly replay?: string;
  /** The clock; unset: the machine's. Ages of stored answers are told by it. */
  readonly now?: () => Date;
  /** Folder of the store; false: none; unset: `.assay` at the repository's root. */
  readonly store?: string | false;
  /** Pull request or branch in which versions are tried; unset: the branch. */
  readonly scope?: string;
  /** File for the samples; unset: a temporary one that is removed. */
  readonly samplesFile?: string;
  /** Scorers beside the built-in ones, by the key under which assay.yml names them. */
  readonly scorers?: Readonly<Record<string, ScorerFactory>>;
  /** Providers of its own for a library's caller, by the publisher under which models name them. */
  readonly providers?: Readonly<Record<string, ProviderConfig>>;
  /** Awaited when there is no mistake left to mend, and before the first call; where it rejects, none is made. */
  readonly beforeCalls?: () => Promise<void>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** A mistake together with the prompt it belongs to; null: it concerns every prompt. */
export interface PromptProblem {
  readonly prompt: string | null;
  readonly problem: Problem;
}

/** A provider and the model's name there. */
export interface ResolvedModel {
  readonly provider: Provider;
  readonly model: string;
}
