import { distance } from "fastest-levenshtein";
import type { Place, Problem } from "./model.ts";

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
  return { message: `${quote(model)} is no model`, hint: "Write publisher/model, for example openai/gpt-5-mini." };
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
    hint: `Set it: export ${variable}=… in a shell, or in a workflow under env: ${variable}: \${{ secrets.${variable} }}. A server without keys gets keyEnv: null in assay.yml.`,
    ...(place && { place }),
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
    message: `the price of the model ${quote(model)} is unknown, so it cannot be kept within ${limit} US dollars`,
    hint: `State it in assay.yml, in dollars for a million tokens: prices: { ${quote(model)}: { input: 0.25, output: 2 } }; or name a model with the same price: priceAs: { ${quote(model)}: openai/gpt-5-mini }. Without a budget it runs all the same.`,
  };
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
