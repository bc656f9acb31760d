import { quote } from "../errors.ts";
import type { JsonObject } from "../model.ts";
import { expectedTemplate, expectedTexts } from "./expected-texts.ts";
import type { ScorerFactory } from "./factory.ts";
import { passOrFail, scored, unscored } from "./scores.ts";
import { maximumText } from "./words.ts";

const maximumReferences = 100;

interface ReferenceTest {
  readonly description: string;
  readonly example: string;
  /** Options beside `value`. */
  readonly options: JsonObject;
  /** For a score of the whole list of references; unset: each is scored, and the best counts. */
  readonly together?: true;
  /** Whether a score is 1 or 0. */
  readonly passes?: true;
  /** Scores an output against references, 0…1. */
  readonly score: (output: string, references: readonly string[], options: JsonObject) => number;
}

/** A scorer that holds the output against one reference or several. */
export function referenceScorer(test: ReferenceTest): ScorerFactory {
  return {
    description: test.description,
    example: test.example,
    options: {
      type: "object",
      additionalProperties: false,
      properties: {
        value: {
          type: "string",
          minLength: 1,
          default: expectedTemplate,
          description: `The reference: a template over the case's variables and its \`id\`, \`expected\` and \`context\`. Where \`expected\` is a list, each entry is a reference${test.together ? "" : ", and the best score counts"}.`,
        },
        ...test.options,
      },
    },
    metric: () => ({
      kind: test.passes ? "binary" : "bounded",
      direction: "higher",
      unit: null,
      gatesByDefault: true,
    }),
    create: (options, context) => (sample, testCase) => {
      const expected = expectedTexts(options["value"] as string, context, testCase);
      if ("reason" in expected) return unscored(expected.reason);
      if (expected.texts.length > maximumReferences) return unscored("more than 100 references are not compared");
      const { text } = sample.reply;
      const length = text.length + expected.texts.reduce((sum, each) => sum + each.length, 0);
      if (length > maximumText) return unscored("texts of more than 200,000 characters in all are not compared");
      const groups = test.together ? [expected.texts] : expected.texts.map((each) => [each]);
      const best = Math.max(...groups.map((group) => test.score(text, group, options)));
      if (!test.passes) return scored(best);
      return passOrFail(best === 1, () => `expected ${expected.texts.slice(0, 3).map(quote).join(" or ")}`);
    },
  };
}
