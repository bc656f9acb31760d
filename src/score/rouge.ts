import type { JsonObject } from "../model.ts";
import { fMeasure, type Overlap } from "./f-measure.ts";
import type { ScorerFactory } from "./factory.ts";
import { referenceScorer } from "./reference-scorer.ts";
import { splitWords } from "./words.ts";

type Measure = "f1" | "recall" | "precision";

interface RougeTest {
  readonly description: string;
  readonly example: string;
  /** What the words of output and reference have in common. */
  readonly overlap: (output: readonly string[], reference: readonly string[]) => Overlap;
}

const options: JsonObject = {
  measure: {
    enum: ["f1", "recall", "precision"],
    default: "f1",
    description: "`recall` is the measure of the first publication; `f1` also counts what the output says too much.",
  },
};

/** A scorer of the ROUGE family (Lin 2004), over words in lower case, without stemming. */
export function rouge({ description, example, overlap }: RougeTest): ScorerFactory {
  return referenceScorer({
    description,
    example,
    options,
    score: (output, [reference = ""], { measure }) => {
      const found = overlap(splitWords(output.toLowerCase()), splitWords(reference.toLowerCase()));
      return (measure as Measure) === "f1" ? fMeasure(found) : found[measure as "recall" | "precision"];
    },
  });
}
