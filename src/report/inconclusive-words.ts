import type { Comparison, Report } from "../model.ts";
import { loss, nameMetricInside } from "./metric-words.ts";
import { formatAbout, formatAmount, formatChange, formatCounted } from "./numbers.ts";

/** The sentences for a comparison that is inconclusive: what is known, and what would settle it. */
export function describeInconclusive(comparison: Comparison, { gate }: Pick<Report, "gate">): string {
  const { reason, pairs, difference, interval } = comparison;
  const name = nameMetricInside(comparison);
  switch (reason) {
    case "no-pairs":
      return `No verdict on the ${name}: no case has a result in both versions.`;
    case "missing":
      return `No verdict on the ${name}: too many cases are missing, or more in one version than in the other, so that the rest could mislead.`;
    case "addresses-judge":
      return `No verdict on the ${name}: more outputs of the candidate than of the baseline speak to whoever grades them, so that a model's judgement of them cannot pass.`;
    case "too-few-clusters":
      return `No verdict on the ${name}: it takes at least 5 groups of cases to speak about cases like these.`;
    case "too-few-cases":
      return `No verdict on the ${name}: ${formatCounted(pairs, "case")} ${pairs === 1 ? "is" : "are"} too few. Add cases, or run each 5 times.`;
    case "budget":
      return `No verdict on the ${name}: the budget ended the run before there was one.`;
    case "not-confirmed":
      return `No verdict on the ${name}: a drop against stored answers was not confirmed on fresh ones of both versions.`;
  }
  if (difference === null || interval === null) return `No verdict on the ${name}.`;
  const reach = formatAmount(comparison, Math.min(0, interval[0]));
  const guess =
    difference >= 0
      ? `No sign of a regression; ${formatCounted(pairs, "case")} cannot rule out less than ${reach} in the ${name}.`
      : `Best guess ${formatChange(comparison, difference)} in the ${name}, but a ${loss(comparison)} of up to ${reach} is not excluded.`;
  const rest = [describeTooFewChanges(comparison, gate), describeNeed(comparison)];
  return [guess, ...rest.filter((sentence) => sentence !== null)].join(" ");
}

/** Whether a comparison is open by its numbers alone, and its estimate no worse. */
export function showsNoSign({ verdict, reason, difference, interval }: Comparison): boolean {
  return verdict === "inconclusive" && reason === null && interval !== null && difference !== null && difference >= 0;
}

/** With one trial per case nothing changes by a fraction of a case. (So it looks, too, where no case changed at all.) */
function hasOneTrial({ kind, difference, pairs, worse, better }: Comparison): boolean {
  return kind === "binary" && difference !== null && Math.abs(difference * pairs - (better - worse)) < 1e-6;
}

/**
 * With one trial per case only the cases that changed speak. If all m of them got worse, p is (1/2)^(m+1): where that
 * is above alpha, no regression can be shown, whatever else holds.
 */
function describeTooFewChanges(comparison: Comparison, gate: Report["gate"]): string | null {
  const changed = comparison.worse + comparison.better;
  if (!hasOneTrial(comparison) || 0.5 ** (changed + 1) <= gate.alpha) return null;
  const enough = Math.ceil(Math.log2(1 / gate.alpha) - 1);
  const seen = changed === 0 ? "No case changed" : `Only ${formatCounted(changed, "case")} changed`;
  return `${seen}: with one trial per case, fewer than ${enough} changes cannot show a regression.`;
}

/** What would settle it. For the golden set itself a further trial is worth as much as a further case. */
function describeNeed({ casesNeeded, trialsNeeded, pairs }: Comparison): string | null {
  if (casesNeeded === null || pairs === 0 || casesNeeded <= pairs) return null;
  const trials = trialsNeeded === null ? "" : `, or ${trialsNeeded} trials per case,`;
  return `About ${formatAbout(casesNeeded - pairs)} more cases${trials} would settle it.`;
}
