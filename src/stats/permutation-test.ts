import { fairBinomialTails } from "./binomial.ts";
import { exactTails } from "./case-laws.ts";
import { normalCdf } from "./distributions.ts";
import { clampP, lowerExact, lowerMid, mirrorTails, type Tails } from "./p-value.ts";
import { drawPermutations } from "./permutation-draws.ts";
import { type PermutedCases, total } from "./permuted-cases.ts";

/** How a permutation p-value was found. */
export type PermutationMethod = "exact" | "monte-carlo" | "normal" | "degenerate";

/** One-sided p-values of a permutation test: `lower` is small where the difference is below what permutation gives. */
export interface PermutationPValues {
  readonly lowerExact: number;
  readonly lowerMid: number;
  readonly upperExact: number;
  readonly upperMid: number;
  readonly method: PermutationMethod;
}

/** How the p-values may be found. */
export interface PermutationOptions {
  readonly seed: number | string;
  /** Most draws where Monte Carlo is needed. */
  readonly draws: number;
  /** Whether the level must be guaranteed: forbids the normal value. */
  readonly strict: boolean;
}

/** Work spent on exactness where the normal value is good enough: some 5 ms. */
const WORK_BEFORE_NORMAL = 5_000_000;

/** Work spent on exactness where Monte Carlo would take longer still: some 200 ms. */
const WORK_BEFORE_DRAWS = 200_000_000;

function fromTails(tails: Tails): PermutationPValues {
  const mirrored = mirrorTails(tails);
  return {
    lowerExact: lowerExact(tails),
    lowerMid: lowerMid(tails),
    upperExact: lowerExact(mirrored),
    upperMid: lowerMid(mirrored),
    method: "exact",
  };
}

/** All that moves is the sign of one amount: the number of gains is Bin(m, ½), for any m. */
function signTails({ cases, difference }: PermutedCases): Tails | null {
  const amount = Math.abs(difference[0] ?? 0);
  let gains = 0;
  for (let index = 0; index < cases.length; index++) {
    const one = cases[index];
    if (one?.baseline.length !== 1 || one.candidate.length !== 1) return null;
    const own = difference[index] ?? 0;
    if (Math.abs(Math.abs(own) - amount) > amount * 1e-9) return null;
    if (own > 0) gains++;
  }
  return fairBinomialTails(gains, cases.length);
}

/**
 * The normal value, or null where it could be further off than 100,000 draws of Monte Carlo (standard error 0.0007 at 5 %,
 * 0.0016 at 50 %). The first terms that it neglects (Edgeworth) are at most 0.067 times the skewness and, where the arms
 * have as many trials, 0.05 divided by the effective number of cases (Σv)²/Σv².
 */
function normalValue(permuted: PermutedCases): PermutationPValues | null {
  const observed = total(permuted.difference);
  const variance = total(permuted.variance);
  let squares = 0;
  for (let index = 0; index < permuted.variance.length; index++) squares += (permuted.variance[index] ?? 0) ** 2;
  const effective = variance ** 2 / squares;
  const skewness = total(permuted.thirdMoment) / variance ** 1.5;
  if (effective < 50 || Math.abs(skewness) > 0.01) return null;
  const lower = normalCdf(observed / Math.sqrt(variance));
  const upper = normalCdf(-observed / Math.sqrt(variance));
  return { lowerExact: lower, lowerMid: lower, upperExact: upper, upperMid: upper, method: "normal" };
}

/** The observed arrangement is counted as one of the draws, so that the exact variant holds its level at any number. */
function drawnValue(permuted: PermutedCases, options: PermutationOptions): PermutationPValues {
  const { less, equal, greater, draws } = drawPermutations(permuted, options.seed, options.draws);
  return {
    lowerExact: clampP((less + equal + 1) / (draws + 1)),
    lowerMid: clampP((less + equal / 2 + 0.5) / (draws + 1)),
    upperExact: clampP((greater + equal + 1) / (draws + 1)),
    upperMid: clampP((greater + equal / 2 + 0.5) / (draws + 1)),
    method: "monte-carlo",
  };
}

/** The p-values of a sum of permuted cases, by the most accurate way that can be afforded; 1 where nothing can move. */
export function testPermutation(permuted: PermutedCases, options: PermutationOptions): PermutationPValues {
  if (permuted.cases.length === 0)
    return { lowerExact: 1, lowerMid: 1, upperExact: 1, upperMid: 1, method: "degenerate" };
  const normal = options.strict ? null : normalValue(permuted);
  const tails = signTails(permuted) ?? exactTails(permuted, normal ? WORK_BEFORE_NORMAL : WORK_BEFORE_DRAWS);
  return tails ? fromTails(tails) : (normal ?? drawnValue(permuted, options));
}
