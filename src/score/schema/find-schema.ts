import { quote, UserError } from "../../errors.ts";
import type { Json, JsonObject } from "../../model.ts";
import type { Finding, ScorerContext } from "../factory.ts";
import { compileSchema } from "./compile-schema.ts";
import type { Validate } from "./make-validator.ts";
import { describeMistake, readSchema } from "./read-schema.ts";

/** Options of every scorer that holds something against a JSON Schema; with neither, everything holds. */
export interface SchemaOptions {
  readonly schema?: string;
  readonly inline?: Json;
}

/** Mistakes in the options that show without reading a file. */
export function checkSchemaOptions(type: string, options: JsonObject): readonly Finding[] {
  const { schema, inline } = options as unknown as SchemaOptions;
  if (schema !== undefined && inline !== undefined) {
    return [{ message: `${type} has both schema and inline`, hint: "Keep one of them." }];
  }
  if (inline === undefined) return [];
  const compiled = compileInline(inline);
  return typeof compiled === "function" ? [] : compiled;
}

/** The validator that the options name. Throws a UserError for a file that is missing or cannot be used. */
export function findSchema({ schema, inline }: SchemaOptions, { files }: ScorerContext): Validate {
  if (schema !== undefined) {
    const bytes = files.get(schema) ?? null;
    if (bytes !== null) return once(bytes, () => readSchema(schema, bytes));
    throw new UserError({
      message: `no such file: ${quote(schema)}`,
      hint: "Paths are relative to the folder of assay.yml.",
    });
  }
  if (inline === undefined) return () => ({ status: "valid" });
  const compiled = compileInline(inline);
  if (typeof compiled === "function") return compiled;
  throw new UserError(compiled);
}

function compileInline(inline: Json): Validate | readonly Finding[] {
  return once(inline as object, () => {
    const compiled = compileSchema(inline);
    return typeof compiled === "function" ? compiled : compiled.map(describeMistake);
  });
}

/** What was made of a schema: the same one is checked, then made into a scorer, perhaps for each of many cases. */
const made = new WeakMap<object, unknown>();

function once<T>(source: object, make: () => T): T {
  if (!made.has(source)) made.set(source, make());
  return made.get(source) as T;
}
