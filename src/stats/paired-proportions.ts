import { normalQuantile } from "./distributions.ts";
import { type Interval, wilson } from "./wilson.ts";

/** How n paired pass/fail cases came out. */
export interface PairedTable {
  readonly bothPass: number;
  readonly candidateOnly: number;
  readonly baselineOnly: number;
  readonly bothFail: number;
}

/** An estimate of candidate minus baseline with its two-sided interval. */
export interface DifferenceInterval extends Interval {
  readonly difference: number;
}

const UNKNOWN: DifferenceInterval = { difference: 0, low: -1, high: 1 };

/**
 * Newcombe's square-and-add interval for the difference of paired proportions (Newcombe 1998, method 10): two Wilson
 * intervals joined with the correlation φ, whose numerator ad − bc loses n/2 where it is positive (but not below 0).
 */
export function newcombe(table: PairedTable, confidence: number): DifferenceInterval {
  const { bothPass, candidateOnly, baselineOnly, bothFail } = table;
  const n = bothPass + candidateOnly + baselineOnly + bothFail;
  if (n <= 0) return UNKNOWN;
  const candidatePasses = bothPass + candidateOnly;
  const baselinePasses = bothPass + baselineOnly;
  const cross = bothPass * bothFail - candidateOnly * baselineOnly;
  const margins = candidatePasses * (n - candidatePasses) * baselinePasses * (n - baselinePasses);
  const phi = margins <= 0 ? 0 : (cross > 0 ? Math.max(0, cross - n / 2) : cross) / Math.sqrt(margins);

  const candidate = wilson(candidatePasses, n, confidence);
  const baseline = wilson(baselinePasses, n, confidence);
  const join = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
  const difference = (candidateOnly - baselineOnly) / n;
  return {
    difference,
    low: difference - join(candidatePasses / n - candidate.low, baseline.high - baselinePasses / n),
    high: difference + join(candidate.high - candidatePasses / n, baselinePasses / n - baseline.low),
  };
}

/** Bonett & Price 2012: Wald's interval for paired proportions after one case is added to each discordant cell. */
export function bonettPrice(n: number, wins: number, losses: number, confidence: number): DifferenceInterval {
  const gained = (wins + 1) / (n + 2);
  const lost = (losses + 1) / (n + 2);
  const difference = gained - lost;
  const error = Math.sqrt(Math.max(0, gained + lost - difference * difference) / (n + 2));
  const half = normalQuantile((1 + confidence) / 2) * error;
  return { difference, low: Math.max(-1, difference - half), high: Math.min(1, difference + half) };
}

/**
 * Tango's score statistic for H₀: candidate − baseline = delta0 (Tango 1998, Stat Med 17:891), standard normal under H₀;
 * positive where the observed difference is above. The loss rate under H₀ is its restricted maximum-likelihood estimate.
 * Where the variance under H₀ is 0 the statistic is 0 (the data agree) or ±∞ (they cannot occur).
 */
export function tangoZ(n: number, wins: number, losses: number, delta0: number): number {
  if (n <= 0) return 0;
  const distance = wins - losses - n * delta0;
  const linear = (2 * n - wins + losses) * delta0 - wins - losses;
  const constant = -losses * delta0 * (1 - delta0);
  const lossRate = (Math.sqrt(Math.max(0, linear * linear - 8 * n * constant)) - linear) / (4 * n);
  const variance = n * (2 * lossRate + delta0 * (1 - delta0));
  if (variance > n * 1e-15) return distance / Math.sqrt(variance);
  return Math.abs(distance) <= n * 1e-12 ? 0 : Math.sign(distance) * Number.POSITIVE_INFINITY;
}

/** Tango's interval: the differences that his score statistic does not reject, found by bisection to the last digit. */
export function tango(n: number, wins: number, losses: number, confidence: number): DifferenceInterval {
  if (n <= 0) return UNKNOWN;
  const z = normalQuantile((1 + confidence) / 2);
  const difference = (wins - losses) / n;
  const edge = (inside: number, outside: number) => {
    let near = inside;
    let far = outside;
    for (let step = 0; step < 60; step++) {
      const middle = (near + far) / 2;
      if (Math.abs(tangoZ(n, wins, losses, middle)) <= z) near = middle;
      else far = middle;
    }
    return (near + far) / 2;
  };
  return {
    difference,
    low: wins - losses === -n ? -1 : edge(difference, -1),
    high: wins - losses === n ? 1 : edge(difference, 1),
  };
}
