import type { CaseScores, TrialScore } from "../model.ts";
import { isValue } from "./pair-cases.ts";

/** How many cases tell whether trials are copies. */
export const copyWitnesses = 10;
/** How many of them must have answered twice. */
const fewestRepeated = 5;

/** What a case's trials answered, arm by arm: equal digests for equal answers, null where there is none. */
export interface RepeatedAnswers {
  readonly baseline: readonly (string | null)[];
  readonly candidate: readonly (string | null)[];
}

/**
 * Whether repeats are copies of each other (temperature 0, a cache in between): in the first ten cases the first two
 * answers are the same in every arm that has two. Copies are no evidence, and more of them are not worth buying.
 */
export function areCopies(seen: readonly RepeatedAnswers[]): boolean {
  let repeated = 0;
  for (const { baseline, candidate } of seen.slice(0, copyWitnesses)) {
    const pairs = [baseline, candidate].map((trials) => trials.filter((answer) => answer !== null).slice(0, 2));
    if (pairs.some(([first, second]) => second !== undefined && first !== second)) return false;
    if (pairs.some((pair) => pair.length === 2)) repeated++;
  }
  return repeated > 0 && repeated >= Math.min(fewestRepeated, seen.length);
}

/** Counts trials that are copies as one: the first that has a value. */
export function takeOneTrial(scores: CaseScores): CaseScores {
  const one = (trials: readonly TrialScore[]): readonly TrialScore[] => {
    const valued = trials.find(isValue) ?? trials[0];
    return valued === undefined ? [] : [valued];
  };
  return { ...scores, baseline: one(scores.baseline), candidate: one(scores.candidate) };
}
