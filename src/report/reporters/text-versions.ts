import type { VariantsReport } from "../../model.ts";
import { inline, quoteName } from "../escape.ts";
import { columns, pad, shorten, wrap } from "../layout.ts";
import { formatCount } from "../numbers.ts";
import { drawVersions } from "../version-chart.ts";
import { captionOf, describeVersions, describeWithChange, metricsOf, qualityOn } from "../version-words.ts";
import type { Painter } from "./paint.ts";

const gap = "  ";
/** Scores beyond these stand in the report's JSON, and so do versions. */
const shownMetrics = 2;
const shownVersions = 40;
const narrowestName = 8;
/** Below so many columns a table that does not fit is laid line by line. */
const narrow = 70;

/** The versions of a prompt: what to choose, the table, and the picture of quality against cost. */
export function layVersions(whole: VariantsReport, width: number, painter: Painter): string[] {
  const report = { ...whole, versions: whole.versions.slice(0, shownVersions) };
  const cut = whole.versions.length - report.versions.length;
  const inner = width - 2;
  const chart = drawVersions(report, inner);
  const body = [
    describeVersions(report).flatMap((sentence) => wrap(sentence, inner)),
    [
      ...layVersionTable(report, inner, painter),
      ...(cut > 0 ? [`… and ${formatCount(cut)} more; --json FILE writes them all.`] : []),
    ],
    chart.length === 0 ? [] : [...wrap(captionOf(report), inner).map(painter.dim), ...chart],
  ];
  return [
    ...wrap(
      `Versions of ${quoteName(report.prompt, Math.min(40, width - 14))}, for choosing: they fail nothing`,
      width,
    ).map(painter.bold),
    ...body.filter((part) => part.length > 0).flatMap((part) => ["", ...part.map((line) => `  ${line}`.trimEnd())]),
  ];
}

function layVersionTable(report: VariantsReport, width: number, painter: Painter): string[] {
  const metrics = metricsOf(report).slice(0, shownMetrics);
  const header = ["version", ...metrics.map((metric) => inline(metric, 24)), report.costMetric, "n", "verdict"];
  const rows = report.versions.map((version) => [
    inline(version.name, 40),
    ...metrics.map((metric) => inline(describeWithChange(qualityOn(version, metric), version), 28)),
    inline(describeWithChange(version.cost, version), 28),
    formatCount(version.quality[0]?.pairs ?? 0),
    version.verdict ?? "",
  ]);
  const widths = header.map((title, index) =>
    Math.max(...[title, ...rows.map((row) => row[index] ?? "")].map(columns)),
  );
  const excess = widths.reduce((sum, one) => sum + one, gap.length * (widths.length - 1)) - width;
  const name = (widths[0] ?? 0) - Math.max(0, excess);
  if (width < narrow && name < narrowestName) return layStacked(header, rows, report, width, painter);
  widths[0] = Math.max(narrowestName, name);
  const lay = (cells: readonly string[]): string[] =>
    cells.map((cell, index) => {
      const limit = widths[index] ?? 0;
      return pad(shorten(cell, limit), limit, index === 0 || index === cells.length - 1 ? "left" : "right");
    });
  return [
    painter.dim(shorten(lay(header).join(gap).trimEnd(), width)),
    ...rows.map((row, index) => {
      const verdict = report.versions[index]?.verdict ?? null;
      const numbers = lay(row).slice(0, -1).join(gap);
      // Where hostile names take all the room, the verdict stays.
      const start = shorten(numbers, width - columns(verdict ?? "") - gap.length);
      return [start, verdict === null ? "" : painter.verdict(verdict, verdict)].join(gap).trimEnd();
    }),
  ];
}

/** A version and its verdict on one line, its numbers below it. */
function layStacked(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { versions }: VariantsReport,
  width: number,
  painter: Painter,
): string[] {
  return rows.flatMap(([name = "", ...cells], index) => {
    const verdict = versions[index]?.verdict ?? null;
    const numbers = cells.slice(0, -1).map((cell, column) => `${header[column + 1] ?? ""} ${cell}`);
    const room = Math.max(narrowestName, width - columns(verdict ?? "") - gap.length);
    return [
      [shorten(name, room), ...(verdict === null ? [] : [painter.verdict(verdict, verdict)])].join(gap),
      ...wrap(numbers.join("; ").replace(/; n (\S+)$/, "; n=$1"), width - gap.length).map((line) => `${gap}${line}`),
    ];
  });
}
