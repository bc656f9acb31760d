import type { Comparison, Reason } from "../../model.ts";
import { isCutShort, type Stopped } from "../../run/not-made.ts";
import type { CaseRun, PromptRun } from "./prompt-run.ts";

/** Whether all samples of a case that were begun have come to an end: a pair of which a part was never asked is none. */
export function isComplete({ baseline, candidate }: CaseRun): boolean {
  return [...baseline, ...candidate].every(({ failure }) => !isCutShort(failure));
}

/** Whether the run was cut short before all of the samples that this prompt was to take by now. */
export function isCut({ cases, added, fresh }: PromptRun): boolean {
  return ![...cases, ...added, ...(fresh ?? [])].every(isComplete);
}

/** Why a prompt has no verdict, where its run was cut short. */
export function reasonOf(stopped: Stopped): Reason {
  return stopped === "interrupted" ? "interrupted" : "budget";
}

/** What a run that was cut short says: a regression stands, all else stays open, or could not be judged where somebody stopped it. */
export function closeCut(comparison: Comparison, stopped: Stopped): Comparison {
  const { gated, verdict } = comparison;
  if (!gated || verdict === "regression" || verdict === "error") return comparison;
  return { ...comparison, verdict: stopped === "interrupted" ? "error" : "inconclusive", reason: reasonOf(stopped) };
}

/** The sentence about what was left out. */
export function cutNote(stopped: Stopped, cases: number, of: number): string {
  const why = stopped === "interrupted" ? "the run was interrupted" : `${stopped} is used up`;
  return `Cut short, ${why}: ${cases} of ${of} cases were compared, ${of - cases} are left out.`;
}
