import type { Comparison } from "../../model.ts";
import { inline } from "../escape.ts";
import { columns, pad, shorten } from "../layout.ts";
import { isAlone } from "../metric-words.ts";
import { formatCount, formatNarrowChange, formatNarrowInterval, formatValue, unknown } from "../numbers.ts";
import type { Painter } from "./paint.ts";

const titles = ["metric", "baseline", "candidate", "change", "interval", "n", "verdict"];
const titlesAlone = ["metric", "candidate", "threshold", "interval", "n", "verdict"];
const narrowestMetric = 8;
const widestValue = 10;
/** Longer units (tokens, characters) would push the metric's name out; sentences name them. */
const longestUnit = 2;
const gap = "  ";

/** Rows of a table under a title of their own; the first group needs none. */
export interface RowGroup {
  readonly title: string | null;
  readonly comparisons: readonly Comparison[];
}

/** One row a comparison, in columns. Where the width does not suffice, the metric's name is shortened. */
export function layTable(groups: readonly RowGroup[], width: number, painter: Painter): string[] {
  const alone = groups.every(({ comparisons }) => comparisons.every(isAlone));
  const layCells = alone ? cellsAlone : cellsCompared;
  const rows = groups.flatMap(({ comparisons }) => comparisons.map(layCells));
  const widths = (alone ? titlesAlone : titles).map((title, index) =>
    Math.max(columns(title), ...rows.map((cells) => columns(cells[index] ?? ""))),
  );
  const excess = widths.reduce((sum, one) => sum + one, gap.length * (widths.length - 1)) - width;
  const [metric = 0] = widths;
  if (excess > 0) widths[0] = Math.max(narrowestMetric, metric - excess);
  const layRow = (cells: readonly string[]): string[] =>
    cells.map((cell, index) => {
      const limit = widths[index] ?? 0;
      const isText = index === 0 || index === cells.length - 1;
      return pad(shorten(cell, limit), limit, isText ? "left" : "right");
    });
  const layComparison = (comparison: Comparison): string => {
    const cells = layRow(layCells(comparison));
    const verdict = comparison.gated
      ? painter.verdict(comparison.verdict, comparison.verdict)
      : painter.dim(comparison.verdict);
    return [...cells.slice(0, -1), verdict].join(gap);
  };
  return [
    painter.dim(
      layRow(alone ? titlesAlone : titles)
        .join(gap)
        .trimEnd(),
    ),
    ...groups.flatMap(({ title, comparisons }) => [
      ...(title === null || comparisons.length === 0 ? [] : [painter.dim(shorten(title, width))]),
      ...comparisons.map(layComparison),
    ]),
  ];
}

function cellsCompared(comparison: Comparison): string[] {
  const { metric, verdict, pairs, baseline, candidate, difference, interval } = comparison;
  return [
    inline(metric, 40),
    shorten(narrowValue(comparison, baseline), widestValue),
    shorten(narrowValue(comparison, candidate), widestValue),
    formatNarrowChange(comparison, difference),
    isAlone(comparison) ? formatEnds(comparison) : formatNarrowInterval(comparison, interval),
    formatCount(pairs),
    verdict,
  ];
}

function cellsAlone(comparison: Comparison): string[] {
  const { metric, verdict, pairs, candidate, atLeast } = comparison;
  return [
    inline(metric, 40),
    shorten(narrowValue(comparison, candidate), widestValue),
    shorten(narrowValue(comparison, atLeast), widestValue),
    formatEnds(comparison),
    formatCount(pairs),
    verdict,
  ];
}

function narrowValue(comparison: Comparison, value: number | null): string {
  const { unit } = comparison;
  return formatValue(unit !== null && unit.length > longestUnit ? { ...comparison, unit: null } : comparison, value);
}

/** The interval of the candidate's own value. */
function formatEnds(comparison: Comparison): string {
  return comparison.interval?.map((end) => shorten(narrowValue(comparison, end), widestValue)).join(" … ") ?? unknown;
}
