import type { Comparison } from "../model.ts";
import { isHarmless } from "./decide.ts";

/**
 * Whether a comparison needs no further look: a regression, a drop beyond the margin ruled out, or given up. A gain alone
 * does not stop: it says that something got better, and only with the drop ruled out, that nothing is lost.
 */
export function isSettled(comparison: Comparison): boolean {
  const { verdict, reason } = comparison;
  if (verdict === "regression" || verdict === "no-regression" || reason === "gave-up") return true;
  return verdict === "improvement" && isHarmless(comparison);
}

/** Whether a prompt needs no further look: one of its gating comparisons is a regression, or all are settled. */
export function isPromptSettled(comparisons: readonly Comparison[]): boolean {
  const gating = comparisons.filter((comparison) => comparison.gated);
  return gating.some(({ verdict }) => verdict === "regression") || (gating.length > 0 && gating.every(isSettled));
}
