import { listScorer, listTexts } from "../list-scorer.ts";

/** At least one of the values stands in the output. */
export const containsAny = listScorer({
  description: "Passes where at least one of the values stands somewhere in the output.",
  example: '- contains-any: { values: [refund, "{{expected}}"], ignoreCase: true }',
  complaint: (missing, all) => (missing.length < all.length ? null : `expected to contain one of ${listTexts(all)}`),
});
