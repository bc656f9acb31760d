import type { ErrorObject, ValidateFunction } from "ajv";
import type { Json, JsonObject, Problem } from "../model.ts";
import { isObject } from "../source/json.ts";
import type { YamlSource } from "../source/yaml.ts";
import { explain } from "./explain.ts";
import { extendPointer } from "./key-path.ts";
import { messages, problemLimit } from "./messages.ts";
import { configSchema, type SchemaNode } from "./schema.ts";
import type { WrittenConfig } from "./written.ts";

/** What the schema says of a file. */
export interface Validation {
  /** The file without what the schema refuses. */
  readonly written: WrittenConfig;
  readonly problems: readonly Problem[];
  /** Mistakes beyond the limit, which are only counted: to place each in a hostile file would take long. */
  readonly untold: number;
}

const compiled = new Map<string, Promise<ValidateFunction>>();

/** A validator of what stands in a file. Most files name few of the keys, and to compile them all takes several times as long. */
function compileFor(value: JsonObject): Promise<ValidateFunction> {
  const schema = narrow(configSchema, value);
  const key = JSON.stringify(schema);
  const found = compiled.get(key) ?? compileSchema(schema);
  compiled.set(key, found);
  return found;
}

/** The schema without the keys that are not written. */
function narrow(schema: SchemaNode, value: Json | undefined): SchemaNode {
  if (schema.properties === undefined || !isObject(value)) return schema;
  const written = Object.entries(schema.properties).filter(([key]) => Object.hasOwn(value, key));
  return { ...schema, properties: Object.fromEntries(written.map(([key, node]) => [key, narrow(node, value[key])])) };
}

async function compileSchema(schema: SchemaNode): Promise<ValidateFunction> {
  const { Ajv } = await import("ajv");
  // That our own schema is one is for a test to say: to check it takes longer than to compile it. To make its code short
  // takes as long again, and nobody reads it.
  const quick = { validateSchema: false, code: { optimize: false } };
  return new Ajv({ allErrors: true, allowUnionTypes: true, strict: true, ...quick }).compile(schema);
}

/** Holds a file against the schema and collects every mistake. */
export async function validate(source: YamlSource): Promise<Validation> {
  if (source.value === null) return { written: {}, problems: [], untold: 0 };
  if (!isObject(source.value)) {
    return { written: {}, problems: [{ ...messages.noMap(source.value), place: source.place([]) }], untold: 0 };
  }
  const check = await compileFor(source.value);
  check(source.value);
  const refused = new Map<string, ErrorObject>();
  for (const error of check.errors ?? []) {
    const pointer = locate(error);
    // The branches of an `anyOf` fail at the same place: one mistake.
    if (pointer !== null && !refused.has(pointer)) refused.set(pointer, error);
  }
  return {
    written: prune(source.value, "", refused) as WrittenConfig,
    problems: [...refused.values()].slice(0, problemLimit).map((error) => explain(error, source)),
    untold: Math.max(0, refused.size - problemLimit),
  };
}

/** The pointer to what an error refuses; null for an error that another one repeats. */
function locate({ keyword, instancePath, params, propertyName }: ErrorObject): string | null {
  if (keyword === "additionalProperties") return extendPointer(instancePath, params["additionalProperty"]);
  if (keyword === "propertyNames") return extendPointer(instancePath, params["propertyName"]);
  if (keyword === "required") return extendPointer(instancePath, params["missingProperty"]);
  return propertyName === undefined ? instancePath : null;
}

function prune(value: Json, pointer: string, refused: ReadonlyMap<string, unknown>): Json | undefined {
  if (refused.size === 0) return value;
  if (refused.has(pointer)) return undefined;
  // A list keeps its length, so that the numbers of its entries still hold.
  if (Array.isArray(value)) return value.map((entry, i) => prune(entry, extendPointer(pointer, i), refused) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      const kept = prune(entry, extendPointer(pointer, key), refused);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}
