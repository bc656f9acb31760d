import { resolve } from "node:path";
import { quote } from "../errors.ts";
import type { Place, Problem, PromptVersion, Provider, ProviderConfig } from "../model.ts";
import { recordingProvider } from "../models/recording.ts";
import { providerTypes, resolveModel } from "../models/registry.ts";
import type { Project } from "./load-project.ts";
import type { ResolvedModel, RunOptions } from "./options.ts";
import type { PromptPlan } from "./plan-run.ts";

/** Providers that answer without a model: in the Action only the base branch may choose them. */
const modelFree: readonly string[] = ["replay", "simulated"];

export interface Connection {
  readonly models: ReadonlyMap<PromptVersion, ResolvedModel>;
  /** Models that scorers ask, as written. */
  readonly scorerModels: ReadonlyMap<string, ResolvedModel>;
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
  const scorerModels = new Map<string, ResolvedModel>();
  const open = async (found: FoundModel): Promise<ResolvedModel | null> => {
    if ("problem" in found) {
      problems.set(found.problem.message, found.problem);
      return null;
    }
    const { name, config, model } = found;
    if (!providers.has(name)) {
      const absolute = config.file === null ? config : { ...config, file: resolve(root, config.file) };
      const connected = await connect(name, absolute, goalposts, options);
      for (const problem of connected.problems) problems.set(problem.message, problem);
      providers.set(name, connected.provider);
    }
    const provider = providers.get(name);
    return provider ? { provider, model } : null;
  };
  for (const version of plans.flatMap((plan) => [plan.baseline, plan.candidate])) {
    const resolved = version && (await open(findModel(version, goalposts, options)));
    if (version !== null && resolved !== null) models.set(version, resolved);
  }
  for (const use of scorerModelsOf(plans)) {
    const resolved = await open(findScorerModel(use, goalposts, options));
    if (resolved === null) continue;
    if (use.embeds && resolved.provider.embed === undefined) {
      const problem = cannotEmbed(use);
      problems.set(problem.message, problem);
    }
    scorerModels.set(use.model, resolved);
  }
  return { models, scorerModels, problems: [...problems.values()] };
}

/** Every model that a scorer of these plans asks, each once for answers and once for embeddings. */
export function scorerModelsOf(plans: readonly PromptPlan[]): readonly ScorerModel[] {
  const uses = new Map<string, ScorerModel>();
  for (const plan of plans) {
    for (const { testCase } of [...plan.cases, ...plan.added]) {
      for (const { metric, place, asks = [] } of plan.scorersFor(testCase)) {
        for (const { model, embeds = false } of asks) {
          const key = `${embeds} ${model}`;
          if (!uses.has(key)) uses.set(key, { model, embeds, scorer: metric.name, place });
        }
      }
    }
  }
  return [...uses.values()];
}

type FoundModel =
  | { readonly name: string; readonly config: ProviderConfig; readonly model: string }
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
  return findWritten({ model, asker: `the prompt ${version.name}`, place: version.modelPlace }, goalposts, options);
}

/** A model that a scorer asks, and the scorer that names it first. */
export interface ScorerModel {
  readonly model: string;
  readonly embeds: boolean;
  readonly scorer: string;
  readonly place: Place | undefined;
}

/** The provider of a model that a scorer asks: always the goalposts'. */
export function findScorerModel(
  { model, scorer, place }: ScorerModel,
  goalposts: Project,
  options: RunOptions,
): FoundModel {
  return findWritten({ model, asker: `the scorer ${scorer}`, place }, goalposts, options);
}

function cannotEmbed({ model, place }: ScorerModel): Problem {
  return {
    message: `the provider of ${quote(model)} has no embeddings`,
    hint: "Name a model of a provider that has them, for example openai/text-embedding-3-small.",
    ...(place && { place }),
  };
}

interface WrittenModel {
  readonly model: string;
  /** Who asks it, for messages. */
  readonly asker: string;
  readonly place: Place | undefined;
}

function findWritten({ model, asker, place }: WrittenModel, goalposts: Project, options: RunOptions): FoundModel {
  const at = place && { place };
  const configured = { ...goalposts.config.providers, ...options.providers };
  const found = resolveModel(model, configured);
  if ("problem" in found) return { problem: { ...found.problem, ...at } };
  const { provider: name, config } = found;
  // Providers that a first run takes from the head are not the base's.
  const trusted = { ...(goalposts.config.path === null ? {} : goalposts.config.providers), ...options.providers };
  if (options.restricted && modelFree.includes(config.type) && !Object.hasOwn(trusted, name)) {
    return {
      problem: {
        message: `${asker} asks for the ${config.type} provider, which answers without a model`,
        hint: `Where that is meant, name it under providers in the base branch's assay.yml: ${name}: { type: ${config.type} }.`,
        ...at,
      },
    };
  }
  if (options.replay !== undefined) {
    return {
      name: "replay",
      config: { type: "replay", baseUrl: null, file: options.replay, place: config.place },
      model: found.model,
    };
  }
  return { name, config, model: found.model };
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
