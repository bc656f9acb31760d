import { distance } from "fastest-levenshtein";
import type { ScorerFactory } from "../factory.ts";
import { scored, unscored } from "../scores.ts";
import { type TextOptions, textOptions, textPair } from "../text-pair.ts";

/** The distance costs the product of both lengths: at this one some 0.1 s. */
const maximumLength = 20_000;

/** 1 − edit distance ÷ length of the longer text, both in UTF-16 code units. */
export const levenshtein: ScorerFactory = {
  description: "How similar output and value are: 1 less the edit distance, divided by the length of the longer text.",
  example: "- levenshtein: { ignoreCase: true, trim: true }",
  options: textOptions({ trim: false, emptyValue: true }),
  metric: () => ({ kind: "bounded", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options, context) => (sample, testCase) => {
    const pair = textPair(options as unknown as TextOptions, context, sample, testCase);
    if ("reason" in pair) return unscored(pair.reason);
    const length = Math.max(pair.output.length, pair.value.length);
    if (length > maximumLength) return unscored("a text of more than 20,000 characters is not compared");
    return scored(length === 0 ? 1 : (length - distance(pair.output, pair.value)) / length);
  },
};
