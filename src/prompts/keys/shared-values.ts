import type { Json, JsonObject } from "../../model.ts";
import { canonicalHash, isObject } from "../../source/json.ts";
import type { Includes } from "../prompt-format.ts";
import type { Entry } from "./entry.ts";
import { fileReference, readReferenced } from "./prompty-samples.ts";

/** Front matter whose values stand in files of the repository, and which files those are. */
export interface SharedValues {
  readonly value: JsonObject;
  /** Path → SHA-256 over the canonical JSON of what it holds: its layout does not matter. */
  readonly shared: Readonly<Record<string, string>>;
}

/** Puts the values of `${file:…}` in their places under these keys; what else stands there is left as it is. */
export function readSharedValues(file: Entry, keys: readonly string[], path: string, includes: Includes): SharedValues {
  const shared: Record<string, string> = {};
  const resolve = (value: Json, entry: Entry): Json => {
    if (typeof value === "string") {
      const written = fileReference.exec(value.trim())?.[1];
      if (written === undefined) return value;
      const found = readReferenced(written, entry, path, includes);
      if (found === null) return null;
      shared[found.path] = canonicalHash(found.value);
      return found.value;
    }
    if (Array.isArray(value)) return value.map((item) => resolve(item as Json, entry));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, entry.at(key))]));
  };
  const whole = isObject(file.value) ? file.value : {};
  const value = Object.fromEntries(
    Object.entries(whole).map(([key, item]) => [key, keys.includes(key) ? resolve(item, file.at(key)) : item]),
  );
  return { value, shared };
}
