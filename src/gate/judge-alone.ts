import type { CaseScores, Comparison, GateConfig, MetricDefinition, Reason, Verdict } from "../model.ts";
import { tQuantile } from "../stats/distributions.ts";
import { wilson } from "../stats/wilson.ts";
import { isGated } from "./compare-metric.ts";
import { geometricMean } from "./compare-ratios.ts";
import { mean, sum } from "./evidence.ts";
import { shareUnscored } from "./guard-missing.ts";
import { allFailed, isValue } from "./pair-cases.ts";

/** More cases than this without a value, and the metric cannot be judged. */
const missingLimit = 0.1;

/** Judges the candidate alone, against the absolute threshold of the metric where one is set. */
export function judgeAlone(metric: MetricDefinition, cases: readonly CaseScores[], gate: GateConfig): Comparison {
  const atLeast = gate.metrics?.[metric.name]?.atLeast ?? null;
  const scored = cases.flatMap(({ weight, candidate }) => {
    const values = candidate.filter(isValue);
    return values.length > 0 ? [{ weight, values }] : [];
  });
  const failed = cases.filter((entry) => allFailed(entry.candidate)).length;
  const value = scored.length === 0 ? null : averageOf(scored, metric);
  const unscored = shareUnscored(cases, "candidate") > gate.maxUnscored;
  const { verdict, reason } = unscored
    ? { verdict: "error" as const, reason: "unscored" as const }
    : verdictAlone(value, atLeast, cases.length, scored.length, failed, metric);
  return {
    metric: metric.name,
    gated: isGated(metric, gate.metrics),
    direction: metric.direction,
    kind: metric.kind,
    unit: metric.unit,
    pairs: scored.length,
    effectiveCases: null,
    baseline: null,
    candidate: value,
    difference: null,
    interval: value === null ? null : intervalOf(scored, metric, value, 1 - 2 * gate.alpha),
    confidence: 1 - 2 * gate.alpha,
    margin: null,
    atLeast,
    pValue: null,
    pBetter: null,
    adjustedPValue: null,
    minimumDetectable: null,
    worse: 0,
    better: 0,
    failed: { baseline: 0, candidate: failed },
    unscored: cases.length - scored.length - failed,
    casesNeeded: null,
    trialsNeeded: null,
    verdict,
    reason,
    slice: null,
  };
}

function verdictAlone(
  value: number | null,
  atLeast: number | null,
  cases: number,
  scored: number,
  failed: number,
  metric: MetricDefinition,
): { readonly verdict: Verdict; readonly reason: Reason | null } {
  if (value === null || cases - scored > missingLimit * cases) {
    return { verdict: "error", reason: cases === 0 ? "no-pairs" : failed > 0 ? "failed" : "unscored" };
  }
  if (atLeast === null) return { verdict: "new", reason: null };
  const reached = metric.direction === "lower" ? value <= atLeast : value >= atLeast - 1e-12;
  return { verdict: reached ? "above-threshold" : "below-threshold", reason: null };
}

type Scored = readonly { readonly weight: number; readonly values: readonly number[] }[];

function averageOf(scored: Scored, metric: MetricDefinition): number {
  if (metric.kind === "ratio") return geometricMean(scored.map((entry) => entry.values));
  const total = sum(scored.map((entry) => entry.weight));
  return sum(scored.map((entry) => entry.weight * mean(entry.values))) / total;
}

/** Wilson's interval, which is conservative for graded scores; for ratios Student's t on the logarithms. */
function intervalOf(
  scored: Scored,
  metric: MetricDefinition,
  value: number,
  confidence: number,
): readonly [low: number, high: number] | null {
  if (metric.kind !== "ratio") {
    const { low, high } = wilson(value * scored.length, scored.length, confidence);
    return [low, high];
  }
  if (scored.length < 2 || value <= 0) return null;
  const logarithms = scored.map((entry) => mean(entry.values.map((each) => Math.log(Math.max(each, value * 1e-6)))));
  const average = mean(logarithms);
  const variance = sum(logarithms.map((each) => (each - average) ** 2)) / (scored.length - 1);
  const reach = tQuantile((1 + confidence) / 2, scored.length - 1) * Math.sqrt(variance / scored.length);
  return [value * Math.exp(-reach), value * Math.exp(reach)];
}
