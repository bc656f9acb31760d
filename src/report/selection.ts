import type { CaseChange, CaseReport, Comparison, PromptReport, Report, Verdict } from "../model.ts";
import { lossOf } from "./case-loss.ts";

/** From the worst to the best, as in the model. */
const order: readonly Verdict[] = [
  "regression",
  "below-threshold",
  "error",
  "skipped",
  "inconclusive",
  "no-regression",
  "above-threshold",
  "improvement",
  "new",
  "unchanged",
  "deleted",
];

/** Verdicts after which a reader has to look. */
export const troubled: readonly Verdict[] = ["regression", "below-threshold", "error", "skipped", "inconclusive"];

/** The worst first; equals keep their order. */
function worstFirst<T extends { readonly verdict: Verdict }>(list: readonly T[]): readonly T[] {
  return order.flatMap((verdict) => list.filter((entry) => entry.verdict === verdict));
}

/** What counts, the worst first. */
export function gatedComparisons(prompt: Pick<PromptReport, "comparisons">): readonly Comparison[] {
  return worstFirst(prompt.comparisons.filter((comparison) => comparison.gated));
}

/** What is only watched: whole set first, then slices. */
export function watchedComparisons(prompt: PromptReport): readonly Comparison[] {
  const watched = prompt.comparisons.filter((comparison) => !comparison.gated);
  return [...watched.filter(({ slice }) => slice === null), ...watched.filter(({ slice }) => slice !== null)];
}

/** The cases that changed in this way, those that lost most first; and how many there are in all. */
export function casesThat(
  prompt: PromptReport,
  change: CaseChange,
  limit: number,
): { readonly first: readonly CaseReport[]; readonly count: number } {
  const found = prompt.cases.filter((entry) => entry.change === change);
  const losses = new Map(found.map((entry) => [entry, lossOf(entry)]));
  const first = found.toSorted((one, other) => (losses.get(other) ?? 0) - (losses.get(one) ?? 0)).slice(0, limit);
  return { first, count: found.length };
}

/** The prompts of a report by what a reader is told of them. */
export function groupPrompts(report: Report): {
  readonly judged: readonly PromptReport[];
  readonly unchanged: readonly PromptReport[];
  readonly deleted: readonly PromptReport[];
} {
  const deleted = report.prompts.filter(({ verdict }) => verdict === "deleted");
  const unchanged = report.prompts.filter(({ verdict, added }) => verdict === "unchanged" && added === null);
  const judged = worstFirst(
    report.prompts.filter(({ verdict, added }) => verdict !== "deleted" && (verdict !== "unchanged" || added !== null)),
  );
  return { judged, unchanged, deleted };
}
