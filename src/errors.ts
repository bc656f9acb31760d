import { distance } from "fastest-levenshtein";
import type { Place, Problem, Shard } from "./model.ts";

/** Exit codes: a contract that scripts rely on. */
export const exitCodes = { pass: 0, gateFailed: 1, userError: 2, notJudged: 3 } as const;

/** The user must mend something: one or more mistakes, all told at once. Exit code 2. */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map((problem) => problem.message).join("\n"));
    this.name = "UserError";
    this.problems = list;
  }
}

/** Our bug. Exit code 3; the message asks for a report. */
export class InternalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "InternalError";
  }
}

/** Throws one UserError with all problems, if there are any. */
export function throwProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new UserError(problems);
}

/** `path:line:column`, as far as known. */
export function formatPlace(place: Place): string {
  return [place.path, place.line, place.column].filter((part) => part !== undefined).join(":");
}

/** The known name nearest to what was written, or null where none is near. */
export function nearest(written: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const name of known) {
    const edits = distance(written.slice(0, 64).toLowerCase(), name.toLowerCase());
    if (edits < bestDistance) {
      best = name;
      bestDistance = edits;
    }
  }
  return best;
}

/** A text of the user's as it stands in a message: quoted, shortened, control characters as escapes. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

// ── The catalogue of messages ───────────────────────────────────────────────
// Every mistake a user can be told of is worded here: one section a room.

/** A key that nobody reads: the mistake is most often a slip of the pen. */
export function unknownKey(key: string, known: readonly string[], place: Place): Problem {
  const near = nearest(key, known);
  const hint = near === null ? `Known keys: ${known.join(", ")}.` : `Did you mean ${quote(near)}?`;
  return { message: `unknown key ${quote(key)}`, hint, place };
}

// init

/** The provider of a prompt runs an application, which cannot be asked to write test cases. */
export function notAModel(prompt: string, place: Place): Problem {
  return {
    message: `the prompt ${prompt} is answered by an application, which cannot write cases`,
    hint: "Name a model that can: prompt-assay init --generate 20 --model openai/gpt-6-luna.",
    place,
  };
}

// pipeline/

/** `--variants` where no prompt has one. */
export function noVariants(): Problem {
  return {
    message: "--variants: no prompt has a variant",
    hint: "Write one beside its prompt, menu.formal.prompt beside menu.prompt, or under variants in assay.yml.",
  };
}

// models/

/** A publisher that is neither built in nor in assay.yml. */
export function unknownPublisher(model: string, publisher: string, known: readonly string[]): Problem {
  const near = nearest(publisher, known);
  const guess = near === null ? "" : `Did you mean ${quote(near)}? Else add`;
  return {
    message: `no provider for the publisher ${quote(publisher)} of the model ${quote(model)}`,
    hint: `${guess || "Add"} to assay.yml:\n${providerLines(publisher)}`,
  };
}

/** A model without a publisher, and by its name none of OpenAI's. */
export function modelWithoutPublisher(model: string, known: readonly string[]): Problem {
  return {
    message: `the model ${quote(model)} names no publisher`,
    hint: `Write publisher/model, with one of ${known.join(", ")}; another publisher is added to assay.yml:\n${providerLines("local")}`,
  };
}

/** `openai/` or `/gpt-5`. */
export function modelWithoutName(model: string): Problem {
  return { message: `${quote(model)} is no model`, hint: "Write publisher/model, for example openai/gpt-6-luna." };
}

function providerLines(publisher: string): string {
  const key = /^[A-Za-z][\w-]*$/.test(publisher) ? publisher : quote(publisher);
  const variable = `${publisher
    .slice(0, 40)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, "_")}_API_KEY`;
  return `providers:\n  ${key}: { baseUrl: "https://…/v1", keyEnv: ${variable} }`;
}

/** A `type` that the registry of providers does not have. */
export function unknownProviderType(name: string, type: string, known: readonly string[], place?: Place): Problem {
  const near = nearest(type, known);
  const hint = near === null ? `Known types: ${known.join(", ")}.` : `Did you mean ${quote(near)}?`;
  return { message: `the provider ${quote(name)} has the unknown type ${quote(type)}`, hint, ...(place && { place }) };
}

/** The variable with the provider's key is unset or empty. */
export function missingKey(provider: string, variable: string, place?: Place): Problem {
  return {
    message: `the provider ${quote(provider)} needs a key in ${variable}, which is not set`,
    hint: `Set it: export ${variable}=… in a shell. On GitHub add a secret ${variable} under Settings → Secrets and variables → Actions, and pass it to the step under env: ${variable}: \${{ secrets.${variable} }}. A server without keys gets keyEnv: null in assay.yml.`,
    ...(place && { place }),
  };
}

/** A variable that a program is to get is not set. */
export function missingVariable(provider: string, variable: string, place: Place): Problem {
  return {
    message: `the provider ${quote(provider)} hands its program ${variable}, which is not set`,
    hint: `Set it: export ${variable}=… in a shell. On GitHub add a secret ${variable} under Settings → Secrets and variables → Actions, and pass it to the step under env: ${variable}: \${{ secrets.${variable} }}. What the program does not need is taken out of env in assay.yml.`,
    place,
  };
}

/** The variable holds something that cannot be sent as a key. */
export function unusableKey(variable: string, place?: Place): Problem {
  return {
    message: `the key in ${variable} holds a character that no key has`,
    hint: "Set it again, without line breaks, spaces and quotation marks around it.",
    ...(place && { place }),
  };
}

/** A base URL that is no HTTP address. */
export function unusableAddress(provider: string, baseUrl: string, place?: Place): Problem {
  return {
    message: `the address of the provider ${quote(provider)} is not a URL: ${quote(baseUrl)}`,
    hint: 'For example: baseUrl: "http://localhost:11434/v1" in assay.yml, or the same in OPENAI_BASE_URL.',
    ...(place && { place }),
  };
}

/** A provider whose address every user has to give. */
export function missingAddress(provider: string, variable: string | null): Problem {
  const orVariable = variable === null ? "" : `, or set ${variable}`;
  return {
    message: `the provider ${quote(provider)} needs an address`,
    hint: `Add to assay.yml${orVariable}:\nproviders:\n  ${provider}: { baseUrl: "https://…" }`,
  };
}

/** Settings of a provider that are not there. */
export function missingSettings(provider: string, names: readonly string[], hint: string, place: Place): Problem {
  return { message: `the provider ${quote(provider)} needs ${names.join(" and ")}`, hint, place };
}

/** A gate on the first token of answers that come in one piece. */
export function noFirstToken(provider: string, { askedBy }: { readonly askedBy: string }, place: Place): Problem {
  return {
    message: `${askedBy}, but the provider ${quote(provider)} does not stream its answers`,
    hint: "Let latency gate instead, or remove stream: false where the provider could.",
    place,
  };
}

/** A provider that runs a program, where no arm has files of its own. */
export function noWorkspace(provider: string, place: Place): Problem {
  return {
    message: `the provider ${quote(provider)} runs a program of the repository, which only compare and run do`,
    hint: "Use compare or run for the prompts that it answers.",
    place,
  };
}

/** A scorer that asks a program of the repository. */
export function judgesItself(provider: string, place?: Place): Problem {
  return {
    message: `a scorer asks the provider ${quote(provider)}, which runs the very code that is to be judged`,
    hint: "Let a model judge.",
    ...(place && { place }),
  };
}

/** A program that a fork brings, or would bring code for. */
export function codeOfFork(provider: string, place: Place): Problem {
  return {
    message: `the provider ${quote(provider)} runs code of the repository, and code from a fork is never run`,
    hint: "Push the branch to this repository to have it judged.",
    place,
  };
}

/** The step before a program's first case did not end well; `words` is the end of what it wrote, escaped. */
export function setupFailed(provider: string, revision: string, how: string, words: string): UserError {
  return new UserError({
    message: `setup of the provider ${quote(provider)} at ${revision} ${how}${words === "" ? "" : `: ${words}`}`,
    hint: "Run it in a fresh clone of that revision: it gets PATH, HOME, LANG and the variables under env, and no others.",
  });
}

/** The files of a revision cannot be put onto disk. */
export function cannotCheckOut(revision: string, reason: string): UserError {
  return new UserError({
    message: `the files of ${revision} cannot be checked out: ${reason}`,
    hint: "A clone without its files (--filter) fetches them with: git fetch --refetch --no-filter.",
  });
}

/** A placeholder of a provider's request for which there is no value. */
export function unfilledTemplate(provider: string, name: string, known: readonly string[], place: Place): Problem {
  return {
    message: `the request of the provider ${quote(provider)} asks for {{${name}}}, which nothing fills in`,
    hint: `Known: ${known.map((each) => `{{${each}}}`).join(", ")}, and parts of them such as {{vars.NAME}}; in headers also {{key}}.`,
    place,
  };
}

/** A header with the key, where no variable holds one. */
export function unnamedKey(provider: string, place: Place): Problem {
  return {
    message: `the provider ${quote(provider)} sends {{key}}, but names no variable that holds it`,
    hint: "Name it: keyEnv: APP_KEY.",
    place,
  };
}

/** A request that cannot have a body has one. */
export function bodyOfGet(provider: string, place: Place): Problem {
  return {
    message: `the provider ${quote(provider)} sends a body with GET, which has none`,
    hint: "Put the values into url, or use method: POST.",
    place,
  };
}

/** A header that no request can have. */
export function unusableHeader(provider: string, header: string, place: Place): Problem {
  return {
    message: `the provider ${quote(provider)} sends a header of the name ${quote(header)}, which no header has`,
    hint: "Names of headers are letters, digits and hyphens: x-api-key.",
    place,
  };
}

/** A setting that a provider's type does not read. */
export function unreadSetting(
  provider: string,
  type: string,
  setting: string,
  readers: readonly string[],
  place: Place,
): Problem {
  return {
    message: `the provider ${quote(provider)} of type ${quote(type)} does not read ${quote(setting)}`,
    hint: `It belongs to ${readers.map((reader) => `type: ${reader}`).join(", ")}. Remove it, or name that type.`,
    place,
  };
}

/** A setting of most providers that one of this type passes over. */
export function passedOver(provider: string, setting: string, instead: string, place: Place): Problem {
  return { message: `the provider ${quote(provider)} does not read ${quote(setting)}`, hint: instead, place };
}

/** A setting with a value that this provider does not know. */
export function unknownChoice(
  provider: string,
  setting: string,
  written: string,
  known: readonly string[],
  place: Place,
): Problem {
  return {
    message: `the provider ${quote(provider)} has no ${setting} ${quote(written)}`,
    hint: `Known here: ${known.join(", ")}.`,
    place,
  };
}

/** The file of a replay provider is not there. */
export function missingRecordings(provider: string, file: string | null, place?: Place): Problem {
  return {
    message:
      file === null
        ? `the provider ${quote(provider)} replays recordings, but names no file`
        : `no file with recordings for the provider ${quote(provider)}: ${quote(file)}`,
    hint: "Record one: prompt-assay compare --record FILE; then name it under file: in assay.yml, or with --replay FILE.",
    ...(place && { place }),
  };
}

/** A line of a file of recordings that is none. */
export function brokenRecording(path: string, line: number): Problem {
  return { message: "not a recording", hint: "Delete the line, or record again with --record.", place: { path, line } };
}

/** The file given to --record cannot be written. */
export function unwritableRecording(file: string, code = "unknown error"): UserError {
  return new UserError({ message: `cannot write recordings to ${quote(file)}: ${code}`, hint: "Name another file." });
}

// run/

/** A budget in dollars, and a model whose price is unknown. */
export function noPrice(model: string, limit: number): Problem {
  return {
    message: unknownPrice(model, limit),
    hint: `State it in assay.yml, in dollars for a million tokens: prices: { ${quote(model)}: { input: 0.25, output: 2 } }; or name a model with the same price: priceAs: { ${quote(model)}: openai/gpt-6-luna }. Without a budget it runs all the same.`,
  };
}

/** The same of an application, whose answers alone tell what they cost. */
export function noCallCost(model: string, provider: string, limit: number, place: Place): Problem {
  return {
    message: unknownPrice(model, limit),
    hint: `Say what one call costs at most, in US dollars: providers: { ${provider}: { …, maxCallCost: 0.05 } }. Without a budget it runs all the same.`,
    place,
  };
}

function unknownPrice(model: string, limit: number): string {
  return `the price of the model ${quote(model)} is unknown, so it cannot be kept within ${limit} US dollars`;
}

/** A run that may cost more than it may without being asked. */
export function needsConfirmation(atMost: number, limit: number): UserError {
  const amount = Math.ceil(atMost * 100) / 100;
  return new UserError({
    message: `this run may cost up to ${amount.toFixed(2)} US dollars, more than run.confirmAbove: ${limit}; nothing was called`,
    hint: `Go on with a budget: --max-cost ${amount.toFixed(2)} (in the Action: max-cost: ${amount.toFixed(2)}); or less, and the run is cut short there. Or raise run.confirmAbove.`,
  });
}

/** The folder of the store cannot be made, read or written. */
export function unwritableStore(directory: string, code = "unknown error"): UserError {
  return new UserError({
    message: `cannot write to the store in ${quote(directory)}: ${code}`,
    hint: "Name a folder that can be written with --store, or run with --no-cache.",
  });
}

/** The samples of a run, or the file that they are handed out in, cannot be written: mostly a disk that is full. */
export function unwritableSamples(file: string, code = "unknown error"): UserError {
  return new UserError({
    message: `cannot write samples to ${quote(file)}: ${code}`,
    hint: "Make room, then run again: what was answered is kept in the store and not asked again.",
  });
}

/** An answer that came, and could not be kept. */
export function notStored(directory: string, code: string): Problem {
  return {
    message: `not everything could be kept in the store in ${quote(directory)}: ${code}`,
    hint: "A further run pays again for what is missing. Make room, or name another folder with --store.",
  };
}

// report/

/** A file that cannot be read at all. */
export function unreadableFile(path: string, code = "unknown error"): Problem {
  const message = code === "ENOENT" ? `there is no file ${quote(path)}` : `cannot read ${quote(path)}: ${code}`;
  return { message, hint: "Name a report.json, as --json writes it." };
}

/** No JSON, where a report is wanted. */
export function noJson(path: string, lines: boolean): Problem {
  return {
    message: `${quote(path)} is no JSON${lines ? ", but JSON Lines" : ""}`,
    hint: lines
      ? "Name the report.json beside it: a file of samples or results is no report."
      : "It may have been cut off. Name a report.json, as --json writes it.",
  };
}

/** JSON, but no report; perhaps of a command that writes something else. */
export function noReport(path: string, command: string | null): Problem {
  return {
    message:
      command === null ? `${quote(path)} is no report` : `${quote(path)} is what ${command} writes, not a report`,
    hint: "Reports are written by compare, run, gate and merge with --json.",
  };
}

/** Written by a version to come. */
export function newerReport(path: string, schemaVersion: number): Problem {
  return {
    message: `${quote(path)} was written by a newer Prompt Assay: its schemaVersion is ${schemaVersion}, and this one reads 1`,
    hint: "Use the version that wrote it, or a newer one.",
  };
}

/** A report that the schema refuses. */
export function wrongReport(path: string, errors: readonly string[], count: number): Problem {
  const more = count > errors.length ? ` and ${count - errors.length} more` : "";
  return {
    message: `${quote(path)} is no report as schemas/report.v1.json describes it: ${errors.map(quote).join(", ")}${more}`,
    hint: "It was edited, or written by another version. Write it again.",
  };
}

// shards

/** A shard is its files: one that writes none is of no use. */
export function shardWithoutJson({ index, of }: Shard): Problem {
  return {
    message: `--shard ${index}/${of} needs --json: a shard is merged from the files that it writes`,
    hint: `For example: --shard ${index}/${of} --json shard-${index}.json.`,
  };
}

/** There is no verdict to tell before the shards are merged. */
export function shardWithoutVerdict(flag: string): Problem {
  return { message: `a shard has no verdict that ${flag} could write`, hint: `Give ${flag} to merge.` };
}

/** A page can be made without the samples; it then has no more than the report itself. */
export function pageWithoutSamples(path: string): Problem {
  return {
    message: `${quote(path)} is not there, so the page has only what stands in the report`,
    hint: "Keep the samples file beside report.json.",
  };
}

/** A page whose details are not those of the report is worse than one without. */
export function pageWithOtherSamples(path: string): Problem {
  return {
    message: `${quote(path)} was changed since the report was written, so the page has only what stands in the report`,
    hint: "Keep both files of one run together.",
  };
}

/** A folder in which there is nothing to merge. */
export function noReportsIn(path: string): Problem {
  return {
    message: `there is no .json file in the folder ${quote(path)}`,
    hint: "Name the reports of the shards, or the folder to which their artifacts were downloaded.",
  };
}

/** The report of a whole run. */
export function noShard(path: string): Problem {
  return {
    message: `${quote(path)} is the report of a whole run, not of a shard`,
    hint: "Shards are written by compare --shard i/n --json FILE. A whole report is shown again by render.",
  };
}

/** A shard that names no samples. */
export function shardWithoutSamples(path: string): Problem {
  return { message: `${quote(path)} names no samples file`, hint: "Take the shard again, with --json." };
}

/** Shards that are not among the files. */
export function missingShards(missing: readonly number[], of: number): Problem {
  const [first = 1] = missing;
  const listed = missing.slice(0, 20).join(", ");
  const more = missing.length > 20 ? ` and ${missing.length - 20} more` : "";
  return {
    message:
      missing.length === 1 ? `shard ${first} of ${of} is missing` : `shards ${listed}${more} of ${of} are missing`,
    hint: `Take what is missing, for example with compare --shard ${first}/${of} --json shard-${first}.json, or name its file. In a workflow, run the failed jobs again.`,
  };
}

/** The same part of a run twice. */
export function doubledShard(index: number, of: number, paths: readonly string[]): Problem {
  return {
    message: `shard ${index} of ${of} is there ${paths.length} times: ${paths.map(quote).join(", ")}`,
    hint: "Name one of them.",
  };
}

/** A shard of something else than most of the files are. */
export function foreignShard(path: string, reference: string, differences: readonly string[]): Problem {
  return {
    message: `${quote(path)} belongs to another run than ${quote(reference)}: ${differences.join("; ")}`,
    hint: "Merge shards of one commit, one configuration and one number of shards only.",
  };
}

/** The samples file is not beside its shard. */
export function missingSamples(path: string, samples: string): Problem {
  return {
    message: `the samples file ${quote(samples)} of ${quote(path)} is not there`,
    hint: "Keep both files of a shard together, and upload both.",
  };
}

/** The samples file is not the one that was written with the shard. */
export function changedSamples(path: string, samples: string, torn: boolean): Problem {
  return {
    message: torn
      ? `the samples file ${quote(samples)} of ${quote(path)} is cut off in the middle of a line`
      : `the samples file ${quote(samples)} is not the one that ${quote(path)} was written with: its SHA-256 is another`,
    hint: "It was edited, cut off, or taken over from another run. Upload it again, or take the shard again.",
  };
}

/** A line that cannot be a sample of this shard. */
export function strangeSample(path: string, line: number, what: string): Problem {
  return { message: what, hint: "Take the shard again.", place: { path, line } };
}

/** A shard that was ended before it had all of its samples. */
export function lackingSamples(path: string, found: number, planned: number): Problem {
  return {
    message: `${quote(path)} has ${found} of its ${planned} samples`,
    hint: "It was ended before it was done. Take the shard again.",
  };
}

/** Shards that do not add up to the golden set. */
export function partialShards(prompt: string, found: number, all: number): Problem {
  return {
    message: `the shards hold ${found} of the ${all} cases of ${quote(prompt)}`,
    hint: "They were edited. Take them again.",
  };
}

// batches

/** A provider that takes calls one by one only. */
export function noBatches(provider: string): Problem {
  return {
    message: `the provider ${quote(provider)} has no batch interface`,
    hint: "Leave out --batch, or use a model whose provider has one.",
  };
}

/** What is under way must be found again. */
export function batchWithoutStore(): Problem {
  return {
    message: "--batch needs the store, which holds what is under way",
    hint: "Leave out --no-cache and --replay, or name a folder that can be written with --store.",
  };
}

/** Recordings are made of calls. */
export function batchWithRecord(): Problem {
  return { message: "--batch makes no call that --record could record", hint: "Leave out one of them." };
}

/** A verdict is told on the commit that it is about. */
export function foreignHead(commit: string, told: string): Problem {
  return {
    message: `the shards judge ${commit.slice(0, 7)}, but the verdict would be told on ${told.slice(0, 7)}`,
    hint: "Have the shards taken and merged in the same run of the workflow; with the input head give it to both.",
  };
}

/** Versions are ranked against each other over the whole golden set. */
export function shardedVariants(): Problem {
  return {
    message: "variants cannot be run in shards: they are compared over the whole golden set",
    hint: "Run them without --shard, or remove `variants` from assay.yml.",
  };
}

/** The mixes of a prompt are run once it has regressed, which a shard does not know and a batch learns too late. */
export function attributionInParts(flag: "--batch" | "--shard"): Problem {
  return {
    message: `--attribute does not go with ${flag}: mixed versions are run once the verdict is known`,
    hint: `Leave out ${flag}, or attribute the regression in a run of its own; it asks only what is not stored yet.`,
  };
}

/** The files of shards carry what models answered, which `report.content` and `redact` hold back. */
/** A baseline is kept whole. */
export function shardedBaseline(): Problem {
  return { message: "a baseline is not kept in shards", hint: "Leave out the input shard, or set command: compare." };
}

/** One report is merged from the shards of one assay.yml. */
export function shardedFolders(): Problem {
  return {
    message: "several assay.yml cannot be run in shards at once",
    hint: "Name one of them with the input config, in a job of its own.",
  };
}

/** A batch is handed over whole. */
export function batchBeyond(limit: "maxCost" | "maxCalls", planned: number, allowed: number): Problem {
  const told = limit === "maxCost" ? `may cost $${planned.toFixed(2)}` : `has ${planned} calls`;
  return {
    message: `the batch ${told}, and ${limit} is ${allowed}: a batch cannot be cut short`,
    hint: `Raise ${limit}, or leave out --batch: then the run stops where ${limit} is used up.`,
  };
}

/** Options of `drift` that do not go together. */
export function driftUsage(message: string): Problem {
  return { message, hint: 'For example: prompt-assay drift --accept summarise --reason "shorter answers are fine"' };
}

/** The name of a prompt that there is none of. */
export function noSuchPrompt(name: string, known: readonly string[]): Problem {
  const near = nearest(name, known);
  const hint =
    near === null ? `Prompts here: ${[...new Set(known)].join(", ") || "none"}.` : `Did you mean ${quote(near)}?`;
  return { message: `no prompt is called ${quote(name)}`, hint };
}

/** A history in two places. */
export function placesUsage(): Problem {
  return {
    message: "--history and --branch cannot be given together",
    hint: "Name a folder with --history, or use the branch on GitHub with --branch.",
  };
}

/** A case that a history holds nothing of. */
export function noSuchCase(id: string): Problem {
  return {
    message: `the history holds nothing of a case ${quote(id)}`,
    hint: "Name it by its id, as the golden set has it or had it; one without an id by what reports call it.",
  };
}

/** A name that several prompts have, where one is meant. */
export function severalPrompts(name: string, paths: readonly string[]): Problem {
  return {
    message: `${paths.length} prompts are called ${quote(name)}`,
    hint: `Name one of them by its path: ${paths.join(", ")}.`,
  };
}

/** `note` before the shards are merged. */
export function noteOfShard(file: string): Problem {
  return {
    message: `${file} is the report of a shard, which has no verdict yet`,
    hint: "Note what merge makes of all shards: prompt-assay merge shard-*.json --json report.json.",
  };
}

/** `note` of a report on edits that were not committed as they were judged. */
export function notedEditsElsewhere(path: string): Problem {
  return {
    message: "the version that was judged is not the one in HEAD",
    hint: "Commit what was judged, or compare what is committed: prompt-assay compare --head HEAD --json report.json.",
    place: { path },
  };
}

/** `init --from promptfoo` without anything to read. */
export function noOtherGate(): Problem {
  return {
    message: "no promptfoo configuration found",
    hint: "It is looked for as promptfooconfig.yaml, .yml or .json below this folder. Without one, run prompt-assay init.",
  };
}
