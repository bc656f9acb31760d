import { commonSubsequenceLength } from "../common-subsequence.ts";
import { overlapOf } from "../f-measure.ts";
import { rouge } from "../rouge.ts";

/** ROUGE-L: the longest common subsequence of words. */
export const rougeL = rouge({
  description:
    "How long the longest sequence of words is that output and reference have in this order, with others between (ROUGE-L, Lin 2004).",
  example: "- rouge-l",
  overlap: (output, reference) =>
    overlapOf(commonSubsequenceLength(output, reference), output.length, reference.length),
});
