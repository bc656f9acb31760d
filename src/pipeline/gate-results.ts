import { basename, extname } from "node:path";
import { throwProblems } from "../errors.ts";
import { combineOutcomes, promptVerdict } from "../gate/combine-verdicts.ts";
import { compareMetric, type Draft } from "../gate/compare-metric.ts";
import { decideAll } from "../gate/decide.ts";
import { judgeAlone } from "../gate/judge-alone.ts";
import { draftSlices } from "../gate/slices.ts";
import type { Comparison, PromptReport, Report } from "../model.ts";
import { createCaseIds } from "../results/case-ids.ts";
import { collectMistakes } from "../results/mistakes.ts";
import { readResults } from "../results/read-results.ts";
import { type MetricMoves, movesOf, reportCases } from "./gate-files/gate-cases.ts";
import { defineMetrics } from "./gate-files/gate-metrics.ts";
import { describeReading, describeWarnings } from "./gate-files/gate-notes.ts";
import { pairFiles } from "./gate-files/gate-pairs.ts";
import { createScoreReader, scoresAlone } from "./gate-files/gate-scores.ts";
import { type GateResultsOptions, gateConfig, readGateSettings } from "./gate-files/gate-settings.ts";

/** Fewer pairs leave nothing to judge by. */
const fewestPairs = 2;

/**
 * The verdict for two results files, without a call: the same as `compare` gives on what it ran itself. Synchronous, for
 * nothing is waited for. Throws a UserError with every mistake in the files and the options.
 */
export function gateResults(options: GateResultsOptions): Report {
  const started = process.hrtime.bigint();
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
  const readScores = createScoreReader(paired);
  const drafts = common.flatMap((metric) => {
    const scores = readScores(metric);
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
    pair: null,
    accepted: null,
    trials: null,
    stopped: null,
    stored: null,
    confirmation: null,
    comparisons: [...decided, ...alone],
    added: null,
    cost: null,
    cases: reportCases(moves, paired, common),
    goldenSize: paired.common.length,
    notes: describeReading(paired, all),
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
    durationMs: Math.round(Number(process.hrtime.bigint() - started) / 1e6),
    warnings: describeWarnings(paired, metrics.warnings),
    samples: null,
  };
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
