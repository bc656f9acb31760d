import type { VariantsReport, VersionMeasure, VersionReport } from "../model.ts";
import { quoteName } from "./escape.ts";
import { describeReason } from "./failure-words.ts";
import {
  formatChange,
  formatCost,
  formatCounted,
  formatNarrowChange,
  formatShare,
  formatValue,
  unknown,
} from "./numbers.ts";

/** What is said of the versions of a prompt, the same in every report for people. */

const longList = 8;

/** What it comes to, in sentences of plain text: what to choose, what not to, and what the numbers cannot say. */
export function describeVersions(report: VariantsReport): string[] {
  const { versions, costMetric, cheapest, gatingComparisons } = report;
  const dominated = versions.filter(({ dominatedBy }) => dominatedBy !== null);
  const failed = versions.filter(({ verdict }) => verdict === "error");
  const told = dominated
    .slice(0, longList)
    .map(({ name, dominatedBy }) => `${quoteName(name)} by ${quoteName(dominatedBy ?? "")}`);
  const more = dominated.length > longList ? ` and ${dominated.length - longList} more` : "";
  return [
    describeChoice(report),
    ...(dominated.length === 0
      ? []
      : [
          `Dominated, for the other is at least as good on every score and ${costMetric === "cost" ? "costs no more" : "takes no more tokens"} by these estimates: ${told.join(", ")}${more}.`,
        ]),
    ...failed.map(({ name, reason }) => `${quoteName(name)} could not be judged${describeReason(reason)}.`),
    ...(costMetric === "tokens" && cheapest !== null
      ? ["Not every version has a cost to compare, so tokens stand in for them."]
      : []),
    ...(gatingComparisons > 1
      ? [`Verdicts of variants are corrected over all of their ${formatCounted(gatingComparisons, "comparison")}.`]
      : []),
  ];
}

/** The versions in one line, for the head of a report in which nothing else was judged. */
export function describeVersionsBriefly(reports: readonly VariantsReport[]): string {
  const [only] = reports;
  if (only === undefined) return "";
  const count = reports.reduce((sum, { versions }) => sum + versions.filter(isVariant).length, 0);
  const variants = formatCounted(count, "variant");
  if (reports.length > 1)
    return `Compared: ${variants} of ${formatCounted(reports.length, "prompt")}. Nothing here fails.`;
  return `Compared: ${variants} of ${quoteName(only.prompt)} with the baseline. ${describeChoice(only)}`;
}

function describeChoice({ versions, cheapest, costMetric }: VariantsReport): string {
  const choice = versions.find(({ name }) => name === cheapest);
  const least = costMetric === "cost" ? "The cheapest" : "The fewest tokens";
  if (choice === undefined) {
    return costMetric === "cost"
      ? "What each version costs is not known, so none is named the cheapest."
      : "Not every version has a cost to compare, and a token costs another price with another model, so none is named the cheapest or dominated.";
  }
  if (choice.role === "baseline") {
    const less = costMetric === "cost" ? "costs less" : "takes fewer tokens";
    return `None ${less} than the baseline and rules out a loss beyond the tolerance.`;
  }
  const quality = choice.quality
    .slice(0, 2)
    .map((each) => `${quoteName(each.metric, 24)} ${formatValue(each, each.value)}`);
  const cost = choice.cost === null ? [] : [`${costMetric} ${formatChange(choice.cost, choice.cost.difference)}`];
  return `${least} without a loss beyond the tolerance: ${quoteName(choice.name)} (${[...quality, ...cost].join(", ")}).`;
}

/** `94 % (90 % to 97 %)` */
export function describeMeasure(measure: VersionMeasure | null): string {
  if (measure === null || measure.value === null) return unknown;
  const [low, high] = measure.interval ?? [null, null];
  const range = low === null ? "" : ` (${formatSum(measure, low)} to ${formatSum(measure, high)})`;
  return `${formatSum(measure, measure.value)}${range}`;
}

/** `820 tokens, −12 %`; the baseline's own has no change. */
export function describeWithChange(measure: VersionMeasure | null, { role }: Pick<VersionReport, "role">): string {
  if (measure === null || measure.value === null) return unknown;
  const change = role === "baseline" ? "" : `, ${formatNarrowChange(measure, measure.difference)}`;
  return `${formatSum(measure, measure.value)}${change}`;
}

/** Dollars as a person writes them. */
export function formatSum(measure: VersionMeasure, value: number | null): string {
  return measure.unit === "USD" && value !== null && Number.isFinite(value)
    ? formatCost(value)
    : formatValue(measure, value);
}

/** What the picture of the versions shows. */
export function captionOf({ versions, confidence, costMetric }: VariantsReport): string {
  const metric = versions[0]?.quality[0]?.metric ?? "quality";
  const order = costMetric === "cost" ? "the cheapest" : "the one with the fewest tokens";
  return `${quoteName(metric, 32)} with its ${formatShare(confidence)} interval, ${order} first; ┊ is the baseline.`;
}

/** The scores of a version by the metrics that all versions have, in one order. */
export function metricsOf({ versions }: VariantsReport): readonly string[] {
  return versions[0]?.quality.map(({ metric }) => metric) ?? [];
}

export function qualityOn({ quality }: VersionReport, metric: string): VersionMeasure | null {
  return quality.find((each) => each.metric === metric) ?? null;
}

function isVariant({ role }: VersionReport): boolean {
  return role === "variant";
}
