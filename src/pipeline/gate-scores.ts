import type { CaseScores, TrialScore } from "../model.ts";
import type { Results } from "../results/results-table.ts";
import type { GateMetric } from "./gate-metrics.ts";
import { factsOf, type PairedResults } from "./gate-pairs.ts";

/** The trials of a metric, case by case: only one metric at a time is held so. */
export function scoresOf(results: PairedResults, metric: GateMetric): readonly CaseScores[] {
  const read = trialReader(metric);
  const partial = [results.baseline, results.candidate].some((file) => isPartial(file, metric));
  const scores: CaseScores[] = [];
  for (const index of results.common) {
    let baseline = read(results.baseline, index);
    let candidate = read(results.candidate, index);
    if (baseline.length === 0 || candidate.length === 0 || partial) {
      // Where a runner names only what applies, a metric that no arm has of a case does not apply to it...
      if (![...baseline, ...candidate].some((trial) => trial !== "failed")) continue;
      // ...and one that a single arm has was lost by the other.
      if (baseline.length === 0) baseline = ["unscored"];
      if (candidate.length === 0) candidate = ["unscored"];
    }
    const { tags = [], weight = 1, cluster = null } = factsOf(results, index);
    scores.push({ id: results.names[index] ?? "", tags, weight, cluster, baseline, candidate });
  }
  return scores;
}

/** Whether there are calls that did not fail, and yet do not name the metric: it does not apply to all cases. */
function isPartial({ sparse, columns, failed }: Results, { definition }: GateMetric): boolean {
  return (
    sparse && (columns.get(definition.name)?.some((value, row) => Number.isNaN(value) && failed[row] === 0) ?? false)
  );
}

/** The trials of one file alone, as a candidate without a baseline. */
export function scoresAlone(results: PairedResults, file: Results, metric: GateMetric): readonly CaseScores[] {
  const read = trialReader(metric);
  return results.common.map((index) => {
    const { tags = [], weight = 1, cluster = null } = factsOf(results, index);
    const candidate = read(file, index);
    return { id: results.names[index] ?? "", tags, weight, cluster, baseline: [], candidate };
  });
}

/**
 * Reads the trials of a case. Lists have no room to spare, and equal lists of pass and fail are one list: of a million
 * cases few differ.
 */
function trialReader(metric: GateMetric): (file: Results, index: number) => readonly TrialScore[] {
  const known = new Map<number, readonly TrialScore[]>();
  const values: number[] = [];
  return (file, index) => {
    const column = file.columns.get(metric.definition.name);
    const from = file.starts[index] ?? 0;
    const to = file.starts[index + 1] ?? from;
    values.length = 0;
    let key = to - from > 20 ? 0 : 1;
    for (let position = from; position < to; position++) {
      const value = column?.[file.order[position] ?? 0] ?? Number.NaN;
      if (!Number.isFinite(value)) return readGaps(file, column, from, to, metric);
      const score = rescale(value, metric);
      values.push(score);
      key = score === 0 || score === 1 ? 2 * key + score : 0;
    }
    const same = known.get(key);
    if (same !== undefined) return same;
    const trials = values.slice();
    if (key > 0) known.set(key, trials);
    return trials;
  };
}

/** The same where a trial has no value. */
function readGaps(
  { order, failed, sparse }: Results,
  column: Float64Array | undefined,
  from: number,
  to: number,
  metric: GateMetric,
): readonly TrialScore[] {
  const trials: TrialScore[] = [];
  for (let position = from; position < to; position++) {
    const row = order[position] ?? 0;
    const value = column?.[row] ?? Number.NaN;
    if (Number.isFinite(value)) trials.push(rescale(value, metric));
    else if (failed[row] === 1) trials.push("failed");
    else if (!sparse || value === Number.POSITIVE_INFINITY) trials.push("unscored");
  }
  return trials;
}

/** Means over the trials of a case; null where none has a value. */
export function meanReader({ starts, order, columns }: Results, metric: GateMetric): (index: number) => number | null {
  const column = columns.get(metric.definition.name);
  return (index) => {
    let total = 0;
    let count = 0;
    const to = starts[index + 1] ?? 0;
    for (let position = starts[index] ?? 0; position < to; position++) {
      const value = column?.[order[position] ?? 0] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      total += rescale(value, metric);
      count++;
    }
    return count === 0 ? null : total / count;
  };
}

/** The value on the scale from 0 to 1, if it has a range of its own. */
function rescale(value: number, { range }: GateMetric): number {
  return range === null ? value : Math.min(1, Math.max(0, (value - range.low) / (range.high - range.low)));
}
