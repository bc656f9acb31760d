import type { CaseChange, CaseReport, Comparison, PromptReport, Report, Verdict } from "../model.ts";
import { verdictOrder } from "../source/verdict-order.ts";
import { lossOf } from "./case-loss.ts";

/** Verdicts after which a reader has to look. */
export const troubled: readonly Verdict[] = ["regression", "below-threshold", "error", "skipped", "inconclusive"];

/** The worst first; equals keep their order. */
function worstFirst<T extends { readonly verdict: Verdict }>(list: readonly T[]): readonly T[] {
  return verdictOrder.flatMap((verdict) => list.filter((entry) => entry.verdict === verdict));
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
  // There may be thousands, of which few are shown: they are not sorted whole.
  const worst: { readonly entry: CaseReport; readonly loss: number }[] = [];
  let count = 0;
  for (const entry of prompt.cases) {
    if (entry.change !== change) continue;
    count += 1;
    if (limit === 0) continue;
    const loss = lossOf(entry);
    const place = worst.findIndex((other) => other.loss < loss);
    if (place < 0 && worst.length >= limit) continue;
    worst.splice(place < 0 ? worst.length : place, 0, { entry, loss });
    if (worst.length > limit) worst.pop();
  }
  return { first: worst.map(({ entry }) => entry), count };
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
