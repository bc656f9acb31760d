import type { Comparison } from "../model.ts";
import { quoteName } from "./escape.ts";
import { describeRange, isAlone, loss } from "./metric-words.ts";
import {
  formatAmount,
  formatChange,
  formatCount,
  formatCounted,
  formatInterval,
  formatShare,
  formatValue,
} from "./numbers.ts";

/** What a verdict rests on: how many cases, the interval, what these cases could have shown, what was left out. */
export function describeEvidence(comparison: Comparison): string {
  const { pairs, confidence, interval, minimumDetectable } = comparison;
  const alone = isAlone(comparison);
  const cases = alone
    ? `${formatCounted(pairs, "case")} judged alone`
    : `${formatCounted(pairs, "case")} compared, ${formatCount(comparison.worse)} worse and ${formatCount(comparison.better)} better`;
  const range =
    interval === null
      ? "no interval"
      : `${formatShare(confidence)} interval ${alone ? describeRange(comparison) : formatInterval(comparison, interval)}`;
  if (pairs === 0) return `${["No case compared", ...describeLeftOut(comparison)].join("; ")}.`;
  const parts = [cases, range];
  if (minimumDetectable !== null) {
    parts.push(`a ${loss(comparison)} of ${formatAmount(comparison, minimumDetectable)} would be found 4 times in 5`);
  }
  parts.push(...describeLeftOut(comparison));
  return `${parts.join("; ")}.`;
}

/** A comparison in a few words: `contains 82 % → 81.5 %, at worst −2.2 points`. */
export function describeBriefly(comparison: Comparison): string {
  const { baseline, candidate, interval } = comparison;
  const values = [baseline, candidate].flatMap((value) => (value === null ? [] : formatValue(comparison, value)));
  const worst = interval === null || isAlone(comparison) ? "" : `, at worst ${formatChange(comparison, interval[0])}`;
  return `${quoteName(comparison.metric, 24)} ${values.join(" → ")}${worst}`;
}

function describeLeftOut({ failed, unscored }: Comparison): string[] {
  const parts = [
    failed.baseline > 0 ? `${formatCount(failed.baseline)} failed in the baseline` : null,
    failed.candidate > 0 ? `${formatCount(failed.candidate)} failed in the candidate` : null,
    unscored > 0 ? `${formatCount(unscored)} could not be scored` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? [] : [`left out: ${parts.join(", ")}`];
}
