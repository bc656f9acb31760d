import type { Comparison, Report } from "../model.ts";
import { describeError, describeReason } from "./failure-words.ts";
import { describeInconclusive } from "./inconclusive-words.ts";
import { loss, nameMetric, nameMetricInside } from "./metric-words.ts";
import { formatAmount, formatChange, formatCounted, formatP, formatValue } from "./numbers.ts";

/** What a sentence may draw on besides the comparison itself. */
export type Setting = Pick<Report, "gate" | "failures">;

/**
 * The verdict of one comparison in words, with its numbers. One line of plain text; names in it are made visible and
 * short, but not yet escaped for Markdown.
 */
export function describeComparison(comparison: Comparison, setting: Setting): string {
  switch (comparison.verdict) {
    case "regression":
      return `${describeMove(comparison)} ${describeCertainty(comparison, setting)}, ${describeExcess(comparison)}.`;
    case "improvement":
      return `${describeMove(comparison)} This is not noise (${formatP(comparison.pBetter)}).`;
    case "no-regression":
      return describeNoRegression(comparison, setting);
    case "inconclusive":
      return describeInconclusive(comparison, setting);
    case "below-threshold":
      return `${describeAlone(comparison)}: it misses your threshold of ${formatValue(comparison, comparison.atLeast)}.`;
    case "above-threshold":
      return `${describeAlone(comparison)}: it meets your threshold of ${formatValue(comparison, comparison.atLeast)}.`;
    case "new":
      return `${describeAlone(comparison)}. There is nothing to compare it with and no threshold is set, so it passes with a warning.`;
    case "error":
      return describeError(comparison, setting.failures);
    case "skipped":
      return `${nameMetric(comparison)} was not judged${describeReason(comparison.reason)}.`;
    case "unchanged":
      return `${nameMetric(comparison)} was not compared: both versions ask for the same.`;
    case "deleted":
      return `${nameMetric(comparison)} was not judged: the prompt was deleted.`;
  }
}

function describeMove(comparison: Comparison): string {
  const { difference, direction, kind, interval, baseline, candidate } = comparison;
  const rose = (difference ?? 0) > 0 === (direction === "higher");
  const means =
    baseline === null || candidate === null
      ? ""
      : `${formatValue(comparison, baseline)} → ${formatValue(comparison, candidate)}`;
  const worst = kind === "ratio" && interval !== null ? [describeWorst(comparison, interval[0])] : [];
  const details = [...worst, ...(means === "" ? [] : [means])].join("; ");
  const verb = rose ? "rose" : "fell";
  return `${nameMetric(comparison)} ${verb} by ${formatAmount(comparison, difference)}${details === "" ? "" : ` (${details})`}.`;
}

/** The bad end of the interval; its sign is told where it is on the other side of the estimate. */
function describeWorst(comparison: Comparison, low: number): string {
  const sameSide = low < 0 && (comparison.difference ?? 0) < 0;
  return `at worst ${sameSide ? formatAmount(comparison, low) : formatChange(comparison, low)}`;
}

function describeCertainty({ pValue, adjustedPValue, gated, slice }: Comparison, { gate }: Setting): string {
  const corrected = adjustedPValue !== null && pValue !== null && adjustedPValue > pValue;
  // What gates is corrected over the whole run; slices that are watched among themselves.
  const family =
    gated || slice === null ? `for ${formatCounted(gate.gatingComparisons, "gating comparison")}` : "among the slices";
  const adjusted = corrected ? `; corrected ${family}, ${formatP(adjustedPValue)}` : "";
  return `This is not noise (${formatP(pValue)}${adjusted})`;
}

function describeExcess(comparison: Comparison): string {
  const { margin, difference } = comparison;
  if (margin === null) return "and it counts";
  const more = Math.abs(difference ?? 0) > margin + 1e-9;
  return `and it is ${more ? "more than" : "as much as"} your tolerance of ${formatAmount(comparison, margin)}`;
}

function describeNoRegression(comparison: Comparison, { gate }: Setting): string {
  const { margin, interval, pValue, difference } = comparison;
  const tolerance = margin === null ? "" : ` beyond your tolerance of ${formatAmount(comparison, margin)}`;
  const worst = interval === null ? "" : `: at worst ${formatChange(comparison, interval[0])}`;
  const small =
    pValue !== null && pValue <= gate.alpha && (difference ?? 0) < 0
      ? ` There is a small real ${loss(comparison)} of ${formatAmount(comparison, difference)} (${formatP(pValue)}).`
      : "";
  return `No ${loss(comparison)}${tolerance} in the ${nameMetricInside(comparison)}${worst}.${small}`;
}

function describeAlone(comparison: Comparison): string {
  const { pairs, candidate } = comparison;
  return `${nameMetric(comparison)} is ${formatValue(comparison, candidate)} over ${formatCounted(pairs, "case")}`;
}
