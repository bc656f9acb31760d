import { createRandom } from "../../src/stats/random.ts";
import { defaultGate, Judge, makeData } from "./judge.ts";
import type { Share } from "./limits.ts";
import { drawArm, type Scale } from "./scores.ts";
import type { Claim } from "./screen.ts";
import { drawQualities, type SuitePlan } from "./simulated-suite.ts";

export const sizes = [20, 50, 100, 200, 500] as const;
export const rates = [0.5, 0.8, 0.95] as const;
export const trialCounts = [
  [1, 1],
  [3, 3],
  [5, 1],
  [5, 5],
] as const;

/** Baseline and candidate trials of every case. */
export type Trials = readonly [baseline: number, candidate: number];

/** A cell: one kind of golden set, run many times, and how often the gate makes the claim. */
export interface Cell {
  readonly suite: SuitePlan;
  readonly trials: Trials;
  readonly scale: Scale;
  readonly claim: Claim;
  readonly margin: number;
  readonly runs: number;
}

/** How often the claim was made: with all cases at once, and with planned looks on the same data. */
export interface CellResult {
  readonly atOnce: Share;
  readonly withLooks: Share;
}

/** Every cell has its own stream of randomness, so that none depends on which others are run. */
export function simulateCell(cell: Cell): CellResult {
  const { suite, trials, scale, claim, margin, runs } = cell;
  const random = createRandom(JSON.stringify({ suite, trials, metric: scale.metric.name, slope: scale.slope, margin }));
  const judge = new Judge(scale.metric, { ...defaultGate, margin });
  let atOnce = 0;
  let withLooks = 0;
  for (let run = 0; run < runs; run++) {
    const truth = drawQualities(suite, random);
    const baseline = drawArm(truth.baseline, trials[0], scale, random);
    const candidate = drawArm(truth.candidate, trials[1], scale, random);
    const data = makeData(baseline, candidate, suite.cases);
    if (judge.endsWith(claim, data)) atOnce++;
    if (judge.stopsWith(claim, data)) withLooks++;
  }
  return { atOnce: { hits: atOnce, runs }, withLooks: { hits: withLooks, runs } };
}
