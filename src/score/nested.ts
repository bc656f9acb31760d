import type { Json, Place, Problem, ScorerSpec } from "../model.ts";
import { isObject } from "../source/json.ts";
import { readScorerSpec } from "../source/scorer-spec.ts";
import type { ScorerFactory } from "./factory.ts";
import { propertiesOf } from "./options.ts";

/** The scorers that the options of another name, in their order, and what has not the shape of one. */
export interface NestedSpecs {
  readonly specs: readonly ScorerSpec[];
  readonly problems: readonly Problem[];
}

/** Reads the scorers under the options that the factory marks with `format: "scorer"`. */
export function nestedSpecs(factory: ScorerFactory, spec: ScorerSpec): NestedSpecs {
  const specs: ScorerSpec[] = [];
  const problems: Problem[] = [];
  const read = (entry: Json, pointer: string): void => {
    const place = spec.places?.[pointer] ?? spec.place;
    const result = readScorerSpec(entry, place);
    if ("problem" in result) problems.push(result.problem);
    else specs.push({ ...result.spec, places: placesBelow(spec, `${pointer}/${result.spec.type}`) });
  };
  for (const [name, schema] of Object.entries(propertiesOf(factory))) {
    const value = Object.hasOwn(spec.options, name) ? spec.options[name] : undefined;
    if (value === undefined || !isObject(schema)) continue;
    if (schema["format"] === "scorer") read(value, `/${name}`);
    const { items } = schema;
    if (items !== undefined && isObject(items) && items["format"] === "scorer" && Array.isArray(value)) {
      for (const [index, entry] of value.entries()) read(entry as Json, `/${name}/${index}`);
    }
  }
  return { specs, problems };
}

function placesBelow({ places = {} }: ScorerSpec, pointer: string): Readonly<Record<string, Place>> {
  const below = Object.entries(places).filter(([key]) => key.startsWith(`${pointer}/`));
  return Object.fromEntries(below.map(([key, place]) => [key.slice(pointer.length), place]));
}
