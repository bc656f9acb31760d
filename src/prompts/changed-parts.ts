import type { CallConfiguration, Json, Part } from "../model.ts";
import { canonicalJson } from "../source/json.ts";

/** The keys of a call configuration and what a change of each is called, in the order in which they are told. */
const parts = [
  ["messages", "text"],
  ["template", "text"],
  ["defaults", "text"],
  ["model", "model"],
  ["parameters", "parameters"],
  ["format", "format"],
  ["tools", "tools"],
  ["included", "included"],
  ["partials", "included"],
] as const satisfies readonly (readonly [keyof CallConfiguration, Part])[];

/** What differs between two call configurations; the layout of the files, key order and comments never do. */
export function changedParts(before: CallConfiguration, after: CallConfiguration): readonly Part[] {
  const canonical = (value: CallConfiguration[keyof CallConfiguration]) => canonicalJson((value ?? null) as Json);
  const changed = parts.filter(([key]) => canonical(before[key]) !== canonical(after[key])).map(([, part]) => part);
  return [...new Set(changed)];
}
