import type { Comparison, GateConfig, Reason, Verdict } from "../model.ts";
import { holm } from "../stats/multiplicity.ts";
import type { Draft } from "./compare-metric.ts";

/** With one trial an arm, fewer cases than this say nothing, whatever happened. */
const fewestCases = 5;

/**
 * Gives every comparison its verdict. Gating comparisons of the whole run are corrected together by Holm's method:
 * blocking is a union over them. Passing is an intersection and needs no correction.
 *
 * `drafts` keeps its order; returns the finished comparisons in that order.
 */
export function decideAll(drafts: readonly Draft[], gate: GateConfig): readonly Comparison[] {
  const gating = drafts.filter((draft) => draft.comparison.gated && draft.comparison.pValue !== null);
  const adjusted = holm(gating.map((draft) => draft.comparison.pValue as number));
  const adjustedOf = new Map(gating.map((draft, index) => [draft, adjusted[index] as number]));
  return drafts.map((draft) => decide(draft, adjustedOf.get(draft) ?? null, gate.alpha));
}

/**
 * The rule, first match wins: a drop that is real (p ≤ α after correction) and reaches the margin is a regression; a gain
 * that is real is an improvement; a drop beyond the margin ruled out (low > −margin) is no regression; else inconclusive.
 */
function decide(draft: Draft, adjustedPValue: number | null, alpha: number): Comparison {
  const { comparison, blocked, failure } = draft;
  const finish = (verdict: Verdict, reason: Reason | null): Comparison => ({
    ...comparison,
    adjustedPValue,
    verdict,
    reason,
    // What would settle it is only asked of what is not settled.
    casesNeeded: verdict === "inconclusive" ? comparison.casesNeeded : null,
  });
  const { difference, interval, margin, pBetter } = comparison;
  if (difference === null || interval === null || margin === null || pBetter === null) {
    return finish("error", failure ?? "no-pairs");
  }
  const pWorse = adjustedPValue ?? comparison.pValue ?? 1;
  const enough = comparison.pairs >= fewestCases || draft.severalTrials;
  // Differences are compared with a hair of slack: 0.05 is not exactly 5 of 100 in binary.
  if (enough && pWorse <= alpha && difference <= -margin + 1e-12) return finish("regression", null);
  if (failure !== null) return finish("error", failure);
  if (blocked !== null) return finish("inconclusive", blocked);
  if (!enough) return finish("inconclusive", "too-few-cases");
  if (pBetter <= alpha) return finish("improvement", null);
  if (interval[0] > -margin) return finish("no-regression", null);
  return finish("inconclusive", null);
}
