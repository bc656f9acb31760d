import { markdownTable } from "markdown-table";
import type { VariantsReport } from "../../model.ts";
import { codeSpan, fence, prose } from "../escape.ts";
import { formatCount } from "../numbers.ts";
import { drawVersions } from "../version-chart.ts";
import {
  captionOf,
  describeMeasure,
  describeVersions,
  describeWithChange,
  metricsOf,
  qualityOn,
} from "../version-words.ts";
import { signOf } from "./markdown-tables.ts";

const shownReports = 3;
const shownVersions = 12;
const shownMetrics = 4;
const chartWidth = 100;

/** What the prompts gave in several versions: sentences, a table, and the picture of quality against cost. */
export function writeVersions(reports: readonly VariantsReport[]): string {
  const more = reports.length - shownReports;
  return [
    ...reports.slice(0, shownReports).map(writeReport),
    ...(more > 0 ? [`…and ${formatCount(more)} more prompts in several versions: see the report's JSON.`] : []),
  ].join("\n\n");
}

function writeReport(report: VariantsReport): string {
  const versions = report.versions.slice(0, shownVersions);
  const cut = report.versions.length - versions.length;
  const chart = drawVersions({ ...report, versions }, chartWidth);
  return [
    `### Versions of ${codeSpan(report.prompt, 48)}`,
    "For choosing: they fail nothing.",
    describeVersions(report)
      .map((sentence) => `- ${prose(sentence)}`)
      .join("\n"),
    writeTable({ ...report, versions }) + (cut > 0 ? `\n\n…and ${formatCount(cut)} more versions.` : ""),
    chart.length === 0 ? "" : `${prose(captionOf(report))}\n\n${fence(chart.join("\n"), 8_000)}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function writeTable(report: VariantsReport): string {
  const metrics = metricsOf(report).slice(0, shownMetrics);
  const costs = report.costMetric === "cost" ? "Cost" : "Tokens";
  const header = [
    "Version",
    "Model",
    ...metrics.map((metric) => codeSpan(metric, 32)),
    costs,
    "Latency",
    "n",
    "Verdict",
    "Dominated by",
  ];
  const rows = report.versions.map((version) => [
    codeSpan(version.name, 64),
    version.model === null ? "–" : codeSpan(version.model, 48),
    ...metrics.map((metric) => prose(describeMeasure(qualityOn(version, metric)))),
    prose(describeWithChange(version.cost, version)),
    prose(describeWithChange(version.latency, version)),
    formatCount(version.quality[0]?.pairs ?? 0),
    version.verdict === null ? "" : `${signOf(version.verdict)} ${version.verdict}`,
    version.dominatedBy === null ? "" : codeSpan(version.dominatedBy, 64),
  ]);
  const align = ["l", "l", ...metrics.map(() => "r"), "r", "r", "r", "l", "l"];
  return markdownTable([header, ...rows], { align, alignDelimiters: false });
}
