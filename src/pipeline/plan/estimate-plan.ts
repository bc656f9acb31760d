import type { Config, Estimate } from "../../model.ts";
import { resolveModel } from "../../models/registry.ts";
import type { ModelPrice } from "../../run/prices.ts";
import type { RunOptions } from "../options.ts";
import { estimatePrompt } from "./estimate-run.ts";
import type { PromptPlan } from "./plan-run.ts";
import { planTrials, trialsAlone } from "./plan-trials.ts";
import { openPriceBook } from "./price-book.ts";

/** What a prompt's run takes at most where nothing is stored: told without a provider, and so without a key. */
export async function estimatePlan(plan: PromptPlan, config: Config, options: RunOptions): Promise<Estimate> {
  const now = (options.now ?? (() => new Date()))();
  const book = openPriceBook({ config, environment: options.environment, now });
  const providers = { ...config.providers, ...options.providers };
  const priceOf = async (model: string): Promise<ModelPrice | null> => {
    const found = resolveModel(model, providers);
    return "problem" in found ? null : book.priceOf(model, { name: found.provider, config: found.config });
  };
  const scorers = plan.cases.flatMap(({ testCase }) => plan.scorersFor(testCase));
  const asked = new Set(scorers.flatMap(({ asks = [] }) => asks.map(({ model }) => model)));
  const prices = new Map<string, ModelPrice | null>();
  for (const model of asked) prices.set(model, await priceOf(model));
  const { length } = plan.cases;
  const trials = plan.baseline === null ? trialsAlone(config.run) : planTrials(length, config, null);
  const arms = [];
  for (const arm of ["baseline", "candidate"] as const) {
    const version = plan[arm];
    if (version === null) continue;
    const calls = length * trials[arm] + (arm === "candidate" ? plan.added.length : 0);
    arms.push({ version, arm, calls, price: await priceOf(version.configuration.model ?? "") });
  }
  return estimatePrompt(plan, arms, (model) => prices.get(model) ?? null);
}
