/**
 * E-values corrected for how many there are, by the closed test of their means (Vovk & Wang 2021): where one of them is
 * rejected at 1/α, the chance of a false rejection among all of them is at most α, however they depend on each other.
 * Stronger than dividing by their number where several rows drift at once.
 */
export function adjustEValues(values: readonly number[]): readonly number[] {
  const ascending = values.toSorted((one, other) => one - other);
  return values.map((value) => {
    // The least mean of a set that holds this value: itself with the smallest of the others.
    let sum = value;
    let least = value;
    let counted = 1;
    let skipped = false;
    for (const other of ascending) {
      if (!skipped && other === value) {
        skipped = true;
        continue;
      }
      sum += other;
      counted++;
      least = Math.min(least, sum / counted);
    }
    return least;
  });
}
