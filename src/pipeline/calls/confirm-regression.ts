import type { Draft } from "../../gate/compare-metric.ts";
import { decideLook } from "../../gate/decide.ts";
import { createLook, planLooks } from "../../gate/looks.ts";
import { isSettled } from "../../gate/stop.ts";
import type { Comparison, GateConfig } from "../../model.ts";
import type { Stopped } from "../../run/not-made.ts";
import { errorsOf } from "../kept/calibrations.ts";
import { confer } from "./confer.ts";
import { closeCut, isComplete } from "./cut-short.ts";
import { draftComparisons, metricsOf } from "./draft-run.ts";
import type { Executor } from "./executor.ts";
import { type CaseRun, confirmationTrials, type PromptRun, questionsOf, type Slot, slotOf } from "./prompt-run.ts";

/** Looks of a confirmation. */
const looks = 20;

/**
 * Confirms a regression against stored answers on fresh ones of both arms, for exactly the cases seen, so that a provider
 * that drifted blocks nobody (`docs/statistics.md`). The fresh answers alone decide: the regression stands, or the prompt
 * is inconclusive. Passing is not awarded here, since that error has been spent already.
 * Returns the drafts that take the place of the prompt's.
 */
export async function confirmRegression(
  run: PromptRun,
  executor: Executor,
  gate: GateConfig,
  drafts: ReadonlyMap<PromptRun, readonly Draft[]>,
): Promise<readonly Draft[]> {
  const metrics = metricsOf(run.plan);
  const suspects = run.comparisons.filter((each) => each.gated && each.verdict === "regression");
  const isOfFamily = (other: PromptRun): boolean =>
    other !== run && (other.plan.variant === undefined) === (run.plan.variant === undefined);
  const others = [...drafts].flatMap(([other, own]) => (isOfFamily(other) ? own : []));
  const { fresh, slots } = freshSlots(run);
  executor.counts.planned += slots.reduce((sum, { plan, caseRun }) => sum + 1 + questionsOf(plan, caseRun), 0);
  const shares: number[] = [];
  let taken = 0;
  for (const end of planLooks(slots.length, { parts: looks })) {
    await executor.take(slots.slice(taken, end));
    taken = end;
    const seen = fresh.filter((entry) => entry.baseline.length > 0 && entry.candidate.length > 0);
    if (fresh.every(isComplete)) await confer(run, seen, executor);
    if (!fresh.every(isComplete)) {
      // Cut short: what was not confirmed stops nobody.
      const stopped = executor.stopped() ?? "interrupted";
      run.cut = stopped;
      run.comparisons = run.comparisons.map((each) => openUp(each, stopped));
      break;
    }
    shares.push(end / slots.length);
    const look = createLook(shares, seen.length / fresh.length, end === slots.length);
    const { seed, passAlpha, copies } = run;
    const settings = { gate, seed, look, passAlpha, copies, provisional: false, errorsOf: errorsOf(run.plan) };
    const own = draftComparisons(metrics, seen, settings);
    const decided = decideLook([...own, ...others], { gate }).slice(0, own.length);
    const now = decided.filter((each) => suspects.some((suspect) => isSame(each, suspect)));
    const confirmed = now.some((each) => each.verdict === "regression");
    if (!confirmed && !now.every(isSettled) && end < slots.length) continue;
    run.confirmation = confirmed ? "confirmed" : "not-confirmed";
    run.comparisons = decided.map((each) => (confirmed ? each : withoutPass(each)));
    run.fresh = fresh;
    return own;
  }
  return drafts.get(run) ?? [];
}

/** Fresh draws of both arms: every case once, then every case again, baseline and candidate side by side. */
function freshSlots(run: PromptRun): { readonly fresh: readonly CaseRun[]; readonly slots: readonly Slot[] } {
  const seen = run.order.slice(0, run.looks[run.look - 1]);
  const fresh = new Map<number, CaseRun>();
  for (const position of seen) {
    const { planCase } = run.cases[position] as CaseRun;
    fresh.set(position, { planCase, baseline: [], candidate: [] });
  }
  const slots: Slot[] = [];
  const behind = Math.max(run.trials.baseline, run.trials.candidate);
  for (let trial = 0; trial < (run.copies ? 1 : confirmationTrials); trial++) {
    for (const position of seen) {
      for (const arm of ["baseline", "candidate"] as const) {
        const version = run.plan[arm];
        if (version === null) continue;
        const slot = slotOf(run, position, version, arm, behind + trial, "confirm:1");
        slots.push({ ...slot, caseRun: fresh.get(position) as CaseRun });
      }
    }
  }
  return { fresh: [...fresh.values()], slots };
}

function isSame(left: Comparison, right: Comparison): boolean {
  return left.metric === right.metric && left.slice === right.slice;
}

/** A regression that could not be confirmed for want of calls. */
function openUp(comparison: Comparison, stopped: Stopped): Comparison {
  if (!comparison.gated || comparison.verdict !== "regression") return comparison;
  return closeCut({ ...comparison, verdict: "inconclusive" }, stopped);
}

/** What a confirmation cannot say. */
function withoutPass(comparison: Comparison): Comparison {
  const { gated, verdict } = comparison;
  if (!gated || verdict === "error" || verdict === "inconclusive") return comparison;
  return { ...comparison, verdict: "inconclusive", reason: "not-confirmed" };
}
