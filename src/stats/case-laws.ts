import { commonStep } from "./common-step.ts";
import type { Tails } from "./p-value.ts";
import type { PermutedCases } from "./permuted-cases.ts";
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

/** The outputs of a case whatever their arms, times its leverage and measured from the lowest of them. */
interface Outputs {
  /** Ascending from 0. */
  readonly scores: readonly number[];
  readonly drawn: number;
  readonly lowest: number;
  /** The least that the candidate can get. */
  readonly least: number;
  /** How much more it can get. */
  readonly range: number;
}

function liftOutputs(sorted: Float64Array, drawn: number, leverage: number): Outputs {
  const [lowest = 0] = sorted;
  const scores = Array.from(sorted, (score) => leverage * (score - lowest));
  const least = sumOf(scores.slice(0, drawn));
  return { scores, drawn, lowest, least, range: sumOf(scores.slice(-drawn)) - least };
}

/** The outputs of every case; cases with the same ones share them, which most cases of a pass/fail metric do. */
function shareOutputs({ cases, leverage }: PermutedCases): readonly Outputs[] {
  const known = new Map<string, Outputs>();
  return cases.map(({ baseline, candidate }, index) => {
    const sorted = new Float64Array(baseline.length + candidate.length);
    sorted.set(baseline);
    sorted.set(candidate, baseline.length);
    sorted.sort();
    const lever = leverage[index] ?? 0;
    const key = `${candidate.length} ${lever} ${sorted.join(" ")}`;
    const same = known.get(key) ?? liftOutputs(sorted, candidate.length, lever);
    known.set(key, same);
    return same;
  });
}

/**
 * Where the observed difference lies among all ways to deal every case's outputs anew to the arms, exactly; null where
 * that would take too much. Every case is measured from the least that it can contribute.
 *
 * @param mostWork multiply-adds, some 0.5 ns each
 */
export function exactTails(permuted: PermutedCases, mostWork: number): Tails | null {
  const { cases, leverage } = permuted;
  // Even laws of two values one step apart would take so much.
  if (cases.length ** 2 > mostWork) return null;
  const outputs = shareOutputs(permuted);
  const distinct = [...new Set(outputs)];
  const step = commonStep(distinct.flatMap(({ scores }) => scores));
  if (step === null && cases.length > MOST_ENUMERATED) return null;
  if (step !== null && (cases.length * sumOf(outputs.map(({ range }) => range))) / step > mostWork) return null;

  const laws = new Map<Outputs, Law>();
  for (const each of distinct) {
    const law = lawOfDraw(each.scores, each.drawn);
    if (law === null) return null;
    laws.set(each, law);
  }
  let observed = 0;
  for (const [index, { lowest, least }] of outputs.entries()) {
    const lever = leverage[index] ?? 0;
    let won = 0;
    for (const score of cases[index]?.candidate ?? []) won += lever * (score - lowest);
    observed += won - least;
  }
  return sumTails(
    outputs.map((each) => laws.get(each) as Law),
    observed,
    { step, mostWork },
  );
}
