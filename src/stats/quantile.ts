/**
 * The sample quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7; the default of R and
 * NumPy). Null without values.
 *
 * @param p share of the values below, 0…1
 */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}
