import type { Json, JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";

/** The value under a key, of own properties only: a template from a stranger walks no prototype. */
export function ownValue(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) {
    return /^\d+$/.test(key) && Object.hasOwn(value, key) ? (value[Number(key)] as Json) : undefined;
  }
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at a path such as `a.b`. */
export function valueAt(values: JsonObject, path: string): Json | undefined {
  let current: Json | undefined = values;
  for (const key of path.split(".")) current = ownValue(current, key);
  return current;
}

/** A value as it stands in a text: maps and lists as JSON, nothing for null. */
export function toText(value: Json): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
