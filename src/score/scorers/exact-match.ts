import { referenceScorer } from "../reference-scorer.ts";
import { normaliseAnswer } from "../squad.ts";

/** Exact match as in SQuAD. */
export const exactMatch = referenceScorer({
  description:
    "Passes where the output is the answer, but for case, punctuation, English articles and white space (exact match, Rajpurkar 2016).",
  example: "- exact-match",
  options: {},
  passes: true,
  score: (output, [reference = ""]) => (normaliseAnswer(output) === normaliseAnswer(reference) ? 1 : 0),
});
