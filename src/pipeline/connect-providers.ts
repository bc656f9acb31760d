import { resolve } from "node:path";
import { codeOfFork, noFirstToken, noPrice } from "../errors.ts";
import type { Arm, ModelRequest, Problem, PromptVersion, Provider, ProviderConfig } from "../model.ts";
import type { ProviderContext, ProviderType, Workspace } from "../models/provider-type.ts";
import { recordingProvider } from "../models/recording.ts";
import { providerTypes, resolveModel } from "../models/registry.ts";
import { type FindPrice, free, type ModelPrice } from "../run/prices.ts";
import { firstTokenMetric } from "../score/operational.ts";
import { checkSendable, type Sending } from "./check-sendable.ts";
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
  /** Whether one of the problems is that code of a fork would be run. */
  readonly forkCode: boolean;
}

/** The files of each arm, for what runs code. */
export type ArmWorkspaces = Readonly<Record<Arm, Workspace | null>>;

/** Finds the provider of every version that runs; names, keys and files are checked before any call is made. */
export async function connectProviders(
  plans: readonly PromptPlan[],
  goalposts: Project,
  root: string,
  options: RunOptions,
  workspaces: ArmWorkspaces = { baseline: null, candidate: null },
): Promise<Connection> {
  const problems = new Map<string, Problem>();
  const providers = new Map<string, Provider | null>();
  const models = new Map<PromptVersion, ResolvedModel>();
  const prices = new Map<string, ModelPrice | null>();
  const now = (options.now ?? (() => new Date()))();
  const book = openPriceBook({ config: goalposts.config, environment: options.environment, now });
  let forkCode = false;
  for (const { version, arm } of plans.flatMap(versionsOf)) {
    const found = findModel(version, goalposts, options);
    if ("problem" in found) {
      problems.set(found.problem.message, found.problem);
      continue;
    }
    const { name, config, model, listed, takesValues, runsCode } = found;
    // Each arm runs its own code; everything else is asked in one way.
    forkCode ||= runsCode && options.fork === true && options.replay === undefined;
    const key = runsCode ? `${name} ${arm}` : name;
    if (!providers.has(key)) {
      const absolute = config.file === null ? config : { ...config, file: resolve(root, config.file) };
      const connected = await connect(name, absolute, goalposts, options, workspaces[arm]);
      for (const problem of connected.problems) problems.set(problem.message, problem);
      providers.set(key, connected.provider);
    }
    const provider = providers.get(key);
    const written = version.configuration.model ?? "";
    const price = await book.priceOf(written, listed);
    prices.set(priceKey(name, model), options.replay === undefined ? price : free);
    if (provider) models.set(version, { provider, model, price, takesValues, runsCode });
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
  const unsendable = findUnsendable(plans, goalposts, options);
  return { models, priceOf: createFindPrice(prices), problems: [...problems.values(), ...unsendable], forkCode };
}

function versionsOf(plan: PromptPlan): readonly { readonly version: PromptVersion; readonly arm: Arm }[] {
  const arms = ["baseline", "candidate"] as const;
  return arms.flatMap((arm) => (plan[arm] === null ? [] : [{ version: plan[arm], arm }]));
}

/** Makes every provider ready for its first call, one after the other. Throws a UserError for what must be mended. */
export async function prepareProviders({ models }: Pick<Connection, "models">, signal?: AbortSignal): Promise<void> {
  for (const provider of new Set([...models.values()].map((each) => each.provider))) {
    await provider.prepare?.(signal ?? new AbortController().signal);
  }
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

/** What prompts and cases need sent that their provider cannot send; a model without a provider is told elsewhere. */
export function findUnsendable(
  plans: readonly PromptPlan[],
  goalposts: Project,
  options: RunOptions,
): readonly Problem[] {
  const sendings = plans.flatMap((plan) =>
    versionsOf(plan).flatMap(({ version, arm }): readonly Sending[] => {
      const found = findModel(version, goalposts, options);
      if ("problem" in found) return [];
      const { name, config, model } = found;
      const type: ProviderType = providerTypes[config.type as keyof typeof providerTypes];
      const refuse = (request: ModelRequest): readonly string[] => type.refuses?.(request, config) ?? [];
      return [{ plan, arm, provider: name, model, refuse }];
    }),
  );
  return checkSendable(sendings);
}

type FoundModel =
  | {
      readonly name: string;
      readonly config: ProviderConfig;
      readonly model: string;
      /** The provider that has the model, also where recordings answer for it. */
      readonly listed: { readonly name: string; readonly config: ProviderConfig };
      readonly takesValues: boolean;
      readonly runsCode: boolean;
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
  const { provider: name, config, type } = found;
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
  const { takesValues = false, runsCode = false } = type;
  if (options.replay !== undefined) {
    return {
      takesValues,
      // The recordings of both arms stand in one file; which is whose, the version in the request tells.
      runsCode,
      name: "replay",
      config: { type: "replay", baseUrl: null, file: options.replay, place: config.place },
      model: found.model,
      listed: { name, config },
    };
  }
  return { name, config, model: found.model, listed: { name, config }, takesValues, runsCode };
}

/** Whether the first token decides: answers are streamed then, for else nothing would be known of it. */
function asksForFirstToken({ config }: Project): boolean {
  return config.gate.metrics?.[firstTokenMetric]?.gate === true;
}

async function connect(
  name: string,
  config: ProviderConfig,
  goalposts: Project,
  options: RunOptions,
  workspace: Workspace | null,
): Promise<{ provider: Provider | null; problems: readonly Problem[] }> {
  const type: ProviderType = providerTypes[config.type as keyof typeof providerTypes];
  if (type.runsCode && options.fork) return { provider: null, problems: [codeOfFork(name, config.place)] };
  const context: ProviderContext = {
    environment: options.environment,
    timeoutMs: goalposts.config.run.timeoutMs,
    ...(asksForFirstToken(goalposts) && { stream: true }),
    ...(workspace && { workspace }),
    ...(options.onSetupText && { onSetupText: options.onSetupText }),
  };
  // Recordings hold what was measured when they were made.
  const silent =
    config.type !== "replay" && (!type.settings.includes("stream") || config.settings?.["stream"] === false);
  const problems = [
    ...type.check(name, config, context),
    ...(context.stream && silent ? [noFirstToken(name, firstTokenMetric, config.place)] : []),
  ];
  if (problems.length > 0) return { provider: null, problems };
  const provider = await type.create(name, config, context);
  return { provider: options.record === undefined ? provider : recordingProvider(provider, options.record), problems };
}
