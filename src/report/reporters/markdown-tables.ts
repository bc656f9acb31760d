import { markdownTable } from "markdown-table";
import type { Comparison, PromptReport, Verdict } from "../../model.ts";
import { takeWithin } from "../budget.ts";
import { codeSpan, prose } from "../escape.ts";
import { drawIntervalCell } from "../interval-line.ts";
import { isAlone } from "../metric-words.ts";
import {
  formatChange,
  formatCount,
  formatCounted,
  formatNarrowInterval,
  formatShare,
  formatValue,
} from "../numbers.ts";

/** A comparison with the prompt it belongs to. */
export interface Row {
  readonly prompt: PromptReport;
  readonly comparison: Comparison;
}

const signs: Readonly<Record<Verdict, string>> = {
  regression: "❌",
  "below-threshold": "❌",
  error: "🚧",
  skipped: "⏭️",
  inconclusive: "❔",
  "no-regression": "✅",
  "above-threshold": "✅",
  improvement: "✅",
  new: "🆕",
  unchanged: "➖",
  deleted: "➖",
};

/** The sign by which a verdict is known at a glance. */
export function signOf(verdict: Verdict): string {
  return signs[verdict];
}

const align = ["l", "l", "r", "r", "r", "c", "r", "l"];
/** Cells of the picture of an interval. */
const pictureWidth = 24;

/** A table of comparisons within a budget of bytes; where rows are cut, a line says how many. Empty without rows. */
export function writeTable(rows: readonly Row[], budget: number): string {
  const [first] = rows;
  if (first === undefined) return "";
  const header = [
    "Prompt",
    "Metric",
    "Baseline",
    "Candidate",
    `Difference (${formatShare(first.comparison.confidence)} interval)`,
    "Worse ← → better",
    "n",
    "Verdict",
  ];
  const lines: string[][] = [];
  const overhead = 300;
  const { cut } = takeWithin(rows, budget - overhead, (row) => {
    const cells = writeCells(row);
    lines.push(cells);
    // What the table puts around cells: a bar and two spaces each, and a bar at the end.
    return `${cells.join("   ")}    `;
  });
  const shown = lines.slice(0, rows.length - cut);
  const more = cut > 0 ? `\n\n…and ${formatCounted(cut, "more row")}, cut for length.` : "";
  if (shown.length === 0) return more.trim();
  return markdownTable([header, ...shown], { align, alignDelimiters: false }) + more;
}

function writeCells({ prompt, comparison }: Row): string[] {
  const { metric, slice, baseline, candidate, difference, interval, pairs, verdict } = comparison;
  const range = isAlone(comparison)
    ? (interval?.map((end) => formatValue(comparison, end)).join(" to ") ?? "–")
    : formatNarrowInterval(comparison, interval);
  const picture = drawIntervalCell(comparison, pictureWidth);
  return [
    codeSpan(prompt.name, 48),
    codeSpan(metric, 32) + (slice === null ? "" : ` tag ${codeSpan(slice, 24)}`),
    // Units come from scorers, which anyone may write.
    prose(formatValue(comparison, baseline)),
    prose(formatValue(comparison, candidate)),
    difference === null ? prose(range) : `${formatChange(comparison, difference)} (${prose(range)})`,
    picture === "" ? "" : `\`${picture}\``,
    formatCount(pairs),
    comparison.gated ? `${signOf(verdict)} ${verdict}` : verdict,
  ];
}
