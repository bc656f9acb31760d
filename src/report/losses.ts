import type { PromptReport } from "../model.ts";

/**
 * Whether a prompt lost something that a person can take on record: a regression, or a missed threshold where there was a
 * baseline, but nobody offers its model any more.
 */
export function isLoss({ verdict, pair }: Pick<PromptReport, "verdict" | "pair">): boolean {
  return verdict === "regression" || (verdict === "below-threshold" && pair !== null);
}

/** A loss that fails the gate, for nobody took it on record. */
export function isOpenLoss(prompt: PromptReport): boolean {
  return isLoss(prompt) && !prompt.advisory && prompt.accepted === null;
}
