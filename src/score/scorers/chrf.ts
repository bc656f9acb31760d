import { fMeasure } from "../f-measure.ts";
import { referenceScorer } from "../reference-scorer.ts";

const longest = 6;

/** chrF: the F-measure of character sequences, of one to six characters, white space aside. */
export const chrf = referenceScorer({
  description: "How many sequences of 1 to 6 characters output and reference have in common (chrF, Popović 2015).",
  example: "- chrf: { beta: 2 }",
  options: {
    beta: {
      type: "number",
      minimum: 0,
      maximum: 10,
      default: 2,
      description: "How many times as much recall counts as precision: 2 is chrF2, 3 the chrF3 of the publication.",
    },
  },
  score: (output, [reference = ""], { beta }) => {
    const one = charactersOf(output);
    const other = charactersOf(reference);
    if (one.length === 0 || other.length === 0) return one.length === other.length ? 1 : 0;
    let precision = 0;
    let recall = 0;
    const orders = Math.min(longest, one.length, other.length);
    for (let size = 1; size <= orders; size++) {
      const common = commonSequences(one, other, size);
      precision += common / (one.length - size + 1);
      recall += common / (other.length - size + 1);
    }
    return fMeasure({ precision: precision / orders, recall: recall / orders }, beta as number);
  },
});

/** The characters of a text, white space left out. */
function charactersOf(text: string): readonly string[] {
  return [...text.replace(/\s+/gu, "")];
}

/** How many sequences of a size both have, each as often as both have it. */
function commonSequences(one: readonly string[], other: readonly string[], size: number): number {
  const counts = new Map<string, number>();
  for (const sequence of sequencesOf(other, size)) counts.set(sequence, (counts.get(sequence) ?? 0) + 1);
  let common = 0;
  for (const sequence of sequencesOf(one, size)) {
    const left = counts.get(sequence) ?? 0;
    if (left === 0) continue;
    counts.set(sequence, left - 1);
    common++;
  }
  return common;
}

function* sequencesOf(characters: readonly string[], size: number): Generator<string> {
  const text = characters.join("");
  // Where a character is one code unit throughout, sequences are slices: ten times as fast.
  if (text.length === characters.length) {
    for (let start = 0; start + size <= text.length; start++) yield text.slice(start, start + size);
    return;
  }
  for (let start = 0; start + size <= characters.length; start++) yield characters.slice(start, start + size).join("");
}
