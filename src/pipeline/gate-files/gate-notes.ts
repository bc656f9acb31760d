import { quote } from "../../errors.ts";
import type { Results } from "../../results/results-table.ts";
import type { GateMetric } from "./gate-metrics.ts";
import { countContradictions, hasCase, listIds, onlyIn, type PairedResults } from "./gate-pairs.ts";

/** What is left out or taken from one file only, for the report. */
export function describeWarnings(paired: PairedResults, ofMetrics: readonly string[]): readonly string[] {
  const { baseline, candidate } = paired;
  const contradictions = countContradictions(paired);
  const cases = contradictions === 1 ? "1 case has" : `${contradictions} cases have`;
  return [
    ...describeUnpaired(paired),
    ...ofMetrics,
    ...[baseline, candidate].flatMap(({ path, warnings }) => warnings.map((each) => `${path}: ${each}`)),
    ...(contradictions === 0
      ? []
      : [`${cases} other tags, cluster or weight in ${candidate.path}: what ${baseline.path} says holds.`]),
  ];
}

/** How the files were read, for the report. */
export function describeReading(paired: PairedResults, metrics: readonly GateMetric[]): readonly string[] {
  return [
    describeFile("Baseline", paired.baseline, paired.names),
    describeFile("Candidate", paired.candidate, paired.names),
    ...metrics.flatMap(({ definition, range }) =>
      range === null ? [] : [`${quote(definition.name)} is rescaled from ${range.low}…${range.high} to 0…1.`],
    ),
  ];
}

function describeUnpaired(paired: PairedResults): readonly string[] {
  const { baseline, candidate } = paired;
  return [[baseline, candidate] as const, [candidate, baseline] as const].flatMap(([file, other]) => {
    const ids = onlyIn(file, other, paired);
    if (ids.length === 0) return [];
    const are = ids.length === 1 ? "1 case is" : `${ids.length} cases are`;
    return [`${are} only in ${file.path}, and not compared: ${listIds(ids)}.`];
  });
}

function describeFile(arm: string, file: Results, names: readonly string[]): string {
  const cases = names.filter((_, index) => hasCase(file, index)).length;
  const counts = `${cases} ${cases === 1 ? "case" : "cases"} in ${file.rows} ${file.rows === 1 ? "row" : "rows"}`;
  return `${arm}: ${file.path}, read as ${file.format}: ${counts}.`;
}
