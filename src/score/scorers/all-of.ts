import { combine } from "../combine.ts";

/** Every scorer passes; of graded scores the lowest. */
export const allOf = combine({
  type: "all-of",
  description: "Passes where every scorer within passes; of graded scores the lowest counts.",
  example: '- all-of: { name: useful, scorers: [valid-json, { contains: { value: "{{expected}}" } }] }',
  decisive: 0,
  better: (one, other) => one < other,
});
