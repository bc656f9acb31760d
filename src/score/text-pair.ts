import type { Case, CompletedSample, JsonObject } from "../model.ts";
import { caseValues } from "./case-values.ts";
import type { ScorerContext } from "./factory.ts";
import { type Normalisation, normalisationOptions, normaliseOutput, normaliseValue } from "./normalise.ts";

/** Options of every scorer that holds the output against a text. */
export interface TextOptions extends Normalisation {
  readonly value: string;
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
      ...normalisationOptions(defaults),
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
  if (missing.length > 0) return { reason: missingValues(missing) };
  return {
    output: normaliseOutput(sample.reply.text, options),
    value: normaliseValue(written, options),
    written,
  };
}

/** Why a template could not be filled. */
export function missingValues(missing: readonly string[]): string {
  return `the case has no value for ${missing.map((name) => `{{${name}}}`).join(", ")}`;
}
