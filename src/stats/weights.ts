/** Weights scaled to sum to 1; all 0 where none is positive. */
export function normaliseWeights(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 0));
}

/** Kish's effective number of cases, 1/Σwᵢ² for weights that sum to 1: n where all are equal, 0 where all are 0. */
export function effectiveCases(weights: readonly number[]): number {
  const squares = normaliseWeights(weights).reduce((sum, weight) => sum + weight * weight, 0);
  return squares > 0 ? 1 / squares : 0;
}
