import { listScorer, listTexts } from "../list-scorer.ts";

/** Every one of the values stands in the output. */
export const containsAll = listScorer({
  description: "Passes where every value stands somewhere in the output; without values, every entry of `expected`.",
  example: "- contains-all: { ignoreCase: true }",
  complaint: (missing) => (missing.length === 0 ? null : `expected to contain ${listTexts(missing)}`),
});
