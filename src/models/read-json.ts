import type { Json, ToolCall } from "../model.ts";
import { isObject } from "../source/json.ts";

/** A string of a foreign body; null where it is none. */
export function text(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** A number of things or of dollars of a foreign body; null where it is none. */
export function count(value: Json | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}

/** A tool call as chat completions write it, or with its name and arguments at the top; null where it is none. */
export function readToolCall(value: Json | undefined): ToolCall | null {
  if (!isObject(value)) return null;
  const inner = [value["function"], value["custom"]].find(isObject) ?? value;
  const name = text(inner["name"]);
  const written = inner["arguments"] ?? inner["input"] ?? {};
  if (name === null) return null;
  return { id: text(value["id"]), name, arguments: typeof written === "string" ? written : JSON.stringify(written) };
}
