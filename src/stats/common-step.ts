/** Below this share of the largest value a remainder is taken for rounding. */
const ROUNDING = 1e-9;

/** The finest lattice worth finding: a step smaller than this share of the largest value is no lattice but noise. */
const FINEST = 1e-5;

/** Euclid's algorithm on numbers that are multiples of a step up to rounding. */
function greatestCommonDivisor(one: number, other: number, tolerance: number): number {
  let larger = one;
  let smaller = other;
  while (smaller > tolerance) {
    const remainder = Math.abs(larger - smaller * Math.round(larger / smaller));
    larger = smaller;
    smaller = remainder;
  }
  return larger;
}

/**
 * The largest step of which all values (≥ 0) are whole multiples; null where there is none, or only one so fine that
 * nothing is gained by it. Scores given in quarters or in percent have one, measured similarities do not.
 */
export function commonStep(values: Iterable<number>): number | null {
  const distinct = [...new Set(values)].filter((value) => value > 0);
  const largest = distinct.reduce((most, value) => Math.max(most, value), 0);
  if (largest === 0) return null;
  let step = largest;
  for (const value of distinct) {
    step = greatestCommonDivisor(Math.max(step, value), Math.min(step, value), largest * ROUNDING);
    if (step < largest * FINEST) return null;
  }
  const fits = distinct.every((value) => Math.abs(value / step - Math.round(value / step)) < 1e-3);
  return fits ? step : null;
}
