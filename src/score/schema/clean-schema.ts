import { quote } from "../../errors.ts";
import type { Json } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { compileRegex, type LinearRegex } from "../linear-regex.ts";
import { costKeyword, keywordKinds, referenceKeyword } from "./keywords.ts";
import { extendPointer, pointerKeys, valueAt } from "./pointer.ts";

/** A mistake in a schema, at a JSON pointer. */
export interface SchemaMistake {
  readonly pointer: string;
  readonly message: string;
  readonly hint?: string;
}

/** A schema made safe to compile: known keywords only, references as numbers, patterns of linear time. */
export interface CleanSchema {
  /** The root, then every schema that a reference names; `assay:reference` is an index of this list. */
  readonly definitions: readonly { readonly pointer: string; readonly schema: Json }[];
  readonly patterns: ReadonlyMap<string, LinearRegex>;
  readonly mistakes: readonly SchemaMistake[];
}

/** Compiling takes some 0.2 ms a schema, and more where there are many. */
const maximumSchemas = 500;
const maximumMistakes = 20;

/**
 * Copies the parts of a schema that say something about a value. No name, reference or text of the schema's author
 * reaches the validator but property names, values to compare with, and patterns: what it need not know cannot hurt it.
 */
export function cleanSchema(root: Json): CleanSchema {
  return new SchemaCleaner(root).clean();
}

class SchemaCleaner {
  readonly #root: Json;
  /** The pointers of the definitions, in the order in which they were first named. */
  readonly #pointers = [""];
  readonly #patterns = new Map<string, LinearRegex>();
  readonly #mistakes: SchemaMistake[] = [];
  #schemas = 0;

  constructor(root: Json) {
    this.#root = root;
  }

  clean(): CleanSchema {
    const definitions: { pointer: string; schema: Json }[] = [];
    for (let index = 0; index < this.#pointers.length; index++) {
      const pointer = this.#pointers[index] as string;
      const schema = valueAt(this.#root, pointerKeys(pointer) ?? []) as Json;
      definitions.push({ pointer, schema: this.#schema(schema, pointer) });
    }
    return { definitions, patterns: this.#patterns, mistakes: this.#mistakes };
  }

  #schema(schema: Json, pointer: string): Json {
    if (typeof schema === "boolean") return schema;
    if (!isObject(schema)) return this.#mistake(pointer, "a schema is an object, true or false");
    if (++this.#schemas === maximumSchemas + 1) this.#mistake("", "more than 500 schemas", "Make it simpler.");
    if (this.#schemas > maximumSchemas) return true;
    const entries: [string, Json][] = [];
    let cost = 1;
    for (const [key, value] of Object.entries(schema)) {
      const place = extendPointer(pointer, key);
      if (key === "$ref") entries.push([referenceKeyword, this.#reference(value, place)]);
      else if (key === "$id" && pointer !== "") this.#mistake(place, "a schema inside a schema has no $id", oneSchema);
      else if (key === "items" && Array.isArray(value) && schema["prefixItems"] === undefined) {
        // Until draft 7 a tuple was written with `items`, and what follows it with `additionalItems`.
        entries.push(["prefixItems", this.#part("list", value, place)]);
        const rest = schema["additionalItems"];
        if (rest !== undefined) entries.push(["items", this.#schema(rest, extendPointer(pointer, "additionalItems"))]);
      } else {
        const kind = keywordKinds.get(key);
        if (kind === "refused") this.#mistake(place, `${key} is not supported`, substitutes[key]);
        else if (kind !== undefined) entries.push([key, this.#part(kind, value, place)]);
        cost += costOf(kind, value);
      }
      if (key === "pattern") this.#pattern(value, place);
      if (key === "patternProperties" && isObject(value)) {
        for (const name of Object.keys(value)) this.#pattern(name, extendPointer(place, name));
      }
    }
    return Object.fromEntries([[costKeyword, cost], ...entries]);
  }

  /** What has not the shape that its keyword asks for stays as it is: the meta-schema tells. */
  #part(kind: string, value: Json, place: string): Json {
    if (kind === "schema") return this.#schema(value, place);
    if (kind === "list" && Array.isArray(value)) {
      return value.map((entry: Json, index) => this.#schema(entry, extendPointer(place, index)));
    }
    if (kind === "map" && isObject(value)) {
      if (Object.hasOwn(value, "__proto__")) this.#mistake(place, "a property cannot be named __proto__");
      return Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [name, this.#schema(entry, extendPointer(place, name))]),
      );
    }
    return value;
  }

  /** The index of the definition that a reference names. */
  #reference(value: Json, place: string): number {
    const keys = typeof value === "string" && value.startsWith("#") ? pointerKeys(decode(value.slice(1))) : null;
    if (typeof value !== "string" || keys === null) {
      this.#mistake(place, `the reference ${quote(String(value))} is no pointer into this schema`, oneSchema);
      return 0;
    }
    const pointer = keys.reduce(extendPointer, "");
    const known = this.#pointers.indexOf(pointer);
    if (known >= 0) return known;
    if (valueAt(this.#root, keys) === undefined) {
      this.#mistake(place, `the reference ${quote(value)} points to nothing`);
      return 0;
    }
    return this.#pointers.push(pointer) - 1;
  }

  #pattern(value: Json, place: string): void {
    if (typeof value !== "string" || this.#patterns.has(value) || this.#mistakes.length === maximumMistakes) return;
    const compiled = compileRegex(value);
    if ("message" in compiled) this.#mistake(place, compiled.message, compiled.hint);
    else this.#patterns.set(value, compiled);
  }

  #mistake(pointer: string, message: string, hint?: string): true {
    if (this.#mistakes.length < maximumMistakes) this.#mistakes.push({ pointer, message, ...(hint && { hint }) });
    return true;
  }
}

const oneSchema = 'All of the schema stands in one file, and a reference is written "#/$defs/name".';

const substitutes: Readonly<Record<string, string>> = {
  $dynamicRef: oneSchema,
  $recursiveRef: 'Write "$ref": "#".',
  dependencies: "Write dependentRequired or dependentSchemas.",
  unevaluatedItems: "Write items.",
  unevaluatedProperties: "Write additionalProperties.",
};

/** Entries to look through, or characters to compare with. */
function costOf(kind: string | undefined, value: Json): number {
  if (kind === "list" || kind === "map") return Object.keys(value ?? {}).length;
  return kind === "value" ? JSON.stringify(value).length / 8 : 0;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return "not a pointer";
  }
}
