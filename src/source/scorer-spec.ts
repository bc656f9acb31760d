import type { Json, JsonObject, Place, Problem, ScorerSpec } from "../model.ts";
import { isObject } from "./json.ts";

/** Where something below an entry stands. */
export type PlaceBelow = (keys: readonly (string | number)[]) => Place;

/**
 * Reads one entry of a list of scorers: `contains: {value: x}`, or the bare name `json-schema` where no option is needed.
 * Only the shape is read here; whether the scorer exists and its options hold is for the registry of scorers.
 */
export function readScorerSpec(
  entry: Json,
  place: Place,
  placeBelow: PlaceBelow | null = null,
): { spec: ScorerSpec } | { problem: Problem } {
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
  const places = placeBelow === null ? {} : nestedPlaces(options, (below) => placeBelow([type, ...below]));
  return {
    spec: { type, name: name ?? type, options, place, ...(Object.keys(places).length > 0 && { places }) },
  };
}

const deepest = 8;

/** The places of the scorers that options name under `scorer` and `scorers`, and of those that these name in turn. */
function nestedPlaces(options: JsonObject, placeBelow: PlaceBelow, depth = 0): Readonly<Record<string, Place>> {
  const entries: (readonly [keys: readonly (string | number)[], entry: Json])[] = [];
  const { scorer, scorers } = options;
  if (scorer !== undefined) entries.push([["scorer"], scorer]);
  if (Array.isArray(scorers))
    entries.push(...scorers.map((entry: Json, index) => [["scorers", index], entry] as const));
  const places: Record<string, Place> = {};
  for (const [keys, entry] of entries) {
    const pointer = `/${keys.join("/")}`;
    places[pointer] = placeBelow(keys);
    const [type, inner] = isObject(entry) ? (Object.entries(entry)[0] ?? []) : [];
    if (type === undefined || !isObject(inner ?? null) || depth === deepest) continue;
    const below = nestedPlaces(inner as JsonObject, (more) => placeBelow([...keys, type, ...more]), depth + 1);
    for (const [further, place] of Object.entries(below)) places[`${pointer}/${type}${further}`] = place;
  }
  return places;
}
