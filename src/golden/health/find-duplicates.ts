import type { Case, Json } from "../../model.ts";
import { canonicalHash, canonicalJson } from "../../source/json.ts";
import { inputWords } from "./input-words.ts";
import { createLikeness } from "./min-hash.ts";

/** A case that repeats an earlier one. */
export interface Repetition {
  /** `contradiction`: the same input, and another answer is expected. `near-duplicate`: but for a few words. */
  readonly kind: "duplicate" | "contradiction" | "near-duplicate";
  readonly testCase: Case;
  readonly earlier: Case;
}

/** Fewer words than these are the same or they are not: numbered inputs are no copies of each other. */
const fewestWords = 8;
const runLength = 3;
/** Share of the runs of words of two texts that both have. */
const likeness = 0.8;

/**
 * Cases that ask what an earlier case asks. Near duplicates expect the same answer: two that differ in a word and in what is
 * expected are a test of that word.
 */
export function findDuplicates(cases: readonly Case[]): readonly Repetition[] {
  const seen = new Map<string, Case>();
  const alike = createLikeness();
  const found: Repetition[] = [];
  for (const [index, testCase] of cases.entries()) {
    const { vars, context, conversation } = testCase;
    const input = canonicalHash({ vars, context, conversation: (conversation ?? null) as unknown as Json });
    const earlier = seen.get(input);
    if (earlier !== undefined) {
      const kind = expects(earlier) === expects(testCase) ? "duplicate" : "contradiction";
      found.push({ kind, testCase, earlier });
      continue;
    }
    seen.set(input, testCase);
    const words = inputWords(testCase);
    const near = alike
      .add(index, runsOf(words))
      .map((position) => cases[position] as Case)
      .find((other) => expects(other) === expects(testCase) && areAlike(inputWords(other), words));
    if (near !== undefined) found.push({ kind: "near-duplicate", testCase, earlier: near });
  }
  return found;
}

function expects({ expected }: Case): string {
  return canonicalJson(expected);
}

type Words = ReadonlyMap<string, readonly string[]>;

/** Every input for itself: a question is no copy of another because both stand beside the same long document. */
function areAlike(one: Words, other: Words): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([name, words]) => {
    const others = other.get(name);
    if (others === undefined) return false;
    if (words.join(" ") === others.join(" ")) return true;
    return words.length >= fewestWords && others.length >= fewestWords && shareOfRuns(words, others) >= likeness;
  });
}

/** Jaccard: common runs among all. */
function shareOfRuns(one: readonly string[], other: readonly string[]): number {
  const [left, right] = [new Set(runs(one)), new Set(runs(other))];
  let common = 0;
  for (const run of left) if (right.has(run)) common++;
  return common / (left.size + right.size - common);
}

function* runsOf(words: Words): Generator<string> {
  for (const [name, own] of words) for (const run of runs(own)) yield `${name}\0${run}`;
}

function* runs(words: readonly string[]): Generator<string> {
  if (words.length < runLength) yield words.join(" ");
  for (let start = 0; start + runLength <= words.length; start++) {
    yield words.slice(start, start + runLength).join(" ");
  }
}
