import type { WatchReport } from "../model.ts";
import { visible } from "./escape.ts";
import { wrap } from "./layout.ts";

/** Columns of a label, and of the numbers of either gate. */
const widest = 28;
const ours = 12;
const theirs = 14;

/** Where two gates agreed, for a terminal. */
export function renderWatch(report: WatchReport, width: number): string {
  const rowOf =
    (room: number) =>
    (label: string, value: string | number): string =>
      `  ${label.padEnd(Math.min(widest, room))}${String(value).padStart(ours)}`;
  const row = rowOf(width - ours - 2);
  const both = rowOf(width - ours - theirs - 2);
  const list = (title: string, found: WatchReport["onlyOurs"]): readonly string[] =>
    found.length === 0
      ? []
      : ["", title, ...found.flatMap(({ number, reason }) => wrap(`#${number} ${visible(reason)}`, width))];
  return `${[
    `Pull requests of the last ${report.days} days, both gates side by side:`,
    "",
    row("both passed", report.bothPassed),
    row("both failed", report.bothFailed),
    row("only Prompt Assay failed", report.onlyOurs.length),
    row("only the other gate failed", report.onlyTheirs.length),
    row("judged by one of the two", report.oneGate),
    "",
    `${both("", "Prompt Assay")}${"other gate".padStart(theirs)}`,
    `${both("runs", report.runs)}${String(report.theirRuns).padStart(theirs)}`,
    `${both("calls", report.runs === 0 ? "unknown" : report.calls)}${"unknown".padStart(theirs)}`,
    `${both("cost", writeCost(report.cost))}${"unknown".padStart(theirs)}`,
    ...list("Only Prompt Assay failed:", report.onlyOurs),
    ...list("Only the other gate failed; Prompt Assay said:", report.onlyTheirs),
  ].join("\n")}\n`;
}

function writeCost(cost: number | null): string {
  if (cost === null) return "unknown";
  return cost > 0 && cost < 0.01 ? "below $0.01" : `$${cost.toFixed(2)}`;
}
