import type { Json, JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { Entry } from "./entry.ts";
import { withoutReferences } from "./references.ts";

/** What a prompt says of its inputs. */
export interface Inputs {
  readonly defaults: JsonObject;
  /** Those that need no value. */
  readonly optional: ReadonlySet<string>;
}

/** Inputs by name, or as a list of maps with a name: their defaults, and which are not required. */
export function readInputs(entry: Entry): Inputs {
  const defaults = new Map<string, Json>();
  const optional = new Set<string>();
  for (const [name, input] of namedEntries(entry)) {
    const { value } = input;
    if (!isObject(value)) continue;
    const given = value["default"];
    if (given !== undefined && given !== null) defaults.set(name, withoutReferences(given, input));
    if (value["required"] === false) optional.add(name);
  }
  return { defaults: Object.fromEntries(defaults), optional };
}

function namedEntries(entry: Entry): readonly (readonly [string, Entry])[] {
  if (!entry.exists) return [];
  if (!Array.isArray(entry.value)) return entry.entries();
  return entry.items().flatMap((item) => {
    const name = item.at("name").text();
    return name === null ? [] : [[name, item] as const];
  });
}
