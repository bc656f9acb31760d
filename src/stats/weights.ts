/** Weights scaled to sum to 1; all 0 where none is positive. */
export function normaliseWeights(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 0));
}

/** Kish's effective number of cases, (Σw)²/Σw²: n where all weights are equal, 0 where all are 0. */
export function effectiveCases(weights: readonly number[]): number {
  let total = 0;
  let squares = 0;
  for (const weight of weights) {
    total += weight;
    squares += weight * weight;
  }
  return squares > 0 ? total ** 2 / squares : 0;
}
