import { normalQuantile } from "../../src/stats/distributions.ts";
import type { ArmScores } from "./scores.ts";

/** Estimate and permutation variance after each number of cases: index m holds those of the first m. */
export interface Sums {
  readonly difference: Float64Array;
  readonly variance: Float64Array;
}

/** A slice: every so many cases, from an offset on. */
export interface Every {
  readonly step: number;
  readonly from: number;
}

const everyCase: Every = { step: 1, from: 0 };

/** Sums up case by case, so that looks which cannot decide anything are told at once. */
export function sumUp(baseline: ArmScores, candidate: ArmScores, cases: number, every = everyCase): Sums {
  const difference = new Float64Array(cases + 1);
  const variance = new Float64Array(cases + 1);
  let counted = 0;
  const both = baseline.trials + candidate.trials;
  const share = (1 / baseline.trials + 1 / candidate.trials) / (both - 1);
  let moved = 0;
  let varied = 0;
  for (let index = 0; index < cases; index++) {
    if (index % every.step !== every.from) {
      difference[index + 1] = difference[index] ?? 0;
      variance[index + 1] = variance[index] ?? 0;
      continue;
    }
    counted++;
    let baselineSum = 0;
    let candidateSum = 0;
    let squares = 0;
    for (let trial = 0; trial < baseline.trials; trial++) {
      const value = baseline.values[index * baseline.trials + trial] ?? 0;
      baselineSum += value;
      squares += value * value;
    }
    for (let trial = 0; trial < candidate.trials; trial++) {
      const value = candidate.values[index * candidate.trials + trial] ?? 0;
      candidateSum += value;
      squares += value * value;
    }
    moved += candidateSum / candidate.trials - baselineSum / baseline.trials;
    varied += Math.max(0, squares - (baselineSum + candidateSum) ** 2 / both) * share;
    difference[index + 1] = moved / counted;
    variance[index + 1] = varied / counted ** 2;
  }
  return { difference, variance };
}

/** Claims of which at most one is of interest in a cell. */
export type Claim = "regression" | "pass";

/**
 * Whether the gate could make the claim: false only where it surely does not, so that the gate need not be asked. The
 * slack covers how far the exact p-value may lie below the normal one; some of the looks ruled out are asked about all
 * the same (`Judge`), and a simulation fails where the gate disagrees.
 */
export function isPossible(
  claim: Claim,
  at: { readonly difference: number; readonly variance: number; readonly cases: number },
  terms: { readonly margin: number; readonly level: number },
): boolean {
  if (terms.level <= 0) return false;
  const z = -normalQuantileOf(terms.level);
  const slack = Math.max(0.2, 3 / Math.sqrt(at.cases));
  const deviation = Math.sqrt(at.variance);
  const rounding = 1e-9;
  if (claim === "regression") {
    return at.difference <= rounding - terms.margin && at.difference <= rounding - (z - slack) * deviation;
  }
  const harmless = at.difference - z * deviation > -terms.margin - rounding;
  const better = at.difference > 0 && at.difference >= (z - slack) * deviation - rounding;
  return harmless || better;
}

const quantiles = new Map<number, number>();

function normalQuantileOf(level: number): number {
  let known = quantiles.get(level);
  if (known === undefined) {
    known = normalQuantile(level);
    quantiles.set(level, known);
  }
  return known;
}
