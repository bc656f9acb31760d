import { basename, extname } from "node:path";
import { quote, throwProblems } from "../errors.ts";
import { combineOutcomes, promptVerdict } from "../gate/combine-verdicts.ts";
import { compareMetric, type Draft } from "../gate/compare-metric.ts";
import { decideAll } from "../gate/decide.ts";
import { judgeAlone } from "../gate/judge-alone.ts";
import { draftSlices } from "../gate/slices.ts";
import type { Comparison, PromptReport, Report } from "../model.ts";
import { createCaseIds } from "../results/case-ids.ts";
import { collectMistakes, type Mistakes } from "../results/mistakes.ts";
import { readResults } from "../results/read-results.ts";
import type { Results } from "../results/results-table.ts";
import {
  countContradictions,
  type MetricMoves,
  movesOf,
  type PairedResults,
  reportCases,
  scoresAlone,
  scoresOf,
} from "./gate-cases.ts";
import { defineMetrics } from "./gate-metrics.ts";
import { type GateResultsOptions, gateConfig, readGateSettings } from "./gate-settings.ts";

/** As many ids are named where more are spoken of. */
const namedIds = 5;
/** Fewer pairs leave nothing to judge by. */
const fewestPairs = 2;

/**
 * The verdict for two results files, without a call: the same as `compare` gives on what it ran itself. Synchronous, for
 * nothing is waited for. Throws a UserError with every mistake in the files and the options.
 */
export function gateResults(options: GateResultsOptions): Report {
  const started = performance.now();
  const mistakes = collectMistakes();
  const settings = readGateSettings(options, mistakes);
  const ids = createCaseIds();
  const baseline = readResults(options.baseline, options.directory, ids, mistakes);
  const candidate = readResults(options.candidate, options.directory, ids, mistakes);
  const paired = pairFiles(baseline, candidate, ids.names, mistakes);
  const metrics = defineMetrics(baseline, candidate, settings, mistakes);
  throwProblems(mistakes.problems());

  const { common, baselineOnly, candidateOnly } = metrics;
  const all = [...common, ...baselineOnly, ...candidateOnly];
  const gate = gateConfig(
    settings,
    options,
    all.map(({ definition, gated }) => ({ name: definition.name, gated })),
  );
  const terms = { gate, seed: options.seed ?? "gate" };
  const moves: MetricMoves[] = [];
  const drafts = common.flatMap((metric) => {
    const scores = scoresOf(paired, metric);
    if (metric.gated) moves.push(movesOf(paired, scores, metric));
    const { definition } = metric;
    return [requirePairs(compareMetric(definition, scores, terms)), ...draftSlices(definition, scores, terms)];
  });
  const decided = decideAll(drafts, gate);
  const alone = [
    ...candidateOnly.map((metric) => judgeAlone(metric.definition, scoresAlone(paired, candidate, metric), gate)),
    ...baselineOnly.map((metric) => gone(judgeAlone(metric.definition, scoresAlone(paired, baseline, metric), gate))),
  ];
  const prompt: PromptReport = {
    name: basename(candidate.path, extname(candidate.path)),
    path: candidate.path,
    previousPath: null,
    change: { kind: "changed", parts: [] },
    baseline: null,
    candidate: null,
    models: { baseline: null, candidate: null },
    ...promptVerdict(decided),
    advisory: false,
    trials: null,
    stopped: null,
    stored: null,
    confirmation: null,
    comparisons: [...decided, ...alone],
    added: null,
    cases: reportCases(moves, paired, common),
    goldenSize: paired.common.length,
    notes: [describeFile("Baseline", baseline), describeFile("Candidate", candidate), ...describeRanges(all)],
  };
  return {
    schemaVersion: 1,
    command: "gate",
    ...combineOutcomes([prompt], gate),
    base: { revision: baseline.path, commit: null },
    head: { revision: candidate.path, commit: null },
    goalposts: "head",
    gate: {
      margin: gate.margin,
      alpha: gate.alpha,
      scope: gate.scope,
      inconclusive: gate.inconclusive,
      gatingComparisons: decided.filter(({ gated }) => gated).length,
    },
    prompts: [prompt],
    calls: { planned: 0, made: 0, cached: 0, saved: 0, failed: 0 },
    failures: [],
    cost: null,
    durationMs: Math.round(performance.now() - started),
    warnings: [...describeUnpaired(paired), ...metrics.warnings, ...describeWarnings(paired)],
    samples: null,
  };
}

/** The cases that both files have. */
function pairFiles(baseline: Results, candidate: Results, names: readonly string[], mistakes: Mistakes): PairedResults {
  const common: number[] = [];
  for (const index of names.keys()) if (hasCase(baseline, index) && hasCase(candidate, index)) common.push(index);
  const paired = { baseline, candidate, names, common };
  if (common.length === 0 && mistakes.count === 0) {
    const example = (file: Results, other: Results): string =>
      `${file.path} has ${listIds(onlyIn(file, other, paired))}`;
    mistakes.add({
      message: `the files have no id in common: ${example(baseline, candidate)}; ${example(candidate, baseline)}`,
      hint: "Give the same case the same id in both files.",
    });
  }
  return paired;
}

function hasCase({ starts }: Results, index: number): boolean {
  return (starts[index + 1] ?? 0) > (starts[index] ?? 0);
}

function onlyIn(file: Results, other: Results, { names }: PairedResults): readonly string[] {
  return names.filter((_, index) => hasCase(file, index) && !hasCase(other, index));
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

function describeWarnings(paired: PairedResults): readonly string[] {
  const contradictions = countContradictions(paired);
  return [
    ...[paired.baseline, paired.candidate].flatMap(({ path, warnings }) => warnings.map((each) => `${path}: ${each}`)),
    ...(contradictions === 0
      ? []
      : [
          `${contradictions} ${contradictions === 1 ? "case has" : "cases have"} other tags, cluster or weight in ${paired.candidate.path}: what ${paired.baseline.path} says holds.`,
        ]),
  ];
}

function listIds(ids: readonly string[]): string {
  const more = ids.length > namedIds ? ` and ${ids.length - namedIds} more` : "";
  return ids.slice(0, namedIds).map(quote).join(", ") + more;
}

/** Where fewer than two cases have values in both files, numbers would say nothing. */
function requirePairs(draft: Draft): Draft {
  if (draft.comparison.pairs >= fewestPairs) return draft;
  return {
    ...draft,
    comparison: { ...draft.comparison, difference: null, interval: null, pValue: null, pBetter: null },
    failure: draft.failure ?? "too-few-cases",
  };
}

/** A metric that the candidate's file does not have any more. */
function gone(comparison: Comparison): Comparison {
  return {
    ...comparison,
    baseline: comparison.candidate,
    candidate: null,
    interval: null,
    verdict: "deleted",
    reason: null,
  };
}

function describeFile(arm: string, { path, format, rows, starts }: Results): string {
  let cases = 0;
  for (let index = 0; index + 1 < starts.length; index++) if ((starts[index + 1] ?? 0) > (starts[index] ?? 0)) cases++;
  return `${arm}: ${path}, read as ${format}: ${cases} ${cases === 1 ? "case" : "cases"} in ${rows} ${rows === 1 ? "row" : "rows"}.`;
}

function describeRanges(
  metrics: readonly {
    readonly definition: { readonly name: string };
    readonly range: { readonly low: number; readonly high: number } | null;
  }[],
): readonly string[] {
  return metrics.flatMap(({ definition, range }) =>
    range === null ? [] : [`${quote(definition.name)} is rescaled from ${range.low}…${range.high} to 0…1.`],
  );
}
