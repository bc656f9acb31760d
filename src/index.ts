/**
 * Prompt Assay as a library: the pipeline, the statistics, the reporters and the types.
 *
 * What is exported here is the public face: it follows semantic versioning, and nothing else does. Whatever reads files
 * takes them from `options.directory`; keys come from `options.environment`; nothing is printed and no process is ended.
 * Mistakes that a user can mend are thrown as one `UserError`; all else that goes wrong is part of the result.
 *
 * @example
 * const report = await compare({ directory: ".", environment: process.env, base: "origin/main" });
 * console.log(reporters.text.render(report, { color: false, width: 80 }));
 * process.exitCode = report.exitCode;
 */

export { exitCodes, UserError } from "./errors.ts";
export type * from "./model.ts";

// ── The pipeline: what the commands of the same names do ────────────────────
export { type BacktestOptions, backtest } from "./pipeline/backtest.ts";
export { calibrate } from "./pipeline/calibrate.ts";
export { check } from "./pipeline/check.ts";
export { compare } from "./pipeline/compare.ts";
export type { Acceptance } from "./pipeline/drift/acceptance.ts";
export { type HistoryPlace, openHistory } from "./pipeline/drift/open-history.ts";
export { type DriftOptions, type DriftResult, drift } from "./pipeline/drift.ts";
export type { GateResultsOptions } from "./pipeline/gate-files/gate-settings.ts";
export { gateResults } from "./pipeline/gate-results.ts";
export { listChanges } from "./pipeline/list-changes.ts";
export { type MergeOptions, merge } from "./pipeline/merge.ts";
export type { BatchOptions, Progress, RunOptions, RunPlan } from "./pipeline/options.ts";
export { power } from "./pipeline/power.ts";
export { run } from "./pipeline/run.ts";

// ── Reports: a value, and the ways to write it ──────────────────────────────
export { readReport } from "./report/read-report.ts";
export { reporters } from "./report/registry.ts";
export type { RenderOptions, Reporter } from "./report/reporter.ts";
export type { ReporterName } from "./report/reporter-names.ts";

// ── Scorers of one's own, given as `options.scorers` ────────────────────────
export type { ScorerContext, ScorerFactory } from "./score/registry.ts";

// ── Statistics: numbers in, numbers out ─────────────────────────────────────
export { type ClusterRobustResult, type ClusterSum, clusterRobust } from "./stats/cluster-robust.ts";
export { type HodgesLehmannResult, hodgesLehmann, hodgesLehmannInterval } from "./stats/hodges-lehmann.ts";
export { type Agreement, cohenKappa, kappaInterval } from "./stats/kappa.ts";
export { type McnemarResult, mcnemar } from "./stats/mcnemar.ts";
export { benjaminiHochberg, holm } from "./stats/multiplicity.ts";
export { bonettPrice, type DifferenceInterval, newcombe, type PairedTable, tango } from "./stats/paired-proportions.ts";
export { type PairedTResult, pairedT } from "./stats/paired-t.ts";
export {
  casesForDrop,
  type DetectableDropInput,
  minimumDetectableDrop,
  type RequiredCasesInput,
  requiredCases,
} from "./stats/planning.ts";
export {
  type LabelledDifference,
  type PredictionPoweredResult,
  predictionPowered,
} from "./stats/prediction-powered.ts";
export { type SignFlipResult, signFlip } from "./stats/sign-flip.ts";
export { type WilcoxonResult, wilcoxonSignedRank } from "./stats/wilcoxon.ts";
export { type Interval, wilson } from "./stats/wilson.ts";
export {
  type PermutationCase,
  type PermutationResult,
  withinCasePermutation,
} from "./stats/within-case-permutation.ts";
