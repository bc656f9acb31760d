import type { BaselineConfig, GateConfig, RunConfig } from "../../model.ts";
import { minimumDetectableDrop } from "../../stats/planning.ts";

/** Where nothing is stored of a prompt, its pass rate is taken to be this. */
export const usualPassRate = 0.8;
/** Chance with which a drop that is called detectable is found. */
export const power = 0.8;

export interface Trials {
  readonly baseline: number;
  readonly candidate: number;
}

/**
 * How often each case is run in each arm, fixed before the first call. `auto` buys trials until the drop that can be
 * detected is at most twice the margin: with one trial, fewer than 56 cases could never be certified at 5 points.
 * `stored` is the number of trials that a stored baseline brings; null where the baseline is run, too.
 */
export function planTrials(
  cases: number,
  settings: { readonly run: RunConfig; readonly gate: GateConfig; readonly baseline: BaselineConfig },
  stored: { readonly trials: number; readonly passRate: number | null } | null,
): Trials {
  const { run, gate, baseline } = settings;
  const beside = (candidate: number): number =>
    stored?.trials ?? (baseline.trials === "auto" ? candidate : baseline.trials);
  if (run.trials !== "auto") return { baseline: beside(run.trials), candidate: run.trials };
  const rate = stored?.passRate ?? usualPassRate;
  for (let candidate = 1; candidate < run.maxTrials; candidate++) {
    const drop = minimumDetectableDrop({
      cases,
      meanVariance: (rate * (1 - rate)) / 2,
      trialsBaseline: beside(candidate),
      trialsCandidate: candidate,
      alpha: gate.alpha,
      power,
    });
    if (drop <= 2 * gate.margin) return { baseline: beside(candidate), candidate };
  }
  return { baseline: beside(run.maxTrials), candidate: run.maxTrials };
}

/** Judged alone, an absolute threshold is held against what was seen: `auto` asks once. */
export function trialsAlone({ trials }: RunConfig): Trials {
  return { baseline: 0, candidate: trials === "auto" ? 1 : trials };
}
