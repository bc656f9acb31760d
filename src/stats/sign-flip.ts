import { doubleSmaller } from "./p-value.ts";
import { type PermutationMethod, testPermutation } from "./permutation-test.ts";
import { permuteCases } from "./permuted-cases.ts";

/** p-values of the sign-flip test; lower is small where the differences are below 0. */
export interface SignFlipResult {
  readonly lower: number;
  readonly lowerMid: number;
  readonly upper: number;
  readonly upperMid: number;
  readonly twoSided: number;
  readonly method: PermutationMethod;
}

/**
 * Fisher's sign-flip test of paired differences (Fisher 1935): under the null each has the same chance of either sign.
 * Takes differences of cases or (weighted) sums of clusters; zeros say nothing and drop out, with only zeros every p is 1.
 * Not for unequal numbers of trials: differences are then skewed even if nothing changed.
 */
export function signFlip(
  differences: readonly number[],
  options: { readonly seed: number | string; readonly draws?: number },
): SignFlipResult {
  const flips = differences.map((difference) => ({ weight: 1, baseline: [0], candidate: [difference] }));
  const moving = permuteCases(
    flips,
    flips.map(() => 1),
  );
  const p = testPermutation(moving, { seed: options.seed, draws: options.draws ?? 100_000, strict: false });
  return {
    lower: p.lowerExact,
    lowerMid: p.lowerMid,
    upper: p.upperExact,
    upperMid: p.upperMid,
    twoSided: doubleSmaller(p.lowerExact, p.upperExact),
    method: p.method,
  };
}
