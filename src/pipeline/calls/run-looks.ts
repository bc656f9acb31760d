import type { Draft } from "../../gate/compare-metric.ts";
import { decideLook } from "../../gate/decide.ts";
import { createLook, planLooks } from "../../gate/looks.ts";
import { isPromptSettled } from "../../gate/stop.ts";
import type { GateConfig } from "../../model.ts";
import { errorsOf } from "../kept/calibrations.ts";
import { confer } from "./confer.ts";
import { confirmRegression } from "./confirm-regression.ts";
import { closeCut, isCut } from "./cut-short.ts";
import { dealSlots } from "./deal-slots.ts";
import { draftComparisons, metricsOf, repeatsAreCopies } from "./draft-run.ts";
import type { Executor } from "./executor.ts";
import { findGone, isAlone, nextSlots, type PromptRun, seenCases } from "./prompt-run.ts";

/**
 * The loop of looks: the next part of every undecided prompt is run, scored, compared and decided, until all prompts are
 * settled. `standIn` puts stored answers of any age in the place of a baseline whose model is gone, and says whether
 * there were any. A regression against stored answers is confirmed on fresh ones. Nothing else knows that there is a loop.
 */
export async function runLooks(
  runs: readonly PromptRun[],
  executor: Executor,
  gate: GateConfig,
  standIn: (run: PromptRun) => Promise<boolean>,
): Promise<void> {
  const drafts = new Map<PromptRun, readonly Draft[]>();
  for (;;) {
    const open = runs.filter((run) => !run.settled);
    if (open.length === 0) return;
    await executor.take(dealSlots(open.map(nextSlots)));
    for (const run of open) {
      run.look++;
      run.cut = isCut(run) ? executor.stopped() : null;
      if (run.cut !== null && !saysMore(run)) {
        // What the looks before said is all there is.
        run.look--;
        continue;
      }
      if (run.gone === null && baselineIsGone(run)) {
        run.goneFor = findGone(run.cases, "baseline");
        run.gone = (await standIn(run)) ? "stored" : "alone";
      }
      // Copies are no evidence: what is left is asked once.
      if (run.look === 1) run.copies = repeatsAreCopies(seenCases(run));
    }
    await Promise.all(open.map((run) => confer(run, seenCases(run), executor)));
    for (const run of open) {
      // Calls of judges may have been the ones that were too many.
      if (run.cut === null && isCut(run)) {
        run.cut = executor.stopped();
        if (!saysMore(run)) run.look--;
      }
      drafts.set(run, isAlone(run) ? [] : draftRun(run, gate));
    }
    decideRuns(drafts, open, gate);
    for (const run of open) {
      if (run.cut !== null) {
        await closeRun(run, executor, gate, drafts);
        continue;
      }
      const regressed = run.comparisons.some((each) => each.gated && each.verdict === "regression");
      // A model that is gone gives no fresh answers to confirm with.
      const doubtful = run.stored !== null && run.gone === null;
      if (regressed && doubtful) drafts.set(run, await confirmRegression(run, executor, gate, drafts));
      run.settled = regressed || run.look === run.looks.length || isPromptSettled(run.comparisons);
    }
  }
}

/** Whether a look that was cut short saw cases that no look before has seen, and enough of them for a look. */
function saysMore(run: PromptRun): boolean {
  const before = run.look === 1 ? 0 : (run.looks[run.look - 2] ?? 0);
  const seen = seenCases(run).length;
  return seen > before && seen >= (planLooks(run.cases.length)[0] ?? 0) && !isAlone(run);
}

/** Settles a prompt whose calls have ended. A regression against stored answers that nothing can confirm any more is none. */
async function closeRun(
  run: PromptRun,
  executor: Executor,
  gate: GateConfig,
  drafts: Map<PromptRun, readonly Draft[]>,
): Promise<void> {
  const { cut } = run;
  run.settled = true;
  if (cut === null) return;
  const regressed = run.comparisons.some((each) => each.gated && each.verdict === "regression");
  if (regressed && run.stored !== null && run.gone === null) {
    drafts.set(run, await confirmRegression(run, executor, gate, drafts));
  }
  run.comparisons = run.comparisons.map((each) => closeCut(each, cut));
}

/** Whether the provider no longer answers the baseline as it is, while it does the candidate. */
function baselineIsGone({ cases }: PromptRun): boolean {
  return findGone(cases, "baseline") !== null && findGone(cases, "candidate") === null;
}

/** All comparisons of a prompt at the look it stands at. */
function draftRun(run: PromptRun, gate: GateConfig): readonly Draft[] {
  const last = run.look === run.looks.length && run.cut === null;
  const planned = run.looks.slice(0, run.look).map((seen) => seen / run.cases.length);
  const shares = run.cut === null ? planned : [...planned.slice(0, -1), seenCases(run).length / run.cases.length];
  const look = createLook(shares, shares.at(-1) ?? 1, last);
  const { seed, passAlpha, copies } = run;
  return draftComparisons(metricsOf(run.plan), seenCases(run), {
    gate,
    seed,
    look,
    passAlpha,
    copies,
    errorsOf: errorsOf(run.plan),
    provisional: run.stored !== null && run.gone === null,
  });
}

/**
 * Decides the open prompts; what settled ones rejected counts in the correction of the others. Prompts are corrected
 * together, and variants together: to look at more of them must not make the gate see less.
 */
function decideRuns(
  drafts: ReadonlyMap<PromptRun, readonly Draft[]>,
  open: readonly PromptRun[],
  gate: GateConfig,
): void {
  for (const variants of [false, true]) {
    const family = [...drafts].filter(([{ plan }]) => (plan.variant !== undefined) === variants);
    decideFamily(new Map(family), open, gate);
  }
}

function decideFamily(
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
