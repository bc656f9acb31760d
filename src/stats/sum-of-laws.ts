import type { Tails } from "./p-value.ts";

/** A discrete distribution: distinct values, ascending from 0, each with its probability. */
export interface Law {
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
}

/** Outcomes of a full enumeration: as many as the signs of 20 differences. */
const MOST_OUTCOMES = 2 ** 20;

/** Probabilities below this are cut off: they do not show in a p-value, and arithmetic on denormal numbers is slow. */
const NEGLIGIBLE = 1e-300;

function largest(law: Law): number {
  return law.values[law.values.length - 1] ?? 0;
}

/** Adds independent laws on the lattice of `step`, one by one; null where that is too much work. */
function convolve(laws: readonly Law[], observed: number, step: number, mostWork: number): Tails | null {
  let range = 0;
  let work = 0;
  for (const law of laws) {
    range += Math.round(largest(law) / step);
    work += law.values.length * range;
  }
  if (work > mostWork) return null;

  let current = new Float64Array(range + 1);
  let next = new Float64Array(range + 1);
  let low = 0;
  let high = 0;
  current[0] = 1;
  for (const law of laws) {
    const width = Math.round(largest(law) / step);
    next.fill(0, low, high + width + 1);
    for (const [index, value] of law.values.entries()) {
      addShifted(current, next, { low, high, shift: Math.round(value / step), factor: law.probabilities[index] ?? 0 });
    }
    [current, next] = [next, current];
    high += width;
    while (low < high && (current[low] ?? 0) < NEGLIGIBLE) low++;
    while (high > low && (current[high] ?? 0) < NEGLIGIBLE) high--;
  }

  // Each tail is summed from its end, the smallest first.
  const place = Math.round(observed / step);
  let less = 0;
  for (let k = low; k <= Math.min(high, place - 1); k++) less += current[k] ?? 0;
  let greater = 0;
  for (let k = high; k >= Math.max(low, place + 1); k--) greater += current[k] ?? 0;
  return { less, equal: place >= low && place <= high ? (current[place] ?? 0) : 0, greater };
}

/** The inner loop of the convolution, in a function of its own so that it is compiled early. */
function addShifted(
  from: Float64Array,
  to: Float64Array,
  by: { readonly low: number; readonly high: number; readonly shift: number; readonly factor: number },
): void {
  const { low, high, shift, factor } = by;
  for (let k = low; k <= high; k++) to[k + shift] = (to[k + shift] ?? 0) + factor * (from[k] ?? 0);
}

/** Goes through all outcomes one by one; null where they are too many. */
function enumerate(laws: readonly Law[], observed: number): Tails | null {
  let outcomes = 1;
  for (const law of laws) {
    outcomes *= law.values.length;
    if (outcomes > MOST_OUTCOMES) return null;
  }
  let sums = Float64Array.of(0);
  let chances = Float64Array.of(1);
  for (const { values, probabilities } of laws) {
    const longerSums = new Float64Array(sums.length * values.length);
    const longerChances = new Float64Array(longerSums.length);
    for (const [index, value] of values.entries()) {
      const probability = probabilities[index] ?? 0;
      const offset = index * sums.length;
      for (let k = 0; k < sums.length; k++) {
        longerSums[offset + k] = (sums[k] ?? 0) + value;
        longerChances[offset + k] = (chances[k] ?? 0) * probability;
      }
    }
    sums = longerSums;
    chances = longerChances;
  }

  const rounding = 1e-10 * laws.reduce((sum, law) => sum + largest(law), 0);
  let less = 0;
  let equal = 0;
  let greater = 0;
  for (let k = 0; k < sums.length; k++) {
    const distance = (sums[k] ?? 0) - observed;
    const chance = chances[k] ?? 0;
    if (distance < -rounding) less += chance;
    else if (distance > rounding) greater += chance;
    else equal += chance;
  }
  return { less, equal, greater };
}

/**
 * Where an observed value lies in the distribution of a sum of independent discrete laws, exactly: by convolution where
 * all values are multiples of a step, by enumeration where the outcomes are few; null where neither can be afforded.
 *
 * @param lattice.step of which all values are multiples; null where there is none
 * @param lattice.mostWork multiply-adds of the convolution, some 1 ns each
 */
export function sumTails(
  laws: readonly Law[],
  observed: number,
  lattice: { readonly step: number | null; readonly mostWork: number },
): Tails | null {
  const { step, mostWork } = lattice;
  return (step === null ? null : convolve(laws, observed, step, mostWork)) ?? enumerate(laws, observed);
}
