import { quote } from "../errors.ts";
import { expectedTemplate, expectedTexts } from "./expected-texts.ts";
import type { ScorerFactory } from "./factory.ts";
import { includesText } from "./find-text.ts";
import { type Normalisation, normalisationOptions, normaliseOutput, normaliseValue } from "./normalise.ts";
import { passOrFail, unscored } from "./scores.ts";

const maximumValues = 100;

interface ListOptions extends Normalisation {
  readonly values: readonly string[];
}

interface ListTest {
  readonly description: string;
  readonly example: string;
  /** Why an output fails, given the texts of which it lacks some. */
  readonly complaint: (missing: readonly string[], all: readonly string[]) => string | null;
}

/** A scorer that looks for several texts in the output. */
export function listScorer(test: ListTest): ScorerFactory {
  return {
    description: test.description,
    example: test.example,
    options: {
      type: "object",
      additionalProperties: false,
      properties: {
        values: {
          type: "array",
          minItems: 1,
          maxItems: maximumValues,
          items: { type: "string", minLength: 1 },
          default: [expectedTemplate],
          description:
            "The texts to look for, each a template over the case's variables and its `id`, `expected` and `context`; where `expected` is a list, `{{expected}}` stands for all of its entries.",
        },
        ...normalisationOptions({ trim: false }),
      },
    },
    metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
    create: (written, context) => (sample, testCase) => {
      const options = written as unknown as ListOptions;
      const output = normaliseOutput(sample.reply.text, options);
      const all: string[] = [];
      for (const template of options.values) {
        const found = expectedTexts(template, context, testCase);
        if ("reason" in found) return unscored(found.reason);
        all.push(...found.texts);
      }
      if (all.length > maximumValues) return unscored("more than 100 values are not looked for");
      if (all.includes("")) return unscored("a value is empty: every output would contain it");
      const missing = all.filter((text) => !includesText(output, normaliseValue(text, options)));
      const complaint = test.complaint(missing, all);
      return passOrFail(complaint === null, () => complaint ?? "");
    },
  };
}

/** Some texts as they stand in a reason. */
export function listTexts(texts: readonly string[]): string {
  const shown = texts.slice(0, 5).map(quote).join(", ");
  return texts.length > 5 ? `${shown} and ${texts.length - 5} more` : shown;
}
