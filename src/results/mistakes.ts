import type { Problem } from "../model.ts";

/** As many as a person mends in one go. */
const told = 20;

/** Collects mistakes of any number of files in bounded memory. */
export interface Mistakes {
  add(problem: Problem): void;
  readonly count: number;
  /** The first twenty, and how many more there are. */
  problems(): readonly Problem[];
}

/** An empty collection. */
export function collectMistakes(): Mistakes {
  const first: Problem[] = [];
  let count = 0;
  return {
    add(problem) {
      if (count < told) first.push(problem);
      count++;
    },
    get count() {
      return count;
    },
    problems: () => (count > told ? [...first, { message: `and ${count - told} more` }] : first),
  };
}
