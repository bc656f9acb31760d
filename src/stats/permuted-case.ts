/** A case whose outputs differ, with the moments of its share of the difference under permutation. */
export interface PermutedCase {
  readonly baseline: readonly number[];
  readonly candidate: readonly number[];
  /** w(1/K_C + 1/K_B): what moving one unit of score from the baseline to the candidate adds to the difference. */
  readonly leverage: number;
  /** w·(mean of the candidate − mean of the baseline). */
  readonly difference: number;
  /** w²·v, the variance of the difference when the outputs are dealt anew to the arms. */
  readonly variance: number;
  /** The third central moment of the same, 0 where both arms have as many trials. */
  readonly thirdMoment: number;
}

/**
 * Moments of one case under permutation; null where all outputs are equal, for then nothing can move.
 *
 * v = s²(1/K_B + 1/K_C) with s² the pooled variance of all outputs. The third moment is that of a mean of K_C drawn from
 * T without replacement, μ₃(T−K_C)(T−2K_C) / (K_C²(T−1)(T−2)), times (T/K_B)³ (Cochran 1977, Sampling Techniques, ch. 2).
 */
export function permuteCase(
  baseline: readonly number[],
  candidate: readonly number[],
  weight: number,
): PermutedCase | null {
  const [first] = baseline;
  if (first === undefined || weight <= 0) return null;
  const moves = (score: number) => score !== first;
  if (!baseline.some(moves) && !candidate.some(moves)) return null;

  let baselineSum = 0;
  for (const score of baseline) baselineSum += score;
  let candidateSum = 0;
  for (const score of candidate) candidateSum += score;
  const kept = baseline.length;
  const drawn = candidate.length;
  const trials = kept + drawn;
  const mean = (baselineSum + candidateSum) / trials;
  let squares = 0;
  let cubes = 0;
  for (const score of baseline) {
    squares += (score - mean) ** 2;
    cubes += (score - mean) ** 3;
  }
  for (const score of candidate) {
    squares += (score - mean) ** 2;
    cubes += (score - mean) ** 3;
  }
  const leverage = weight * (1 / drawn + 1 / kept);
  const skew =
    kept === drawn ? 0 : ((cubes / trials) * kept * (trials - 2 * drawn)) / (drawn ** 2 * (trials - 1) * (trials - 2));
  return {
    baseline,
    candidate,
    leverage,
    difference: weight * (candidateSum / drawn - baselineSum / kept),
    variance: (squares / (trials - 1)) * leverage * weight,
    thirdMoment: skew * ((trials / kept) * weight) ** 3,
  };
}
