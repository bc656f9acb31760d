import { needsConfirmation } from "../../errors.ts";
import type { Config, Estimate } from "../../model.ts";
import { resolveModel } from "../../models/registry.ts";
import type { ProviderQuota } from "../../run/lanes.ts";
import type { FindPrice, ModelPrice } from "../../run/prices.ts";
import type { Executor } from "../calls/executor.ts";
import type { PromptRun } from "../calls/prompt-run.ts";
import type { StartedRun } from "../calls/start-runs.ts";
import type { RunOptions, RunPlan } from "../options.ts";
import type { Connection } from "./connect-providers.ts";
import { addEstimates, estimatePrompt, nothing, totalCost } from "./estimate-run.ts";
import type { AttributionPlan } from "./plan-attribution.ts";
import type { PromptPlan } from "./plan-run.ts";

/** What a run's calls need to know of prices and of what providers admit. */
export function callSettings(
  { priceOf }: Pick<Connection, "priceOf">,
  { providers }: Config,
): { readonly priceOf: FindPrice; readonly quotaOf: (provider: string) => ProviderQuota } {
  return { priceOf, quotaOf: (name) => (Object.hasOwn(providers, name) ? (providers[name] ?? {}) : {}) };
}

/**
 * Tells what the run will take at most before its first call. Throws a UserError where that is more than it may without
 * being asked; a budget of the caller's own is the answer. Returns the sum.
 */
export function tellPlan(
  started: readonly (Pick<StartedRun, "run" | "stored"> & {
    /** Answers of other runs that its scorers score again. */
    readonly again?: number;
  })[],
  connection: Connection & { readonly attributions?: ReadonlyMap<PromptPlan, AttributionPlan> },
  config: Config,
  options: RunOptions,
): Estimate {
  const { attributions = new Map<PromptPlan, AttributionPlan>() } = connection;
  const counted = new Set<string>();
  const prompts = started.flatMap(({ run, stored, again = 0 }) => {
    const { candidate, change, baselineKey } = run.plan;
    if (candidate === null) return [];
    // Variants share their baseline: its calls are the first one's.
    const shared = baselineKey !== undefined && counted.has(baselineKey);
    if (baselineKey !== undefined) counted.add(baselineKey);
    const known = stored === null || stored.resumed ? 0 : stored.fewest;
    const own = estimateRun(run, shared ? run.trials.baseline : known, connection, config, options);
    const scored = { ...run, cases: run.cases.slice(0, again), trials: { baseline: 0, candidate: 1 } };
    const { scorers } = estimateRun(scored, 0, connection, config, options);
    const estimate = again === 0 ? own : addEstimates([own, { samples: nothing, scorers }]);
    const mixes = [...(attributions.get(run.plan)?.mixes.values() ?? [])];
    const attribution = addEstimates(
      mixes.map((mix) =>
        estimateRun({ ...run, plan: mix, added: [] }, run.trials.baseline, connection, config, options),
      ),
    );
    return [{ name: change.name, estimate, ...(mixes.length > 0 && { attribution }) }];
  });
  const all = prompts.flatMap(({ estimate, attribution }) =>
    attribution === undefined ? [estimate] : [estimate, attribution],
  );
  const plan: RunPlan = { prompts, total: addEstimates(all) };
  if (prompts.length === 0) return plan.total;
  options.onEstimate?.(plan);
  const cost = totalCost(plan.total);
  const { confirmAbove } = config.run;
  const free = options.replay !== undefined || options.maxCost !== undefined;
  if (confirmAbove !== null && !free && cost !== null && cost > confirmAbove)
    throw needsConfirmation(cost, confirmAbove);
  return plan.total;
}

/** `stored`: trials of the baseline that need no call. */
function estimateRun(
  { plan, cases, added, trials }: PromptRun,
  stored: number,
  connection: Connection,
  config: Config,
  options: RunOptions,
) {
  const arms = (["baseline", "candidate"] as const).flatMap((arm) => {
    const version = plan[arm];
    if (version === null) return [];
    const open = arm === "baseline" ? Math.max(0, trials.baseline - stored) : trials.candidate;
    const calls = cases.length * open + (arm === "candidate" ? added.length : 0);
    const resolved = connection.models.get(version);
    const price = resolved === undefined ? null : connection.priceOf(resolved.provider.name, resolved.model);
    return [{ version, arm, calls, price }];
  });
  const priceOfAsked = (model: string): ModelPrice | null => {
    const found = resolveModel(model, { ...config.providers, ...options.providers });
    return "problems" in found ? null : connection.priceOf(found.provider, found.model);
  };
  return estimatePrompt(plan, arms, priceOfAsked);
}

/** What was not called, and why. */
export function leftOutWarnings({ counts, stopped }: Executor, planned: number): readonly string[] {
  if (counts.leftOut === 0) return [];
  const why = stopped();
  const cause = why === "interrupted" ? "the run was interrupted" : `${why} is used up`;
  return [`${counts.leftOut} of ${planned} samples were not taken: ${cause}.`];
}
