import type { PermutationCase } from "../../src/stats/within-case-permutation.ts";

/** Every way to choose `count` of the indices 0…size−1. */
function choose(size: number, count: number, from = 0): number[][] {
  if (count === 0) return [[]];
  const ways: number[][] = [];
  for (let first = from; first <= size - count; first++) {
    for (const rest of choose(size, count - 1, first + 1)) ways.push([first, ...rest]);
  }
  return ways;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** All differences that dealing the outputs of every case anew can give, one by one: slow and plain, to compare with. */
export function allDifferences(cases: readonly PermutationCase[]): number[] {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  let sums = [0];
  for (const { weight, baseline, candidate } of cases) {
    const outputs = [...baseline, ...candidate];
    const parts = choose(outputs.length, candidate.length).map((chosen) => {
      const won = outputs.filter((_, index) => chosen.includes(index));
      const rest = outputs.filter((_, index) => !chosen.includes(index));
      return (weight / total) * (mean(won) - mean(rest));
    });
    sums = sums.flatMap((sum) => parts.map((part) => sum + part));
  }
  return sums;
}

/** The observed difference. */
export function observedDifference(cases: readonly PermutationCase[]): number {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  return cases.reduce(
    (sum, { weight, baseline, candidate }) => sum + (weight / total) * (mean(candidate) - mean(baseline)),
    0,
  );
}
