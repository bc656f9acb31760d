import type { CaseChange, Comparison, Distribution, Verdict } from "../../model.ts";
import { formatCost, formatDuration, formatMeasure, formatValue, unknown } from "../../report/numbers.ts";

/** How a verdict looks: its words never stand without it, nor it without words. */
export type Tone = "bad" | "good" | "open" | "calm";

export const tones: Readonly<Record<Verdict, Tone>> = {
  regression: "bad",
  "below-threshold": "bad",
  error: "open",
  skipped: "open",
  inconclusive: "open",
  "no-regression": "calm",
  "above-threshold": "calm",
  improvement: "good",
  new: "calm",
  unchanged: "calm",
  deleted: "calm",
};

export const verdictNames: Readonly<Record<Verdict, string>> = {
  regression: "Regression",
  "below-threshold": "Below threshold",
  error: "Could not judge",
  skipped: "Skipped",
  inconclusive: "Inconclusive",
  "no-regression": "No regression",
  "above-threshold": "Above threshold",
  improvement: "Improvement",
  new: "New",
  unchanged: "Unchanged",
  deleted: "Deleted",
};

export const changeNames: Readonly<Record<CaseChange, string>> = {
  worse: "Worse",
  better: "Better",
  failed: "Failed",
  unscored: "Unscored",
  alone: "No baseline",
  same: "Same",
};

export const changeTones: Readonly<Record<CaseChange, Tone>> = {
  worse: "bad",
  better: "good",
  failed: "open",
  unscored: "open",
  alone: "calm",
  same: "calm",
};

type Measured = Pick<Comparison, "kind" | "direction" | "unit">;

/** A mean of a metric; dollars as a person writes them. */
export function formatMean(measured: Measured, value: number | null): string {
  return measured.unit === "USD" && value !== null ? formatCost(value) : formatValue(measured, value);
}

/** The same for a column: a long unit stands beside the metric's name. */
export function formatNarrowMean(measured: Measured, value: number | null): string {
  return longUnit(measured) === null ? formatMean(measured, value) : formatValue({ ...measured, unit: null }, value);
}

/** A unit that has no room behind each number; null where it has, or there is none. */
export function longUnit({ unit, kind }: Measured): string | null {
  return kind === "ratio" && unit !== null && unit !== "USD" && unit.length > 2 ? unit : null;
}

/** A score of one case: `1`, `0.82`, or a dash where there is none. */
export function formatScore(value: number | null | undefined): string {
  return value === null || value === undefined ? unknown : formatMeasure(value);
}

/** `820 ms`, `1,240 tokens`, `$0.0012`. */
export function formatAmount(unit: Distribution["unit"], value: number | null | undefined): string {
  if (value === null || value === undefined) return unknown;
  if (unit === "USD") return formatCost(value);
  if (unit === "ms") return value < 1000 ? `${formatMeasure(Math.round(value))} ms` : formatSeconds(value);
  return formatMeasure(Math.round(value));
}

function formatSeconds(value: number): string {
  return value < 10_000 ? `${(value / 1000).toFixed(2)} s` : formatDuration(value);
}
