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
