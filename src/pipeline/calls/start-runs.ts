import { type AttemptsJudged, judgeAttempts } from "../../gate/attempts.ts";
import type { Config } from "../../model.ts";
import type { RunStore } from "../kept/run-store.ts";
import { findStoredBaseline, type StoredBaseline, storedPassRate } from "../kept/stored-baseline.ts";
import { findAttempts } from "../kept/stored-verdicts.ts";
import type { PromptPlan } from "../plan/plan-run.ts";
import { planTrials, type Trials, trialsAlone } from "../plan/plan-trials.ts";
import { logSpan, type PromptRun, startPrompt } from "./prompt-run.ts";

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
  /** Whether answers are taken to be kept: as many as a comparison would take of its baseline. */
  readonly recordsBaseline?: boolean;
}

/** How often each case of a version is asked that later ones are compared with. */
export function trialsToKeep(plan: PromptPlan, config: StartSettings["config"]): Trials {
  return { baseline: 0, candidate: planTrials(plan.cases.length, config, null).baseline };
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
  const alone = settings.recordsBaseline ? trialsToKeep(plan, config) : trialsAlone(config.run);
  const trials = plan.baseline === null ? alone : planTrials(plan.cases.length, config, planned || null);
  return { run: startPrompt(plan, gate, { trials, seed, passAlpha: attempts.passAlpha, offset }), stored, attempts };
}
