import { textScorer } from "../text-scorer.ts";

/** The output ends with the value. */
export const endsWith = textScorer({
  description: "Passes where the output ends with the value.",
  example: '- ends-with: { value: "Kind regards", trim: true }',
  relation: "end with",
  trim: false,
  emptyValue: false,
  holds: (output, value) => output.endsWith(value),
});
