import { includesText } from "../find-text.ts";
import { textScorer } from "../text-scorer.ts";

/** The value stands anywhere in the output. */
export const contains = textScorer({
  description: "Passes where the value stands somewhere in the output.",
  example: '- contains: { value: "{{expected}}" }',
  relation: "contain",
  trim: false,
  emptyValue: false,
  holds: includesText,
});
