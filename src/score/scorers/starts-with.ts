import { textScorer } from "../text-scorer.ts";

/** The output begins with the value. */
export const startsWith = textScorer({
  description: "Passes where the output begins with the value.",
  example: '- starts-with: { value: "Summary:" }',
  relation: "start with",
  trim: false,
  emptyValue: false,
  holds: (output, value) => output.startsWith(value),
});
