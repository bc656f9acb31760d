import type { FailureKind, GateConfig } from "../../model.ts";
import { joinGroups, type PartGroup } from "../../prompts/mix-versions.ts";
import type { AttributionPlan } from "../plan/plan-attribution.ts";
import type { PlanCase, PromptPlan } from "../plan/plan-run.ts";
import { confer } from "./confer.ts";
import { isComplete } from "./cut-short.ts";
import { dealSlots } from "./deal-slots.ts";
import type { Executor } from "./executor.ts";
import { withoutScores, withScores } from "./outcome.ts";
import {
  type CaseRun,
  confirmationTrials,
  logSpan,
  type PromptRun,
  questionsOf,
  type Slot,
  seenCases,
  slotOf,
  startPrompt,
} from "./prompt-run.ts";

/** What mixed versions of a prompt gave, case by case beside both of its versions. */
export interface AttributedRun {
  /** Parts that are told together; fewer than two where they cannot be told apart. */
  readonly groups: readonly PartGroup[];
  /** Both versions, over the cases of which nothing is missing. */
  readonly whole: readonly CaseRun[];
  /** The same cases, with a mix as the candidate; by the groups that it takes from the candidate. */
  readonly mixes: ReadonlyMap<number, readonly CaseRun[]>;
  /** Of the mixes that were asked for, also of those that are told together: what their answers cost is the prompt's. */
  readonly plans: readonly PromptPlan[];
  readonly notes: readonly string[];
}

/** A prompt while its mixes are run. */
interface OpenRun {
  readonly run: PromptRun;
  readonly plan: AttributionPlan;
  readonly whole: readonly CaseRun[];
  readonly mixes: ReadonlyMap<number, PromptRun>;
}

/**
 * Runs the mixed versions of every prompt that regressed, over all of its cases: those that moved alone would bias the
 * shares, so cases that no look has seen yet are asked of both versions, too. They are taken in the random order of the
 * looks, all versions of a case together: where a limit is reached, what is complete is a random part of the cases.
 * Nothing that has been decided changes by it. `offset`: first free position in the log.
 */
export async function attributeRegressions(
  runs: readonly PromptRun[],
  attributions: ReadonlyMap<PromptPlan, AttributionPlan>,
  executor: Executor,
  { gate, offset }: { readonly gate: GateConfig; readonly offset: number },
): Promise<ReadonlyMap<PromptPlan, AttributedRun>> {
  const attributed = new Map<PromptPlan, AttributedRun>();
  const open: OpenRun[] = [];
  let next = offset;
  for (const run of runs) {
    const plan = attributions.get(run.plan);
    if (plan === undefined || !hasRegressed(run)) continue;
    const reason = whyNot(run, plan, executor);
    if (reason !== null) {
      attributed.set(run.plan, {
        groups: [],
        whole: [],
        mixes: new Map(),
        plans: [],
        notes: [...plan.notes, ...reason],
      });
      continue;
    }
    const begun = openRun(run, plan, gate, next);
    for (const mix of begun.mixes.values()) next += logSpan(mix);
    open.push(begun);
  }
  const slots = open.map(slotsOf);
  executor.counts.planned += slots.flat().reduce((sum, { plan, caseRun }) => sum + 1 + questionsOf(plan, caseRun), 0);
  await executor.take(dealSlots(slots));
  for (const each of open) attributed.set(each.run.plan, await closeRun(each, executor));
  return attributed;
}

function hasRegressed({ comparisons }: Pick<PromptRun, "comparisons">): boolean {
  return comparisons.some(({ gated, verdict }) => gated && verdict === "regression");
}

/** Why no mix is run; null where they are. */
function whyNot({ gone }: PromptRun, { groups }: AttributionPlan, executor: Executor): readonly string[] | null {
  if (groups.length < 2) return [];
  if (gone !== null) return ["Which part did it cannot be told: the baseline's model is gone."];
  const stopped = executor.stopped();
  if (stopped === null) return null;
  const why = stopped === "interrupted" ? "the run was interrupted" : `${stopped} is used up`;
  return [`Which part did it was not measured: ${why}.`];
}

function openRun(run: PromptRun, plan: AttributionPlan, gate: GateConfig, offset: number): OpenRun {
  const known = new Map<PlanCase, CaseRun>((run.fresh ?? seenCases(run)).map((entry) => [entry.planCase, entry]));
  const whole = run.cases.map((entry): CaseRun => {
    const { planCase } = entry;
    const seen = known.get(planCase);
    // Fresh answers decided alone: then those of the store are no part of it.
    const stored = seen === undefined && run.fresh === null ? entry.baseline : [];
    return { planCase, baseline: [...(seen?.baseline ?? stored)], candidate: [...(seen?.candidate ?? [])] };
  });
  const { seed, passAlpha, trials } = run;
  const mixes = new Map<number, PromptRun>();
  for (const [mask, mixed] of plan.mixes) {
    const mix = startPrompt(mixed, gate, { trials, seed, passAlpha, offset });
    mix.copies = run.copies;
    mixes.set(mask, mix);
    offset += logSpan(mix);
  }
  return { run, plan, whole, mixes };
}

/** All that is missing of each case, in the random order in which cases are taken. */
function slotsOf({ run, whole, mixes }: OpenRun): readonly Slot[] {
  const fresh = run.fresh !== null;
  const draw = fresh ? "confirm:1" : "compare";
  const behind = fresh ? Math.max(run.trials.baseline, run.trials.candidate) : 0;
  const most = fresh ? confirmationTrials : Math.max(run.trials.baseline, run.trials.candidate);
  return run.order.flatMap((position) => {
    const caseRun = whole[position] as CaseRun;
    const slots: Slot[] = [];
    for (let trial = 0; trial < (run.copies ? 1 : most); trial++) {
      for (const arm of ["baseline", "candidate"] as const) {
        const version = run.plan[arm];
        const wanted = fresh ? most : run.trials[arm];
        if (version === null || trial < caseRun[arm].length || trial >= wanted) continue;
        slots.push({ ...slotOf(run, position, version, arm, behind + trial, draw), caseRun });
      }
      for (const mix of mixes.values()) {
        if (mix.plan.candidate === null || trial >= (fresh ? most : run.trials.candidate)) continue;
        slots.push(slotOf(mix, position, mix.plan.candidate, "candidate", trial, "compare"));
      }
    }
    return slots;
  });
}

/** Scores what takes both arms, and leaves out the cases of which something is missing. */
async function closeRun({ run, plan, whole, mixes }: OpenRun, executor: Executor): Promise<AttributedRun> {
  await confer(run, whole, executor);
  const sparing = spareBaseline(executor, whole);
  for (const mix of mixes.values()) {
    for (const [position, entry] of mix.cases.entries()) entry.baseline = [...(whole[position] as CaseRun).baseline];
    await confer(mix, mix.cases, sparing);
  }
  const complete = whole.flatMap((entry, position) => {
    const all = [entry, ...[...mixes.values()].map(({ cases }) => cases[position] as CaseRun)];
    return all.every((each) => isComplete(each) && each.candidate.length > 0) ? [position] : [];
  });
  const pick = (cases: readonly CaseRun[]): readonly CaseRun[] =>
    complete.map((position) => cases[position] as CaseRun);
  const given = new Map([...mixes].map(([mask, { cases }]) => [mask, pick(cases)]));
  const refused = new Map([...given].flatMap(([mask, cases]) => describeRefused(mask, cases)));
  const groups = joinGroups(plan.groups, (mask) => refused.has(mask));
  const [reason] = refused.values();
  const told = `Some parts are told together, because a mixed version was refused: ${reason}.`;
  return {
    groups,
    whole: pick(whole),
    mixes: new Map(masksOf(plan.groups, groups).flatMap(([own, mask]) => [[own, given.get(mask) ?? []] as const])),
    plans: [...mixes.values()].map((mix) => mix.plan),
    notes: reason === undefined ? plan.notes : [...plan.notes, told],
  };
}

/** Beside a mix the baseline may score otherwise: that is the mix's own affair, and the samples file keeps what was compared. */
function spareBaseline(executor: Executor, whole: readonly CaseRun[]): Executor {
  const kept = new Set(whole.flatMap(({ baseline }) => baseline.map(({ index }) => index)));
  return {
    ...executor,
    rescore: (outcome, scores) =>
      kept.has(outcome.index) ? withScores(outcome, scores) : executor.rescore(outcome, scores),
    leaveOut: (outcome, failure) =>
      kept.has(outcome.index) ? withoutScores(outcome, failure) : executor.leaveOut(outcome, failure),
  };
}

/** Mixes of joined groups, and which mixes of the groups before they are. */
function masksOf(before: readonly PartGroup[], joined: readonly PartGroup[]): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.max(0, (1 << joined.length) - 2) }, (_, index) => {
    const own = index + 1;
    const parts = new Set(joined.flatMap((group, at) => ((own >> at) & 1 ? group : [])));
    const mask = before.reduce((sum, [part], at) => (part !== undefined && parts.has(part) ? sum | (1 << at) : sum), 0);
    return [own, mask] as const;
  });
}

const refusals: readonly FailureKind[] = ["refused-parameter", "rejected", "missing-model"];

/** A mix that the provider does not take says nothing of its parts. */
function describeRefused(mask: number, cases: readonly CaseRun[]): readonly (readonly [number, string])[] {
  const failures = cases.flatMap(({ candidate }) => candidate.flatMap(({ failure }) => failure ?? []));
  const refused = failures.filter(({ kind }) => refusals.includes(kind));
  const samples = cases.reduce((sum, { candidate }) => sum + candidate.length, 0);
  const [first] = refused;
  return first !== undefined && 2 * refused.length > samples ? [[mask, first.message]] : [];
}
