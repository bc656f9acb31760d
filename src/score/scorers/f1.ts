import { fMeasure, overlapOf } from "../f-measure.ts";
import { referenceScorer } from "../reference-scorer.ts";
import { normaliseAnswer } from "../squad.ts";
import { commonRuns, countRuns } from "../words.ts";

/** Token F1 as in SQuAD. */
export const f1 = referenceScorer({
  description:
    "How many words output and answer have in common, but for case, punctuation and English articles (token F1, Rajpurkar 2016).",
  example: "- f1",
  options: {},
  score: (output, [reference = ""]) => {
    const one = wordsOf(output);
    const other = wordsOf(reference);
    // An answer of nothing is met by nothing alone.
    if (one.length === 0 || other.length === 0) return one.length === other.length ? 1 : 0;
    return fMeasure(overlapOf(commonRuns(countRuns(one, 1), countRuns(other, 1)), one.length, other.length));
  },
});

function wordsOf(text: string): readonly string[] {
  const normal = normaliseAnswer(text);
  return normal === "" ? [] : normal.split(" ");
}
