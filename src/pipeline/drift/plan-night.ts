import { currentEpoch, isSameLine } from "../../drift/epoch.ts";
import {
  findHistory,
  folderOfPrompt,
  formerFolders,
  type PresentPrompt,
  type PromptHistory,
} from "../../drift/history.ts";
import type { BaselineConfig, DriftConfig, Json } from "../../model.ts";
import { canonicalHash } from "../../source/json.ts";
import { orderCases } from "../calls/case-order.ts";
import type { PlanCase, PromptPlan } from "../plan/plan-run.ts";
import type { Acceptance } from "./acceptance.ts";

/** Trials of every case in a reference, where `baseline.trials` leaves it open. */
const referenceTrials = 5;

/** What is done with a prompt tonight. */
export type NightTask =
  | { readonly kind: "night" }
  /** `why`: where nobody asked for it. */
  | { readonly kind: "reference"; readonly why: string | null; readonly reason: string | null }
  | { readonly kind: "skipped"; readonly why: string };

export interface PlannedNight {
  readonly plan: PromptPlan;
  readonly present: PresentPrompt;
  /** SHA-256 over all that scores: another one starts another line. */
  readonly scorers: string;
  readonly task: NightTask;
  /** The cases that are run. */
  readonly cases: readonly PlanCase[];
  readonly trials: number;
}

/** What is asked of a night. */
export interface NightWish {
  /** Take references of versions that have none, and nothing else. */
  readonly referencesOnly: boolean;
  /** The prompts whose reference is taken anew, by name, path or folder of the history. */
  readonly accepts: readonly Acceptance[];
  /** Whether nothing is run but what is accepted. */
  readonly acceptsOnly: boolean;
}

/** What every prompt needs tonight: a reference where its version or what scores it has none, else a night. */
export function planNights(
  plans: readonly PromptPlan[],
  histories: readonly PromptHistory[],
  wish: NightWish,
  settings: {
    readonly drift: DriftConfig;
    readonly baseline: BaselineConfig;
    readonly isThere: (path: string) => boolean;
    /** Path of a prompt that cannot be run yet → why. */
    readonly waiting: ReadonlyMap<string, string>;
  },
): readonly PlannedNight[] {
  return plans.flatMap((plan) => {
    if (plan.candidate === null) return [];
    const present = presentOf(plan);
    const scorers = hashScorers(plan);
    const history = findHistory(histories, present, settings.isThere)?.history ?? null;
    const waits = settings.waiting.get(present.path) ?? null;
    const task = chooseTask({ plan, present, scorers, waits }, history, wish);
    const cases = task.kind === "night" ? sampleOf(plan, history, settings.drift.sample) : plan.cases;
    const { trials } = settings.baseline;
    const wanted = trials === "auto" ? referenceTrials : trials;
    return [{ plan, present, scorers, task, cases, trials: task.kind === "reference" ? wanted : 1 }];
  });
}

function chooseTask(
  {
    plan,
    present,
    scorers,
    waits,
  }: Pick<PlannedNight, "plan" | "present" | "scorers"> & { readonly waits: string | null },
  history: PromptHistory | null,
  { referencesOnly, accepts, acceptsOnly }: NightWish,
): NightTask {
  const names = [present.name, present.path, folderOfPrompt(present), ...(history ? formerFolders(history) : [])];
  if (waits !== null) return { kind: "skipped", why: waits };
  const accepted = accepts.find(({ prompt }) => names.includes(prompt));
  if (accepted !== undefined) return { kind: "reference", why: null, reason: accepted.reason };
  if (acceptsOnly) return { kind: "skipped", why: "It was not accepted anew." };
  if (plan.cases.length === 0) return { kind: "skipped", why: "It has no golden set." };
  const epoch = history === null ? null : currentEpoch(history.records);
  const why = whyNew(epoch?.reference ?? null, { fingerprint: present.fingerprint, scorers });
  if (why !== null) return { kind: "reference", why: referencesOnly ? null : why, reason: null };
  return referencesOnly ? { kind: "skipped", why: "The history has a reference of this version." } : { kind: "night" };
}

function whyNew(
  reference: Parameters<typeof isSameLine>[0] | null,
  now: { readonly fingerprint: string; readonly scorers: string },
): string | null {
  if (reference === null) return "The history has no reference yet: tonight is it.";
  if (isSameLine(reference, now)) return null;
  const what = reference.fingerprint === now.fingerprint ? "What scores it" : "The prompt";
  return `${what} changed since the reference: a new line starts tonight.`;
}

/** A part of the set that rotates: stratified by tags, and all of it once in so many nights. */
function sampleOf(plan: PromptPlan, history: PromptHistory | null, sample: number | null): readonly PlanCase[] {
  if (sample === null || sample >= plan.cases.length) return plan.cases;
  const nights = history === null ? 0 : (currentEpoch(history.records)?.nights.length ?? 0);
  const order = orderCases(plan.cases, plan.candidate?.fingerprint ?? "");
  return Array.from({ length: sample }, (_, index) => {
    return plan.cases[order[(nights * sample + index) % order.length] ?? 0] as PlanCase;
  });
}

function presentOf({ change, candidate }: PromptPlan): PresentPrompt {
  return { name: change.name, path: change.path, fingerprint: candidate?.fingerprint ?? "" };
}

/** Scorers with their files, judges, and those of single cases. */
function hashScorers(plan: PromptPlan): string {
  const own = plan.cases.flatMap(({ testCase }) => {
    return testCase.scorers.map(({ type, name, options }) => ({ type, name, options }) as unknown as Json);
  });
  return canonicalHash({
    prompt: plan.scorersHash,
    cases: [...new Set(own.map((spec) => JSON.stringify(spec)))].sort(),
  });
}

/** Whether calls are made of it tonight. */
export function isRun({ task }: PlannedNight): boolean {
  return task.kind !== "skipped";
}
