/** One case with the scores of both arms, oriented so that larger is better; every list is non-empty. */
export interface PermutationCase {
  readonly weight: number;
  readonly baseline: readonly number[];
  readonly candidate: readonly number[];
}

/**
 * The cases whose outputs differ, with the moments of their shares of the difference under permutation: numbers by the
 * position among them, so that a case costs 32 bytes and not four boxed numbers.
 */
export interface PermutedCases {
  readonly cases: readonly PermutationCase[];
  /** w(1/K_C + 1/K_B): what moving one unit of score from the baseline to the candidate adds to the difference. */
  readonly leverage: Float64Array;
  /** w·(mean of the candidate − mean of the baseline). */
  readonly difference: Float64Array;
  /** w²·v, the variance of the difference when the outputs are dealt anew to the arms. */
  readonly variance: Float64Array;
  /** The third central moment of the same, 0 where both arms have as many trials. */
  readonly thirdMoment: Float64Array;
}

/**
 * Moments of the cases under permutation; those whose outputs are all equal are left out, for there nothing can move.
 *
 * v = s²(1/K_B + 1/K_C) with s² the pooled variance of all outputs. The third moment is that of a mean of K_C drawn from
 * T without replacement, μ₃(T−K_C)(T−2K_C) / (K_C²(T−1)(T−2)), times (T/K_B)³ (Cochran 1977, Sampling Techniques, ch. 2).
 *
 * @param weights of the cases, summing to 1
 */
export function permuteCases(cases: readonly PermutationCase[], weights: readonly number[]): PermutedCases {
  const moving: PermutationCase[] = [];
  const shares: number[] = [];
  for (let index = 0; index < cases.length; index++) {
    const one = cases[index];
    const weight = weights[index] ?? 0;
    if (one === undefined || weight <= 0 || !canMove(one)) continue;
    moving.push(one);
    shares.push(weight);
  }
  const columns = () => new Float64Array(moving.length);
  const permuted = {
    cases: moving,
    leverage: columns(),
    difference: columns(),
    variance: columns(),
    thirdMoment: columns(),
  };
  for (let index = 0; index < moving.length; index++) {
    const one = moving[index];
    if (one !== undefined) writeMoments(permuted, index, one, shares[index] ?? 0);
  }
  return permuted;
}

function canMove({ baseline, candidate }: PermutationCase): boolean {
  const first = baseline[0];
  if (first === undefined) return false;
  for (let trial = 1; trial < baseline.length; trial++) if (baseline[trial] !== first) return true;
  for (let trial = 0; trial < candidate.length; trial++) if (candidate[trial] !== first) return true;
  return false;
}

function writeMoments(
  { leverage, difference, variance, thirdMoment }: PermutedCases,
  index: number,
  { baseline, candidate }: PermutationCase,
  weight: number,
): void {
  const kept = baseline.length;
  const drawn = candidate.length;
  const trials = kept + drawn;
  const baselineSum = sumOf(baseline);
  const candidateSum = sumOf(candidate);
  const mean = (baselineSum + candidateSum) / trials;
  const lever = weight * (1 / drawn + 1 / kept);
  const squares = addPowers(candidate, mean, 2, addPowers(baseline, mean, 2, 0));
  leverage[index] = lever;
  difference[index] = weight * (candidateSum / drawn - baselineSum / kept);
  variance[index] = (squares / (trials - 1)) * lever * weight;
  if (kept === drawn) return;
  const cubes = addPowers(candidate, mean, 3, addPowers(baseline, mean, 3, 0));
  const skew = ((cubes / trials) * kept * (trials - 2 * drawn)) / (drawn ** 2 * (trials - 1) * (trials - 2));
  thirdMoment[index] = skew * ((trials / kept) * weight) ** 3;
}

function sumOf(scores: readonly number[]): number {
  let total = 0;
  for (let trial = 0; trial < scores.length; trial++) total += scores[trial] ?? 0;
  return total;
}

function addPowers(scores: readonly number[], mean: number, power: 2 | 3, before: number): number {
  let total = before;
  for (let trial = 0; trial < scores.length; trial++) total += ((scores[trial] ?? 0) - mean) ** power;
  return total;
}

/** The sum of a column. */
export function total(column: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < column.length; index++) sum += column[index] ?? 0;
  return sum;
}
