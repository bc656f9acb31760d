import { resolve } from "node:path";
import { noPrice } from "../errors.ts";
import type { Problem, PromptVersion, Provider, ProviderConfig } from "../model.ts";
import { recordingProvider } from "../models/recording.ts";
import { providerTypes, resolveModel } from "../models/registry.ts";
import { type FindPrice, free, type ModelPrice } from "../run/prices.ts";
import type { Project } from "./load-project.ts";
import type { ResolvedModel, RunOptions } from "./options.ts";
import type { PromptPlan } from "./plan-run.ts";
import { createFindPrice, openPriceBook, priceKey } from "./price-book.ts";

/** Providers that answer without a model: in the Action only the base branch may choose them. */
const modelFree: readonly string[] = ["replay", "simulated"];

export interface Connection {
  readonly models: ReadonlyMap<PromptVersion, ResolvedModel>;
  /** Of the calls, those of scorers among them. */
  readonly priceOf: FindPrice;
  readonly problems: readonly Problem[];
}

/** Finds the provider of every version that runs; names, keys and files are checked before any call is made. */
export async function connectProviders(
  plans: readonly PromptPlan[],
  goalposts: Project,
  root: string,
  options: RunOptions,
): Promise<Connection> {
  const problems = new Map<string, Problem>();
  const providers = new Map<string, Provider | null>();
  const models = new Map<PromptVersion, ResolvedModel>();
  const prices = new Map<string, ModelPrice | null>();
  const now = (options.now ?? (() => new Date()))();
  const book = openPriceBook({ config: goalposts.config, environment: options.environment, now });
  for (const version of plans.flatMap((plan) => [plan.baseline, plan.candidate])) {
    if (version === null) continue;
    const found = findModel(version, goalposts, options);
    if ("problem" in found) {
      problems.set(found.problem.message, found.problem);
      continue;
    }
    const { name, config, model, listed } = found;
    if (!providers.has(name)) {
      const absolute = config.file === null ? config : { ...config, file: resolve(root, config.file) };
      const connected = await connect(name, absolute, goalposts, options);
      for (const problem of connected.problems) problems.set(problem.message, problem);
      providers.set(name, connected.provider);
    }
    const provider = providers.get(name);
    const written = version.configuration.model ?? "";
    const price = await book.priceOf(written, listed);
    prices.set(priceKey(name, model), options.replay === undefined ? price : free);
    if (provider) models.set(version, { provider, model, price });
    const problem = options.replay === undefined && price === null ? unpriced(written, goalposts, options) : null;
    if (problem !== null) problems.set(problem.message, problem);
  }
  for (const written of askedModels(plans)) {
    const found = resolveModel(written, { ...goalposts.config.providers, ...options.providers });
    if ("problem" in found) continue;
    const price = await book.priceOf(written, { name: found.provider, config: found.config });
    prices.set(priceKey(found.provider, found.model), price);
    const problem = price === null ? unpriced(written, goalposts, options) : null;
    if (problem !== null) problems.set(problem.message, problem);
  }
  return { models, priceOf: createFindPrice(prices), problems: [...problems.values()] };
}

/** A model whose price nobody knows cannot be kept within a budget. */
function unpriced(model: string, { config }: Project, options: RunOptions): Problem | null {
  const limit = options.maxCost ?? config.run.maxCost;
  return limit === null ? null : noPrice(model, limit);
}

/** The models that scorers ask. */
function askedModels(plans: readonly PromptPlan[]): ReadonlySet<string> {
  const scorers = new Set(
    plans.flatMap((plan) => [...plan.cases, ...plan.added].flatMap(({ testCase }) => plan.scorersFor(testCase))),
  );
  return new Set([...scorers].flatMap(({ asks = [] }) => asks.map(({ model }) => model)));
}

type FoundModel =
  | {
      readonly name: string;
      readonly config: ProviderConfig;
      readonly model: string;
      /** The provider that has the model, also where recordings answer for it. */
      readonly listed: { readonly name: string; readonly config: ProviderConfig };
    }
  | { readonly problem: Problem };

/** The provider and the name there of a version's model; recordings, where given, stand in for every provider. */
export function findModel(version: PromptVersion, goalposts: Project, options: RunOptions): FoundModel {
  const { model } = version.configuration;
  if (model === null) {
    return {
      problem: {
        message: `the prompt ${version.name} names no model`,
        hint: "Write model: openai/gpt-5-mini into the prompt file or into assay.yml.",
        place: version.modelPlace,
      },
    };
  }
  const configured = { ...goalposts.config.providers, ...options.providers };
  const found = resolveModel(model, configured);
  if ("problem" in found) return { problem: { ...found.problem, place: version.modelPlace } };
  const { provider: name, config } = found;
  // Providers that a first run takes from the head are not the base's.
  const trusted = { ...(goalposts.config.path === null ? {} : goalposts.config.providers), ...options.providers };
  if (options.restricted && modelFree.includes(config.type) && !Object.hasOwn(trusted, name)) {
    return {
      problem: {
        message: `the prompt ${version.name} asks for the ${config.type} provider, which answers without a model`,
        hint: `Where that is meant, name it under providers in the base branch's assay.yml: ${name}: { type: ${config.type} }.`,
        place: version.modelPlace,
      },
    };
  }
  if (options.replay !== undefined) {
    return {
      name: "replay",
      config: { type: "replay", baseUrl: null, file: options.replay, place: config.place },
      model: found.model,
      listed: { name, config },
    };
  }
  return { name, config, model: found.model, listed: { name, config } };
}

async function connect(
  name: string,
  config: ProviderConfig,
  goalposts: Project,
  options: RunOptions,
): Promise<{ provider: Provider | null; problems: readonly Problem[] }> {
  const type = providerTypes[config.type as keyof typeof providerTypes];
  const context = { environment: options.environment, timeoutMs: goalposts.config.run.timeoutMs };
  const problems = type.check(name, config, context);
  if (problems.length > 0) return { provider: null, problems };
  const provider = await type.create(name, config, context);
  return { provider: options.record === undefined ? provider : recordingProvider(provider, options.record), problems };
}
