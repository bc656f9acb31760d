import { combine } from "../combine.ts";

/** One scorer passes; of graded scores the highest. */
export const anyOf = combine({
  type: "any-of",
  description: "Passes where at least one scorer within passes; of graded scores the highest counts.",
  example: "- any-of: { name: right, scorers: [exact-match, { numeric: { tolerance: 0.5 } }] }",
  decisive: 1,
  better: (one, other) => one > other,
});
