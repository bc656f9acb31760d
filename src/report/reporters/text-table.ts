import type { Comparison } from "../../model.ts";
import { inline } from "../escape.ts";
import { columns, pad, shorten, wrap } from "../layout.ts";
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
  if (metric - excess < narrowestMetric && excess > 0) return layStacked(groups, width, painter);
  if (excess > 0) widths[0] = metric - excess;
  const layRow = (cells: readonly string[]): string[] =>
    cells.map((cell, index) => {
      const limit = widths[index] ?? 0;
      const isText = index === 0 || index === cells.length - 1;
      return pad(shorten(cell, limit), limit, isText ? "left" : "right");
    });
  const layComparison = (comparison: Comparison): string =>
    [...layRow(layCells(comparison)).slice(0, -1), paintVerdict(comparison, painter)].join(gap);
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

/** Where columns do not fit side by side: what is compared and its verdict on one line, the numbers below it. */
function layStacked(groups: readonly RowGroup[], width: number, painter: Painter): string[] {
  const layComparison = (comparison: Comparison): readonly string[] => {
    const { baseline, candidate, atLeast, difference, interval, pairs, verdict } = comparison;
    const alone = isAlone(comparison);
    const name = inline(comparison.metric, Math.max(narrowestMetric, width - verdict.length - gap.length));
    const values = alone
      ? [narrowValue(comparison, candidate), ...(atLeast === null ? [] : [`of ${narrowValue(comparison, atLeast)}`])]
      : [
          `${narrowValue(comparison, baseline)} → ${narrowValue(comparison, candidate)},`,
          formatNarrowChange(comparison, difference),
        ];
    const range = alone ? formatEnds(comparison) : formatNarrowInterval(comparison, interval);
    const numbers = `${values.join(" ")} (${range}), n=${formatCount(pairs)}`;
    return [
      `${name}${gap}${paintVerdict(comparison, painter)}`,
      ...wrap(numbers, width - gap.length).map((line) => `${gap}${line}`),
    ];
  };
  return groups.flatMap(({ title, comparisons }) => [
    ...(title === null || comparisons.length === 0 ? [] : [painter.dim(shorten(title, width))]),
    ...comparisons.flatMap(layComparison),
  ]);
}

function paintVerdict({ gated, verdict }: Comparison, painter: Painter): string {
  return gated ? painter.verdict(verdict, verdict) : painter.dim(verdict);
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
