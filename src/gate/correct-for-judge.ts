import { normalQuantile } from "../stats/distributions.ts";
import type { Evidence } from "./evidence.ts";

/** What labels of people say of a judge that passes or fails. */
export interface JudgeErrors {
  /** Share of what people pass that it passes, and over how many labels. */
  readonly truePositiveRate: number;
  readonly passed: number;
  /** Share of what people fail that it passes, and over how many labels. */
  readonly falsePositiveRate: number;
  readonly failed: number;
}

/** A judge that tells good from bad less than this is no measure that could be corrected. */
const leastYouden = 0.2;
/** Fewer labels on either side say nothing of a rate. */
const fewestLabels = 10;

/** TPR − FPR: of a true difference the share that the judge shows. Null where it is too small, or known from too little. */
export function youdenOf({ truePositiveRate, passed, falsePositiveRate, failed }: JudgeErrors): number | null {
  const youden = truePositiveRate - falsePositiveRate;
  return Math.min(passed, failed) >= fewestLabels && youden >= leastYouden ? youden : null;
}

/**
 * The difference as people would see it: Δ = Δ_judge / (TPR − FPR), which a judge that errs alike in both arms shrinks
 * (Rogan & Gladen 1978). The interval is widened by what the labels leave unknown of both rates (delta method; each rate with
 * one success and one failure added, so that perfect agreement on few labels is not taken for certain). The tests stay:
 * under no difference the judge shows none either.
 */
export function correctForJudge(evidence: Evidence, errors: JudgeErrors, level: number): Evidence {
  const youden = youdenOf(errors);
  if (youden === null) return evidence;
  const { difference, interval, variance, unseen } = evidence;
  const varianceOfYouden =
    varianceOf(errors.truePositiveRate, errors.passed) + varianceOf(errors.falsePositiveRate, errors.failed);
  const corrected = difference / youden;
  const spread = (corrected * Math.sqrt(varianceOfYouden)) / youden;
  const reach = level > 0 ? normalQuantile(1 - level) * Math.abs(spread) : 0;
  const widen = (half: number): number => Math.hypot(half / youden, reach);
  const [low, high] = interval;
  const clamp = (value: number): number => Math.min(1, Math.max(-1, value));
  return {
    ...evidence,
    difference: clamp(corrected),
    estimate: clamp(corrected),
    interval: [
      Number.isFinite(low) ? clamp(corrected - widen(difference - low)) : low,
      Number.isFinite(high) ? clamp(corrected + widen(high - difference)) : high,
    ],
    variance: variance / youden ** 2 + spread ** 2,
    unseen: unseen / youden,
  };
}

/** A rate of the judge as people would see it, within [0, 1]. */
export function correctRate(rate: number, errors: JudgeErrors): number {
  const youden = youdenOf(errors);
  return youden === null ? rate : Math.min(1, Math.max(0, (rate - errors.falsePositiveRate) / youden));
}

function varianceOf(rate: number, count: number): number {
  const shrunk = (rate * count + 1) / (count + 2);
  return (shrunk * (1 - shrunk)) / (count + 2);
}
