import type { Arm, Config, Estimate, PromptVersion } from "../../model.ts";
import { resolveModel } from "../../models/registry.ts";
import type { ModelPrice } from "../../run/prices.ts";
import type { RunOptions } from "../options.ts";
import { estimatePrompt, type PlannedArm } from "./estimate-run.ts";
import type { PromptPlan } from "./plan-run.ts";
import { planTrials, trialsAlone } from "./plan-trials.ts";
import { openPriceBook } from "./price-book.ts";

/** Prices of models as prompts name them; null where nobody knows. */
export function openPrices(config: Config, options: RunOptions): (model: string) => Promise<ModelPrice | null> {
  const now = (options.now ?? (() => new Date()))();
  const book = openPriceBook({ config, environment: options.environment, now });
  const providers = { ...config.providers, ...options.providers };
  return async (model) => {
    const found = resolveModel(model, providers);
    return "problems" in found ? null : book.priceOf(model, { name: found.provider, config: found.config });
  };
}

/**
 * What a prompt's run takes at most where nothing is stored: told without a provider, and so without a key. `varied` are
 * further versions that are run beside the candidate.
 */
export async function estimatePlan(
  plan: PromptPlan,
  config: Config,
  options: RunOptions,
  varied: readonly PromptVersion[] = [],
): Promise<Estimate> {
  const priceOf = openPrices(config, options);
  const scorers = plan.cases.flatMap(({ testCase }) => plan.scorersFor(testCase));
  const asked = new Set(scorers.flatMap(({ asks = [] }) => asks.map(({ model }) => model)));
  const prices = new Map<string, ModelPrice | null>();
  for (const model of asked) prices.set(model, await priceOf(model));
  const { length } = plan.cases;
  const trials = plan.baseline === null ? trialsAlone(config.run) : planTrials(length, config, null);
  const planArm = async (version: PromptVersion, arm: Arm, calls: number): Promise<PlannedArm> => ({
    version,
    arm,
    calls,
    price: await priceOf(version.configuration.model ?? ""),
  });
  const { baseline, candidate, added } = plan;
  const arms = await Promise.all([
    ...(baseline === null ? [] : [planArm(baseline, "baseline", length * trials.baseline)]),
    ...(candidate === null ? [] : [planArm(candidate, "candidate", length * trials.candidate + added.length)]),
    ...varied.map((version) => planArm(version, "candidate", length * trials.candidate)),
  ]);
  return estimatePrompt(plan, arms, (model) => prices.get(model) ?? null);
}
