import { quote, UserError } from "../../errors.ts";
import type { Json } from "../../model.ts";
import type { ScorerContext, ScorerFactory } from "../factory.ts";
import { compileSchema } from "../schema/compile-schema.ts";
import type { Validate } from "../schema/make-validator.ts";
import { readOutput } from "../schema/read-output.ts";
import { describeMistake, readSchema } from "../schema/read-schema.ts";
import { passOrFail, unscored } from "../scores.ts";

interface JsonSchemaOptions {
  readonly schema?: string;
  readonly inline?: Json;
  readonly fence: boolean;
}

/** The output is JSON, and holds against a schema. */
export const jsonSchema: ScorerFactory = {
  description: "Passes where the output is JSON that holds against a JSON Schema; without a schema, where it is JSON.",
  example: "- json-schema: { schema: schemas/ticket.json }",
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      schema: {
        type: "string",
        minLength: 1,
        format: "file",
        description:
          "A file, JSON or YAML, with a schema of draft 7 or 2020-12; references point into the file, `format` is not checked.",
      },
      inline: { type: "object", description: "The schema itself, instead of a file." },
      fence: {
        type: "boolean",
        default: false,
        description: "Read the JSON inside a code fence, where the whole output is one.",
      },
    },
  },
  check: (options) => {
    const { schema, inline } = options as unknown as JsonSchemaOptions;
    if (schema !== undefined && inline !== undefined) {
      return [{ message: "json-schema has both schema and inline", hint: "Keep one of them." }];
    }
    if (inline === undefined) return [];
    const compiled = compileInline(inline);
    return typeof compiled === "function" ? [] : compiled;
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options, context) => {
    const { fence, ...where } = options as unknown as JsonSchemaOptions;
    const validate = findSchema(where, context);
    return ({ reply: { text } }) => {
      const output = readOutput(text, fence);
      if (output.status === "unreadable") return unscored(output.reason);
      if (output.status === "invalid") return passOrFail(false, () => `not JSON: ${quote(text)}`);
      const validation = validate(output.value);
      if (validation.status === "undecided") return unscored(validation.reason);
      return passOrFail(validation.status === "valid", () =>
        validation.status === "invalid" ? validation.mistakes.join("; ") : "",
      );
    };
  },
};

function findSchema(
  { schema, inline }: Pick<JsonSchemaOptions, "schema" | "inline">,
  { files }: ScorerContext,
): Validate {
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

function compileInline(inline: Json): Validate | readonly { message: string; hint?: string }[] {
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
