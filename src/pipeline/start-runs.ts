import { type AttemptsJudged, judgeAttempts } from "../gate/attempts.ts";
import type { Config } from "../model.ts";
import type { PromptPlan } from "./plan-run.ts";
import { planTrials, trialsAlone } from "./plan-trials.ts";
import { logSpan, type PromptRun, startPrompt } from "./prompt-run.ts";
import type { RunStore } from "./run-store.ts";
import { findStoredBaseline, type StoredBaseline, storedPassRate } from "./stored-baseline.ts";
import { findAttempts } from "./stored-verdicts.ts";

/** A prompt set up, with what the store knows of it. */
export interface StartedRun {
  readonly run: PromptRun;
  readonly stored: StoredBaseline | null;
  readonly attempts: AttemptsJudged;
}

export interface StartSettings {
  readonly config: Pick<Config, "run" | "gate" | "baseline">;
  readonly seed: number | undefined;
  readonly store: RunStore | null;
  readonly scope: string;
}

/** Sets every prompt up: how often each case is run, in which order, at which level it passes, and where its texts go. */
export async function startRuns(plans: readonly PromptPlan[], settings: StartSettings): Promise<readonly StartedRun[]> {
  const started: StartedRun[] = [];
  let offset = 0;
  for (const plan of plans) {
    const next = await startRun(plan, settings, offset);
    started.push(next);
    offset += logSpan(next.run);
  }
  return started;
}

async function startRun(plan: PromptPlan, settings: StartSettings, offset: number): Promise<StartedRun> {
  const { config, store, scope } = settings;
  const { gate, baseline } = config;
  // The same versions over the same cases are taken in the same order.
  const versions = `${plan.baseline?.fingerprint}:${plan.candidate?.fingerprint}:${plan.goldenHash}`;
  const seed = settings.seed ?? plan.baselineKey ?? versions;
  const fingerprint = plan.candidate?.fingerprint ?? "";
  const attempts = judgeAttempts(gate.alpha, fingerprint, findAttempts(scope, plan, store));
  const cases = plan.cases.map((planCase) => ({ planCase, baseline: [], candidate: [] }));
  // What gates on the call itself needs calls of both versions.
  const stored = plan.drawsAnew
    ? null
    : store && findStoredBaseline({ plan, cases }, store, { baseline, maxAgeMs: baseline.maxAgeMs });
  const planned = stored &&
    !stored.resumed && { trials: stored.fewest, passRate: await storedPassRate({ plan, cases }, stored) };
  const trials =
    plan.baseline === null ? trialsAlone(config.run) : planTrials(plan.cases.length, config, planned || null);
  return { run: startPrompt(plan, gate, { trials, seed, passAlpha: attempts.passAlpha, offset }), stored, attempts };
}
