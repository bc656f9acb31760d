import type { CaseScores, TrialScore } from "../../model.ts";
import type { Results } from "../../results/results-table.ts";
import type { GateMetric } from "./gate-metrics.ts";
import { factsOf, type PairedResults } from "./gate-pairs.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Reads the trials of one metric after the other, case by case. What is held is one metric's: each reading fills the cases
 * of the one before anew, so that nobody may keep them, and memory does not grow with the number of metrics.
 */
export function createScoreReader(results: PairedResults): (metric: GateMetric) => readonly CaseScores[] {
  const cases: Mutable<CaseScores>[] = [];
  const lists = { baseline: [], candidate: [] };
  return (metric) => {
    const readBaseline = trialReader(metric, results.baseline, lists.baseline);
    const readCandidate = trialReader(metric, results.candidate, lists.candidate);
    const partial = [results.baseline, results.candidate].some((file) => isPartial(file, metric));
    const scores: CaseScores[] = [];
    for (let position = 0; position < results.common.length; position++) {
      const index = results.common[position] ?? 0;
      let baseline = readBaseline(index);
      let candidate = readCandidate(index);
      if (baseline.length === 0 || candidate.length === 0 || partial) {
        // Where a runner names only what applies, a metric that no arm has of a case does not apply to it...
        if (!baseline.some(isAnswered) && !candidate.some(isAnswered)) continue;
        // ...and one that a single arm has was lost by the other.
        if (baseline.length === 0) baseline = ["unscored"];
        if (candidate.length === 0) candidate = ["unscored"];
      }
      let entry = cases[position];
      if (entry === undefined) {
        const { tags = [], weight = 1, cluster = null } = factsOf(results, index);
        entry = { id: results.names[index] ?? "", tags, weight, cluster, baseline, candidate };
        cases[position] = entry;
      } else {
        entry.baseline = baseline;
        entry.candidate = candidate;
      }
      scores.push(entry);
    }
    return scores;
  };
}

function isAnswered(trial: TrialScore): boolean {
  return trial !== "failed";
}

/** Whether there are calls that did not fail, and yet do not name the metric: it does not apply to all cases. */
function isPartial({ sparse, columns, failed }: Results, { definition }: GateMetric): boolean {
  return (
    sparse && (columns.get(definition.name)?.some((value, row) => Number.isNaN(value) && failed[row] === 0) ?? false)
  );
}

/** The trials of one file alone, as a candidate without a baseline. */
export function scoresAlone(results: PairedResults, file: Results, metric: GateMetric): readonly CaseScores[] {
  const read = trialReader(metric, file, []);
  return results.common.map((index) => {
    const { tags = [], weight = 1, cluster = null } = factsOf(results, index);
    const candidate = read(index);
    return { id: results.names[index] ?? "", tags, weight, cluster, baseline: [], candidate };
  });
}

/**
 * Reads the trials of a case. Equal lists of pass and fail are one list: of a million cases few differ. Any other list is
 * the case's own, which the next metric fills anew.
 */
function trialReader(metric: GateMetric, file: Results, own: number[][]): (index: number) => readonly TrialScore[] {
  const known = new Map<number, readonly TrialScore[]>();
  const column = file.columns.get(metric.definition.name);
  const values: number[] = [];
  return (index) => {
    const from = file.starts[index] ?? 0;
    const to = file.starts[index + 1] ?? from;
    while (values.length < to - from) values.push(0);
    values.length = to - from;
    let key = to - from > 20 ? 0 : 1;
    for (let position = from; position < to; position++) {
      const value = column?.[file.order[position] ?? 0] ?? Number.NaN;
      if (!Number.isFinite(value)) return readGaps(file, column, from, to, metric);
      const score = rescale(value, metric);
      values[position - from] = score;
      key = score === 0 || score === 1 ? 2 * key + score : 0;
    }
    const same = known.get(key);
    if (same !== undefined) return same;
    if (key === 0) return fillList(own, index, values);
    const trials = values.slice();
    known.set(key, trials);
    return trials;
  };
}

/** Lists have no room to spare, and as many trials as the metric before. */
function fillList(own: number[][], index: number, values: readonly number[]): readonly number[] {
  const list = own[index];
  if (list?.length !== values.length) {
    const fresh = values.slice();
    own[index] = fresh;
    return fresh;
  }
  for (let trial = 0; trial < values.length; trial++) list[trial] = values[trial] ?? 0;
  return list;
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
