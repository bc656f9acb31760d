import type { VariantsReport } from "../../model.ts";
import { inline, quoteName } from "../escape.ts";
import { columns, pad, shorten, wrap } from "../layout.ts";
import { formatCount } from "../numbers.ts";
import { drawVersions } from "../version-chart.ts";
import { captionOf, describeVersions, describeWithChange, metricsOf, qualityOn } from "../version-words.ts";
import type { Painter } from "./paint.ts";

const gap = "  ";
/** Scores beyond these stand in the report's JSON. */
const shownMetrics = 2;

/** The versions of a prompt: what to choose, the table, and the picture of quality against cost. */
export function layVersions(report: VariantsReport, width: number, painter: Painter): string[] {
  const inner = width - 2;
  const chart = drawVersions(report, inner);
  const body = [
    describeVersions(report).flatMap((sentence) => wrap(sentence, inner)),
    layVersionTable(report, inner, painter),
    chart.length === 0 ? [] : [...wrap(captionOf(report), inner).map(painter.dim), ...chart],
  ];
  return [
    painter.bold(`Versions of ${quoteName(report.prompt, 40)}, for choosing: they fail nothing`),
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
  if (excess > 0) widths[0] = Math.max(8, (widths[0] ?? 0) - excess);
  const lay = (cells: readonly string[]): string[] =>
    cells.map((cell, index) => {
      const limit = widths[index] ?? 0;
      return pad(shorten(cell, limit), limit, index === 0 || index === cells.length - 1 ? "left" : "right");
    });
  return [
    painter.dim(lay(header).join(gap).trimEnd()),
    ...rows.map((row, index) => {
      const cells = lay(row);
      const verdict = report.versions[index]?.verdict ?? null;
      return [...cells.slice(0, -1), verdict === null ? "" : painter.verdict(verdict, verdict)].join(gap).trimEnd();
    }),
  ];
}
