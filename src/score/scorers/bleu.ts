import { referenceScorer } from "../reference-scorer.ts";
import { countRuns, splitTokens } from "../words.ts";

interface BleuOptions {
  readonly order: number;
  readonly smoothing: "add-one" | "none";
}

/** BLEU of one output: modified precisions up to an order, their geometric mean, and a penalty for brevity. */
export const bleu = referenceScorer({
  description:
    "How much the output's words and word sequences are those of the references (sentence BLEU, Papineni 2002).",
  example: "- bleu: { smoothing: add-one }",
  options: {
    order: {
      type: "integer",
      minimum: 1,
      maximum: 4,
      default: 4,
      description: "The longest sequences that are looked at, in words and punctuation marks; case counts.",
    },
    smoothing: {
      enum: ["add-one", "none"],
      default: "add-one",
      description:
        "`add-one` adds one to both counts of every precision but the first (Lin and Och 2004), so that one sequence without a match does not make the whole score 0; `none` is the definition for whole corpora.",
    },
  },
  together: true,
  score: (output, references, options) => {
    const { order, smoothing } = options as unknown as BleuOptions;
    const tokens = splitTokens(output);
    const others = references.map(splitTokens);
    if (tokens.length === 0) return others.some((each) => each.length === 0) ? 1 : 0;
    let sum = 0;
    for (let size = 1; size <= order; size++) {
      const extra = smoothing === "add-one" && size > 1 ? 1 : 0;
      const total = Math.max(0, tokens.length - size + 1);
      const matches = clippedMatches(tokens, others, size);
      if (matches + extra === 0) return 0;
      sum += Math.log((matches + extra) / (total + extra));
    }
    return Math.min(1, brevityPenalty(tokens.length, others) * Math.exp(sum / order));
  },
});

/** Every sequence of the output counts at most as often as the one reference has it that has it most often. */
function clippedMatches(tokens: readonly string[], references: readonly (readonly string[])[], size: number): number {
  const counted = references.map((each) => countRuns(each, size));
  let matches = 0;
  for (const [run, count] of countRuns(tokens, size)) {
    matches += Math.min(count, Math.max(...counted.map((each) => each.get(run) ?? 0)));
  }
  return matches;
}

/** 1 − r ÷ c in the exponent, where r is the length of the reference nearest in length, the shorter of two. */
function brevityPenalty(length: number, references: readonly (readonly string[])[]): number {
  const lengths = references.map((each) => each.length).sort((one, other) => one - other);
  const nearest = lengths.reduce((best, each) => (Math.abs(each - length) < Math.abs(best - length) ? each : best));
  return length >= nearest ? 1 : Math.exp(1 - nearest / length);
}
