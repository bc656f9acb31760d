import type { Json } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { Entry } from "./entry.ts";

/** `${env:NAME}` or, in version 2, `${env:NAME:default}`. */
const environmentReference = /^\$\{env:([^:}]+)(?::([^}]*))?\}$/i;

/**
 * A text that may name an environment variable: what stands as its default, else null, and told. A prompt file never
 * reads the environment: it may come from anybody, and secrets stand there.
 */
export function withoutEnvironment(text: string, entry: Entry): string | null {
  const found = environmentReference.exec(text.trim());
  if (found === null) return text;
  if (found[2] !== undefined) return found[2];
  entry.warn(
    `${text} is not read: a prompt file does not see the environment`,
    "Write the value into assay.yml or the file.",
  );
  return null;
}

/** The same value, in which what names an environment variable is null or its default. */
export function withoutReferences(value: Json, entry: Entry): Json {
  if (typeof value === "string") return withoutEnvironment(value, entry);
  if (Array.isArray(value)) return value.map((item) => withoutReferences(item as Json, entry));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutReferences(item, entry)]));
}
