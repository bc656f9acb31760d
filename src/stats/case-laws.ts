import { commonStep } from "./common-step.ts";
import type { Tails } from "./p-value.ts";
import type { PermutedCase } from "./permuted-case.ts";
import { type Law, sumTails } from "./sum-of-laws.ts";

/** Subsets that are told apart while a law is built; 6 + 6 different scores have 4,096. */
const MOST_SUBSETS = 5_000;

/** Above this many trials of one case the binomial coefficients overflow. */
const MOST_TRIALS = 1_000;

/** Cases without a lattice have two outcomes each at least: more than these are never enumerated. */
const MOST_ENUMERATED = 20;

function binomialCoefficient(n: number, k: number): number {
  let result = 1;
  for (let j = 1; j <= k; j++) result = (result * (n - k + j)) / j;
  return result;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Ways to draw some of the scores, told apart by how many were taken and by their sum. */
interface Subset {
  readonly taken: number;
  readonly sum: number;
  readonly ways: number;
}

/** Joins subsets of the same size with the same sum up to rounding. */
function mergeSubsets(subsets: Subset[], rounding: number): Subset[] {
  subsets.sort((one, other) => one.taken - other.taken || one.sum - other.sum);
  const merged: Subset[] = [];
  for (const subset of subsets) {
    const last = merged[merged.length - 1];
    if (last && last.taken === subset.taken && subset.sum - last.sum <= rounding) {
      merged[merged.length - 1] = { ...last, ways: last.ways + subset.ways };
    } else merged.push(subset);
  }
  return merged;
}

/**
 * The distribution of the sum of `drawn` of the scores (ascending from 0), measured from the least sum: hypergeometric for
 * pass/fail. Null where there are too many different sums.
 */
function lawOfDraw(scores: readonly number[], drawn: number): Law | null {
  if (scores.length > MOST_TRIALS) return null;
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  const rounding = 1e-10 * sumOf(scores);
  let subsets: Subset[] = [{ taken: 0, sum: 0, ways: 1 }];
  let left = scores.length;
  for (const [score, count] of counts) {
    left -= count;
    const larger: Subset[] = [];
    for (const { taken, sum, ways } of subsets) {
      // At least so many that the scores still to come can fill the draw.
      for (let more = Math.max(0, drawn - taken - left); more <= Math.min(count, drawn - taken); more++) {
        larger.push({ taken: taken + more, sum: sum + more * score, ways: ways * binomialCoefficient(count, more) });
      }
    }
    if (larger.length > MOST_SUBSETS) return null;
    subsets = mergeSubsets(larger, rounding);
  }
  const all = binomialCoefficient(scores.length, drawn);
  const least = subsets[0]?.sum ?? 0;
  return {
    values: subsets.map(({ sum }) => sum - least),
    probabilities: subsets.map(({ ways }) => ways / all),
  };
}

/**
 * Where the observed difference lies among all ways to deal every case's outputs anew to the arms, exactly; null where
 * that would take too much. Every case is measured from the least that it can contribute.
 *
 * @param mostWork multiply-adds, some 1 ns each
 */
export function exactTails(cases: readonly PermutedCase[], mostWork: number): Tails | null {
  // Even laws of two values one step apart would take so much.
  if (cases.length ** 2 > mostWork) return null;
  const lifted = cases.map(({ baseline, candidate, leverage }) => {
    const sorted = [...baseline, ...candidate].sort((one, other) => one - other);
    const [lowest = 0] = sorted;
    const scores = sorted.map((score) => leverage * (score - lowest));
    const drawn = candidate.length;
    const least = sumOf(scores.slice(0, drawn));
    const won = candidate.reduce((sum, score) => sum + leverage * (score - lowest), 0);
    return { scores, drawn, above: won - least, range: sumOf(scores.slice(-drawn)) - least };
  });
  const step = commonStep(lifted.flatMap(({ scores }) => scores));
  if (step === null && cases.length > MOST_ENUMERATED) return null;
  if (step !== null && (cases.length * sumOf(lifted.map(({ range }) => range))) / step > mostWork) return null;

  // Cases with the same outputs share one law.
  const known = new Map<string, Law>();
  const laws: Law[] = [];
  for (const { scores, drawn } of lifted) {
    const key = `${drawn} ${scores.join(" ")}`;
    const law = known.get(key) ?? lawOfDraw(scores, drawn);
    if (law === null) return null;
    known.set(key, law);
    laws.push(law);
  }
  const observed = sumOf(lifted.map(({ above }) => above));
  return sumTails(laws, observed, { step, mostWork });
}
