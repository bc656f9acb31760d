import type { ArmOutput, CaseReport, PromptReport, Report } from "../../model.ts";
import { defuse, visible } from "../escape.ts";
import type { Reporter } from "../reporter.ts";

type Cell = string | number | null;

/** For spreadsheets: a row a case, the scores of both versions in two columns a metric. Unknown values are empty, never 0. */
export const csv: Reporter = {
  description: "for spreadsheets: CSV of the cases, with scores and outputs of both versions",
  render(report) {
    const metrics = listMetrics(report);
    const header = [
      ...["prompt", "path", "case", "tags", "change", "worse"],
      ...metrics.flatMap((metric) => [`${metric} baseline`, `${metric} candidate`]),
      ...["expected", "baseline output", "candidate output", "reasons"],
    ];
    const rows = report.prompts.flatMap((prompt) => prompt.cases.map((entry) => toRow(prompt, entry, metrics)));
    return defuse(`${[header, ...rows].map((cells) => cells.map(writeCell).join(",")).join("\n")}\n`);
  },
};

/** In the order in which cases name them. */
function listMetrics({ prompts }: Report): readonly string[] {
  return [...new Set(prompts.flatMap(({ cases }) => cases.flatMap(({ scores }) => Object.keys(scores))))];
}

function toRow({ name, path }: PromptReport, entry: CaseReport, metrics: readonly string[]): readonly Cell[] {
  const { id, tags, change, worse, scores, expected, baseline, candidate, reasons } = entry;
  return [
    ...[name, path, id, tags.join(" "), change, worse.join(" ")],
    ...metrics.flatMap((metric) => {
      const pair = Object.hasOwn(scores, metric) ? scores[metric] : undefined;
      return [pair?.baseline ?? null, pair?.candidate ?? null];
    }),
    expected,
    writeOutput(baseline),
    writeOutput(candidate),
    Object.entries(reasons)
      .map(([metric, reason]) => `${metric}: ${reason}`)
      .join("\n"),
  ];
}

function writeOutput(output: ArmOutput | null): string | null {
  if (output === null) return null;
  if (output.status === "failed") return `(failed: ${output.failure ?? "unknown"})`;
  const calls = output.toolCalls ?? [];
  return [...(calls.length === 0 ? [] : [`(called ${calls.join(", ")})`]), output.text ?? ""].join("\n");
}

/** A number as it is; a text in quotes where it needs them. */
function writeCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const text = disarm(cell.split(/\r?\n/).map(visible).join("\n"), cell);
  return /[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;
/** By which a spreadsheet takes a cell for a formula, white space before it or not; wide forms are read alike. */
const formulaStart = /^\s*[=+\-@＝＋－＠\t\r]/u;

/** An apostrophe before what would be computed: a spreadsheet then shows the text. A number computes nothing. */
function disarm(text: string, written: string): string {
  if (plainNumber.test(written)) return text;
  return formulaStart.test(text) || formulaStart.test(written) ? `'${text}` : text;
}
