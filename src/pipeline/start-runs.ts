import type { GateConfig, RunConfig } from "../model.ts";
import type { PromptPlan } from "./plan-run.ts";
import { planTrials, type Trials } from "./plan-trials.ts";
import { logSpan, type PromptRun, startPrompt } from "./prompt-run.ts";

/** Sets every prompt up: how often each case is run, in which order, and where its texts go in the log. */
export function startRuns(
  plans: readonly PromptPlan[],
  settings: { readonly run: RunConfig; readonly gate: GateConfig; readonly seed: number | undefined },
): readonly PromptRun[] {
  const { run, gate } = settings;
  const runs: PromptRun[] = [];
  let offset = 0;
  for (const plan of plans) {
    // The same versions over the same cases are taken in the same order.
    const seed = settings.seed ?? `${plan.baseline?.fingerprint}:${plan.candidate?.fingerprint}:${plan.goldenHash}`;
    const trials = plan.baseline === null ? trialsAlone(run) : planTrials(plan.cases.length, { run, gate }, null);
    const started = startPrompt(plan, gate, { trials, seed, passAlpha: gate.alpha, stored: null, offset });
    runs.push(started);
    offset += logSpan(started);
  }
  return runs;
}

/** An absolute threshold is held against what was seen: `auto` asks once. */
function trialsAlone({ trials }: RunConfig): Trials {
  const candidate = trials === "auto" ? 1 : trials;
  return { baseline: 0, candidate };
}
