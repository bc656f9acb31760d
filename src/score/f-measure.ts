/** Precision and recall, each 0…1. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
}

/** What part of each of two amounts is common to both; 0 where an amount is nothing. */
export function overlapOf(common: number, output: number, reference: number): Overlap {
  return { precision: output === 0 ? 0 : common / output, recall: reference === 0 ? 0 : common / reference };
}

/** F = (1 + β²)·P·R ÷ (β²·P + R): recall counts β times as much as precision (van Rijsbergen 1979). */
export function fMeasure({ precision, recall }: Overlap, beta = 1): number {
  const weight = beta ** 2;
  const denominator = weight * precision + recall;
  return denominator === 0 ? 0 : ((1 + weight) * precision * recall) / denominator;
}
