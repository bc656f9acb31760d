import { fairBinomialTails } from "./binomial.ts";
import { doubleSmaller, lowerExact, lowerMid, mirrorTails } from "./p-value.ts";

/** One-sided and two-sided p-values; `lower` is small where the candidate is worse, `upper` where it is better. */
export interface McnemarResult {
  readonly lowerExact: number;
  readonly lowerMid: number;
  readonly upperExact: number;
  readonly upperMid: number;
  readonly twoSidedExact: number;
  readonly twoSidedMid: number;
}

/**
 * McNemar's test for paired pass/fail: given m = wins + losses discordant pairs, wins ~ Bin(m, ½) if nothing changed.
 *
 * Exact and mid-p variants (Fagerland, Lydersen & Laake 2013, BMC Med Res Methodol 13:91); two-sided is twice the smaller
 * tail. Without a discordant pair there is no evidence: every p-value is 1.
 *
 * @param wins cases that only the candidate passes
 * @param losses cases that only the baseline passes
 */
export function mcnemar(wins: number, losses: number): McnemarResult {
  if (wins + losses === 0) {
    return { lowerExact: 1, lowerMid: 1, upperExact: 1, upperMid: 1, twoSidedExact: 1, twoSidedMid: 1 };
  }
  const worse = fairBinomialTails(wins, wins + losses);
  const better = mirrorTails(worse);
  const exact = { lower: lowerExact(worse), upper: lowerExact(better) };
  const mid = { lower: lowerMid(worse), upper: lowerMid(better) };
  return {
    lowerExact: exact.lower,
    lowerMid: mid.lower,
    upperExact: exact.upper,
    upperMid: mid.upper,
    twoSidedExact: doubleSmaller(exact.lower, exact.upper),
    twoSidedMid: doubleSmaller(mid.lower, mid.upper),
  };
}
