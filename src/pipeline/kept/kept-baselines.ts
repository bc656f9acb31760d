import type { Config } from "../../model.ts";
import { trialsToKeep } from "../calls/start-runs.ts";
import type { PromptPlan } from "../plan/plan-run.ts";
import type { RunStore } from "./run-store.ts";
import { findStoredBaseline } from "./stored-baseline.ts";

/** The prompts whose present version is kept already: every case as often as wanted, and young enough. */
export function keptBaselines(
  plans: readonly PromptPlan[],
  config: Config,
  store: RunStore | null,
): readonly PromptPlan[] {
  if (store === null) return [];
  return plans.filter((plan) => {
    // Later on this version is the baseline, with the same values.
    const cases = plan.cases.map((planCase) => ({ planCase, baseline: [], candidate: [] }));
    const asBaseline = { ...plan, baseline: plan.candidate };
    const { baseline } = config;
    const stored = findStoredBaseline({ plan: asBaseline, cases }, store, { baseline, maxAgeMs: baseline.maxAgeMs });
    if (stored === null || stored.trials.size < cases.length) return false;
    return stored.fewest >= trialsToKeep(plan, config).candidate;
  });
}
