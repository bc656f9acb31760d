/**
 * Prompt Assay as a library: the pipeline, the statistics and the types.
 *
 * @example
 * const report = await compare({ directory: ".", environment: process.env, base: "origin/main" });
 * if (report.passed === false) console.error(report.verdict);
 */
export { UserError } from "./errors.ts";
export type * from "./model.ts";
export { backtest } from "./pipeline/backtest.ts";
export { calibrate } from "./pipeline/calibrate.ts";
export { check } from "./pipeline/check.ts";
export { compare } from "./pipeline/compare.ts";
export { gateResults } from "./pipeline/gate-results.ts";
export { listChanges } from "./pipeline/list-changes.ts";
export { type MergeOptions, merge } from "./pipeline/merge.ts";
export type { Progress, RunOptions, RunPlan } from "./pipeline/options.ts";
export { power } from "./pipeline/power.ts";
export { run } from "./pipeline/run.ts";
export type { ScorerContext, ScorerFactory } from "./score/registry.ts";
