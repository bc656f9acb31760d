/**
 * How far the score bound lies from the estimate: x = ½(c²ρ + √(c⁴ρ² + 4c²V)).
 *
 * Solves x² = c²(V + ρx): besides the variance V that was seen stands the variance ρx of the losses that would have to
 * exist if the true difference were x lower, but were not seen. Without any discordance x is c²ρ (to first order Tango's
 * z²/(n + z²), like the rule of three), never 0.
 *
 * @param c quantile of Student's t at the one-sided confidence; ∞ gives ∞
 * @param variance V, permutation variance of the difference
 * @param rho variance per unit of unseen loss, see `unseenLoss`
 */
export function scoreBoundOffset(c: number, variance: number, rho: number): number {
  if (!Number.isFinite(c)) return Number.POSITIVE_INFINITY;
  const loss = c * c * rho;
  return (loss + Math.sqrt(loss * loss + 4 * c * c * variance)) / 2;
}

/** What the score bound needs to know of a comparison, whose cases are given one by one. */
export interface UnseenLossInput {
  /** Mean score of the baseline, 0…1 with larger better. */
  readonly baselineMean: number;
  /** R: 1 for pass/fail, else the largest range within any case (1 where that is 0). */
  readonly range: number;
  /** Cases seen; their weights sum to 1. */
  readonly cases: readonly { readonly weight: number; readonly trialsCandidate: number }[];
  /** Whether every case has one trial in both arms. */
  readonly singleTrial: boolean;
}

/**
 * ρ = g·R·Σ wᵢ²/K_C,ᵢ for the lower bound. A loss needs something to lose: g = max(0, 2·baseline mean − 1), but 1 with
 * fewer than 30 cases of one trial, where the mean itself is too uncertain.
 */
export function unseenLoss(input: UnseenLossInput): number {
  const { baselineMean, range, cases, singleTrial } = input;
  const squaresPerTrial = cases.reduce((sum, { weight, trialsCandidate }) => sum + weight ** 2 / trialsCandidate, 0);
  return unseenLossOver({ baselineMean, range, cases: cases.length, squaresPerTrial, singleTrial });
}

/** The same where Σ wᵢ²/K_C,ᵢ has been added up. */
export function unseenLossOver(
  input: Omit<UnseenLossInput, "cases"> & { readonly cases: number; readonly squaresPerTrial: number },
): number {
  const { baselineMean, range, cases, squaresPerTrial, singleTrial } = input;
  const share = singleTrial && cases < 30 ? 1 : Math.max(0, 2 * baselineMean - 1);
  return share * range * squaresPerTrial;
}

/**
 * V* and ρ* for a planned look that has seen only a share of the cases: the rest may vary like the cases seen, and any of
 * them may be broken in all its trials. Without ρ* an early pass on all-or-nothing cases is false far too often.
 *
 * @param look.share cases seen ÷ all cases, 0…1
 * @param look.varianceOfMean Var(dᵢ)/m over the m cases seen
 * @param look.wholeCaseLoss R·Σwᵢ² over the cases seen
 */
export function boundInputsAtLook(look: {
  readonly share: number;
  readonly variance: number;
  readonly varianceOfMean: number;
  readonly rho: number;
  readonly wholeCaseLoss: number;
}): { readonly variance: number; readonly rho: number } {
  const unseen = 1 - look.share;
  return {
    variance: look.share * look.variance + unseen * Math.max(look.variance, look.varianceOfMean),
    rho: look.share * look.rho + unseen * look.wholeCaseLoss,
  };
}

/**
 * How many broken cases a look may have missed: the most of which, with the given chance or more, none is among the cases
 * seen, D with (1 − f)^D > level. The score bound presumes that many could have been seen; where one or two broken cases
 * make up the margin, a late look that happened to miss them would pass far too often.
 *
 * @param share f, cases seen ÷ all cases, 0…1
 * @param level one-sided level of the look; 0 rules nothing out
 */
export function casesMissed(share: number, level: number): number {
  if (share >= 1) return 0;
  if (share <= 0 || level <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.ceil(Math.log(level) / Math.log1p(-share)) - 1);
}
