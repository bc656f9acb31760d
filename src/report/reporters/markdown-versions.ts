import { markdownTable } from "markdown-table";
import type { VariantsReport } from "../../model.ts";
import { byteLength, takeWithin } from "../budget.ts";
import { codeSpan, fence, prose } from "../escape.ts";
import { formatCount, formatCounted } from "../numbers.ts";
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

const shownVersions = 12;
const shownMetrics = 4;
const chartWidth = 100;

/**
 * What prompts gave in several versions, within a budget of bytes: sentences, a table, quality against cost. Where a
 * prompt's share does not hold all of it, the picture goes first, then the table.
 */
export function writeVersions(reports: readonly VariantsReport[], budget: number): string {
  if (reports.length === 0) return "";
  const share = budget / reports.length;
  const { written, cut } = takeWithin(reports, budget, (report) => writeReport(report, share));
  const more = cut > 0 ? [`…and ${formatCounted(cut, "more prompt")} in several versions, cut for length.`] : [];
  return [...written, ...more].join("\n\n");
}

const cutNote = "The table of its versions is cut for length. report.json has it.";

function writeReport(report: VariantsReport, share: number): string {
  const versions = report.versions.slice(0, shownVersions);
  const cut = report.versions.length - versions.length;
  const chart = drawVersions({ ...report, versions }, chartWidth);
  const sentences = [
    `### Versions of ${codeSpan(report.prompt, 48)}`,
    "For choosing: they fail nothing.",
    describeVersions(report)
      .map((sentence) => `- ${prose(sentence)}`)
      .join("\n"),
  ];
  const table = writeTable({ ...report, versions }) + (cut > 0 ? `\n\n…and ${formatCount(cut)} more versions.` : "");
  const picture = chart.length === 0 ? [] : [`${prose(captionOf(report))}\n\n${fence(chart.join("\n"), 8_000)}`];
  const short = [...sentences, cutNote].join("\n\n");
  const forms = [
    [...sentences, table, ...picture],
    [...sentences, table],
  ].map((parts) => parts.join("\n\n"));
  return forms.find((form) => byteLength(form) <= share) ?? short;
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
