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

/**
 * Most p-values are ordinary, and do not need the far ends, which are most of the work: what is cut off at `cut` adds up to
 * less than 1e-36, which does not show in a tail of `least` or more.
 */
const ORDINARY = { cut: 1e-45, least: 1e-18 };

function largest(law: Law): number {
  return law.values[law.values.length - 1] ?? 0;
}

/** A law on a lattice, each of its values with its probability. */
interface Taps {
  /** Its largest value, in steps. */
  readonly width: number;
  readonly shifts: Int32Array;
  readonly factors: Float64Array;
}

function layTaps({ values, probabilities }: Law, step: number): Taps {
  const shifts = Int32Array.from(values, (value) => Math.round(value / step));
  return { width: shifts[shifts.length - 1] ?? 0, shifts, factors: Float64Array.from(probabilities) };
}

/** Adds independent laws on the lattice of `step`, one by one; null where that is too much work. */
function convolve(laws: readonly Law[], observed: number, step: number, mostWork: number): Tails | null {
  const known = new Map<Law, Taps>();
  const taps = laws.map((law) => {
    const laid = known.get(law) ?? layTaps(law, step);
    known.set(law, laid);
    return laid;
  });
  let range = 0;
  let work = 0;
  for (const { width, shifts } of taps) {
    range += width;
    work += shifts.length * range;
  }
  if (work > mostWork) return null;
  const place = Math.round(observed / step);
  const tails = addTaps(taps, range, place, ORDINARY.cut);
  const smallest = Math.min(tails.less, tails.greater) + tails.equal;
  return smallest < ORDINARY.least ? addTaps(taps, range, place, NEGLIGIBLE) : tails;
}

function addTaps(taps: readonly Taps[], range: number, place: number, cut: number): Tails {
  const widest = taps.reduce((most, { width }) => Math.max(most, width), 0);
  // Room on both sides, so that no tap reaches over the ends: place k of the sum stands at `widest` + k.
  let current = new Float64Array(range + 1 + 2 * widest);
  let next = new Float64Array(current.length);
  let low = widest;
  let high = widest;
  current[low] = 1;
  for (const { width, shifts, factors } of taps) {
    // What was cut off, or is left from the law before last.
    current.fill(0, low - width, low);
    current.fill(0, high + 1, high + width + 1);
    high += width;
    next.fill(0, low, high + 1);
    for (let tap = 0; tap < shifts.length; tap += tap + 2 < shifts.length ? 4 : 2) {
      if (tap + 2 < shifts.length) addFour(current, next, low, high, shifts.subarray(tap), factors.subarray(tap));
      else addTwo(current, next, low, high, shifts.subarray(tap), factors.subarray(tap));
    }
    [current, next] = [next, current];
    while (low < high && (current[low] ?? 0) < cut) low++;
    while (high > low && (current[high] ?? 0) < cut) high--;
  }

  // Each tail is summed from its end, the smallest first.
  const at = widest + place;
  let less = 0;
  for (let k = low; k <= Math.min(high, at - 1); k++) less += current[k] ?? 0;
  let greater = 0;
  for (let k = high; k >= Math.max(low, at + 1); k--) greater += current[k] ?? 0;
  return { less, equal: at >= low && at <= high ? (current[at] ?? 0) : 0, greater };
}

/** The inner loop: four values of a law in one pass, added one after the other; missing ones are of probability 0. */
function addFour(
  from: Float64Array,
  to: Float64Array,
  low: number,
  high: number,
  [shift0 = 0, shift1 = 0, shift2 = 0, shift3 = 0]: Int32Array,
  [factor0 = 0, factor1 = 0, factor2 = 0, factor3 = 0]: Float64Array,
): void {
  for (let k = low; k <= high; k++) {
    to[k] =
      (to[k] ?? 0) +
      factor0 * (from[k - shift0] ?? 0) +
      factor1 * (from[k - shift1] ?? 0) +
      factor2 * (from[k - shift2] ?? 0) +
      factor3 * (from[k - shift3] ?? 0);
  }
}

/** The same for two. */
function addTwo(
  from: Float64Array,
  to: Float64Array,
  low: number,
  high: number,
  [shift0 = 0, shift1 = 0]: Int32Array,
  [factor0 = 0, factor1 = 0]: Float64Array,
): void {
  for (let k = low; k <= high; k++) {
    to[k] = (to[k] ?? 0) + factor0 * (from[k - shift0] ?? 0) + factor1 * (from[k - shift1] ?? 0);
  }
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
