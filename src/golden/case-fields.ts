import { quote } from "../errors.ts";
import type { Json, JsonObject, Place, Problem, ScorerSpec } from "../model.ts";
import { isObject } from "../source/json.ts";
import { readScorerSpec } from "../source/scorer-spec.ts";

/** Characters; ids and clusters stand in tables, files and comments. */
const nameLimit = 200;

/** A row being read. Each reader tells what is wrong and hands on something harmless, so that all mistakes are told. */
export interface Fields {
  readonly value: JsonObject;
  readonly problems: Problem[];
  placeOf(key: string): Place;
}

/** The value of a key; null where it is absent, too. */
export function readField({ value }: Fields, key: string): Json {
  return Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}

/** A name for a case or a cluster: a text or a number. */
export function readNameField(fields: Fields, key: string): string | null {
  const name = readField(fields, key);
  if (name === null) return null;
  if (typeof name !== "string" && typeof name !== "number") complain(fields, key, `${key} is neither text nor number`);
  else if (Number.isInteger(name) && !Number.isSafeInteger(name)) {
    complain(fields, key, `${key} is a number too large to be exact`, "Put it in quotes.");
  }
  const text = String(name);
  if (text.trim() === "") complain(fields, key, `${key} is empty`);
  if (text.length > nameLimit) complain(fields, key, `${key} is longer than ${nameLimit} characters`);
  if (/\p{Cc}/u.test(text)) complain(fields, key, `${key} ${quote(text)} contains a control character`);
  return text;
}

/** One list for the many cases that have none. */
const noTags: readonly string[] = [];
const noScorers: readonly ScorerSpec[] = [];

export function readTags(fields: Fields): readonly string[] {
  const tags = readField(fields, "tags") ?? noTags;
  if (Array.isArray(tags) && tags.every((tag): tag is string => typeof tag === "string" && tag !== "")) return tags;
  complain(fields, "tags", "tags is no list of texts", "For example: [short, german]");
  return [];
}

export function readWeight(fields: Fields): number {
  const weight = readField(fields, "weight") ?? 1;
  if (typeof weight === "number" && weight >= 0) return weight;
  complain(fields, "weight", "weight is no number of at least 0", "A case of weight 2 counts twice.");
  return 1;
}

/** Tells where `draft` is neither true nor false. */
export function readDraft(fields: Fields): void {
  const draft = readField(fields, "draft") ?? false;
  if (typeof draft !== "boolean") complain(fields, "draft", "draft is neither true nor false");
}

export function readVars(fields: Fields): JsonObject {
  const vars = readField(fields, "vars");
  if (isObject(vars)) return vars;
  complain(fields, "vars", "vars is no map", 'For example: "vars": {"text": "Hello"}');
  return {};
}

export function readScorers(fields: Fields): readonly ScorerSpec[] {
  const entries = readField(fields, "scorers");
  if (entries === null) return noScorers;
  if (!Array.isArray(entries)) {
    complain(fields, "scorers", "scorers is no list");
    return [];
  }
  return entries.flatMap((entry: Json) => {
    const result = readScorerSpec(entry, fields.placeOf("scorers"));
    if ("spec" in result) return [result.spec];
    fields.problems.push(result.problem);
    return [];
  });
}

/** Tells a mistake at the line of its key. */
export function complain(fields: Fields, key: string, message: string, hint?: string): void {
  fields.problems.push({ message, place: fields.placeOf(key), ...(hint === undefined ? {} : { hint }) });
}
