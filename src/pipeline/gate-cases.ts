import { caseMove } from "../gate/compare-metric.ts";
import { allFailed } from "../gate/pair-cases.ts";
import type { CaseChange, CaseReport, CaseScores, TrialScore } from "../model.ts";
import type { CaseFacts, Results } from "../results/results-table.ts";
import type { GateMetric } from "./gate-metrics.ts";

/** Above this many cases only the worst are listed. */
const listedCases = 10_000;
const listedOfLarger = 1_000;

/** Both files over the cases that both have. */
export interface PairedResults {
  readonly baseline: Results;
  readonly candidate: Results;
  /** Ids by the number of the case. */
  readonly names: readonly string[];
  /** Numbers of the common cases, in the order of the baseline's file. */
  readonly common: readonly number[];
}

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

const nothing: CaseFacts = {};

/** What the baseline's file says of a case holds: a candidate does not weigh its own cases. */
function factsOf({ baseline, candidate }: PairedResults, index: number): CaseFacts {
  const first = baseline.facts[index];
  const second = candidate.facts[index];
  return first === undefined || second === undefined ? (first ?? second ?? nothing) : { ...second, ...first };
}

/** How many cases are told differently by the two files. */
export function countContradictions({ baseline, candidate, common }: PairedResults): number {
  if (baseline.facts.length === 0 || candidate.facts.length === 0) return 0;
  return common.filter((index) => {
    const [first, second] = [baseline.facts[index], candidate.facts[index]];
    return (["tags", "cluster", "weight"] as const).some((key) => {
      const [one, other] = [first?.[key], second?.[key]];
      return one !== undefined && other !== undefined && String(one) !== String(other);
    });
  }).length;
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

/** From the worst to the best: of many cases the first are listed. */
const severity: readonly CaseChange[] = ["worse", "failed", "unscored", "better", "same"];

/** What became of the cases on one metric: an index into the severities by position among the common cases. */
export interface MetricMoves {
  readonly metric: GateMetric;
  readonly changes: Uint8Array;
}

/** Kept of a metric once its trials are let go. */
export function movesOf(results: PairedResults, scores: readonly CaseScores[], metric: GateMetric): MetricMoves {
  const changes = new Uint8Array(results.common.length).fill(severity.indexOf("same"));
  let position = 0;
  for (const entry of scores) {
    // Cases to which the metric does not apply are not among the scores.
    while (results.names[results.common[position] ?? 0] !== entry.id) position++;
    changes[position++] = severity.indexOf(changeOf(entry, metric));
  }
  return { metric, changes };
}

function changeOf(entry: CaseScores, { definition }: GateMetric): CaseChange {
  const move = caseMove(entry, definition);
  if (move === null) return allFailed(entry.baseline) || allFailed(entry.candidate) ? "failed" : "unscored";
  return move < 0 ? "worse" : move > 0 ? "better" : "same";
}

/** The cases of the report in the order of the baseline's file: what became of them over the metrics that decide. */
export function reportCases(
  moves: readonly MetricMoves[],
  results: PairedResults,
  metrics: readonly GateMetric[],
): readonly CaseReport[] {
  const worst = new Uint8Array(results.common.length).fill(severity.indexOf("same"));
  for (const { changes } of moves) {
    for (const [position, rank] of changes.entries()) if (rank < (worst[position] ?? 0)) worst[position] = rank;
  }
  const means = metrics.map((metric) => ({
    name: metric.definition.name,
    baseline: meanReader(results.baseline, metric),
    candidate: meanReader(results.candidate, metric),
  }));
  return listedPositions(worst).map((position): CaseReport => {
    const index = results.common[position] ?? 0;
    const worse = moves.filter(({ changes }) => changes[position] === severity.indexOf("worse"));
    return {
      id: results.names[index] ?? "",
      tags: factsOf(results, index).tags ?? [],
      change: severity[worst[position] ?? 0] ?? "same",
      scores: Object.fromEntries(
        means.map(({ name, baseline, candidate }) => [
          name,
          { baseline: baseline(index), candidate: candidate(index) },
        ]),
      ),
      worse: worse.map(({ metric }) => metric.definition.name),
      expected: null,
      baseline: null,
      candidate: null,
      reasons: {},
    };
  });
}

/** All positions, or of very many those of the worst. */
function listedPositions(changes: Uint8Array): readonly number[] {
  const all = Array.from(changes.keys());
  if (all.length <= listedCases) return all;
  const listed: number[] = [];
  for (const rank of severity.keys()) {
    for (const position of all) {
      if (listed.length === listedOfLarger) break;
      if (changes[position] === rank) listed.push(position);
    }
  }
  return listed.sort((left, right) => left - right);
}

/** Means over the trials of a case; null where none has a value. */
function meanReader({ starts, order, columns }: Results, metric: GateMetric): (index: number) => number | null {
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
