import type { Place, Problem, Shard } from "./model.js";
/** Exit codes: a contract that scripts rely on. */
export declare const exitCodes: {
    readonly pass: 0;
    readonly gateFailed: 1;
    readonly userError: 2;
    readonly notJudged: 3;
};
/** The user must mend something: one or more mistakes, all told at once. Exit code 2. */
export declare class UserError extends Error {
    readonly problems: readonly Problem[];
    constructor(problems: Problem | readonly Problem[]);
}
/** Our bug. Exit code 3; the message asks for a report. */
export declare class InternalError extends Error {
    constructor(message: string, options?: ErrorOptions);
}
/** Throws one UserError with all problems, if there are any. */
export declare function throwProblems(problems: readonly Problem[]): void;
/** `path:line:column`, as far as known. */
export declare function formatPlace(place: Place): string;
/** The known name nearest to what was written, or null where none is near. */
export declare function nearest(written: string, known: readonly string[]): string | null;
/** A text of the user's as it stands in a message: quoted, shortened, control characters as escapes. */
export declare function quote(text: string): string;
/** A key that nobody reads: the mistake is most often a slip of the pen. */
export declare function unknownKey(key: string, known: readonly string[], place: Place): Problem;
/** The provider of a prompt runs an application, which cannot be asked to write test cases. */
export declare function notAModel(prompt: string, place: Place): Problem;
/** `--variants` where no prompt has one. */
export declare function noVariants(): Problem;
/** A publisher that is neither built in nor in assay.yml. */
export declare function unknownPublisher(model: string, publisher: string, known: readonly string[]): Problem;
/** A model without a publisher, and by its name none of OpenAI's. */
export declare function modelWithoutPublisher(model: string, known: readonly string[]): Problem;
/** `openai/` or `/gpt-5`. */
export declare function modelWithoutName(model: string): Problem;
/** A `type` that the registry of providers does not have. */
export declare function unknownProviderType(name: string, type: string, known: readonly string[], place?: Place): Problem;
/** The variable with the provider's key is unset or empty. */
export declare function missingKey(provider: string, variable: string, place?: Place): Problem;
/** A variable that a program is to get is not set. */
export declare function missingVariable(provider: string, variable: string, place: Place): Problem;
/** The variable holds something that cannot be sent as a key. */
export declare function unusableKey(variable: string, place?: Place): Problem;
/** A base URL that is no HTTP address. */
export declare function unusableAddress(provider: string, baseUrl: string, place?: Place): Problem;
/** A provider whose address every user has to give. */
export declare function missingAddress(provider: string, variable: string | null): Problem;
/** Settings of a provider that are not there. */
export declare function missingSettings(provider: string, names: readonly string[], hint: string, place: Place): Problem;
/** A gate on the first token of answers that come in one piece. */
export declare function noFirstToken(provider: string, { askedBy }: {
    readonly askedBy: string;
}, place: Place): Problem;
/** A provider that runs a program, where no arm has files of its own. */
export declare function noWorkspace(provider: string, place: Place): Problem;
/** A scorer that asks a program of the repository. */
export declare function judgesItself(provider: string, place?: Place): Problem;
/** A program that a fork brings, or would bring code for. */
export declare function codeOfFork(provider: string, place: Place): Problem;
/** The step before a program's first case did not end well; `words` is the end of what it wrote, escaped. */
export declare function setupFailed(provider: string, revision: string, how: string, words: string): UserError;
/** The files of a revision cannot be put onto disk. */
export declare function cannotCheckOut(revision: string, reason: string): UserError;
/** A placeholder of a provider's request for which there is no value. */
export declare function unfilledTemplate(provider: string, name: string, known: readonly string[], place: Place): Problem;
/** A header with the key, where no variable holds one. */
export declare function unnamedKey(provider: string, place: Place): Problem;
/** A request that cannot have a body has one. */
export declare function bodyOfGet(provider: string, place: Place): Problem;
/** A header that no request can have. */
export declare function unusableHeader(provider: string, header: string, place: Place): Problem;
/** A setting that a provider's type does not read. */
export declare function unreadSetting(provider: string, type: string, setting: string, readers: readonly string[], place: Place): Problem;
/** A setting of most providers that one of this type passes over. */
export declare function passedOver(provider: string, setting: string, instead: string, place: Place): Problem;
/** A setting with a value that this provider does not know. */
export declare function unknownChoice(provider: string, setting: string, written: string, known: readonly string[], place: Place): Problem;
/** The file of a replay provider is not there. */
export declare function missingRecordings(provider: string, file: string | null, place?: Place): Problem;
/** A line of a file of recordings that is none. */
export declare function brokenRecording(path: string, line: number): Problem;
/** The file given to --record cannot be written. */
export declare function unwritableRecording(file: string, code?: string): UserError;
/** A budget in dollars, and a model whose price is unknown. */
export declare function noPrice(model: string, limit: number): Problem;
/** The same of an application, whose answers alone tell what they cost. */
export declare function noCallCost(model: string, provider: string, limit: number, place: Place): Problem;
/** A run that may cost more than it may without being asked. */
export declare function needsConfirmation(atMost: number, limit: number): UserError;
/** The folder of the store cannot be made, read or written. */
export declare function unwritableStore(directory: string, code?: string): UserError;
/** The samples of a run, or the file that they are handed out in, cannot be written: mostly a disk that is full. */
export declare function unwritableSamples(file: string, code?: string): UserError;
/** An answer that came, and could not be kept. */
export declare function notStored(directory: string, code: string): Problem;
/** A file that cannot be read at all. */
export declare function unreadableFile(path: string, code?: string): Problem;
/** No JSON, where a report is wanted. */
export declare function noJson(path: string, lines: boolean): Problem;
/** JSON, but no report; perhaps of a command that writes something else. */
export declare function noReport(path: string, command: string | null): Problem;
/** Written by a version to come. */
export declare function newerReport(path: string, schemaVersion: number): Problem;
/** A report that the schema refuses. */
export declare function wrongReport(path: string, errors: readonly string[], count: number): Problem;
/** A shard is its files: one that writes none is of no use. */
export declare function shardWithoutJson({ index, of }: Shard): Problem;
/** There is no verdict to tell before the shards are merged. */
export declare function shardWithoutVerdict(flag: string): Problem;
/** A page can be made without the samples; it then has no more than the report itself. */
export declare function pageWithoutSamples(path: string): Problem;
/** A page whose details are not those of the report is worse than one without. */
export declare function pageWithOtherSamples(path: string): Problem;
/** A folder in which there is nothing to merge. */
export declare function noReportsIn(path: string): Problem;
/** The report of a whole run. */
export declare function noShard(path: string): Problem;
/** A shard that names no samples. */
export declare function shardWithoutSamples(path: string): Problem;
/** Shards that are not among the files. */
export declare function missingShards(missing: readonly number[], of: number): Problem;
/** The same part of a run twice. */
export declare function doubledShard(index: number, of: number, paths: readonly string[]): Problem;
/** A shard of something else than most of the files are. */
export declare function foreignShard(path: string, reference: string, differences: readonly string[]): Problem;
/** The samples file is not beside its shard. */
export declare function missingSamples(path: string, samples: string): Problem;
/** The samples file is not the one that was written with the shard. */
export declare function changedSamples(path: string, samples: string, torn: boolean): Problem;
/** A line that cannot be a sample of this shard. */
export declare function strangeSample(path: string, line: number, what: string): Problem;
/** A shard that was ended before it had all of its samples. */
export declare function lackingSamples(path: string, found: number, planned: number): Problem;
/** Shards that do not add up to the golden set. */
export declare function partialShards(prompt: string, found: number, all: number): Problem;
/** A provider that takes calls one by one only. */
export declare function noBatches(provider: string): Problem;
/** What is under way must be found again. */
export declare function batchWithoutStore(): Problem;
/** Recordings are made of calls. */
export declare function batchWithRecord(): Problem;
/** A verdict is told on the commit that it is about. */
export declare function foreignHead(commit: string, told: string): Problem;
/** Versions are ranked against each other over the whole golden set. */
export declare function shardedVariants(): Problem;
/** The mixes of a prompt are run once it has regressed, which a shard does not know and a batch learns too late. */
export declare function attributionInParts(flag: "--batch" | "--shard"): Problem;
/** The files of shards carry what models answered, which `report.content` and `redact` hold back. */
/** A baseline is kept whole. */
export declare function shardedBaseline(): Problem;
/** One report is merged from the shards of one assay.yml. */
export declare function shardedFolders(): Problem;
/** A batch is handed over whole. */
export declare function batchBeyond(limit: "maxCost" | "maxCalls", planned: number, allowed: number): Problem;
/** Options of `drift` that do not go together. */
export declare function driftUsage(message: string): Problem;
/** The name of a prompt that there is none of. */
export declare function noSuchPrompt(name: string, known: readonly string[]): Problem;
/** A history in two places. */
export declare function placesUsage(): Problem;
/** A case that a history holds nothing of. */
export declare function noSuchCase(id: string): Problem;
/** A name that several prompts have, where one is meant. */
export declare function severalPrompts(name: string, paths: readonly string[]): Problem;
/** `note` before the shards are merged. */
export declare function noteOfShard(file: string): Problem;
/** `note` of a report on edits that were not committed as they were judged. */
export declare function notedEditsElsewhere(path: string): Problem;
/** `init --from promptfoo` without anything to read. */
export declare function noOtherGate(): Problem;
