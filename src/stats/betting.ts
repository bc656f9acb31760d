/** Shares of the wealth that are staked, mixed with equal weight. */
const DEFAULT_STAKES: readonly number[] = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97];

/** Evidence that may be looked at after every case: reject at 1/α, multiply over independent runs. */
export interface EValues {
  /** Against "the mean difference is not below 0". */
  readonly worse: number;
  /** Against "the mean difference is −margin or lower". */
  readonly pass: number;
}

/** Largest e-value told, so that it stays a number. */
const LARGEST = 1e300;

/** Mean over the stakes of Π(1 + stake·gain), in logarithms; wealth that is lost stays lost. */
function mixWealth(gains: readonly number[], stakes: readonly number[]): number {
  const wealth = stakes.map((stake) =>
    Math.exp(gains.reduce((sum, gain) => sum + Math.log(Math.max(0, 1 + stake * gain)), 0)),
  );
  return Math.min(LARGEST, wealth.reduce((sum, one) => sum + one, 0) / stakes.length);
}

/**
 * Betting e-values for a mean of bounded differences, valid at any stopping time (Waudby-Smith & Ramdas 2024, JRSS-B):
 * E_worse = mean_λ Π(1 − λd), E_pass = mean_λ Π(1 + λ(d + margin)/(1 − margin)).
 *
 * @param differences candidate − baseline per case or cluster, in [−1, 1], in the order seen
 * @param margin tolerated loss, in [0, 1)
 */
export function bettingEValues(
  differences: readonly number[],
  margin: number,
  stakes: readonly number[] = DEFAULT_STAKES,
): EValues {
  return {
    worse: mixWealth(
      differences.map((difference) => -difference),
      stakes,
    ),
    pass: mixWealth(
      differences.map((difference) => (difference + margin) / (1 - margin)),
      stakes,
    ),
  };
}
