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
export { exitCodes, UserError } from "./errors.js";
export type * from "./model.js";
export { type BacktestOptions, backtest } from "./pipeline/backtest.js";
export { calibrate } from "./pipeline/calibrate.js";
export { check } from "./pipeline/check.js";
export { compare } from "./pipeline/compare.js";
export type { Acceptance } from "./pipeline/drift/acceptance.js";
export { type HistoryPlace, openHistory } from "./pipeline/drift/open-history.js";
export { type DriftOptions, type DriftResult, drift } from "./pipeline/drift.js";
export type { GateResultsOptions } from "./pipeline/gate-files/gate-settings.js";
export { gateResults } from "./pipeline/gate-results.js";
export { listChanges } from "./pipeline/list-changes.js";
export { type MergeOptions, merge } from "./pipeline/merge.js";
export type { BatchOptions, Progress, RunOptions, RunPlan } from "./pipeline/options.js";
export { power } from "./pipeline/power.js";
export { run } from "./pipeline/run.js";
export { readReport } from "./report/read-report.js";
export { reporters } from "./report/registry.js";
export type { RenderOptions, Reporter } from "./report/reporter.js";
export type { ReporterName } from "./report/reporter-names.js";
export type { ScorerContext, ScorerFactory } from "./score/registry.js";
export { type ClusterRobustResult, type ClusterSum, clusterRobust } from "./stats/cluster-robust.js";
export { type HodgesLehmannResult, hodgesLehmann, hodgesLehmannInterval } from "./stats/hodges-lehmann.js";
export { type Agreement, cohenKappa, kappaInterval } from "./stats/kappa.js";
export { type McnemarResult, mcnemar } from "./stats/mcnemar.js";
export { benjaminiHochberg, holm } from "./stats/multiplicity.js";
export { bonettPrice, type DifferenceInterval, newcombe, type PairedTable, tango } from "./stats/paired-proportions.js";
export { type PairedTResult, pairedT } from "./stats/paired-t.js";
export { casesForDrop, type DetectableDropInput, minimumDetectableDrop, type RequiredCasesInput, requiredCases, } from "./stats/planning.js";
export { type LabelledDifference, type PredictionPoweredResult, predictionPowered, } from "./stats/prediction-powered.js";
export { type SignFlipResult, signFlip } from "./stats/sign-flip.js";
export { type WilcoxonResult, wilcoxonSignedRank } from "./stats/wilcoxon.js";
export { type Interval, wilson } from "./stats/wilson.js";
export { type PermutationCase, type PermutationResult, withinCasePermutation, } from "./stats/within-case-permutation.js";
