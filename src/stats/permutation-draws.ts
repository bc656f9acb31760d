import type { PermutedCases } from "./permuted-cases.ts";
import { createRandom } from "./random.ts";

/** Outputs dealt over all draws together: some 400 ms. */
const MOST_DEALS = 30_000_000;

/** So many draws are made however many cases there are. */
const FEWEST_DRAWS = 1_000;

/** How many draws fell below, on and above the observed difference. */
export interface DrawCounts {
  readonly less: number;
  readonly equal: number;
  readonly greater: number;
  readonly draws: number;
}

/** Deals the outputs of every case anew, many times, and counts where the difference falls. */
export function drawPermutations(permuted: PermutedCases, seed: number | string, wanted: number): DrawCounts {
  const { cases } = permuted;
  const random = createRandom(seed);
  const outputs = new Float64Array(cases.reduce((sum, one) => sum + one.baseline.length + one.candidate.length, 0));
  const sizes = new Int32Array(cases.length);
  const deals = new Int32Array(cases.length);
  const signs = new Float64Array(cases.length);
  let observed = 0;
  let spread = 0;
  let cost = 0;
  let filled = 0;
  for (const [index, { baseline, candidate }] of cases.entries()) {
    const leverage = permuted.leverage[index] ?? 0;
    // Only the smaller arm is dealt. Its sum moves the difference up if it is the candidate, down if the baseline; what
    // the other arm gets is the rest, so that a constant is left out on both sides of the comparison.
    const sign = candidate.length <= baseline.length ? 1 : -1;
    const dealt = sign > 0 ? candidate : baseline;
    const middle = dealt[0] ?? 0;
    for (const score of dealt) observed += sign * leverage * (score - middle);
    for (const score of [...baseline, ...candidate]) {
      outputs[filled++] = leverage * (score - middle);
      spread += leverage * Math.abs(score - middle);
    }
    sizes[index] = baseline.length + candidate.length;
    deals[index] = dealt.length;
    signs[index] = sign;
    cost += dealt.length;
  }

  const draws = Math.min(wanted, Math.max(FEWEST_DRAWS, Math.floor(MOST_DEALS / cost)));
  const rounding = 1e-10 * spread;
  let less = 0;
  let equal = 0;
  for (let draw = 0; draw < draws; draw++) {
    let total = 0;
    let offset = 0;
    for (let index = 0; index < sizes.length; index++) {
      const size = sizes[index] ?? 0;
      const take = deals[index] ?? 0;
      let sum = 0;
      if (take === 1) sum = outputs[offset + random.below(size)] ?? 0;
      else {
        // The first steps of a shuffle of Fisher and Yates; the order left by the last draw is as good as any.
        for (let step = 0; step < take; step++) {
          const from = offset + step + random.below(size - step);
          const score = outputs[from] ?? 0;
          outputs[from] = outputs[offset + step] ?? 0;
          outputs[offset + step] = score;
          sum += score;
        }
      }
      total += (signs[index] ?? 0) * sum;
      offset += size;
    }
    if (total < observed - rounding) less++;
    else if (total <= observed + rounding) equal++;
  }
  return { less, equal, greater: draws - less - equal, draws };
}
