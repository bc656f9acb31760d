import type { Json, JsonObject, Place, Problem, ScorerSpec } from "../model.ts";
import { isObject } from "./json.ts";

/**
 * Reads one entry of a list of scorers: `contains: {value: x}`, or the bare name `json-schema` where no option is needed.
 * Only the shape is read here; whether the scorer exists and its options hold is for the registry of scorers.
 */
export function readScorerSpec(entry: Json, place: Place): { spec: ScorerSpec } | { problem: Problem } {
  if (typeof entry === "string") return { spec: { type: entry, name: entry, options: {}, place } };
  const keys = isObject(entry) ? Object.keys(entry) : [];
  const type = keys[0];
  if (!isObject(entry) || type === undefined || keys.length !== 1) {
    return {
      problem: {
        message: "a scorer is one key with its options",
        hint: 'For example: - contains: { value: "{{expected}}" }',
        place,
      },
    };
  }
  const written = entry[type] ?? {};
  if (!isObject(written)) {
    return {
      problem: {
        message: `the options of ${type} are not a map`,
        hint: `For example: - ${type}: { name: mine }`,
        place,
      },
    };
  }
  const { name, ...options } = written as JsonObject & { name?: Json };
  if (name !== undefined && (typeof name !== "string" || name === "")) {
    return { problem: { message: `the name of a scorer is a text, not ${JSON.stringify(name)}`, place } };
  }
  return { spec: { type, name: name ?? type, options, place } };
}
