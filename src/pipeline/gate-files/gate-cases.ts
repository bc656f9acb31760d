import { caseMove } from "../../gate/compare-metric.ts";
import { allFailed } from "../../gate/pair-cases.ts";
import type { CaseChange, CaseReport, CaseScores } from "../../model.ts";
import type { GateMetric } from "./gate-metrics.ts";
import { factsOf, type PairedResults } from "./gate-pairs.ts";
import { meanReader } from "./gate-scores.ts";

/** Above this many cases only the worst are listed. */
const listedCases = 10_000;
const listedOfLarger = 1_000;

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
    for (let position = 0; position < worst.length; position++) {
      worst[position] = Math.min(worst[position] ?? 0, changes[position] ?? 0);
    }
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
