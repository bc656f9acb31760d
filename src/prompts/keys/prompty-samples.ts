import { UserError } from "../../errors.ts";
import type { Json, Row } from "../../model.ts";
import { isObject, isPlainData } from "../../source/json.ts";
import { resolveWithin } from "../../source/repository-path.ts";
import { decodePrompt } from "../decode-prompt.ts";
import type { Includes } from "../prompt-format.ts";
import type { Entry } from "./entry.ts";
import { withoutEnvironment } from "./references.ts";

/** A value that stands in a file of the repository. */
export const fileReference = /^\$\{file:([^}]+)\}$/i;

/** Sample values as rows of test data: one map, or a list of them, written here or in a file of the repository. */
export function readSamples(entry: Entry, path: string, includes: Includes): readonly Row[] {
  if (!entry.exists) return [];
  const value = resolveValue(entry.value ?? null, entry, path, includes);
  const rows: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return rows.filter(isObject).map((row) => ({ value: row, place: entry.place }));
}

function resolveValue(value: Json, entry: Entry, path: string, includes: Includes): Json {
  if (typeof value === "string") {
    const written = fileReference.exec(value.trim())?.[1];
    if (written === undefined) return withoutEnvironment(value, entry);
    return readReferenced(written, entry, path, includes)?.value ?? null;
  }
  if (Array.isArray(value)) return value.map((item) => resolveValue(item as Json, entry, path, includes));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, resolveValue(item, entry, path, includes)]);
  return Object.fromEntries(entries);
}

/** A file's text; its data where it is JSON. Null, and told, where it cannot be read. */
export function readReferenced(
  written: string,
  entry: Entry,
  from: string,
  includes: Includes,
): { readonly path: string; readonly value: Json } | null {
  const path = resolveWithin(from, written.trim());
  if (path === null) {
    entry.complain(`the file ${written} leaves the repository`, "Paths are relative to the folder of the prompt file.");
    return null;
  }
  const bytes = includes.read(path);
  if (bytes === null) {
    entry.complain(`the file ${path} is not in the repository`);
    return null;
  }
  try {
    const text = decodePrompt(path, bytes);
    if (!path.endsWith(".json")) return { path, value: text };
    const data = JSON.parse(text) as Json;
    if (isPlainData(data)) return { path, value: data };
    entry.complain(`${path} is nested too deeply`);
  } catch (error) {
    entry.complain(error instanceof UserError ? error.message : `${path} is no JSON: ${(error as Error).message}`);
  }
  return null;
}
