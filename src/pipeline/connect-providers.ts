import { resolve } from "node:path";
import type { Arm, ModelRequest, Problem, PromptVersion, Provider, ProviderConfig } from "../model.ts";
import type { ProviderType } from "../models/provider-type.ts";
import { recordingProvider } from "../models/recording.ts";
import { providerTypes, resolveModel } from "../models/registry.ts";
import { checkSendable, type Sending } from "./check-sendable.ts";
import type { Project } from "./load-project.ts";
import type { ResolvedModel, RunOptions } from "./options.ts";
import type { PromptPlan } from "./plan-run.ts";

/** Providers that answer without a model: in the Action only the base branch may choose them. */
const modelFree: readonly string[] = ["replay", "simulated"];

const arms: readonly Arm[] = ["baseline", "candidate"];

export interface Connection {
  readonly models: ReadonlyMap<PromptVersion, ResolvedModel>;
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
  for (const version of plans.flatMap((plan) => [plan.baseline, plan.candidate])) {
    if (version === null) continue;
    const found = findModel(version, goalposts, options);
    if ("problem" in found) {
      problems.set(found.problem.message, found.problem);
      continue;
    }
    const { name, config, model } = found;
    if (!providers.has(name)) {
      const absolute = config.file === null ? config : { ...config, file: resolve(root, config.file) };
      const connected = await connect(name, absolute, goalposts, options);
      for (const problem of connected.problems) problems.set(problem.message, problem);
      providers.set(name, connected.provider);
    }
    const provider = providers.get(name);
    if (provider) models.set(version, { provider, model });
  }
  return { models, problems: [...problems.values(), ...findUnsendable(plans, goalposts, options)] };
}

/** What prompts and cases need sent that their provider cannot send; a model without a provider is told elsewhere. */
export function findUnsendable(
  plans: readonly PromptPlan[],
  goalposts: Project,
  options: RunOptions,
): readonly Problem[] {
  const sendings = plans.flatMap((plan) =>
    arms.flatMap((arm): readonly Sending[] => {
      const version = plan[arm];
      const found = version && findModel(version, goalposts, options);
      if (found === null || "problem" in found) return [];
      const { name, config, model } = found;
      const type: ProviderType = providerTypes[config.type as keyof typeof providerTypes];
      const refuse = (request: ModelRequest): readonly string[] => type.refuses?.(request, config) ?? [];
      return [{ plan, arm, provider: name, model, refuse }];
    }),
  );
  return checkSendable(sendings);
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
