import { cohenKappa, kappaInterval } from "./kappa.ts";
import { wilson } from "./wilson.ts";

/** A share with its interval. */
export interface MeasuredRate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Of how many. */
  readonly of: number;
}

/** How a judge agrees with people. */
export interface JudgeAgreement {
  /** Null without labels. */
  readonly accuracy: MeasuredRate | null;
  /** Value null where only one category occurs. */
  readonly kappa: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** Of what people pass, what the judge passes; null where nothing can pass, or people pass nothing. */
  readonly truePositiveRate: MeasuredRate | null;
  /** Of what people fail, what the judge passes. */
  readonly falsePositiveRate: MeasuredRate | null;
}

/**
 * Measures a judge against people's labels.
 *
 * @param table square; `table[i][j]` counts what people put in category i and the judge in j
 * @param passing index of the category that passes, of two; null where the categories are no pass and fail
 */
export function measureAgreement(
  table: readonly (readonly number[])[],
  passing: number | null,
  confidence = 0.95,
): JudgeAgreement {
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  const agreeing = table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  const { kappa } = cohenKappa(table);
  const interval = kappaInterval(table, confidence);
  const passedBy = (row: readonly number[] | undefined): MeasuredRate | null =>
    row === undefined || passing === null
      ? null
      : measureRate(
          row[passing] ?? 0,
          row.reduce((sum, count) => sum + count, 0),
          confidence,
        );
  return {
    accuracy: measureRate(agreeing, total, confidence),
    kappa: kappa === null || interval === null ? null : { value: kappa, ...interval },
    truePositiveRate: passedBy(passing === null ? undefined : table[passing]),
    falsePositiveRate: passedBy(passing === null ? undefined : table[1 - passing]),
  };
}

/** Null of nothing. */
export function measureRate(count: number, of: number, confidence = 0.95): MeasuredRate | null {
  return of === 0 ? null : { value: count / of, ...wilson(count, of, confidence), of };
}
