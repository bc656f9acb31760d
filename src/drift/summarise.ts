import type { DriftMean, DriftScores, MetricDefinition } from "../model.ts";
import { wilson } from "../stats/wilson.ts";

/** The mean of a metric over the cases of a run; null where no case has a value. */
export function summarise(
  scores: DriftScores,
  { name, kind, unit = null }: Pick<MetricDefinition, "name" | "kind"> & Partial<Pick<MetricDefinition, "unit">>,
): DriftMean | null {
  const means = Object.values(scores).flatMap((metrics) => {
    const values = metrics[name] ?? [];
    return values.length === 0 ? [] : [meanOf(kind === "ratio" ? values.map(logarithm) : values)];
  });
  if (means.length === 0) return null;
  const mean = meanOf(means);
  if (kind !== "ratio") return { mean, ...wilson(mean * means.length, means.length, 0.95), cases: means.length };
  const error = Math.sqrt(meanOf(means.map((each) => (each - mean) ** 2)) / Math.max(1, means.length - 1));
  const [low, high] = [Math.exp(mean - 1.96 * error), Math.exp(mean + 1.96 * error)];
  return { mean: Math.exp(mean), low, high, cases: means.length, unit: unit ?? "" };
}

function logarithm(value: number): number {
  return Math.log(Math.max(value, 1e-9));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
