import type { Json, JsonObject } from "../model.ts";
import { isObject } from "../source/json.ts";

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** The names that a template's texts stand for: `vars.question`, `model`. */
export function namesIn(template: Json): readonly string[] {
  if (typeof template === "string") return [...template.matchAll(placeholder)].map(([, name]) => name ?? "");
  const inner = Array.isArray(template) ? template : isObject(template) ? Object.values(template) : [];
  return (inner as readonly Json[]).flatMap(namesIn);
}

/** The value behind a name, by its own keys only; undefined where there is none. */
function lookUp(values: JsonObject, name: string): Json | undefined {
  let value: Json | undefined = values;
  for (const key of name.split(".")) {
    value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

/** A text with its values in place, each as the text that `sink` makes of it; what has no value is empty. */
export function fillText(template: string, values: JsonObject, sink: (text: string) => string): string {
  return template.replaceAll(placeholder, (_, name: string) => sink(toText(lookUp(values, name))));
}

/** JSON with its values in place: a text that is one name alone becomes the value itself, whatever its kind. */
export function fillJson(template: Json, values: JsonObject): Json {
  if (typeof template === "string") {
    const alone = /^\{\{\s*([\w.-]+)\s*\}\}$/.exec(template)?.[1];
    return alone === undefined ? fillText(template, values, (text) => text) : (lookUp(values, alone) ?? null);
  }
  if (Array.isArray(template)) return template.map((entry) => fillJson(entry, values));
  if (!isObject(template)) return template;
  return Object.fromEntries(Object.entries(template).map(([key, entry]) => [key, fillJson(entry, values)]));
}

function toText(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
