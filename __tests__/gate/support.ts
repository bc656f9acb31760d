import { compareMetric, type Draft } from "../../src/gate/compare-metric.ts";
import { decideAll } from "../../src/gate/decide.ts";
import type { CompareSettings } from "../../src/gate/gather-evidence.ts";
import type { CaseScores, Comparison, GateConfig, MetricDefinition, TrialScore } from "../../src/model.ts";

export const gate: GateConfig = {
  margin: 0.05,
  alpha: 0.05,
  scope: "suite",
  inconclusive: "warn",
  exact: false,
  slices: [],
  stopEarly: true,
  giveUp: false,
  maxUnscored: 0.1,
  minKappa: null,
  metrics: null,
};

export const passFail: MetricDefinition = {
  name: "right",
  kind: "binary",
  direction: "higher",
  unit: null,
  gatesByDefault: true,
};
export const graded: MetricDefinition = { ...passFail, name: "grade", kind: "bounded" };
export const latency: MetricDefinition = {
  name: "latency",
  kind: "ratio",
  direction: "lower",
  unit: "ms",
  gatesByDefault: false,
};

/** A case with one trial an arm, or with the trials given. */
export function makeCase(
  id: string | number,
  baseline: TrialScore | readonly TrialScore[],
  candidate: TrialScore | readonly TrialScore[],
  more: Partial<CaseScores> = {},
): CaseScores {
  const list = (trials: TrialScore | readonly TrialScore[]): readonly TrialScore[] =>
    Array.isArray(trials) ? trials : [trials as TrialScore];
  return {
    id: String(id),
    tags: [],
    weight: 1,
    cluster: null,
    baseline: list(baseline),
    candidate: list(candidate),
    ...more,
  };
}

/** A pass/fail set by its counts: cases that only the candidate passes, only the baseline, and the baseline's passes in all. */
export function makeSet(counts: {
  n: number;
  wins: number;
  losses: number;
  basePasses: number;
}): readonly CaseScores[] {
  const { n, wins, losses, basePasses } = counts;
  return Array.from({ length: n }, (_, index) => {
    if (index < wins) return makeCase(index, 0, 1);
    if (index < wins + losses) return makeCase(index, 1, 0);
    return index < wins + basePasses ? makeCase(index, 1, 1) : makeCase(index, 0, 0);
  });
}

/** The same score so many times. */
export function repeat(times: number, value: number): readonly number[] {
  return new Array<number>(times).fill(value);
}

export function draft(
  metric: MetricDefinition,
  cases: readonly CaseScores[],
  settings: Partial<GateConfig> = {},
  more: Omit<Partial<CompareSettings>, "gate"> = {},
): Draft {
  return compareMetric(metric, cases, { gate: { ...gate, ...settings }, seed: 1, ...more });
}

/** One metric compared and decided by itself. */
export function decideOne(
  metric: MetricDefinition,
  cases: readonly CaseScores[],
  settings: Partial<GateConfig> = {},
  more: Omit<Partial<CompareSettings>, "gate"> = {},
): Comparison {
  const [comparison] = decideAll([draft(metric, cases, settings, more)], { ...gate, ...settings });
  return comparison as Comparison;
}
