import type { Draft } from "../gate/compare-metric.ts";
import { decideLook } from "../gate/decide.ts";
import { createLook } from "../gate/looks.ts";
import { isPromptSettled } from "../gate/stop.ts";
import type { GateConfig } from "../model.ts";
import { confirmRegression } from "./confirm-regression.ts";
import { draftComparisons, metricsOf, repeatsAreCopies } from "./draft-run.ts";
import type { Executor } from "./executor.ts";
import { nextSlots, type PromptRun, seenCases } from "./prompt-run.ts";

/**
 * The loop of looks: the next part of every undecided prompt is run, scored, compared and decided, until all prompts are
 * settled. A regression against stored answers is confirmed on fresh ones. Nothing else knows that there is a loop.
 */
export async function runLooks(runs: readonly PromptRun[], executor: Executor, gate: GateConfig): Promise<void> {
  const drafts = new Map<PromptRun, readonly Draft[]>();
  for (;;) {
    const open = runs.filter((run) => !run.settled);
    if (open.length === 0) return;
    await executor.take(open.flatMap(nextSlots));
    for (const run of open) {
      run.look++;
      // Copies are no evidence: what is left is asked once.
      run.copies ||= repeatsAreCopies(seenCases(run));
      drafts.set(run, run.plan.baseline === null ? [] : draftRun(run, gate));
    }
    decideRuns(drafts, open, gate);
    for (const run of open) {
      const regressed = run.comparisons.some((each) => each.gated && each.verdict === "regression");
      if (regressed && run.stored !== null) drafts.set(run, await confirmRegression(run, executor, gate, drafts));
      run.settled = regressed || run.look === run.looks.length || isPromptSettled(run.comparisons);
    }
  }
}

/** All comparisons of a prompt at the look it stands at. */
function draftRun(run: PromptRun, gate: GateConfig): readonly Draft[] {
  const last = run.look === run.looks.length;
  const shares = run.looks.slice(0, run.look).map((seen) => seen / run.cases.length);
  const look = createLook(shares, shares.at(-1) ?? 1, last);
  const { seed, passAlpha, copies } = run;
  return draftComparisons(metricsOf(run.plan), seenCases(run), { gate, seed, look, passAlpha, copies });
}

/** Decides the open prompts; what settled ones rejected counts in the correction of the others. */
function decideRuns(
  drafts: ReadonlyMap<PromptRun, readonly Draft[]>,
  open: readonly PromptRun[],
  gate: GateConfig,
): void {
  const all = [...drafts.values()].flat();
  const decided = decideLook(all, { gate });
  let next = 0;
  for (const [run, own] of drafts) {
    if (open.includes(run)) run.comparisons = decided.slice(next, next + own.length);
    next += own.length;
  }
}
