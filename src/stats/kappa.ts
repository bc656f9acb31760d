import { normalQuantile } from "./distributions.ts";
import type { Interval } from "./wilson.ts";

/** Agreement of two raters beyond chance. */
export interface Agreement {
  /** Share of items on which both agree; null without items. */
  readonly observed: number | null;
  /** Share expected if both rated independently of the item; null without items. */
  readonly expected: number | null;
  /** 1 perfect, 0 as by chance; null where only one category occurs, for then agreement means nothing. */
  readonly kappa: number | null;
}

/**
 * Cohen's κ (Cohen 1960): (observed − expected) / (1 − expected).
 *
 * @param table square; `table[i][j]` counts the items that the first rater put in category i and the second in j
 */
export function cohenKappa(table: readonly (readonly number[])[]): Agreement {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return { observed: null, expected: null, kappa: null };
  const observed = table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / total;
  const expected = rows.reduce((sum, count, index) => sum + (count / total) * ((columns[index] ?? 0) / total), 0);
  const single = rows.some((count, index) => count === total && columns[index] === total);
  return { observed, expected, kappa: single ? null : (observed - expected) / (1 - expected) };
}

/**
 * Interval of Cohen's κ by its large-sample variance (Fleiss, Cohen & Everitt 1969), for which half an item is added to every
 * cell: perfect agreement on few items is not taken for certain. Null where κ is.
 *
 * @param confidence two-sided, for example 0.95
 */
export function kappaInterval(table: readonly (readonly number[])[], confidence: number): Interval | null {
  const { kappa } = cohenKappa(table);
  if (kappa === null) return null;
  const smoothed = table.map((row) => row.map((count) => count + 0.5));
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(kappaVariance(smoothed));
  return { low: Math.max(-1, kappa - reach), high: Math.min(1, kappa + reach) };
}

function kappaVariance(table: readonly (readonly number[])[]): number {
  const total = table.reduce((sum, row) => sum + row.reduce((part, count) => part + count, 0), 0);
  const share = (row: number, column: number): number => (table[row]?.[column] ?? 0) / total;
  const indexes = [...table.keys()];
  const sumOver = (value: (index: number) => number): number => indexes.reduce((sum, index) => sum + value(index), 0);
  const rows = indexes.map((row) => sumOver((column) => share(row, column)));
  const columns = indexes.map((column) => sumOver((row) => share(row, column)));
  const observed = sumOver((index) => share(index, index));
  const expected = sumOver((index) => (rows[index] ?? 0) * (columns[index] ?? 0));
  const kappa = (observed - expected) / (1 - expected);
  const agreeing = sumOver(
    (index) => share(index, index) * (1 - ((rows[index] ?? 0) + (columns[index] ?? 0)) * (1 - kappa)) ** 2,
  );
  const differing = sumOver((row) =>
    sumOver((column) => (row === column ? 0 : share(row, column) * ((columns[row] ?? 0) + (rows[column] ?? 0)) ** 2)),
  );
  const chance = (kappa - expected * (1 - kappa)) ** 2;
  return Math.max(0, (agreeing + (1 - kappa) ** 2 * differing - chance) / ((1 - expected) ** 2 * total));
}
