import { quote } from "../../errors.ts";
import type { ScorerFactory } from "../factory.ts";
import { checkSchemaOptions, findSchema, type SchemaOptions } from "../schema/find-schema.ts";
import { readOutput } from "../schema/read-output.ts";
import { passOrFail, unscored } from "../scores.ts";

interface JsonSchemaOptions extends SchemaOptions {
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
  check: (options) => checkSchemaOptions("json-schema", options),
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
