import { expectShareTaken } from "../../gate/expect-calls.ts";
import type { Config, GoldenSetPower, RunConfig, TrialsPower } from "../../model.ts";
import { casesForDrop, minimumDetectableDrop } from "../../stats/planning.ts";
import { planTrials, power, type Trials } from "../plan/plan-trials.ts";

/** What assay.yml takes for run.trials. */
export const mostTrials = 5;
/** The drop, beside none, for which the calls are told. */
const exampleDrop = 0.2;

/** Larger sets are simulated as if they were this large. */
const mostSimulated = 1_000;
const simulatedNote = "The calls are simulated for 1,000 cases: larger sets stop no later.";
/** Case trials that are simulated for each number told, shared out over the sets. */
const simulatedTrials = 20_000;
const fewestRuns = 40;
const mostRuns = 200;

/** What is planned for, where it is not what the project says. */
export interface PowerWishes {
  /** Of the baseline, above 0 and at most 1. */
  readonly passRate?: number;
  readonly trials?: RunConfig["trials"];
  /** Tolerated loss that is to be told, above 0 and at most 1. */
  readonly margin?: number;
}

/** A golden set, real or planned, and how comparisons over it are run and judged. */
export interface PowerPlan {
  readonly name: string | null;
  readonly path: string | null;
  readonly cases: number;
  readonly effectiveCases: number;
  readonly passRate: number;
  readonly margin: number;
  readonly settings: Pick<Config, "run" | "gate" | "baseline">;
  readonly notes: readonly string[];
}

/** What a golden set can tell. `sets`: how many there are, each of which is simulated the less. */
export function tellPower(plan: PowerPlan, sets = 1): GoldenSetPower {
  const { name, path, cases, effectiveCases, passRate, margin, settings, notes } = plan;
  const { gate, run } = settings;
  const byTrials = Array.from({ length: mostTrials }, (_, index) => {
    return powerOf(plan, planTrials(cases, { ...settings, run: { ...run, trials: index + 1 } }, null));
  });
  const planned = powerOf(plan, planTrials(cases, settings, null));
  const enough = byTrials.find(({ detectableDrop }) => detectableDrop !== null && detectableDrop <= margin);
  return {
    name,
    path,
    cases,
    effectiveCases,
    passRate,
    margin,
    alpha: gate.alpha,
    byTrials,
    planned,
    trialsNeeded: enough?.trials.candidate ?? null,
    expectedCalls: {
      unchanged: expectCalls(plan, planned, { drop: 0, sets }),
      dropped: expectCalls(plan, planned, { drop: exampleDrop, sets }),
    },
    stopEarly: gate.stopEarly,
    notes: effectiveCases > mostSimulated ? [...notes, simulatedNote] : notes,
  };
}

/** What these cases tell with so many trials of each. */
export function powerOf(
  plan: Pick<PowerPlan, "cases" | "effectiveCases" | "passRate" | "margin" | "settings">,
  trials: Trials,
): TrialsPower {
  const { cases, effectiveCases, passRate, margin, settings } = plan;
  const terms = {
    meanVariance: (passRate * (1 - passRate)) / 2,
    trialsBaseline: trials.baseline,
    trialsCandidate: trials.candidate,
    alpha: settings.gate.alpha,
    power,
  };
  const drop = minimumDetectableDrop({ ...terms, cases: effectiveCases });
  const worth = effectiveCases > 0 ? cases / effectiveCases : 1;
  return {
    trials,
    calls: cases * (trials.baseline + trials.candidate),
    detectableDrop: drop > 1 ? null : drop,
    casesNeeded: Math.ceil(casesForDrop(margin, terms) * worth - 1e-9),
  };
}

function expectCalls(
  { effectiveCases, passRate, margin, settings }: PowerPlan,
  { trials, calls }: TrialsPower,
  { drop, sets }: { readonly drop: number; readonly sets: number },
): number | null {
  const cases = Math.min(Math.round(effectiveCases), mostSimulated);
  if (cases < 1) return null;
  const perRun = cases * Math.max(trials.baseline, trials.candidate) * sets;
  const runs = Math.min(mostRuns, Math.max(fewestRuns, Math.round(simulatedTrials / perRun)));
  const share = expectShareTaken({ cases, trials, passRate, drop, gate: { ...settings.gate, margin } }, runs);
  return share === null ? null : Math.round(share * calls);
}
