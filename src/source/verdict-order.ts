import type { Verdict } from "../model.ts";

/** A map, so that the compiler misses whichever is not there. */
const verdicts: Readonly<Record<Verdict, true>> = {
  regression: true,
  "below-threshold": true,
  error: true,
  skipped: true,
  inconclusive: true,
  "no-regression": true,
  "above-threshold": true,
  improvement: true,
  new: true,
  unchanged: true,
  deleted: true,
};

/** All verdicts, from the worst to the best. */
export const verdictOrder = Object.keys(verdicts) as readonly Verdict[];
