import type {
  Estimate,
  GoalpostsSource,
  Problem,
  Provider,
  ProviderConfig,
  RemoteRepository,
  Shard,
} from "../model.ts";
import type { ModelPrice } from "../run/prices.ts";
import type { ScorerFactory } from "../score/registry.ts";

/** How far a run is: samples done of those planned. */
export interface Progress {
  readonly done: number;
  readonly planned: number;
  readonly failed: number;
  /** Calls made, those of scorers and repeats among them, and how many of them were turned away with 429. */
  readonly made: number;
  readonly rejected: number;
  /** US dollars so far; null where unknown. */
  readonly cost: number | null;
  /** Whether nothing follows. */
  readonly finished: boolean;
}

/** How a run waits for batches. */
export interface BatchOptions {
  /** Milliseconds between two looks at a batch; unset: from seconds, while it is young, to a minute. */
  readonly interval?: number;
  /** Told at every look how many calls of all batches are answered. */
  readonly onLook?: (progress: { readonly answered: number; readonly total: number }) => void;
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
  /** Files that every revision is given where it has none of that name: path → text. */
  readonly underlay?: ReadonlyMap<string, string>;
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
  /** Of a fork's run that has keys in reach: whether a person approved this very head. Unset: it has none. */
  readonly privileged?: "awaits" | "approved";
  readonly concurrency?: number;
  /** US dollars that the run may cost, and calls that it may make; unset: as assay.yml says. */
  readonly maxCost?: number;
  readonly maxCalls?: number;
  /** Milliseconds within which calls may begin; unset: as assay.yml says. */
  readonly maxDurationMs?: number;
  /** How often each case is run in each arm; unset: as assay.yml says. */
  readonly trials?: number | "auto";
  /** Names or paths of prompts: no others are run; their variants are run whether they changed or not. */
  readonly prompts?: readonly string[];
  /** Models to try, as prompts name them, in the place of assay.yml's variants. */
  readonly models?: readonly string[];
  /** Whether the variants of prompts that stand in files of their own are tried, too. */
  readonly variants?: boolean;
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
  /** Whether a regression of several parts is shared out among them, by running versions that mix the two. */
  readonly attribute?: boolean;
  /** The part of the run to take; its samples and its report are merged with the others'. */
  readonly shard?: Shard;
  /** Asks through the providers' own batch interfaces: cheaper, and answered within a day. */
  readonly batch?: BatchOptions;
  /** Scorers beside the built-in ones, by the key under which assay.yml names them. */
  readonly scorers?: Readonly<Record<string, ScorerFactory>>;
  /** Providers of its own for a library's caller, by the publisher under which models name them. */
  readonly providers?: Readonly<Record<string, ProviderConfig>>;
  /** Awaited when there is no mistake left to mend, and before the first call; where it rejects, none is made. */
  readonly beforeCalls?: () => Promise<void>;
  /** Once it aborts, no call begins; those under way may finish within 5 s, and the report tells what there is. */
  readonly signal?: AbortSignal;
  /** Told before the first call what the run will take at most. */
  readonly onEstimate?: (plan: RunPlan) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of what a program's setup writes, and whose it is: foreign text that is not escaped yet. */
  readonly onSetupText?: (whose: string, text: string) => void;
}

/** What a run will take at most, told before its first call: what the store answers is no part of it. */
export interface RunPlan {
  readonly prompts: readonly {
    readonly name: string;
    readonly estimate: Estimate;
    /** Of mixed versions, should it regress; absent where none would be run. */
    readonly attribution?: Estimate;
  }[];
  readonly total: Estimate;
}

/** A mistake together with the prompt it belongs to; null: it concerns every prompt. */
export interface PromptProblem {
  readonly prompt: string | null;
  readonly problem: Problem;
  /** Whether it only has to be mended before the prompt is run: `check` warns of it. */
  readonly mayWait?: true;
}

/** A provider, the model's name there, and what its answers cost wherever they come from; null where that is unknown. */
export interface ResolvedModel {
  readonly provider: Provider;
  readonly model: string;
  readonly price: ModelPrice | null;
  /** Whether its requests carry the case's values. */
  readonly takesValues?: boolean;
  /** Whether it runs code of the repository. */
  readonly runsCode?: boolean;
}
