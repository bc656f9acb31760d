/** Where the noise of a comparison comes from; null where the trials do not tell. Variances in squared score points. */
export interface VarianceReport {
  /** σ²_B and σ²_C: mean over cases of the variance over trials; null where no case of that arm has two. */
  readonly withinBaseline: number | null;
  readonly withinCandidate: number | null;
  /** ω², variance over cases of the true difference. */
  readonly effectVariance: number | null;
  /** Share of the scores' variance that lies between cases; 1: every case always answers alike. For scores in [0, 1]. */
  readonly intraclassCorrelation: number | null;
  /** Share of the variance of the differences that is the model answering the same case differently, 0…1. */
  readonly shareWithin: number | null;
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample variance, n − 1 below; null with fewer than two values. */
function varianceOf(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function meanWithin(arm: readonly (readonly number[])[]): number | null {
  return meanOf(arm.flatMap((trials) => varianceOf(trials) ?? []));
}

/**
 * Splits the noise into the model's and the cases' (Miller 2024, arXiv 2411.00640): ω² = max(0, Var(d) − σ²_B/K_B −
 * σ²_C/K_C), ICC = 1 − σ²/(mean·(1 − mean)) with σ² the mean of both arms. Where K differs over cases 1/K is averaged.
 *
 * @param cases scores of both arms, every list non-empty
 */
export function reportVariance(
  cases: readonly { readonly baseline: readonly number[]; readonly candidate: readonly number[] }[],
): VarianceReport {
  const armMeans = cases.map(({ baseline, candidate }) => ({
    baseline: meanOf(baseline) ?? 0,
    candidate: meanOf(candidate) ?? 0,
  }));
  const withinBaseline = meanWithin(cases.map(({ baseline }) => baseline));
  const withinCandidate = meanWithin(cases.map(({ candidate }) => candidate));
  const spread = varianceOf(armMeans.map(({ baseline, candidate }) => candidate - baseline));
  const trialNoise =
    withinBaseline === null || withinCandidate === null
      ? null
      : withinBaseline * (meanOf(cases.map(({ baseline }) => 1 / baseline.length)) ?? 0) +
        withinCandidate * (meanOf(cases.map(({ candidate }) => 1 / candidate.length)) ?? 0);

  const within = meanOf([withinBaseline, withinCandidate].flatMap((variance) => variance ?? []));
  const mean = meanOf(armMeans.flatMap(({ baseline, candidate }) => [baseline, candidate])) ?? 0;
  const total = mean * (1 - mean);
  return {
    withinBaseline,
    withinCandidate,
    effectVariance: spread === null || trialNoise === null ? null : Math.max(0, spread - trialNoise),
    intraclassCorrelation: within === null || total <= 0 ? null : 1 - within / total,
    shareWithin: spread === null || trialNoise === null || spread <= 0 ? null : Math.min(1, trialNoise / spread),
  };
}
