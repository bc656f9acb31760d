import type { Attribution, MetricAttribution, Part, PartShare, PromptReport } from "../model.ts";
import { inline, quoteName } from "./escape.ts";
import { formatChange, formatCount, formatInterval, formatShare } from "./numbers.ts";

/** Columns: a note may hold what a provider said. */
const noteLimit = 600;

/** Which part of a prompt did it: a sentence a metric, then what limits them; nothing where it was not asked for. */
export function describeAttribution({ attribution }: Pick<PromptReport, "attribution">): readonly string[] {
  if (attribution === undefined) return [];
  return [
    ...attribution.metrics.map((each) => describeShares(each, attribution)),
    ...attribution.notes.map((note) => inline(note, noteLimit)),
  ];
}

/** `Of −7.1 points in contains the model accounts for −7.5 points (−10.1 to −4.9), the text for +0.4 (…).` */
function describeShares(measured: MetricAttribution, { cases, of, confidence, mixes }: Attribution): string {
  const { shares, difference, metric, slice } = measured;
  const within = slice === null ? "" : ` among cases tagged ${quoteName(slice)}`;
  const told = shares.map((share, index) => describeShare(measured, share, index === 0));
  const rest = told.slice(0, -1).join(", ");
  const list = `${rest} and ${told.at(-1)}`;
  const over =
    cases === of
      ? `all ${formatCount(of)} cases`
      : `${formatCount(cases)} of ${formatCount(of)} cases, drawn at random`;
  return `Of ${formatChange(measured, difference)} in ${quoteName(metric)}${within} ${list} (Shapley values with intervals at ${formatShare(confidence)}, over ${over}, from ${formatCount(mixes)} mixed versions).`;
}

function describeShare(
  measured: MetricAttribution,
  { parts, difference, interval }: PartShare,
  first: boolean,
): string {
  const range = interval === null ? "" : ` (${formatInterval(measured, interval)})`;
  const plural = parts.length > 1 || parts[0] === "parameters" || parts[0] === "tools";
  const verb = first ? ` ${plural ? "account" : "accounts"} for` : " for";
  return `the ${namePart(parts)}${verb} ${formatChange(measured, difference)}${range}`;
}

const names: Partial<Readonly<Record<Part, string>>> = { included: "included texts" };

function namePart(parts: readonly Part[]): string {
  return parts.map((part) => names[part] ?? part).join(" and ");
}
