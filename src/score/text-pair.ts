import type { Case, CompletedSample, JsonObject } from "../model.ts";
import type { ScorerContext } from "./factory.ts";

/** Options of every scorer that holds the output against a text. */
export interface TextOptions {
  readonly value: string;
  readonly ignoreCase: boolean;
  readonly trim: boolean;
}

/** The JSON Schema of TextOptions. */
export function textOptions(defaults: { readonly trim: boolean; readonly emptyValue: boolean }): JsonObject {
  return {
    type: "object",
    additionalProperties: false,
    properties: {
      value: {
        type: "string",
        minLength: defaults.emptyValue ? 0 : 1,
        default: "{{expected}}",
        description:
          "The text to compare with: a template over the case's variables and its `id`, `expected` and `context`.",
      },
      ignoreCase: {
        type: "boolean",
        default: false,
        description: "Compare both texts in lower case, by Unicode's rules and independent of language.",
      },
      trim: {
        type: "boolean",
        default: defaults.trim,
        description: "Remove white space from both ends of the output; the value stays as it is.",
      },
    },
  };
}

/** Both texts, ready to compare, or why there are none. */
export function textPair(
  options: TextOptions,
  context: ScorerContext,
  sample: CompletedSample,
  testCase: Case,
): { readonly output: string; readonly value: string; readonly written: string } | { readonly reason: string } {
  const { text: written, missing } = context.render(options.value, caseValues(testCase));
  if (missing.length > 0) {
    return { reason: `the case has no value for ${missing.map((name) => `{{${name}}}`).join(", ")}` };
  }
  const output = options.trim ? sample.reply.text.trim() : sample.reply.text;
  return options.ignoreCase
    ? { output: output.toLowerCase(), value: written.toLowerCase(), written }
    : { output, value: written, written };
}

/** What a scorer's template may use: variables, `id` and `context` where no variable has that name, and the answer. */
export function caseValues({ vars, id, expected, context }: Case): JsonObject {
  return { id, ...(context === null ? {} : { context }), ...vars, ...(expected === null ? {} : { expected }) };
}
