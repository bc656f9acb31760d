import type { FileReference, Json } from "../model.ts";
import { isObject } from "./json.ts";

/** `image` or `file`, under which a reference names its path. */
export type FileKind = "image" | "file";

export function kindOf(reference: FileReference): FileKind {
  return "image" in reference ? "image" : "file";
}

/** The path as written: relative to the folder of assay.yml. */
export function pathOf(reference: FileReference): string {
  return "image" in reference ? reference.image : reference.file;
}

/** A value as a reference to a file; null where it is none. */
export function readFileReference(value: Json | undefined): FileReference | null {
  if (!isObject(value)) return null;
  const { sha256, ...named } = value;
  const [entry, ...others] = Object.entries(named);
  if (entry === undefined || others.length > 0 || !(sha256 === undefined || typeof sha256 === "string")) return null;
  const [kind, path] = entry;
  return (kind === "image" || kind === "file") && typeof path === "string" ? (value as FileReference) : null;
}

/** The value with every reference in it replaced; all else stays as it is. */
export function mapReferences(value: Json, change: (reference: FileReference) => Json): Json {
  const reference = readFileReference(value);
  if (reference !== null) return change(reference);
  if (Array.isArray(value)) return value.map((entry: Json) => mapReferences(entry, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapReferences(entry, change)]));
}
