import type { BaselineConfig, CompletedSample } from "../../model.ts";
import { type BaselineTrial, findAges } from "../../run/store/baselines.ts";
import type { Executor } from "../calls/executor.ts";
import { inParallel } from "../calls/in-parallel.ts";
import { toOutcome } from "../calls/outcome.ts";
import { addOutcome, type PromptRun, slotOf } from "../calls/prompt-run.ts";
import type { PromptPlan } from "../plan/plan-run.ts";
import { caseHash, type RunStore } from "./run-store.ts";

/** More stored answers of a case than this are not used. */
const mostTrials = 10;

/** The stored answers of a prompt's baseline: by the position of the case. */
export interface StoredBaseline {
  readonly trials: ReadonlyMap<number, readonly BaselineTrial[]>;
  /** The fewest answers that a case with any has. */
  readonly fewest: number;
  readonly ageMs: number;
  /** Whether this very comparison drew them, and was ended before its verdict: they are its own draws, not older ones. */
  readonly resumed: boolean;
}

/**
 * Finds the baseline's stored answers. Where less than half of the cases have any of an earlier comparison, both arms are
 * run, but for what this very comparison has drawn before it was ended; null where that is nothing.
 * `maxAgeMs` null: at any age, because the model is gone and there will be no others.
 */
export function findStoredBaseline(
  run: Pick<PromptRun, "plan" | "cases">,
  { store, comparison, clock }: RunStore,
  settings: { readonly baseline: BaselineConfig; readonly maxAgeMs: number | null },
): StoredBaseline | null {
  const version = run.plan.baseline;
  if (version === null || store.baselines.isEmpty()) return null;
  const now = clock();
  const since = settings.maxAgeMs === null ? null : new Date(now.getTime() - settings.maxAgeMs);
  const most = settings.baseline.trials === "auto" ? mostTrials : settings.baseline.trials;
  const all = new Map<number, readonly BaselineTrial[]>();
  for (const [position, entry] of run.cases.entries()) {
    const found = store.baselines.find({ fingerprint: version.fingerprint, caseHash: caseHash(entry), since });
    if (found.length > 0) all.set(position, found.slice(0, most));
  }
  const earlier = [...all.values()].filter((found) => found.some((trial) => trial.comparison !== comparison)).length;
  const resumed = settings.maxAgeMs !== null && (earlier === 0 || 2 * earlier < run.cases.length);
  const trials = resumed ? ownTrials(all, comparison) : all;
  if (trials.size === 0 || (settings.maxAgeMs === null && 2 * trials.size < run.cases.length)) return null;
  const ages = findAges([...trials.values()].flat());
  return {
    trials,
    fewest: [...trials.values()].reduce((least, each) => Math.min(least, each.length), mostTrials),
    ageMs: ages === null ? 0 : Math.max(0, now.getTime() - ages.oldest.getTime()),
    resumed,
  };
}

function ownTrials(
  all: ReadonlyMap<number, readonly BaselineTrial[]>,
  comparison: string,
): ReadonlyMap<number, readonly BaselineTrial[]> {
  return new Map(
    [...all].flatMap(([position, found]) => {
      const own = found.filter((trial) => trial.comparison === comparison);
      // Trials count from the first.
      return own.length > 0 && own.every((trial, number) => trial.trial === number) ? [[position, own] as const] : [];
    }),
  );
}

/** Puts the stored answers in the place of the baseline's samples, scored by the scorers of today. */
export async function useStoredBaseline(run: PromptRun, stored: StoredBaseline, executor: Executor): Promise<void> {
  const version = run.plan.baseline;
  if (version === null) return;
  await inParallel([...stored.trials], async ([position, trials]) => {
    const entry = run.cases[position];
    if (entry === undefined) return;
    entry.baseline = [];
    for (const [number, trial] of trials.slice(0, run.trials.baseline).entries()) {
      const slot = slotOf(run, position, version, "baseline", number, "compare");
      const sample = { ...baselineSample(run.plan, trial), caseId: trial.case, trial: number };
      addOutcome(entry, "baseline", await executor.keepStored(sample, slot));
    }
  });
  if (!stored.resumed) run.stored = { ageMs: stored.ageMs };
}

/** The pass rate of the stored answers by the scorers of today, for planning; null where nothing scores them. */
export async function storedPassRate(
  { plan, cases }: Pick<PromptRun, "plan" | "cases">,
  { trials }: StoredBaseline,
): Promise<number | null> {
  let total = 0;
  let count = 0;
  for (const [position, [first]] of trials) {
    const planCase = cases[position]?.planCase;
    if (planCase === undefined || first === undefined) continue;
    // Planning asks nobody.
    const scorers = plan
      .scorersFor(planCase.testCase)
      .filter(({ metric, asks }) => metric.gatesByDefault && asks === undefined);
    const sample = { ...baselineSample(plan, first), caseId: planCase.testCase.id, trial: 0 };
    const { scores } = await toOutcome(sample, planCase.testCase, scorers.slice(0, 1), { index: 0, cached: true });
    const score = scores.get(scorers[0]?.metric.name ?? "");
    if (typeof score !== "number") continue;
    total += score;
    count++;
  }
  return count === 0 ? null : Math.min(1, total / count);
}

function baselineSample(
  { change, baseline }: PromptPlan,
  { latencyMs, reply }: BaselineTrial,
): Omit<CompletedSample, "caseId" | "trial"> {
  return {
    prompt: change.path,
    arm: "baseline",
    fingerprint: baseline?.fingerprint ?? "",
    attempts: 0,
    status: "completed",
    reply,
    latencyMs,
  };
}
