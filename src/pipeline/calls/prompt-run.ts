import { planLooks } from "../../gate/looks.ts";
import type { Arm, Comparison, GateConfig, PromptVersion } from "../../model.ts";
import type { Stopped } from "../../run/not-made.ts";
import type { PlanCase, PromptPlan } from "../plan/plan-run.ts";
import type { Trials } from "../plan/plan-trials.ts";
import { orderCases } from "./case-order.ts";
import { isComplete } from "./cut-short.ts";
import type { Outcome } from "./outcome.ts";

/** A case with what its trials gave so far, arm by arm. */
export interface CaseRun {
  readonly planCase: PlanCase;
  baseline: Outcome[];
  candidate: Outcome[];
}

/** Lists of just the right length: one that is pushed or spread to keeps room for sixteen more. */
export function addOutcome(caseRun: CaseRun, arm: Arm, outcome: Outcome): void {
  caseRun[arm] = caseRun[arm].length === 0 ? [outcome] : caseRun[arm].concat([outcome]);
}

/** Adds an outcome where its trial belongs: samples come in as they are answered. */
export function placeOutcome(caseRun: CaseRun, arm: Arm, outcome: Outcome): void {
  const before = caseRun[arm];
  const isLast = (before.at(-1)?.index ?? -1) < outcome.index;
  if (isLast) addOutcome(caseRun, arm, outcome);
  else caseRun[arm] = [...before, outcome].sort((left, right) => left.index - right.index);
}

/** One sample to take. */
export interface Slot {
  readonly plan: PromptPlan;
  readonly version: PromptVersion;
  readonly caseRun: CaseRun;
  readonly arm: Arm;
  readonly trial: number;
  readonly draw: string;
  /** Position in the log. */
  readonly index: number;
}

/** A prompt while it runs: which cases come next, and what came of those before. */
export interface PromptRun {
  readonly plan: PromptPlan;
  /** In the order of the golden set. */
  readonly cases: readonly CaseRun[];
  readonly added: readonly CaseRun[];
  /** Positions in `cases`, in the order in which they are taken. */
  readonly order: readonly number[];
  /** How many cases each look has seen; the last is all of them. */
  readonly looks: readonly number[];
  readonly trials: Trials;
  /** First position in the log. */
  readonly offset: number;
  readonly seed: number | string;
  /** Alpha of passing claims: stricter after a regression in the same pull request. */
  readonly passAlpha: number;
  /** Set where the baseline's answers come from the store: how old the oldest is, in milliseconds. */
  stored: { readonly ageMs: number } | null;
  /** Set where the baseline's model is gone, or refuses one of its parameters by now: its stored answers stand in, or the candidate is judged alone. */
  gone: "stored" | "alone" | null;
  /** Why it is gone. */
  goneFor: GoneFor | null;
  /** Looks made so far. */
  look: number;
  /** Whether trials turned out to be copies: one is enough. */
  copies: boolean;
  /** Set where calls ended before this prompt was settled: only cases of which nothing is missing are seen. */
  cut: Stopped | null;
  settled: boolean;
  comparisons: readonly Comparison[];
  confirmation: "confirmed" | "not-confirmed" | null;
  /** The fresh samples of a confirmation, which alone decide. */
  fresh: readonly CaseRun[] | null;
}

/** What is known of a prompt before its first call. */
export interface PromptStart {
  readonly trials: Trials;
  readonly seed: number | string;
  readonly passAlpha: number;
  /** First position in the log. */
  readonly offset: number;
}

/** Sets a prompt up; where stopping early is off or there is nothing to compare, there is one look. */
export function startPrompt(plan: PromptPlan, gate: GateConfig, start: PromptStart): PromptRun {
  // One for all: a list is replaced where an outcome is added, never pushed to.
  const none = Object.freeze<Outcome[]>([]) as Outcome[];
  const open = (planCase: PlanCase): CaseRun => ({ planCase, baseline: none, candidate: none });
  const staged = gate.stopEarly && plan.baseline !== null;
  return {
    plan,
    cases: plan.cases.map(open),
    added: plan.added.map(open),
    order: orderCases(plan.cases, start.seed),
    looks: staged ? planLooks(plan.cases.length) : [plan.cases.length],
    ...start,
    stored: null,
    gone: null,
    goneFor: null,
    look: 0,
    copies: false,
    cut: null,
    settled: plan.candidate === null,
    comparisons: [],
    confirmation: null,
    fresh: null,
  };
}

export type GoneFor = "missing-model" | "refused-parameter";

/** Why the provider answers no sample of an arm as it is, whatever its case; null where it answers. */
export function findGone(cases: readonly CaseRun[], arm: Arm): GoneFor | null {
  const kinds = new Set<unknown>(cases.flatMap((entry) => entry[arm].map(({ failure }) => failure?.kind)));
  return (["missing-model", "refused-parameter"] as const).find((kind) => kinds.has(kind)) ?? null;
}

/** How many samples a prompt takes at most, stored ones among them, without a confirmation. */
function plannedSamples(run: PromptRun): number {
  const { baseline, candidate } = run.plan;
  const perCase = (baseline === null ? 0 : run.trials.baseline) + (candidate === null ? 0 : run.trials.candidate);
  return run.cases.length * perCase + (candidate === null ? 0 : run.added.length);
}

/** How many calls a prompt takes at most: its samples, and what scorers ask about each of them. */
export function countPlannedCalls(run: PromptRun): number {
  const { baseline, candidate } = run.plan;
  const perCase = (baseline === null ? 0 : run.trials.baseline) + (candidate === null ? 0 : run.trials.candidate);
  const asked = (entry: CaseRun): number => questionsOf(run.plan, entry);
  const main = run.cases.reduce((sum, entry) => sum + asked(entry), 0) * perCase;
  const added = candidate === null ? 0 : run.added.reduce((sum, entry) => sum + asked(entry), 0);
  return plannedSamples(run) + Math.ceil(main + added);
}

/** What scorers ask about one sample of a case, whatever the other version says. */
export function ownQuestionsOf(plan: PromptPlan, { planCase }: Pick<CaseRun, "planCase">): number {
  const asks = plan.scorersFor(planCase.testCase).flatMap((scorer) => scorer.asks ?? []);
  return asks.reduce((sum, { calls, perPair }) => sum + (perPair ? 0 : calls), 0);
}

/** What scorers ask about one sample of a case; what they ask about a pair counts half for each of both arms. */
export function questionsOf(plan: PromptPlan, { planCase }: Pick<CaseRun, "planCase">): number {
  const asks = plan.scorersFor(planCase.testCase).flatMap((scorer) => scorer.asks ?? []);
  const share = plan.baseline === null ? 0 : 0.5;
  return asks.reduce((sum, { calls, perPair }) => sum + calls * (perPair ? share : 1), 0);
}

/** Positions in the log that a prompt may use: every trial of both arms, and as many again for a confirmation. */
export function logSpan(run: {
  readonly cases: { readonly length: number };
  readonly added: { readonly length: number };
  readonly trials: Trials;
}): number {
  return (run.cases.length + run.added.length) * 2 * slotsOfCase(run.trials);
}

/** Trials that a confirmation buys in each arm at most. */
export const confirmationTrials = 2;

function slotsOfCase(trials: Trials): number {
  return Math.max(trials.baseline, trials.candidate) + confirmationTrials;
}

/** Whether the candidate is judged alone: it has no baseline, or none that can still be run. */
export function isAlone({ plan, gone }: PromptRun): boolean {
  return plan.baseline === null || gone === "alone";
}

/** The cases that have been seen, in the order of the golden set. */
export function seenCases(run: PromptRun): readonly CaseRun[] {
  const seen = run.look === 0 ? 0 : (run.looks[run.look - 1] ?? 0);
  if (seen === run.cases.length) return run.cut === null ? run.cases : run.cases.filter(isComplete);
  const positions = run.order.slice(0, seen).toSorted((left, right) => left - right);
  const cases = positions.map((position) => run.cases[position] as CaseRun);
  return run.cut === null ? cases : cases.filter(isComplete);
}

/**
 * The samples of the next look: every new case with all its trials, baseline and candidate side by side. Made as they are
 * asked for, so that there are never more than are under way.
 */
export function nextSlots(run: PromptRun): Iterable<Slot> {
  const { look, looks, order } = run;
  const from = look === 0 ? 0 : (looks[look - 1] ?? 0);
  return {
    *[Symbol.iterator]() {
      for (let next = from; next < (looks[look] ?? 0); next++) yield* caseSlots(run, order[next] as number);
      if (look === 0) yield* addedSlots(run);
    },
  };
}

function caseSlots(run: PromptRun, position: number): readonly Slot[] {
  const caseRun = run.cases[position] as CaseRun;
  const { baseline, candidate } = run.plan;
  const slots: Slot[] = [];
  const trials = run.copies ? 1 : Math.max(run.trials.baseline, run.trials.candidate);
  for (let trial = 0; trial < trials; trial++) {
    // What the store has given the baseline is not drawn again.
    if (baseline !== null && run.gone === null && trial >= caseRun.baseline.length && trial < run.trials.baseline) {
      slots.push(slotOf(run, position, baseline, "baseline", trial, "compare"));
    }
    if (candidate !== null && trial < run.trials.candidate) {
      slots.push(slotOf(run, position, candidate, "candidate", trial, "compare"));
    }
  }
  return slots;
}

function addedSlots(run: PromptRun): readonly Slot[] {
  const { candidate } = run.plan;
  if (candidate === null) return [];
  return run.added.map((_, index) => slotOf(run, run.cases.length + index, candidate, "candidate", 0, "compare"));
}

/** A sample of one case; confirmations stand behind the trials of the comparison. */
export function slotOf(
  run: PromptRun,
  position: number,
  version: PromptVersion,
  arm: Arm,
  trial: number,
  draw: string,
): Slot {
  const caseRun = (run.cases[position] ?? run.added[position - run.cases.length]) as CaseRun;
  return { plan: run.plan, version, caseRun, arm, trial, draw, index: logIndex(run, position, arm, trial) };
}

/** Where in the log a sample stands. */
export function logIndex(
  { offset, trials }: Pick<PromptRun, "offset" | "trials">,
  position: number,
  arm: Arm,
  trial: number,
): number {
  return offset + (position * 2 + (arm === "baseline" ? 0 : 1)) * slotsOfCase(trials) + trial;
}
