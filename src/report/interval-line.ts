import type { Comparison } from "../model.ts";

const left = "worse ";
const right = " better";

/**
 * The interval as a picture of at most `width` columns, worse always on the left whatever the metric's direction:
 * `worse ├─────●──┊──┤  0   better`. `●` is the estimate, `0` no change, `┊` the tolerated loss. Empty where there is
 * no interval, or no room.
 */
export function drawInterval(
  { difference, interval, margin }: Pick<Comparison, "difference" | "interval" | "margin">,
  width: number,
): string {
  const cells = Math.min(width, 72) - left.length - right.length;
  const points = [difference, ...(interval ?? [null]), margin ?? 0];
  if (cells < 12 || difference === null || interval === null || !points.every(Number.isFinite)) return "";
  const [low, high] = interval;
  const tolerated = margin === null ? null : -margin;
  const from = Math.min(low, difference, tolerated ?? 0, 0);
  const to = Math.max(high, difference, 0);
  if (from === to) return "";
  // One cell stays free at each end, so that two marks which must differ can be moved apart.
  const cellOf = (value: number): number => 1 + Math.round(((value - from) / (to - from)) * (cells - 3));
  const lowCell = cellOf(low);
  const axis: string[] = Array.from({ length: cells }, () => " ");
  axis.fill("─", lowCell, cellOf(high));
  axis[cellOf(high)] = "┤";
  axis[lowCell] = "├";
  if (tolerated !== null) {
    // The verdict rests on which side of the tolerance the low end lies: rounding must not hide it.
    const cell = cellOf(tolerated);
    axis[low > tolerated ? Math.min(cell, lowCell - 1) : cell] = "┊";
    if (low <= tolerated && cell === lowCell) axis[lowCell - 1] = "├";
  }
  axis[cellOf(0)] = "0";
  axis[cellOf(difference)] = "●";
  return left + axis.join("") + right;
}

/** The picture alone, without a space in it: for a cell of a table, where worse stands on the left. */
export function drawIntervalCell(comparison: Parameters<typeof drawInterval>[0], cells: number): string {
  return drawInterval(comparison, cells + left.length + right.length)
    .slice(left.length, -right.length)
    .replaceAll(" ", "·");
}

/** What the marks mean, and the numbers of the table. */
export const intervalLegend = "● best guess, ├─┤ interval, ┊ your tolerance, 0 no change; % or points";
