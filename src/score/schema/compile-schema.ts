import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json } from "../../model.ts";
import { type CleanSchema, cleanSchema, type SchemaMistake } from "./clean-schema.ts";
import { describeError } from "./describe-error.ts";
import { costKeyword } from "./keywords.ts";
import { exceeded } from "./limits.ts";
import { makeValidator, type Validate } from "./make-validator.ts";

const maximumCharacters = 262_144;
const limits = { depth: 64, nodes: 20_000 };

/** Compiles a schema (draft 7 or 2020-12), or says what is wrong with it. */
export function compileSchema(root: Json): Validate | readonly SchemaMistake[] {
  const excess = exceeded(root, limits);
  if (excess === "depth") return [{ pointer: "", message: "nested deeper than 64 levels" }];
  if (excess === "nodes" || JSON.stringify(root).length > maximumCharacters) {
    return [{ pointer: "", message: "larger than 256 KiB or 20,000 values" }];
  }
  const clean = cleanSchema(root);
  if (clean.mistakes.length > 0) return clean.mistakes;
  const mistakes = checkKeywords(clean);
  if (mistakes.length > 0) return mistakes;
  if (saysNothing(clean)) return [{ pointer: "", message: "no keyword at the root says anything about a value", hint }];
  try {
    return makeValidator(clean);
  } catch (error) {
    if (error instanceof RangeError) return [{ pointer: "", message: "too complex" }];
    return [{ pointer: "", message: (error as Error).message }];
  }
}

const hint = "Name the schema itself, not an object that wraps it: a schema that allows everything judges nothing.";

function saysNothing({ definitions }: CleanSchema): boolean {
  const [root] = definitions;
  return typeof root?.schema === "boolean" || Object.keys(root?.schema ?? {}).every((key) => key === costKeyword);
}

let metaSchema: Ajv2020 | undefined;

/** Holds every definition against the meta-schema of draft 2020-12. */
function checkKeywords({ definitions }: CleanSchema): readonly SchemaMistake[] {
  metaSchema ??= new Ajv2020({ strict: false, validateFormats: false, logger: false });
  const validator = metaSchema;
  return definitions.flatMap(({ pointer, schema }) => {
    if (validator.validateSchema(schema as object | boolean) === true) return [];
    const [error] = validator.errors ?? [];
    return [{ pointer: `${pointer}${error?.instancePath ?? ""}`, message: describeError(error) }];
  });
}
