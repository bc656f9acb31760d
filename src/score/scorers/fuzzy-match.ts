import { includesText } from "../find-text.ts";
import { referenceScorer } from "../reference-scorer.ts";
import { normaliseAnswer } from "../squad.ts";

/** The match of OpenAI Evals' class FuzzyMatch: what is empty once it is brought to the same form matches nothing else. */
export const fuzzyMatch = referenceScorer({
  description:
    "Passes where the output contains the answer or the answer the output, but for case, punctuation, English articles and white space (as FuzzyMatch in OpenAI Evals).",
  example: "- fuzzy-match",
  options: {},
  passes: true,
  score: (output, [reference = ""]) => {
    const one = normaliseAnswer(output);
    const other = normaliseAnswer(reference);
    if (one === "" || other === "") return one === other ? 1 : 0;
    return includesText(one, other) || includesText(other, one) ? 1 : 0;
  },
});
