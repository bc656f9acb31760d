import { textScorer } from "../text-scorer.ts";

/** The whole output, without the white space around it. */
export const equals = textScorer({
  description: "Passes where the output is the value, white space around the output aside.",
  example: "- equals: { ignoreCase: true }",
  relation: "equal",
  trim: true,
  emptyValue: true,
  holds: (output, value) => output === value,
});
