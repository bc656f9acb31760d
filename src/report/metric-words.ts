import type { Comparison } from "../model.ts";
import { quoteName } from "./escape.ts";
import { formatValue } from "./numbers.ts";

/** How a comparison is spoken of, whatever its verdict. */

/** `pass rate of contains`, `score of levenshtein`, `typical latency`; with the tag where it is a slice. */
export function nameMetric({ metric, kind, direction, slice }: Comparison): string {
  const name = quoteName(metric);
  const within = slice === null ? "" : ` among cases tagged ${quoteName(slice)}`;
  if (kind === "ratio") return `Typical ${name}${within}`;
  if (direction === "lower") return `The metric ${name}${within}`;
  return `${kind === "binary" ? "Pass rate" : "Score"} of ${name}${within}`;
}

/** The same inside a sentence, after "the". */
export function nameMetricInside(comparison: Comparison): string {
  return nameMetric(comparison)
    .replace(/^The /, "")
    .replace(/^[PST](?=ass|core|ypical)/, (letter) => letter.toLowerCase());
}

/** What getting worse looks like on this metric. */
export function loss({ direction }: Comparison): string {
  return direction === "lower" ? "rise" : "drop";
}

/** Whether the candidate was judged against a threshold, without a baseline. */
export function isAlone({ baseline, difference, margin }: Comparison): boolean {
  return baseline === null && difference === null && margin === null;
}

/** The interval of the value of a candidate judged alone: `62 % to 87 %`. */
export function describeRange(comparison: Comparison): string {
  const [low, high] = comparison.interval ?? [null, null];
  return `${formatValue(comparison, low)} to ${formatValue(comparison, high)}`;
}
