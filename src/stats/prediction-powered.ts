/** One case that both the judge and people scored: differences candidate − baseline. */
export interface LabelledDifference {
  readonly judge: number;
  readonly human: number;
}

/** Null where there are too few cases to say. */
export interface PredictionPoweredResult {
  readonly estimate: number | null;
  readonly se: number | null;
  /** How far the judge is trusted, 0…1. */
  readonly lambda: number;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample covariance, n − 1 below. */
function covariance(one: readonly number[], other: readonly number[]): number {
  const [oneMean, otherMean] = [meanOf(one), meanOf(other)];
  return (
    one.reduce((sum, value, index) => sum + (value - oneMean) * ((other[index] ?? 0) - otherMean), 0) / (one.length - 1)
  );
}

/** The λ that makes the variance least: Cov(human, judge) / ((1 + m/N)·Var(judge)), within [0, 1]. */
function bestLambda(judge: readonly number[], labelled: readonly LabelledDifference[]): number {
  if (labelled.length < 2 || judge.length === 0) return 0;
  const judged = labelled.map((pair) => pair.judge);
  const spread = covariance(judged, judged);
  if (spread <= 0) return 0;
  const shared = covariance(
    labelled.map((pair) => pair.human),
    judged,
  );
  return Math.min(1, Math.max(0, shared / ((1 + labelled.length / judge.length) * spread)));
}

/**
 * Difference on the human scale from many judged and few labelled cases (PPI++, Angelopoulos, Duchi & Zrnic 2023, arXiv
 * 2311.01453): λ·mean(judge, unlabelled) + mean(human − λ·judge, labelled), SE² = λ²s²_judge/N + s²_rest/m.
 *
 * @param judge differences by the judge on the N cases without label
 * @param labelled the m cases with both
 * @param lambda chosen to make the variance least where not given
 */
export function predictionPowered(
  judge: readonly number[],
  labelled: readonly LabelledDifference[],
  lambda: number = bestLambda(judge, labelled),
): PredictionPoweredResult {
  const used = judge.length === 0 ? 0 : lambda;
  if (labelled.length === 0) return { estimate: null, se: null, lambda: used };
  const rest = labelled.map((pair) => pair.human - used * pair.judge);
  const estimate = (used === 0 ? 0 : used * meanOf(judge)) + meanOf(rest);
  if (rest.length < 2 || (used !== 0 && judge.length < 2)) return { estimate, se: null, lambda: used };
  const judgeVariance = used === 0 ? 0 : (used ** 2 * covariance(judge, judge)) / judge.length;
  return { estimate, se: Math.sqrt(judgeVariance + covariance(rest, rest) / rest.length), lambda: used };
}
