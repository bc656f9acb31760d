/**
 * The nouns of Prompt Assay. Types only; this file imports nothing.
 *
 * Data flows one way: changes → plan → run → score → compare → decide → report → publish.
 */
/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | {
    readonly [key: string]: Json;
};
/** A JSON object. */
export type JsonObject = {
    readonly [key: string]: Json;
};
/** Where in the repository something stands; `line` and `column` count from 1. */
export interface Place {
    readonly path: string;
    readonly line?: number;
    readonly column?: number;
}
/** One mistake that a user can mend: what happened, where, and how to mend it. */
export interface Problem {
    readonly message: string;
    readonly hint?: string;
    readonly place?: Place;
}
/** What an entry of a tree is; links are never followed and submodules never entered. */
export type EntryKind = "file" | "link" | "submodule";
export interface TreeEntry {
    /** Relative to the repository's root, `/` as separator. */
    readonly path: string;
    readonly kind: EntryKind;
}
/** The files of the repository at one revision, or in the working tree. Paths are relative to the repository's root. */
export interface Tree {
    /** How a person would name it: `a1b2c3d` or `working tree`. */
    readonly label: string;
    /** The full commit id; null for the working tree. */
    readonly commit: string | null;
    /** All entries, sorted by path. */
    entries(): Promise<readonly TreeEntry[]>;
    /** The bytes of a regular file; null where there is no such file. Throws a UserError for a Git LFS pointer. */
    read(path: string): Promise<Uint8Array | null>;
    /** Hands the bytes of a regular file of any size on as they come; false where there is no such file. Absent: they come whole. */
    scan?(path: string, onPiece: (piece: Uint8Array) => void): Promise<boolean>;
}
/**
 * The repository as a server keeps it, for what a clone lacks. Null where the server cannot be asked or does not know:
 * then the clone's own error stands.
 */
export interface RemoteRepository {
    /** All entries of a commit with the ids of their objects. */
    entries(commit: string): Promise<readonly (TreeEntry & {
        readonly object: string;
    })[] | null>;
    /** The bytes of a file by the id of its object. */
    blob(object: string): Promise<Uint8Array | null>;
    /** The commit from which two histories went apart. */
    mergeBase(one: string, other: string): Promise<string | null>;
}
export type Role = "system" | "developer" | "user" | "assistant" | "tool";
/** A message whose content is a template: `{{name}}` and `{{ a.b }}` stand for values of the case. */
export interface Message {
    readonly role: Role;
    readonly content: string;
}
/** Languages of templates beside plain `{{name}}`; what each can do is told by `prompts/templates`. */
export type TemplateLanguage = "jinja" | "nunjucks" | "handlebars" | "mustache" | "f-string";
/** Everything that is asked of the provider: what a fingerprint is computed over. */
export interface CallConfiguration {
    readonly messages: readonly Message[];
    /** As written, for example `openai/gpt-6-luna`; null where neither the file nor assay.yml names one. */
    readonly model: string | null;
    /** Under the API's names (`max_tokens`, `top_p`), whichever spelling the file uses. */
    readonly parameters: JsonObject;
    /** `{"type": "json_object"}` or `{"type": "json_schema", "json_schema": {name, schema, strict?}}`; null for plain text. */
    readonly format: JsonObject | null;
    readonly tools: Json | null;
    /** Included files: path → SHA-256 of the content. */
    readonly included: Readonly<Record<string, string>>;
    /** The language of the messages; absent: `{{name}}` alone. In `jinja` and `handlebars` a text may hold several messages. */
    readonly template?: TemplateLanguage;
    /** Values where a case gives none; absent where there are none. */
    readonly defaults?: JsonObject;
    /** Texts that the messages include by name; absent where there are none. */
    readonly partials?: Readonly<Record<string, string>>;
}
/** A variable that a template uses, at the place where it is first used. */
export interface VariableUse {
    readonly name: string;
    readonly place: Place;
    /** Whether the prompt says what happens where a case has no value for it. */
    readonly optional?: boolean;
}
/** One row of test data as it stands in a file: read by `golden/`. */
export interface Row {
    readonly value: Json;
    readonly place: Place;
}
/** A prompt file as parsed, before the defaults of assay.yml are applied. */
export interface PromptFile {
    readonly path: string;
    /** From the file's `name`, else from its file name without the format's ending. */
    readonly name: string;
    /** Whether the file itself states its name. */
    readonly named: boolean;
    readonly description: string | null;
    readonly configuration: CallConfiguration;
    readonly variables: readonly VariableUse[];
    /** Where the model is written, else the file's first line. */
    readonly modelPlace: Place;
    readonly testData: readonly Row[];
    readonly evaluators: readonly ScorerSpec[];
    /** Included files: path → the files through which it is reached, this one first and it last. */
    readonly inclusions: Readonly<Record<string, readonly string[]>>;
    /** Files whose values stand in the configuration: path → hash of what they hold. Absent where there are none. */
    readonly shared?: Readonly<Record<string, string>>;
    /** As the file states it; null where it states none. */
    readonly semanticVersion: string | null;
    /** The golden set that the file names, relative to the root of the repository; null: as assay.yml says. */
    readonly golden: string | null;
    /** Set where the file's name says that it is a variant of another: the path of that one, and what it is called beside it. */
    readonly variantOf?: {
        readonly path: string;
        readonly name: string;
    };
    /** Evaluators of the file that this version does not run, each with the reason. */
    readonly notRun: readonly NotRun[];
    readonly warnings: readonly Problem[];
    /** What another runner plans for the whole of the file; on the first prompt of a file that belongs to one. */
    readonly elsewhere?: PlannedElsewhere;
}
/** What another runner plans by its own file. */
export interface PlannedElsewhere {
    /** Calls of one pass over all cases, graders included; null where programs make prompts or cases. */
    readonly calls: number | null;
    /** Passes over all cases. */
    readonly repeats: number;
}
/** Something in a file that judges, but is not run, and why. */
export interface NotRun {
    readonly name: string;
    readonly reason: string;
    readonly place: Place;
}
/** A prompt at one revision with the defaults of that revision's assay.yml: the whole call configuration. */
export interface PromptVersion extends PromptFile {
    /** SHA-256 (hex) over the RFC 8785 canonical JSON of `configuration`. */
    readonly fingerprint: string;
}
/**
 * A file of the repository that a case sends: as the value of a variable, or as a part of a message. Written as
 * `{"image": "path"}`; once the golden set is loaded it knows the content. The bytes are read when a call is made.
 */
export type FileReference = {
    readonly image: string;
    readonly sha256?: string;
} | {
    readonly file: string;
    readonly sha256?: string;
};
/** A part of a case's message: a text, or a file of the repository. */
export type TurnPart = {
    readonly text: string;
} | FileReference;
/** One message of a conversation that a case brings. It is data: nothing in it is rendered. */
export interface Turn {
    readonly role: Role;
    readonly content: string | readonly TurnPart[];
    readonly toolCalls?: readonly ToolCall[];
    readonly toolCallId?: string;
}
/** What a tool answers, as recorded in a case. */
export interface ToolResult {
    readonly name: string;
    /** Arguments that a call must have for this answer, others beside them or not; null: whatever they are. */
    readonly arguments: JsonObject | null;
    /** As it is sent. */
    readonly result: string;
}
/** What makes a case more than one question: earlier turns, and what tools answer. */
export interface Conversation {
    /** Null where the case brings none; an empty list is a conversation that has not begun. */
    readonly messages: readonly Turn[] | null;
    readonly toolResults: readonly ToolResult[];
    /** Calls of the model in one sample at most; null: the default. */
    readonly maxTurns: number | null;
}
/** An input that a prompt must handle. */
export interface Case {
    readonly id: string;
    /** Whether the id was written in the file; else it is the hash of `vars`. */
    readonly named: boolean;
    readonly vars: JsonObject;
    readonly expected: Json | null;
    readonly context: Json | null;
    readonly tags: readonly string[];
    /** At least 0; 1 where unset. */
    readonly weight: number;
    readonly cluster: string | null;
    /** Scorers of this case alone, added to the list. */
    readonly scorers: readonly ScorerSpec[];
    /** Absent where the case is its variables and nothing else. */
    readonly conversation?: Conversation;
    readonly place: Place;
}
/** The cases of one prompt at one revision, in the order of the files. */
export interface GoldenSet {
    readonly cases: readonly Case[];
    /** Files the cases came from, for messages. */
    readonly paths: readonly string[];
}
/** A scorer as written: its kind, its options, and the name its metric gets. */
export interface ScorerSpec {
    readonly type: string;
    /** The metric's name: `name` among the options, else the type. */
    readonly name: string;
    readonly options: JsonObject;
    readonly place: Place;
    /** Where the scorers stand that the options name, by JSON pointers into the options; absent where there are none. */
    readonly places?: Readonly<Record<string, Place>>;
}
export interface ProviderConfig {
    /** A key of the registry of providers. */
    readonly type: string;
    readonly baseUrl: string | null;
    /** The environment variable that holds the key; null: no key is sent. Undefined: the provider's own default. */
    readonly keyEnv?: string | null;
    /** For `replay`: the file with the recordings. */
    readonly file: string | null;
    /** What it admits a minute; unset: found out from its answers. */
    readonly requestsPerMinute?: number;
    readonly tokensPerMinute?: number;
    /** What its type alone reads, as written. */
    readonly settings?: JsonObject;
    readonly place: Place;
    /** Where each of its keys stands; absent where it is built in. */
    readonly places?: Readonly<Record<string, Place>>;
}
/** US dollars for a million tokens. */
export interface WrittenPrice {
    readonly input: number;
    readonly output: number;
    /** Null: as other input. */
    readonly cachedInput: number | null;
    readonly cacheWrite: number | null;
}
export type InconclusivePolicy = "warn" | "fail" | "pass";
export type Scope = "suite" | "population";
export interface MetricGate {
    readonly gate: boolean;
    /** Absolute threshold, for `run` and for what has no baseline. */
    readonly atLeast: number | null;
    /** Tolerated loss: points (0.05) for scores, relative (0.2 = 20 %) for ratios; null: the default. */
    readonly margin: number | null;
}
export interface GateConfig {
    readonly margin: number;
    readonly alpha: number;
    readonly scope: Scope;
    readonly inconclusive: InconclusivePolicy;
    /** Whether the level of the test is guaranteed, at the cost of power; else mid-p. */
    readonly exact: boolean;
    /** Tags whose cases gate by themselves, beside the whole set. */
    readonly slices: readonly string[];
    /** Whether a comparison stops at a planned look as soon as it is decided. */
    readonly stopEarly: boolean;
    /** Whether a comparison that is unlikely to be decided stops, too. */
    readonly giveUp: boolean;
    /** Where more of a metric's outputs than this share cannot be scored in either arm, the metric is not judged. */
    readonly maxUnscored: number;
    /** A judge that agrees less with people (Cohen's κ) is refused; null: none is. */
    readonly minKappa: number | null;
    /** Null: every scorer gates and the operational metrics are watched. */
    readonly metrics: Readonly<Record<string, MetricGate>> | null;
}
export interface RunConfig {
    readonly trials: number | "auto";
    /** The most that `auto` buys. */
    readonly maxTrials: number;
    readonly concurrency: number | "auto";
    readonly timeoutMs: number;
    /** How often a call is repeated after it failed. */
    readonly retries: number;
    /** US dollars, calls with their repeats, and time: nothing is begun that could go beyond. Null: no limit. */
    readonly maxCost: number | null;
    readonly maxCalls: number | null;
    readonly maxDurationMs: number | null;
    /** A run that may cost more US dollars does not begin. Null: any does. */
    readonly confirmAbove: number | null;
}
/** The stored answers of the baseline. */
export interface BaselineConfig {
    /** How often each case is stored. */
    readonly trials: number | "auto";
    /** Older answers are not used. */
    readonly maxAgeMs: number;
}
export interface Override {
    readonly prompts: readonly string[];
    readonly scorers: readonly ScorerSpec[] | null;
    readonly golden: string | null;
    readonly model: string | null;
    readonly dependsOn?: readonly string[];
}
/** A prompt with another model or other parameters: run beside it to choose, never to fail. */
export interface Variant {
    readonly name: string;
    /** Null: the prompt's own. */
    readonly model: string | null;
    /** Over those of the prompt; null takes one away. */
    readonly parameters: JsonObject;
    readonly place: Place;
}
/** On what occasions a pull request gets a comment. */
export type CommentPolicy = "always" | "on-change" | "on-problem" | "never";
/** Whether what judges comes from the tip of the base branch, or from the head, where all authors are trusted. */
export type Trust = "base" | "head";
/** Whose texts a report carries: of cases that moved or failed, of those that got worse alone, of none. */
export type ReportContent = "full" | "worst" | "none";
/** What never leaves a run: a pattern in RE2's syntax. */
export interface Redaction {
    readonly pattern: string;
    readonly place: Place;
}
/** How far a pull request from a fork is judged with a key. */
export interface ForkLimits {
    /** US dollars of one run. */
    readonly maxCost: number;
    /** Models that a fork may name beside those that the base branch uses. */
    readonly models: readonly string[];
    /** Branches beside the default branch for which forks are judged. */
    readonly branches: readonly string[];
}
/** A regression that assay.yml declares to be known: it holds for one pair of versions, until a day. */
export interface AcceptedEntry {
    /** First digits, 7 or more, of the pair that reports name. */
    readonly fingerprint: string;
    readonly reason: string;
    /** The last day on which it holds, `YYYY-MM-DD`. */
    readonly until: string;
    readonly place: Place;
}
/** assay.yml at one revision, validated and with defaults. Paths are relative to the file's own folder, `directory`. */
export interface Config {
    /** The file's path; null where the repository has none and the defaults hold. */
    readonly path: string | null;
    /** Folder of assay.yml relative to the repository's root, "" for the root. */
    readonly directory: string;
    /** Globs; null: every known prompt format. */
    readonly prompts: readonly string[] | null;
    readonly golden: string | null;
    readonly model: string | null;
    readonly parameters: JsonObject;
    /** Globs of files whose change is a change of every prompt, as part `included`. */
    readonly dependsOn?: readonly string[];
    readonly providers: Readonly<Record<string, ProviderConfig>>;
    /** By the model as prompts name it. */
    readonly prices: Readonly<Record<string, WrittenPrice>>;
    /** Model → the model whose price it has. */
    readonly priceAs: Readonly<Record<string, string>>;
    /** Folder of the store, relative to the file's own; null: the usual one. */
    readonly cache: string | null;
    readonly scorers: readonly ScorerSpec[];
    readonly run: RunConfig;
    readonly baseline: BaselineConfig;
    readonly gate: GateConfig;
    /** Where the metrics of `gate.metrics` stand; absent where none is named. */
    readonly metricPlaces?: Readonly<Record<string, Place>>;
    /** Judges and never fails. */
    readonly watch: boolean;
    readonly overrides: readonly Override[];
    /** In the order of the file; absent where it names none. */
    readonly variants?: readonly Variant[];
    readonly comment: CommentPolicy;
    /** Absent: `base`. */
    readonly trust?: Trust;
    /** Absent: `full`. */
    readonly content?: ReportContent;
    /** Absent where nothing is. */
    readonly redact?: readonly Redaction[];
    /** Absent where forks are never judged with a key. */
    readonly forks?: ForkLimits;
    readonly accepted: readonly AcceptedEntry[];
    readonly drift: DriftConfig;
}
/** How the present versions are watched, night by night. */
export interface DriftConfig {
    /** Cases a night, a part of the set that rotates; null: all. */
    readonly sample: number | null;
    /** Answers of each prompt that the history keeps, for the check of judges and to be shown beside tonight's. */
    readonly keepAnswers: number;
    /** US dollars; null: no limit of its own. */
    readonly maxCost: {
        readonly night: number | null;
        readonly month: number | null;
    };
    /** Whether a prompt that drifts ends the run with 1. */
    readonly fail: boolean;
}
/** The parts of a prompt that can change, in the order in which they are told. */
export type Part = "text" | "model" | "parameters" | "format" | "tools" | "included" | "golden" | "scorers";
/**
 * What happened to a prompt between two revisions.
 * `judging`: the call is the same, but what it is judged by (golden set, scorers) changed.
 */
export type ChangeKind = "changed" | "judging" | "new" | "deleted" | "renamed" | "unchanged" | "repaired";
/** One prompt at one revision, with what it is judged by there. */
export interface PromptAtRevision {
    readonly version: PromptVersion;
    readonly golden: GoldenSet;
    readonly scorers: readonly ScorerSpec[];
    /** SHA-256 over the canonical cases in the order of their ids. */
    readonly goldenHash: string;
    /** SHA-256 over the scorers, with the content of the files they name. */
    readonly scorersHash: string;
}
/** A prompt file that does not parse at a revision. */
export interface BrokenPrompt {
    readonly path: string;
    readonly problems: readonly Problem[];
}
/** A prompt paired with itself over two revisions. */
export interface Change {
    readonly kind: ChangeKind;
    readonly name: string;
    /** The path at the head, or at the base for a deleted prompt. */
    readonly path: string;
    /** The path at the base where it differs. */
    readonly previousPath: string | null;
    readonly parts: readonly Part[];
    readonly baseline: PromptAtRevision | null;
    readonly candidate: PromptAtRevision | null;
    /** Set for `repaired`: why the baseline could not be read. */
    readonly broken: BrokenPrompt | null;
}
export type Arm = "baseline" | "candidate";
/** A part of a message that is more than text; files and images travel as Base64. */
export type ContentPart = {
    readonly type: "text";
    readonly text: string;
} | {
    readonly type: "image";
    readonly mediaType: string;
    readonly data: string;
} | {
    readonly type: "file";
    readonly name: string;
    readonly mediaType: string;
    readonly data: string;
};
/** A tool that the model wants called: its arguments as the JSON text that the model wrote, valid or not. */
export interface ToolCall {
    /** By which the tool's answer names it; null where the provider gives none. */
    readonly id: string | null;
    readonly name: string;
    readonly arguments: string;
}
/** A message as it is sent. */
export interface RequestMessage {
    readonly role: Role;
    readonly content: string | readonly ContentPart[];
    /** Of an assistant that called tools. */
    readonly toolCalls?: readonly ToolCall[];
    /** Of a tool's answer: the call that it answers. */
    readonly toolCallId?: string;
}
/** What is sent: the rendered messages and everything else of the call configuration. */
export interface ModelRequest {
    /** The model's name at the provider, without the publisher. */
    readonly model: string;
    readonly messages: readonly RequestMessage[];
    readonly parameters: JsonObject;
    readonly format: JsonObject | null;
    readonly tools: Json | null;
    /** The case's values, for an application that is tested whole; not there where a model is asked. */
    readonly values?: JsonObject;
    /** For a program of the repository: the fingerprint of the version, by which the states of its code are told apart. */
    readonly version?: string;
}
/** Which call it is: a recording is found by the request and these. */
export interface CallIdentity {
    readonly caseId: string;
    readonly trial: number;
    /** `compare`, `confirm:<n>`, `baseline:<date>`, `drift`, `drift:check` or, for a version against itself, `aa:<n>:<arm>`. */
    readonly draw: string;
    /** Of a scorer's call: what it is asked for, for example `helpful` or its second opinion, `helpful:2`. */
    readonly purpose?: string;
}
/** Tokens as the provider reports them; null where it does not. */
export interface Tokens {
    /** All of the input, cached or not. */
    readonly input: number | null;
    /** All of the output, reasoning among it. */
    readonly output: number | null;
    /** Of the input: read from the provider's cache. */
    readonly cachedInput: number | null;
    /** Of the input: written to the provider's cache. */
    readonly cacheWrite: number | null;
    /** Of what was written to it: to stay for an hour, which costs more. Absent: none was. */
    readonly cacheWriteHour?: number;
    /** Of the output: spent on reasoning. */
    readonly reasoning: number | null;
}
export type FinishReason = "stop" | "length" | "content-filter" | "tool-calls" | "other";
/** A token of an answer, with the natural logarithm of how likely it was held. */
export interface TokenLogprob {
    readonly token: string;
    readonly logprob: number;
    /** The likeliest tokens in its place, itself among them or not; absent where they were not asked for. */
    readonly top?: readonly Pick<TokenLogprob, "token" | "logprob">[];
}
/** An answer of a model. What the prompt causes (a refusal, a filter, an empty or cut answer) is a reply, too. */
export interface Reply {
    /** Empty where the model answered with nothing or refused without words. */
    readonly text: string;
    readonly refusal: string | null;
    readonly finishReason: {
        readonly unified: FinishReason;
        readonly raw: string | null;
    };
    readonly tokens: Tokens;
    /** Model id as returned. */
    readonly model: string | null;
    /** Of the backend that served it, where the provider tells. */
    readonly systemFingerprint: string | null;
    /** Tools that the model wants called and that nobody answered, in the order of the answer. */
    readonly toolCalls: readonly ToolCall[];
    /** What came between the request and this last answer: turns of the model and of tools; empty where there was one turn. */
    readonly exchange: readonly RequestMessage[];
    /** Where the answer was streamed: until its first token came. */
    readonly timeToFirstTokenMs: number | null;
    /** Of the last answer's tokens, in their order; absent where the prompt did not ask for them, or they were not told. */
    readonly logprobs?: readonly TokenLogprob[];
    /** US dollars as the provider itself reports them; once the answer is kept, else by the price of its tokens. */
    readonly cost: number | null;
}
export type FailureKind = "refused-key" | "missing-model" | "refused-parameter"
/** Not asked, because the version that it would be compared with is refused a parameter. */
 | "no-counterpart" | "rejected" | "rate-limit" | "server" | "timeout" | "connection" | "malformed" | "missing-recording" | "budget" | "aborted";
/** Why a call has no reply: what the transport or the provider caused, never what the prompt caused. */
export interface Failure {
    readonly kind: FailureKind;
    /** For people: one line, no key, no header. */
    readonly message: string;
    readonly httpStatus: number | null;
    readonly retryable: boolean;
    /** How long the provider asks to wait; null where it does not say. */
    readonly retryAfterMs: number | null;
}
/** What a provider says is left of one of its limits. */
export interface LimitState {
    readonly remaining: number;
    /** Until the limit is whole again; null where it does not say. */
    readonly resetMs: number | null;
}
/** What the headers of an answer say of the provider's limits; null where they say nothing. */
export interface LimitStates {
    readonly requests: LimitState | null;
    readonly tokens: LimitState | null;
}
export type CallResult = ({
    readonly status: "completed";
    readonly reply: Reply;
} | {
    readonly status: "failed";
    readonly failure: Failure;
}) & {
    readonly limits?: LimitStates;
};
/** One call of a batch; `id` is found again beside its answer: at most 64 characters. */
export interface BatchCall {
    readonly id: string;
    readonly request: ModelRequest;
}
/** How far a batch is. */
export interface BatchProgress {
    readonly ended: boolean;
    readonly answered: number;
    readonly total: number;
    /** Where the answers are, once it has ended. */
    readonly files: readonly string[];
    /** What became of the calls of which no file says anything, once it has ended. */
    readonly rest: Failure;
}
/** What came of one step of a batch. */
export type BatchStep<Value> = {
    readonly status: "completed";
    readonly value: Value;
} | {
    readonly status: "failed";
    readonly failure: Failure;
};
/** A provider's own interface for many calls at once: cheaper, and answered within a day. Nothing here throws. */
export interface Batches {
    /** Hands calls of one model over; gives the name of the upload. */
    upload(calls: readonly BatchCall[], signal: AbortSignal): Promise<BatchStep<string>>;
    /** Starts the batch of an upload, or finds the one that was started already; gives its name. */
    start(upload: string, signal: AbortSignal): Promise<BatchStep<string>>;
    look(batch: string, signal: AbortSignal): Promise<BatchStep<BatchProgress>>;
    /** The answers of one file, by the ids of their calls. */
    collect(file: string, signal: AbortSignal): Promise<BatchStep<ReadonlyMap<string, CallResult>>>;
}
/** Something that answers requests. It never throws for what a server does; aborts when the signal does. */
export interface Provider {
    /** Providers with the same name share one limit. */
    readonly name: string;
    call(request: ModelRequest, identity: CallIdentity, signal: AbortSignal): Promise<CallResult>;
    /** What has to be done once before the first call. Throws a UserError for what the user must mend. */
    prepare?(signal: AbortSignal): Promise<void>;
    /**
     * Where the provider has embeddings: the texts of the request's messages as vectors, of which the format is
     * `{"type": "embedding"}`. The reply's text is a JSON list of lists of numbers, so that it is recorded like any other.
     */
    embed?(request: ModelRequest, identity: CallIdentity, signal: AbortSignal): Promise<CallResult>;
    /** Where it has such an interface. */
    readonly batches?: Batches;
}
interface SampleBase {
    readonly prompt: string;
    readonly arm: Arm;
    readonly caseId: string;
    readonly trial: number;
    readonly fingerprint: string;
    /** How many times the provider was called. */
    readonly attempts: number;
    /** What the attempts before the last failed of, in their order; unset where there was none. */
    readonly failures?: readonly Failure[];
}
export interface CompletedSample extends SampleBase {
    readonly status: "completed";
    readonly reply: Reply;
    /** Of the last attempt. */
    readonly latencyMs: number;
}
export interface FailedSample extends SampleBase {
    readonly status: "failed";
    readonly failure: Failure;
}
/** One model call and what came of it. */
export type Sample = CompletedSample | FailedSample;
/** `binary` 0 or 1; `bounded` 0…1; `ratio` a positive natural unit, compared on the logarithmic scale. */
export type MetricKind = "binary" | "bounded" | "ratio";
export type Direction = "higher" | "lower";
export interface MetricDefinition {
    readonly name: string;
    readonly kind: MetricKind;
    readonly direction: Direction;
    /** Unit for display, for example `ms`; null for scores. */
    readonly unit: string | null;
    /** Whether it gates when assay.yml lists no metrics. */
    readonly gatesByDefault: boolean;
    /** Whether a model scores it. */
    readonly judged?: boolean;
    /** Whether it exists only where both arms were run: each case has one value an arm, and the two sum to 1. */
    readonly paired?: boolean;
}
export type Score = {
    readonly status: "scored";
    readonly value: number;
    readonly reason: string | null;
    readonly opinions?: Opinions;
} | {
    readonly status: "unscored";
    readonly reason: string;
};
/** How many opinions a score rests on, and how many of them agree with it. */
export interface Opinions {
    readonly asked: number;
    readonly agreeing: number;
    /** Each by itself, as the log and the samples file have them: memory holds the counts alone. */
    readonly votes?: readonly Vote[];
}
/** One opinion of a judge. */
export interface Vote {
    /** As written, `publisher/model`. */
    readonly model: string;
    /** What it chose of its menu; of a pair `baseline`, `candidate` or `tie`. Null where it gave no opinion. */
    readonly choice: string | null;
    /** Why it chose so, or why it gave no opinion; shortened. */
    readonly why: string;
    /** Of a pair: which version it was shown first. */
    readonly first?: Arm;
    /** Of a pair, where there are several: which. */
    readonly trial?: number;
    /** Within a combination: the scorer that asked. */
    readonly scorer?: string;
}
/** A question of a scorer to a model. */
export interface Question {
    /** As written, `publisher/model`; one of those that the scorer's `asks` names. */
    readonly model: string;
    readonly request: Omit<ModelRequest, "model">;
    /** Tells apart what the scorer asks about one sample: empty, a second opinion `2`, a repair `repair`. */
    readonly purpose: string;
    /** Whether it comes on top of the calls that `asks` tells for each sample: a repair, a further opinion. */
    readonly further?: boolean;
}
/** Texts that a scorer wants as vectors. */
export interface EmbeddingQuestion {
    /** As written, `publisher/model`; one of those that the scorer's `asks` names. */
    readonly model: string;
    /** None of them empty. */
    readonly texts: readonly string[];
    readonly purpose: string;
}
/** One vector a text, in their order. */
export type EmbeddingResult = {
    readonly status: "completed";
    readonly vectors: readonly (readonly number[])[];
} | {
    readonly status: "failed";
    readonly failure: Failure;
};
/** What a scorer may use of the world while it scores one sample. Nothing here throws for what a server does. */
export interface ScorerTools {
    /** Asks through the way of all calls: its limits, retries, budget, store and recordings. */
    ask(question: Question): Promise<CallResult>;
    embed(question: EmbeddingQuestion): Promise<EmbeddingResult>;
}
/** A model that a scorer asks, so that names, keys and cost are known before the first call. */
export interface ModelUse {
    /** As written, `publisher/model`. */
    readonly model: string;
    /** Calls for one sample. */
    readonly calls: number;
    /** Whether the calls are for a pair of samples, one of each arm. */
    readonly perPair?: boolean;
    /** Further calls at most, where the arms differ; 0 where unset. */
    readonly furtherCalls?: number;
    /** Whether it is asked for embeddings. */
    readonly embeds?: boolean;
}
/** A scorer, ready to score: made by a factory from its options. */
export interface Scorer {
    readonly metric: MetricDefinition;
    /** Set where it measures the call and not the answer: it says nothing of an answer that comes from the store. */
    readonly measuresCall?: true;
    /** Set where it reads the time to the first token, itself or within: answers are streamed for it. */
    readonly readsFirstToken?: true;
    /** Set where it runs code of the repository, itself or within. */
    readonly runsCode?: true;
    /** Where it is written. */
    readonly place?: Place;
    /** The models that it asks; unset: none. */
    readonly asks?: readonly ModelUse[];
    score(sample: CompletedSample, testCase: Case, tools: ScorerTools): Score | Promise<Score>;
    /** Scores again by more opinions, for samples of a case in which the arms differ; unset: the first score stands. */
    review?(sample: CompletedSample, testCase: Case, tools: ScorerTools): Promise<Score>;
    /** Of a metric that is `paired`: how good the candidate is beside the baseline, 0…1, where 0.5 is a tie. */
    compare?(baseline: CompletedSample, candidate: CompletedSample, testCase: Case, tools: ScorerTools): Promise<Score>;
    /** Set where a model judges: which judge it is. */
    readonly judge?: Judge;
    /** Of a combination: the judges within it, each of which agrees with people by itself. */
    readonly within?: readonly Scorer[];
    /** Takes out of its reasons what must not be told; unset: nothing. */
    readonly tell?: (reason: string) => string;
}
/** A model as judge, as far as others need to know it. */
export interface Judge {
    /** SHA-256 over models, kind, rubric, scale and wording: another fingerprint is another judge. */
    readonly fingerprint: string;
    readonly models: readonly string[];
    readonly kind: string;
    /** What it is told to look for; empty where the kind says it all. */
    readonly rubric: string;
    readonly scale: readonly {
        readonly name: string;
        readonly value: number;
    }[];
    /** The smallest difference between two entries of the scale: what is less, as between means of a panel, is none. */
    readonly step: number;
}
/** Code of the repository, with all the files that it consists of, by their paths relative to its folder. */
export interface Program {
    /** A JavaScript module whose default export is called, or a command line for the shell. */
    readonly start: {
        readonly module: string;
    } | {
        readonly command: string;
    };
    readonly files: ReadonlyMap<string, Uint8Array>;
    readonly timeoutMs: number;
}
export type CodeResult = {
    readonly status: "completed";
    readonly output: Json;
} | {
    readonly status: "failed";
    readonly reason: string;
};
/** Runs code of the repository, where it is trusted: in processes of their own, bounded, without keys. Never throws. */
export interface CodeRunner {
    /** One JSON value in, one out. */
    run(program: Program, input: Json): Promise<CodeResult>;
    /** Whether a regular expression of JavaScript's own syntax matches somewhere in the text. */
    matches(pattern: string, flags: string, text: string): Promise<CodeResult>;
}
/** What one trial gave: a value in the metric's own unit, or why there is none. */
export type TrialScore = number | "failed" | "unscored";
/** One case of one metric as the gate sees it: the trials of each arm; an arm that was not run is empty. */
export interface CaseScores {
    readonly id: string;
    readonly tags: readonly string[];
    readonly weight: number;
    readonly cluster: string | null;
    readonly baseline: readonly TrialScore[];
    readonly candidate: readonly TrialScore[];
}
/** From the worst to the best; the verdict of a run is the worst of its prompts. */
export type Verdict = "regression" | "below-threshold" | "error" | "skipped" | "inconclusive" | "no-regression" | "above-threshold" | "improvement" | "new" | "unchanged" | "deleted";
/** Why a comparison is inconclusive, an error or skipped. */
export type Reason = "no-pairs" | "missing" | "failed" | "unscored" | "addresses-judge" | "too-few-clusters" | "too-few-cases" | "gave-up" | "not-confirmed" | "refused-key" | "missing-model" | "refused-parameter" | "missing-recording" | "nothing-gates" | "budget" | "interrupted" | "fork" | "no-key" | "approval" | "fork-code" | "shard";
/**
 * One metric of one prompt. Differences and intervals are oriented: positive is better, whatever the metric's direction;
 * for ratios they are relative (-0.2 = 20 % worse). Unknown values are null, never 0.
 */
export interface Comparison {
    readonly metric: string;
    readonly gated: boolean;
    readonly direction: Direction;
    readonly kind: MetricKind;
    readonly unit: string | null;
    /** Cases with a value in both arms (judged alone: in the candidate). */
    readonly pairs: number;
    /** What the pairs are worth where their weights differ, 1/Σw²; null judged alone. */
    readonly effectiveCases: number | null;
    /** Means over the pairs, weighted; geometric for ratios. */
    readonly baseline: number | null;
    readonly candidate: number | null;
    readonly difference: number | null;
    /** Low is the bound that passing rests on. Judged alone: the interval of the candidate's own value. */
    readonly interval: readonly [low: number, high: number] | null;
    readonly confidence: number;
    readonly margin: number | null;
    /** The absolute threshold, where the candidate is judged alone and one is set. */
    readonly atLeast: number | null;
    /** One-sided, for worse. */
    readonly pValue: number | null;
    /** One-sided, for better. */
    readonly pBetter: number | null;
    /**
     * Holm over the gating comparisons of the run, or over the slices that are watched. At a look before the last it is held
     * against the level of that look, not against alpha.
     */
    readonly adjustedPValue: number | null;
    /** The drop that these pairs would show with 80 % probability. */
    readonly minimumDetectable: number | null;
    readonly worse: number;
    readonly better: number;
    /** Cases left out because a sample failed, by arm. */
    readonly failed: {
        readonly baseline: number;
        readonly candidate: number;
    };
    /** Cases left out because a sample is unscored, in either arm. */
    readonly unscored: number;
    /** Cases that would settle an inconclusive comparison, in all. */
    readonly casesNeeded: number | null;
    /** Trials per case in each arm that would settle it without more cases; null where cases are needed. */
    readonly trialsNeeded: number | null;
    readonly verdict: Verdict;
    readonly reason: Reason | null;
    /** The tag, or null for the whole set. */
    readonly slice: string | null;
}
/** What became of a case from baseline to candidate, over the gating metrics. */
export type CaseChange = "worse" | "better" | "same" | "failed" | "unscored" | "alone";
export interface ArmOutput {
    readonly status: "completed" | "failed";
    /** The last answer, shortened to `outputLimit` characters; null where the sample failed. */
    readonly text: string | null;
    /** Why it failed; null where it completed. */
    readonly failure: string | null;
    /** Tools that the model called, in order, each shortened; absent where it called none. */
    readonly toolCalls?: readonly string[];
}
export interface CaseReport {
    readonly id: string;
    readonly tags: readonly string[];
    readonly change: CaseChange;
    /** Metric → means over the trials, null where failed or unscored. */
    readonly scores: Readonly<Record<string, {
        readonly baseline: number | null;
        readonly candidate: number | null;
    }>>;
    /** Metrics that moved for the worse. */
    readonly worse: readonly string[];
    /** Texts are given for cases that moved and cases that failed, up to a limit; else null. */
    readonly expected: string | null;
    readonly baseline: ArmOutput | null;
    readonly candidate: ArmOutput | null;
    /** Metric → why the candidate scored as it did, where the scorer says so. */
    readonly reasons: Readonly<Record<string, string>>;
}
export interface VersionReference {
    readonly revision: string;
    readonly fingerprint: string;
    readonly version: string | null;
}
/** Cases that are not part of the comparison (added or edited), run once with the candidate. */
export interface AddedCases {
    readonly cases: number;
    readonly comparisons: readonly Comparison[];
}
/**
 * What is the matter with cases of a golden set. `contradiction`: the same input twice, with other answers expected; `leak`:
 * the prompt's own examples give a case away; `failed-expectation`: the expected value would not pass its own scorers;
 * `small-tag`: a slice in which not even a large drop shows. Only a run tells of the last three: cases that say nothing,
 * because both versions always pass or always fail them, and cases whose trials disagree.
 */
export type HealthKind = "contradiction" | "duplicate" | "near-duplicate" | "leak" | "failed-expectation" | "small-tag" | "always-failed" | "always-passed" | "flaky";
/** One thing that is the matter, with how many cases (or tags) it concerns and the first of them. */
export interface HealthFinding {
    readonly kind: HealthKind;
    readonly count: number;
    readonly examples: readonly {
        /** Of the case; the tag of a slice. */
        readonly id: string;
        /** Null for a tag. */
        readonly place: Place | null;
        /** The case that it repeats, the scorers that it fails, how large the slice is; null where there is no more to say. */
        readonly detail: string | null;
    }[];
}
/** How good a golden set is at what it is for. */
export interface GoldenHealth {
    readonly cases: number;
    /** In each arm, as a comparison takes them. */
    readonly trials: {
        readonly baseline: number;
        readonly candidate: number;
    };
    /** The drop of a pass rate of 80 % that it shows with 80 % probability; null where it can show none. */
    readonly detectableDrop: number | null;
    readonly findings: readonly HealthFinding[];
}
/** Who declared a regression to be known, and why. */
export interface Acceptance {
    /** The person; for an entry of assay.yml, where it stands. */
    readonly by: string;
    readonly how: "label" | "comment" | "assay.yml";
    /** Null where only a label was set. */
    readonly reason: string | null;
    /** The last day on which it holds; null: as long as the pair stays the same. */
    readonly until: string | null;
}
/** What one part of a prompt adds to a difference, oriented as in a comparison; the part of several that hang together. */
export interface PartShare {
    readonly parts: readonly Part[];
    readonly difference: number;
    /** Null where there are too few cases, or clusters, for one. */
    readonly interval: readonly [low: number, high: number] | null;
}
/** How the parts of a prompt share in what one metric lost. */
export interface MetricAttribution extends Pick<Comparison, "metric" | "direction" | "kind" | "unit" | "slice"> {
    /** Cases with a value in every version. */
    readonly cases: number;
    /** Over these cases, with an interval; means of logarithms for ratios. The shares sum to it; those of ratios multiply. */
    readonly difference: number;
    readonly interval: readonly [low: number, high: number] | null;
    /** The largest first. */
    readonly shares: readonly PartShare[];
}
/** Which part of a change made it a regression: Shapley values of the parts, from versions that mix baseline and candidate. */
export interface Attribution {
    /** Parts that are told together; fewer than two where they cannot be told apart. */
    readonly groups: readonly (readonly Part[])[];
    /** Versions that were run beside the baseline and the candidate. */
    readonly mixes: number;
    /** Cases that all versions answered, and cases in the golden set. */
    readonly cases: number;
    readonly of: number;
    /** Two-sided, of each interval by itself. */
    readonly confidence: number;
    /** Of what regressed. */
    readonly metrics: readonly MetricAttribution[];
    /** What cannot be told, or not apart, one sentence each. */
    readonly notes: readonly string[];
}
export interface PromptReport {
    readonly name: string;
    readonly path: string;
    readonly previousPath: string | null;
    readonly change: {
        readonly kind: ChangeKind;
        readonly parts: readonly Part[];
    };
    readonly baseline: VersionReference | null;
    readonly candidate: VersionReference | null;
    readonly models: {
        readonly baseline: string | null;
        readonly candidate: string | null;
    };
    readonly verdict: Verdict;
    readonly reason: Reason | null;
    /** Judged, but never fails: the first run of a gate that is not on the base branch yet. */
    readonly advisory: boolean;
    /** Set where the report is of several assay.yml, and the prompt's own only watches while another does not. */
    readonly watch?: true;
    /** SHA-256 over both fingerprints, by which a regression is accepted; null where there are not two versions. */
    readonly pair: string | null;
    /** Set where the regression is known and accepted: it does not fail the gate. */
    readonly accepted: Acceptance | null;
    /** Answers a case has in each arm at most; copies of each other count as one. Null where nothing was run. */
    readonly trials: {
        readonly baseline: number;
        readonly candidate: number;
    } | null;
    /** Set where a look before the last decided: the interval is adjusted for it. */
    readonly stopped: {
        readonly cases: number;
        readonly of: number;
    } | null;
    /** Set where answers of the baseline come from the store: how old the oldest is. */
    readonly stored: {
        readonly ageMs: number;
    } | null;
    /** Set where a regression against stored answers was asked again on fresh ones. */
    readonly confirmation: "confirmed" | "not-confirmed" | null;
    readonly comparisons: readonly Comparison[];
    /** Absent where it was not asked for, nothing regressed, or only one part changed. */
    readonly attribution?: Attribution;
    readonly added: AddedCases | null;
    /** US dollars paid for its answers in this run; null where unknown. */
    readonly cost: number | null;
    /** US dollars paid in this run for what scorers asked about them; null where unknown. With `cost`, over all prompts, those of the run. */
    readonly scorersCost?: number | null;
    readonly cases: readonly CaseReport[];
    /** Cases in the golden set that was run, before any was left out. */
    readonly goldenSize: number;
    /** Absent where nothing was run. */
    readonly health?: GoldenHealth;
    /** What a reader must know before trusting the verdict, one sentence each. */
    readonly notes: readonly string[];
    /** What each version asks for, before a case is filled in; absent where it is not known. */
    readonly asks?: {
        readonly baseline: CallConfiguration | null;
        readonly candidate: CallConfiguration | null;
    };
}
export interface CallCounts {
    readonly planned: number;
    readonly made: number;
    readonly cached: number;
    /** Planned, but not needed. */
    readonly saved: number;
    readonly failed: number;
}
/** Calls that failed, counted by what came back: "41 calls: 503 Service Unavailable". */
export interface FailureCount {
    readonly message: string;
    readonly kind: FailureKind;
    readonly calls: number;
}
export type GoalpostsSource = "head" | "base";
/** What a version of a prompt gives on one metric, beside the baseline. */
export interface VersionMeasure {
    readonly metric: string;
    readonly kind: MetricKind;
    readonly direction: Direction;
    readonly unit: string | null;
    /** In the metric's own unit; null where unknown, as in all below. */
    readonly value: number | null;
    /** Of the value: the interval of the difference, laid at the baseline's value. */
    readonly interval: readonly [low: number, high: number] | null;
    /** To the baseline, oriented as in a comparison. */
    readonly difference: number | null;
    /** Cases that it rests on. */
    readonly pairs: number;
}
/** One of the versions that a prompt was tried in. */
export interface VersionReport {
    /** `baseline`, `candidate`, or the name of a variant. */
    readonly name: string;
    readonly role: "baseline" | "candidate" | "variant";
    readonly model: string | null;
    /** Null for the baseline. */
    readonly verdict: Verdict | null;
    readonly reason: Reason | null;
    /** The scores that decide, in the order of the scorers. */
    readonly quality: readonly VersionMeasure[];
    /** Cost; where it is not known of every version, tokens stand in. */
    readonly cost: VersionMeasure | null;
    readonly latency: VersionMeasure | null;
    /** Another version that is at least as good on every score and costs no more, by the estimates; null where there is none. */
    readonly dominatedBy: string | null;
    /** Of a variant: its comparisons and cases, as of a prompt. */
    readonly details: PromptReport | null;
}
/** A prompt in several versions against one baseline: for choosing, so that nothing in here fails a run. */
export interface VariantsReport {
    readonly prompt: string;
    readonly path: string;
    /** Whether cost stands for itself, or tokens for it. */
    readonly costMetric: "cost" | "tokens";
    readonly confidence: number;
    /** How many comparisons the correction counts: those of all variants of the run. */
    readonly gatingComparisons: number;
    /** The baseline first, then the candidate where the prompt changed, then the variants. */
    readonly versions: readonly VersionReport[];
    /**
     * The cheapest of those that rule out a loss beyond the tolerance, the baseline among them; null where that is unknown,
     * as it is where tokens of several models would have to stand in for costs.
     */
    readonly cheapest: string | null;
}
/** The part `index` (from 1) of a run that is dealt to `of` jobs. */
export interface Shard {
    readonly index: number;
    readonly of: number;
}
/** What is known of a prompt before its first call, the same in every shard: with the samples it makes its verdict. */
export interface ShardPrompt {
    /** Which arms are run. */
    readonly arms: {
        readonly baseline: boolean;
        readonly candidate: boolean;
    };
    /** Cases that are compared and cases that are run in a row of their own: of the whole set, and in this shard. */
    readonly cases: {
        readonly all: number;
        readonly added: number;
    };
    readonly share: {
        readonly all: number;
        readonly added: number;
    };
    readonly trials: {
        readonly baseline: number;
        readonly candidate: number;
    };
    /** Of the random draws in the statistics. */
    readonly seed: number | string;
    /** SHA-256 of the golden set and of the scorers, as in a verdict's key. */
    readonly golden: string;
    readonly scorers: string;
    /** In the order in which they are compared. */
    readonly metrics: readonly MetricDefinition[];
    /** The models that judge: merged, they are told as an undivided run tells them. */
    readonly judges: readonly ShardJudge[];
    /** Why it is judged by nobody, on purpose. */
    readonly skipped: Reason | null;
    /** Which version the change asks for, by its verdict; absent where the prompt states none. */
    readonly versionNotes?: Readonly<Partial<Record<Verdict, readonly string[]>>>;
}
/** A judge, and what is known of it. */
export interface ShardJudge {
    readonly metric: string;
    readonly judge: Judge;
    /** The combinations that it stands within; empty where it is a scorer by itself. */
    readonly within: readonly string[];
    /** Whether it gives further opinions. */
    readonly reviews: boolean;
    readonly standing: JudgeStanding;
}
/** What the report of a shard holds beside a report's own: all that `merge` needs, together with the samples file. */
export interface ShardFacts extends Shard {
    /** SHA-256 over all that the shards of one run have in common. */
    readonly run: string;
    /** Of Prompt Assay: another one may score differently. */
    readonly version: string;
    /** SHA-256 over what assay.yml says of providers. */
    readonly providers: string;
    readonly gate: GateConfig;
    /** Of the whole run. */
    readonly warnings: readonly string[];
    /** Samples that were not taken because a limit was used up or the run was interrupted; null where there is none. */
    readonly leftOut: {
        readonly samples: number;
        readonly stopped: "maxCost" | "maxCalls" | "maxDuration" | "interrupted";
    } | null;
    /** In the order of the report's prompts. */
    readonly prompts: readonly ShardPrompt[];
}
/** What a line of a shard's samples file says of its case, which need not be at hand where shards are merged. */
export interface ShardCase {
    /** Position in the golden set, from 0; cases run in a row of their own come after all others. */
    readonly position: number;
    readonly weight: number;
    /** Null, too, where it is held back. */
    readonly expected: Json | null;
    readonly place: Place;
    /** Set where the answer seems to speak to whoever grades it: the answer itself may be held back. */
    readonly addressesJudge?: true;
}
/** The whole result of a run: renderers compute nothing. */
export interface Report {
    readonly schemaVersion: 1;
    readonly command: "compare" | "run" | "gate";
    readonly verdict: Verdict;
    /** False where the gate failed or nothing could be judged; null where it was skipped, or only watched. */
    readonly passed: boolean | null;
    readonly exitCode: 0 | 1 | 2 | 3;
    /** There where the run only watched: no verdict fails it. */
    readonly watch?: true;
    readonly base: {
        readonly revision: string;
        readonly commit: string | null;
    } | null;
    readonly head: {
        readonly revision: string;
        readonly commit: string | null;
    };
    readonly goalposts: GoalpostsSource;
    readonly gate: {
        readonly margin: number;
        readonly alpha: number;
        readonly scope: Scope;
        readonly inconclusive: InconclusivePolicy;
        /** How many comparisons the correction counts. */
        readonly gatingComparisons: number;
    };
    readonly prompts: readonly PromptReport[];
    /** Prompts that were tried in several versions; absent where none was. */
    readonly variants?: readonly VariantsReport[];
    readonly calls: CallCounts;
    readonly failures: readonly FailureCount[];
    /** US dollars; null where unknown. */
    readonly cost: number | null;
    readonly durationMs: number;
    readonly warnings: readonly string[];
    /** The samples file beside the report, with its SHA-256; null where none was written. */
    readonly samples: {
        readonly path: string;
        readonly sha256: string;
    } | null;
    /** Only in the report of a shard, which has no verdict yet. */
    readonly shard?: ShardFacts;
}
/** What `watch --report` tells: two gates side by side on the pull requests of some days. */
export interface WatchReport {
    readonly schemaVersion: 1;
    readonly days: number;
    readonly bothPassed: number;
    readonly bothFailed: number;
    /** Pull requests on which one gate alone failed, with what ours said in one line. */
    readonly onlyOurs: readonly {
        readonly number: number;
        readonly reason: string;
    }[];
    readonly onlyTheirs: readonly {
        readonly number: number;
        readonly reason: string;
    }[];
    /** Pull requests that only one of the two judged. */
    readonly oneGate: number;
    /** Pull requests that ours judged, and what that took. */
    readonly runs: number;
    readonly calls: number;
    /** US dollars; null where unknown. */
    readonly cost: number | null;
    readonly theirRuns: number;
    /** What the other gate took, as its configuration plans it and at our price a call; null where it cannot be told. */
    readonly theirEstimate: TheirEstimate | null;
}
/** An estimate, for nobody but its runner knows what another gate called. */
export interface TheirEstimate {
    /** Calls that its configuration plans for one run. */
    readonly callsPerRun: number;
    readonly calls: number;
    /** US dollars; null where a call of ours has no known price. */
    readonly cost: number | null;
}
/** A few numbers about the values of one arm; in the unit of what was measured. */
export interface ValueSummary {
    readonly count: number;
    readonly mean: number;
    readonly median: number;
    /** 95 in 100 are at most this. */
    readonly high: number;
}
/** How the values of both arms are spread. An arm of which nothing is known is null. */
export interface Distribution {
    readonly name: "latency" | "tokens" | "cost";
    readonly unit: string;
    /** Ends of the bins, one more than there are bins; empty where there is nothing to spread. */
    readonly edges: readonly number[];
    readonly bins: {
        readonly baseline: readonly number[] | null;
        readonly candidate: readonly number[] | null;
    };
    readonly summary: {
        readonly baseline: ValueSummary | null;
        readonly candidate: ValueSummary | null;
    };
}
/** One prompt on the report's page: what is told of it in words, and what its samples add. */
export interface PromptPage {
    readonly change: string;
    /** One entry a gating metric, the worst first. */
    readonly sentences: readonly {
        readonly verdict: string;
        readonly evidence: string | null;
    }[];
    readonly added: string | null;
    readonly accepted: string | null;
    readonly distributions: readonly Distribution[];
    /** The score that the list of cases shows; null where there is none. */
    readonly metric: string | null;
    /** Its values in every trial of each case of the report, null where failed or unscored; empty without samples. */
    readonly trials: readonly {
        readonly baseline: readonly (number | null)[];
        readonly candidate: readonly (number | null)[];
    }[];
    /** For each case of the report, which line of the page's details is about it; null where none is. */
    readonly details: readonly (number | null)[];
}
/** One call as the report's page shows it. */
export interface TrialDetail {
    readonly trial: number;
    readonly draw: string | null;
    readonly output: string | null;
    readonly failure: string | null;
    /** Why the model stopped, where it did not come to its end by itself. */
    readonly stopped: string | null;
    readonly toolCalls: readonly string[];
    readonly scores: Readonly<Record<string, number | null>>;
    readonly reasons: Readonly<Record<string, string>>;
    readonly opinions: Readonly<Record<string, Opinions>>;
    readonly tokens: {
        readonly input: number | null;
        readonly output: number | null;
    } | null;
    readonly latencyMs: number | null;
    readonly cost: number | null;
    readonly model: string | null;
    readonly cached: boolean;
}
/** A message as the report's page shows it; a number stands for a text that many cases share. */
export interface ShownMessage {
    readonly role: string;
    readonly content: string | number;
}
/** One case on the report's page: a line of its details. */
export interface CaseDetail {
    readonly expected: string | null;
    readonly messages: {
        readonly baseline: readonly ShownMessage[] | null;
        readonly candidate: readonly ShownMessage[] | null;
    };
    readonly baseline: readonly TrialDetail[];
    readonly candidate: readonly TrialDetail[];
}
/** What the report's page draws: the report, and what a reader is told of it in words. */
export interface ReportPage {
    readonly headline: string;
    readonly setting: readonly string[];
    readonly calls: string;
    readonly failures: readonly string[];
    readonly nextSteps: readonly string[];
    /** What is told of the versions of a prompt, in the order of the report's variants. */
    readonly variants: readonly (readonly string[])[];
    /** In the order of the report's prompts; behind them the variants that were tried, in theirs. */
    readonly prompts: readonly PromptPage[];
    readonly report: Report;
}
/** What `changes` finds: the prompts of a report, before anything is run. */
export interface ChangesReport {
    readonly schemaVersion: 1;
    readonly base: Report["base"];
    readonly head: Report["head"];
    readonly prompts: readonly Pick<PromptReport, "name" | "path" | "previousPath" | "change" | "baseline" | "candidate" | "notes">[];
    readonly warnings: readonly string[];
}
/** What `check` tells of one prompt. */
export interface CheckedPrompt {
    readonly name: string;
    readonly path: string;
    readonly model: string | null;
    readonly cases: number;
    /** Metrics that decide. */
    readonly gating: readonly string[];
    readonly watched: readonly string[];
    /** Evaluators of the file that are not run yet. */
    readonly notRun: readonly string[];
    /**
     * Calls of a run of this prompt, of a comparison of it at most where nothing is stored, and at most of the confirmation
     * of a regression against stored answers; and of judges at most, for further opinions where the versions differ. What
     * scorers ask about each sample is among the first three.
     */
    readonly calls: {
        readonly run: number;
        readonly comparison: number;
        readonly confirmation: number;
        readonly opinions: number;
    };
    /** Of a comparison. */
    readonly estimate: Estimate;
    /** Null where it has no case. */
    readonly health: GoldenHealth | null;
    /** What could be written better, one line each; never a mistake. */
    readonly hints: readonly string[];
}
/** What calls will take, told before the first of them. Null where unknown. */
export interface Spending {
    readonly calls: number;
    readonly inputTokens: number;
    /** As much as the calls may ask for; where they set no limit, what is kept back for them. */
    readonly outputTokens: number;
    /** US dollars, at most. */
    readonly cost: number | null;
}
/** Samples, and apart from them what scorers ask of models: further opinions on every case, as if all differed. */
export interface Estimate {
    readonly samples: Spending;
    readonly scorers: Spending;
}
/** A prompt that stands as a string in a program. */
export interface InlinePrompt {
    /** Where the string begins. */
    readonly place: Place;
    /** The function that is called with it, by the last parts of its name. */
    readonly call: string;
    /** Whose function it is, for people. */
    readonly sdk: string;
    /** One line; escapes and line ends are blanks. */
    readonly firstWords: string;
    /** Characters of the whole, as it is written. */
    readonly length: number;
}
/**
 * How far a repository has come: 1 prompts are strings in programs, 2 they are files under version control, 3 each file
 * has a golden set, a version, and a gate that holds it; 0 where there is no prompt.
 */
export interface Maturity {
    readonly level: 0 | 1 | 2 | 3;
    /** Sentences: what to do next, the most useful first. */
    readonly nextSteps: readonly string[];
}
/** What `check --inline` tells. */
export interface InlineReport {
    readonly schemaVersion: 1;
    readonly inline: readonly InlinePrompt[];
    /** Prompts that are files. */
    readonly files: number;
    /** Sources that were looked at. */
    readonly sources: number;
    readonly maturity: Maturity;
    readonly warnings: readonly string[];
}
export interface CheckResult {
    /** Null where the defaults hold. */
    readonly configPath: string | null;
    readonly gate: GateConfig;
    readonly prompts: readonly CheckedPrompt[];
    /** Of a comparison of all prompts; a cost that is unknown for one makes the sum unknown. */
    readonly total: Estimate;
    /** What the usual checklists for prompts miss in all of them, one line a part; never a mistake. */
    readonly hints: readonly string[];
    readonly problems: readonly Problem[];
    readonly warnings: readonly string[];
}
/** What a golden set can tell with so many trials of each case. What is found or certified is so 4 times in 5. */
export interface TrialsPower {
    readonly trials: {
        readonly baseline: number;
        readonly candidate: number;
    };
    /** Of a comparison that takes every case. */
    readonly calls: number;
    /**
     * The smallest drop of the pass rate that is found, and the smallest margin that an unchanged prompt is certified
     * against; null where no drop is found.
     */
    readonly detectableDrop: number | null;
    /** Cases, weighted as these are, that could tell a drop as large as the margin. */
    readonly casesNeeded: number;
}
/** What `power` tells of one golden set. */
export interface GoldenSetPower {
    /** The prompt; null for a set that need not exist. */
    readonly name: string | null;
    readonly path: string | null;
    readonly cases: number;
    /** What the cases are worth where their weights differ, 1/Σw². */
    readonly effectiveCases: number;
    /** Of the baseline: given, or assumed. */
    readonly passRate: number;
    /** The tolerated loss that is to be told. */
    readonly margin: number;
    readonly alpha: number;
    /** For 1, 2, … trials of the candidate. */
    readonly byTrials: readonly TrialsPower[];
    /** With the trials that a comparison takes. */
    readonly planned: TrialsPower;
    /** The fewest trials with which these cases tell the margin; null where it takes more cases. */
    readonly trialsNeeded: number | null;
    /** Mean calls of a comparison that stops early, simulated; null where the pass rate cannot fall so far. */
    readonly expectedCalls: {
        readonly unchanged: number | null;
        /** After a drop of 20 points. */
        readonly dropped: number | null;
    };
    /** Whether comparisons stop early; else each makes all calls. */
    readonly stopEarly: boolean;
    /** What to know before trusting the numbers, one sentence each. */
    readonly notes: readonly string[];
}
/** What `power` tells. */
export interface PowerReport {
    readonly schemaVersion: 1;
    readonly sets: readonly GoldenSetPower[];
    readonly warnings: readonly string[];
}
/** A share with its interval at 95 %, and of how many. */
export interface Rate {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly of: number;
}
/** How a judge agrees with people: kept in the repository, so that every run can say it. */
export interface Calibration {
    readonly schemaVersion: 1;
    /** The metric's name. */
    readonly judge: string;
    /** Of the judge that was measured: it says nothing about another. */
    readonly fingerprint: string;
    readonly models: readonly string[];
    readonly kind: string;
    /** When it was measured (ISO 8601). */
    readonly at: string;
    /** Labels of people that the judge has an opinion on, and those that it has none on. */
    readonly labels: number;
    readonly unscored: number;
    readonly accuracy: Rate | null;
    /** Cohen's; null where people or judge used one category alone. */
    readonly kappa: {
        readonly value: number;
        readonly low: number;
        readonly high: number;
    } | null;
    /** Of what people pass, what the judge passes; null where it does not pass or fail. */
    readonly truePositiveRate: Rate | null;
    /** Of what people fail, what the judge passes. */
    readonly falsePositiveRate: Rate | null;
    /** Of pairs, those in which both orders agree; null for a judge of single outputs. */
    readonly orderAgreement: Rate | null;
    /** `table[i][j]`: what people put into category i and the judge into j. */
    readonly confusion: {
        readonly categories: readonly string[];
        readonly table: readonly (readonly number[])[];
    };
}
/** What is known of a judge's agreement with people: nothing, something of another judge of that name, or of this one. */
export type JudgeStanding = {
    readonly status: "none";
} | {
    readonly status: "other-judge";
} | {
    readonly status: "calibrated";
    readonly calibration: Calibration;
};
/** An output that people and the judge see differently. */
export interface Disagreement {
    readonly prompt: string | null;
    readonly id: string;
    readonly people: string;
    readonly judge: string;
    readonly reason: string | null;
    readonly place: Place;
}
/** What `calibrate` tells. */
export interface CalibrationReport {
    readonly judges: readonly {
        readonly calibration: Calibration;
        /** Where it is kept, relative to the repository's root. */
        readonly path: string;
        readonly disagreements: readonly Disagreement[];
        /** Why the judge had no opinion, with how often. */
        readonly reasons: readonly {
            readonly reason: string;
            readonly count: number;
        }[];
    }[];
    readonly calls: {
        readonly made: number;
        readonly cached: number;
        readonly failed: number;
    };
    readonly warnings: readonly string[];
}
/** A prompt of a past change, both versions of it judged over today's golden set; or one version against itself. */
export interface PastPrompt {
    /** As it is called today. */
    readonly name: string;
    readonly path: string;
    /** Empty where a version is compared with itself. */
    readonly parts: readonly Part[];
    readonly baseline: VersionReference | null;
    readonly candidate: VersionReference | null;
    readonly verdict: Verdict;
    readonly reason: Reason | null;
    readonly comparisons: readonly Comparison[];
    readonly trials: PromptReport["trials"];
    readonly stopped: PromptReport["stopped"];
    /** Cases of today's golden set that were run, and those that lack a variable which one of the versions needs. */
    readonly cases: number;
    readonly unfitCases: number;
    /** Calls made for it; answers that another comparison had drawn already are not drawn again. */
    readonly calls: number;
}
/** A commit that changed how at least one prompt asks its model. */
export interface PastChange {
    readonly commit: string;
    readonly parent: string;
    /** First line of the commit's message. */
    readonly subject: string;
    /** Whether the gate would have failed on it; null where that could not be judged. */
    readonly stopped: boolean | null;
    readonly prompts: readonly PastPrompt[];
}
/** A comparison of one version with itself: where the gate stops it, that is a false alarm. */
export interface Control extends PastPrompt {
    /** Null where it could not be judged. */
    readonly falseAlarm: boolean | null;
}
/** A change that was not run, or one prompt of it. */
export interface LeftOut {
    readonly commit: string;
    readonly subject: string;
    /** Paths of the prompts, as they were then. */
    readonly prompts: readonly string[];
    readonly reason: "budget" | "not-there" | "no-golden" | "unfit" | "no-model";
    /** For people; calls that did not fit, for example. */
    readonly detail: string;
}
/** What the gate would have made of the prompt changes of the past, and what it makes of no change at all. */
export interface BacktestReport {
    readonly schemaVersion: 1;
    readonly exitCode: 0 | 3;
    /** The branch whose history was read. */
    readonly branch: {
        readonly revision: string;
        readonly commit: string;
    };
    /** Whose assay.yml, golden sets and scorers judged. */
    readonly goalposts: {
        readonly revision: string;
        readonly commit: string | null;
    };
    readonly gate: Pick<Report["gate"], "margin" | "alpha" | "scope" | "inconclusive">;
    /** Commits that were looked at, and how many of them changed a prompt. */
    readonly commits: {
        readonly seen: number;
        readonly found: number;
    };
    /** The newest first. */
    readonly changes: readonly PastChange[];
    readonly controls: readonly Control[];
    /** Comparisons of a version with itself that were wanted, but did not fit into the budget. */
    readonly controlsLeftOut: number;
    readonly leftOut: readonly LeftOut[];
    readonly budget: number | null;
    readonly calls: CallCounts;
    /** Answers that came from the store, and the age of the oldest (null where none did); null where it was not used. */
    readonly stored: {
        readonly answers: number;
        readonly oldestMs: number | null;
    } | null;
    readonly failures: readonly FailureCount[];
    readonly durationMs: number;
    readonly warnings: readonly string[];
}
/** What outputs may show beside their scores: countable without knowing what they should say. */
export type DriftSign = "fenced" | "unparsable" | "empty" | "cut" | "refused";
/** A metric over the cases of one run: their mean, with its interval at 95 %. */
export interface DriftMean {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly cases: number;
    /** Of an amount, such as `ms`; absent: a score of 0…1. */
    readonly unit?: string;
}
/** Case → metric → scores. Cases are named by a hash: no text is kept. */
export type DriftScores = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
/** What a reference and a night have in common. */
export interface DriftRun {
    /** When it began (ISO 8601, UTC). */
    readonly at: string;
    /** Of the prompt version. */
    readonly fingerprint: string;
    /** SHA-256 over what scores, judges and rubrics among it. */
    readonly scorers: string;
    /** Models as they named themselves, with the fingerprints of their systems, and how many answers came from each. */
    readonly models: Readonly<Record<string, number>>;
    /** US dollars; null where unknown. */
    readonly cost: number | null;
    /** US dollars for a million tokens in and out; null where unknown. */
    readonly price: string | null;
    readonly samples: number;
    readonly signs: Readonly<Partial<Record<DriftSign, number>>>;
    readonly metrics: Readonly<Record<string, DriftMean>>;
    /** Metric → its mean, had no output been wrapped in a code fence; only where some were and scoring them again is free. */
    readonly unfenced: Readonly<Record<string, number>>;
    /** Null once they were folded into a pool. */
    readonly cases: DriftScores | null;
    /** Metrics whose judges cannot be checked because no answer is kept; absent where there are none. */
    readonly unchecked?: readonly string[];
}
/** An accepted run of a prompt version: what nights are compared with. */
export interface DriftReference extends DriftRun {
    readonly kind: "reference";
    readonly name: string;
    readonly path: string;
    /** Why it was accepted, where somebody said so. */
    readonly reason: string | null;
    /** Folders of the history in which it was kept before the prompt was renamed. */
    readonly former?: readonly string[];
}
export interface DriftNight extends DriftRun {
    readonly kind: "night";
    /** Row → where the night stands among all before it: standard normal where nothing changed, below 0 is worse. */
    readonly ranks: Readonly<Record<string, number | null>>;
    /** Row of a latency or the like → mean logarithm beside the same cases of the reference. */
    readonly levels: Readonly<Record<string, number>>;
    /** Stored answer → metric → the judge's score of tonight. */
    readonly judged: DriftScores | null;
}
/** A night that could not be judged: never a drop. */
export interface DriftGap {
    readonly kind: "gap";
    readonly at: string;
    readonly reason: string;
    /** What it cost all the same, in US dollars; null where unknown. */
    readonly cost: number | null;
}
/** The scores of nights long past, case by case and metric by metric: value and how often. */
export interface DriftPool {
    readonly kind: "pool";
    readonly at: string;
    readonly cases: Readonly<Record<string, Readonly<Record<string, readonly (readonly [number, number])[]>>>>;
}
/** What a change comes from, as far as it can be told. */
export type DriftCause = "model" | "system-fingerprint" | "judge" | "format" | "refusals" | "latency" | "price" | "answers";
/** Between which two nights something changed; ISO times of nights. */
export interface DriftChange {
    /** The last night before it; null: the reference. */
    readonly before: string | null;
    readonly first: string;
    /** The first night after it lies between these, with 95 %. */
    readonly earliest: string;
    readonly latest: string;
}
/** Something that was found on a night: from then on it is the state of its row. */
export interface DriftEvent {
    readonly kind: "event";
    readonly event: "drift" | "worse" | "recovered";
    readonly at: string;
    /** A metric, or the check of a judge: `judge:<metric>`. */
    readonly row: string;
    readonly direction: "fall" | "rise";
    readonly change: DriftChange;
    /** Means before and since the change. */
    readonly was: number | null;
    readonly now: number | null;
    /** Of an amount; absent: a score of 0…1. */
    readonly unit?: string;
    /** Against "nothing changed", corrected for all rows that are watched. */
    readonly eValue: number;
    readonly causes: readonly DriftCause[];
    /** What the causes rest on, one sentence each. */
    readonly details: readonly string[];
}
/** One line of a prompt's history. */
export type DriftRecord = DriftReference | DriftNight | DriftGap | DriftPool | DriftEvent;
/** An output that the history keeps, with what judges made of it then. */
export interface DriftAnswer {
    readonly at: string;
    /** Of the case, and how it is named among the scores. */
    readonly id: string;
    readonly case: string;
    readonly fingerprint: string;
    readonly output: string;
    readonly scores: Readonly<Record<string, number>>;
}
/** A case that lost most, with what was answered then and now; texts are null where none is kept. */
export interface DriftCase {
    readonly id: string;
    readonly was: number;
    readonly now: number;
    readonly outputThen: string | null;
    readonly outputNow: string | null;
}
/** Where a metric of a prompt stands after a night. */
export interface DriftRow {
    readonly row: string;
    /** Whether it can raise an alarm. */
    readonly watched: boolean;
    readonly reference: DriftMean | null;
    readonly tonight: DriftMean | null;
    /** Tonight beside the reference alone, for information: one-sided p-value of "worse"; null where there is none. */
    readonly pValue: number | null;
    /** Against "nothing changed since the reference", corrected; null where it is not watched. */
    readonly eValue: number | null;
    /** The event that is its state now: it drifts; null where it does not. */
    readonly drift: DriftEvent | null;
    /** What was found tonight. */
    readonly found: DriftEvent | null;
}
/** What a night came to for one prompt. */
export interface DriftPrompt {
    readonly name: string;
    readonly path: string;
    readonly status: "reference" | "steady" | "drifting" | "gap" | "skipped";
    /** Why, in a sentence: of a gap, of a new reference, of what is skipped. */
    readonly reason: string | null;
    /** Gaps in a row, tonight's among them. */
    readonly gaps: number;
    /** Nights since the reference. */
    readonly nights: number;
    readonly models: readonly string[];
    readonly rows: readonly DriftRow[];
    readonly worst: readonly DriftCase[];
}
/** What `drift` tells. */
export interface DriftReport {
    readonly schemaVersion: 1;
    readonly command: "drift";
    readonly at: string;
    readonly exitCode: 0 | 1 | 3;
    /** The evidence at which a drift is told: 1 / alpha. */
    readonly alarmAt: number;
    readonly prompts: readonly DriftPrompt[];
    readonly calls: {
        readonly planned: number;
        readonly made: number;
        readonly failed: number;
    };
    readonly cost: number | null;
    /** US dollars spent in this month, tonight among them; null where unknown. */
    readonly costOfMonth: number | null;
    /** Where the history is kept, for people. */
    readonly history: string;
    readonly warnings: readonly string[];
}
/** How a version held against drift since it was last accepted as the reference. */
export interface DriftStanding {
    /** When it was accepted (ISO 8601, UTC). */
    readonly since: string;
    readonly nights: number;
    /** What it drifts in, as far as is known; empty: it is steady. */
    readonly drifting: readonly DriftEvent[];
}
/** The last verdict on a version, and where it stands: in this machine's store, or in a note of git. */
export interface LoggedVerdict {
    readonly verdict: Verdict;
    /** Whether it was a known loss that somebody took on record. */
    readonly accepted: boolean;
    /** ISO 8601. */
    readonly at: string;
    readonly from: "store" | "note";
}
/** A version of a prompt as `log` lists it. */
export interface LoggedVersion {
    readonly commit: string;
    /** ISO 8601. */
    readonly date: string;
    readonly author: string;
    readonly subject: string;
    /** As the file was called then. */
    readonly path: string;
    /** Against the version before; empty for the first, and where only its number is another. */
    readonly parts: readonly Part[];
    readonly version: string | null;
    readonly fingerprint: string;
    /** Null where none is known here. */
    readonly verdict: LoggedVerdict | null;
    /** Null where it never was the reference of drift. */
    readonly drift: DriftStanding | null;
}
/** One run of a prompt on its line over time. */
export interface DriftStep {
    readonly at: string;
    readonly kind: "reference" | "night" | "gap";
    /** Null in a gap. */
    readonly fingerprint: string | null;
    /** As they named themselves, the most frequent first. */
    readonly models: readonly string[];
    /** Why a reference was accepted. */
    readonly reason: string | null;
    readonly metrics: Readonly<Record<string, DriftMean>>;
}
/** A prompt over all of its nights: names and figures only. */
export interface DriftLine {
    readonly name: string;
    readonly path: string;
    /** Of its files in the history. */
    readonly folder: string;
    /** In which they were before the prompt was renamed. */
    readonly former: readonly string[];
    readonly drifting: boolean;
    readonly steps: readonly DriftStep[];
    readonly events: readonly DriftEvent[];
    /** Rows that were tested on the last night; empty before the first. */
    readonly watched: readonly string[];
    /** Metrics whose judges could not be checked on the last run, because no answer is kept. */
    readonly unchecked: readonly string[];
}
/** An event of a line, in words. */
export interface DriftMark {
    readonly row: string;
    readonly event: DriftEvent["event"];
    readonly direction: DriftEvent["direction"];
    readonly at: string;
    readonly change: DriftChange;
    readonly words: string;
    /** Whether it is the state of its row now. */
    readonly open: boolean;
}
/** What the page of all nights is given: names and figures, no text of a prompt, a case or an answer. */
export interface DriftPage {
    readonly headline: string;
    readonly prompts: readonly {
        readonly name: string;
        readonly path: string;
        readonly drifting: boolean;
        /** Those that can raise an alarm first; all of them are, before the first night. */
        readonly rows: readonly {
            readonly row: string;
            readonly watched: boolean;
        }[];
        readonly steps: readonly Omit<DriftStep, "reason">[];
        readonly marks: readonly DriftMark[];
        /** What cannot be told of it, in a sentence; null where nothing. */
        readonly note: string | null;
    }[];
}
export {};
