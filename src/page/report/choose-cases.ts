import type { CaseChange, CaseReport } from "../../model.ts";
import type { ScoreKind } from "./score-list.ts";

/** What of the cases is listed, and in which order. */
export interface Choice {
  readonly change: CaseChange | null;
  readonly tag: string | null;
  readonly search: string;
  readonly order: Order;
  /** The score that the list shows and orders by; null: the one that decides. */
  readonly score: string | null;
}

export const orders = {
  severity: "worst first",
  difference: "by change of the score",
  id: "by name",
  golden: "as in the golden set",
} as const;

export type Order = keyof typeof orders;

export const everything: Choice = { change: null, tag: null, search: "", order: "severity", score: null };

/** From what a reader wants to see first. */
const changes: readonly CaseChange[] = ["worse", "better", "failed", "unscored", "alone", "same"];

const severity: readonly CaseChange[] = ["worse", "failed", "unscored", "better", "alone", "same"];

/** Positions of the chosen cases, in order. `holds`: whether a search finds something besides names and tags. */
export function chooseCases(
  cases: readonly CaseReport[],
  { change, tag, search, order }: Choice,
  score: ScoreKind | null,
  holds: (index: number, search: string) => boolean,
): readonly number[] {
  const wanted = search.trim().toLowerCase();
  const chosen = cases.flatMap((entry, index) => {
    if (change !== null && entry.change !== change) return [];
    if (tag !== null && !entry.tags.includes(tag)) return [];
    if (wanted !== "" && !holdsIn(entry, wanted) && !holds(index, wanted)) return [];
    return [index];
  });
  const rank = (index: number): number => severity.indexOf((cases[index] as CaseReport).change);
  const moved = (index: number): number => differenceOf(cases[index] as CaseReport, score) ?? Number.POSITIVE_INFINITY;
  const name = (index: number): string => (cases[index] as CaseReport).id;
  switch (order) {
    case "golden":
      return chosen;
    case "id": {
      const { compare } = new Intl.Collator("en", { numeric: true });
      return chosen.toSorted((one, other) => compare(name(one), name(other)));
    }
    case "difference":
      return chosen.toSorted((one, other) => compareNumbers(moved(one), moved(other)));
    case "severity":
      return chosen.toSorted((one, other) => rank(one) - rank(other) || compareNumbers(moved(one), moved(other)));
  }
}

/** How often each change is there, of those that are. */
export function countChanges(cases: readonly CaseReport[]): readonly (readonly [CaseChange, number])[] {
  const counts = new Map<CaseChange, number>();
  for (const { change } of cases) counts.set(change, (counts.get(change) ?? 0) + 1);
  return changes.flatMap((change) => (counts.has(change) ? [[change, counts.get(change) ?? 0] as const] : []));
}

/** How far the candidate is better than the baseline; null where one of them has no score. */
export function differenceOf({ scores }: CaseReport, kind: ScoreKind | null): number | null {
  const score = kind === null || !Object.hasOwn(scores, kind.name) ? undefined : scores[kind.name];
  if (kind === null || score === undefined || score.baseline === null || score.candidate === null) return null;
  return kind.sign * (score.candidate - score.baseline);
}

function holdsIn({ id, tags, expected, baseline, candidate, reasons }: CaseReport, wanted: string): boolean {
  const texts = [id, ...tags, expected, baseline?.text, baseline?.failure, candidate?.text, candidate?.failure];
  return [...texts, ...Object.values(reasons)].some((text) => text?.toLowerCase().includes(wanted) ?? false);
}

/** Infinities are equal to themselves. */
function compareNumbers(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
