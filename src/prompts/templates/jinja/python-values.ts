import type { Json } from "../../../model.ts";
import { isObject } from "../../../source/json.ts";

/** Undefined where nothing has that name. */
export type Value = Json | undefined;

/** Empty texts, lists and maps, 0, false, null and what is not there are not true. */
export function isTrue(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) ? Object.keys(value).length > 0 : Boolean(value);
}

/** Characters of a text, items of a list, keys of a map; 0 for what is not there. */
export function lengthOf(value: Value): number {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : 0;
}

/** A value as the reference engine, which is written in Python, prints it; nothing for what is not there. */
export function pythonText(value: Value): string {
  return typeof value === "string" ? value : value === undefined ? "" : represent(value);
}

function represent(value: Json): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return quoteText(value);
  if (Array.isArray(value)) return `[${value.map(represent).join(", ")}]`;
  const entries = Object.entries(value).map(([key, item]) => `${quoteText(key)}: ${represent(item)}`);
  return `{${entries.join(", ")}}`;
}

function quoteText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replace(/\\/g, "\\\\")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
    .replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped}${quote}`;
}
