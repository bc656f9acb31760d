import { overlapOf } from "../f-measure.ts";
import { rouge } from "../rouge.ts";
import { commonRuns, countRuns } from "../words.ts";

/** ROUGE-1: words in common. */
export const rouge1 = rougeN(1);

/** ROUGE-2: pairs of neighbouring words in common. */
export const rouge2 = rougeN(2);

function rougeN(size: 1 | 2) {
  return rouge({
    description: `How many ${size === 1 ? "words" : "pairs of neighbouring words"} output and reference have in common (ROUGE-${size}, Lin 2004).`,
    example: `- rouge-${size}: { measure: recall }`,
    overlap: (output, reference) => {
      const runs = [countRuns(output, size), countRuns(reference, size)] as const;
      const many = (tokens: readonly string[]): number => Math.max(0, tokens.length - size + 1);
      return overlapOf(commonRuns(...runs), many(output), many(reference));
    },
  });
}
