import { resolve } from "node:path";
import { codeOfFork, judgesItself, noCallCost, noFirstToken, noPrice, quote } from "../../errors.ts";
import { isGated } from "../../gate/compare-metric.ts";
import type {
  Arm,
  ModelRequest,
  Place,
  Problem,
  PromptVersion,
  Provider,
  ProviderConfig,
  Scorer,
} from "../../model.ts";
import type { ProviderContext, ProviderType, Workspace } from "../../models/provider-type.ts";
import { recordingProvider } from "../../models/recording.ts";
import { providerTypes, resolveModel } from "../../models/registry.ts";
import { tellFailures } from "../../models/tell-failures.ts";
import { type FindPrice, free, type ModelPrice } from "../../run/prices.ts";
import { firstTokenMetric } from "../../score/operational.ts";
import type { ResolvedModel, RunOptions } from "../options.ts";
import type { Project } from "../project/load-project.ts";
import { createShield } from "../reports/shield.ts";
import { checkSendable, type Sending } from "./check-sendable.ts";
import type { PromptPlan } from "./plan-run.ts";
import { createFindPrice, openPriceBook, priceKey } from "./price-book.ts";

/** Providers that answer without a model: in the Action only the base branch may choose them. */
const modelFree: readonly string[] = ["replay", "simulated"];

export interface Connection {
  readonly models: ReadonlyMap<PromptVersion, ResolvedModel>;
  /** Of the calls, those of scorers among them. */
  readonly priceOf: FindPrice;
  /** Models that scorers ask, as written. */
  readonly scorerModels: ReadonlyMap<string, ResolvedModel>;
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
  const scorerModels = new Map<string, ResolvedModel>();
  const now = (options.now ?? (() => new Date()))();
  const book = openPriceBook({ config: goalposts.config, environment: options.environment, now });
  const firstToken = findFirstToken(plans, goalposts);
  let forkCode = false;
  const open = async (found: FoundModel, written: string, arm: Arm): Promise<ResolvedModel | null> => {
    if ("problems" in found) {
      for (const problem of found.problems) problems.set(problem.message, problem);
      return null;
    }
    const { name, config, model, listed, takesValues, runsCode } = found;
    // Each arm runs its own code; everything else is asked in one way.
    forkCode ||= runsCode && options.fork === true && options.replay === undefined;
    const key = runsCode ? `${name} ${arm}` : name;
    if (!providers.has(key)) {
      const absolute = config.file === null ? config : { ...config, file: resolve(root, config.file) };
      const stream = firstToken !== null;
      const connected = await connect(name, absolute, goalposts, options, { stream, workspace: workspaces[arm] });
      for (const problem of connected.problems) problems.set(problem.message, problem);
      providers.set(key, connected.provider);
    }
    const price = await book.priceOf(written, listed);
    prices.set(priceKey(name, model), options.replay === undefined ? price : free);
    const problem =
      options.replay === undefined && price === null ? unpriced(written, listed, goalposts, options) : null;
    if (problem !== null) problems.set(problem.message, problem);
    const provider = providers.get(key);
    return provider ? { provider, model, price, takesValues, runsCode } : null;
  };
  for (const { version, arm } of plans.flatMap(versionsOf)) {
    const found = findModel(version, goalposts, options);
    const resolved = await open(found, version.configuration.model ?? "", arm);
    if (resolved !== null) models.set(version, resolved);
    if (!("problems" in found) && firstToken?.gates && !streams(found.config)) {
      const problem = noFirstToken(found.name, firstToken, found.config.place);
      problems.set(problem.message, problem);
    }
  }
  for (const use of scorerModelsOf(plans)) {
    const resolved = await open(findScorerModel(use, goalposts, options), use.model, "candidate");
    if (resolved === null) continue;
    if (resolved.runsCode) {
      const problem = judgesItself(resolved.provider.name, use.place);
      problems.set(problem.message, problem);
    }
    if (use.embeds && resolved.provider.embed === undefined) {
      const problem = cannotEmbed(use);
      problems.set(problem.message, problem);
    }
    scorerModels.set(use.model, resolved);
  }
  const unsendable = findUnsendable(plans, goalposts, options);
  return {
    models,
    scorerModels,
    priceOf: createFindPrice(prices),
    problems: [...problems.values(), ...unsendable],
    forkCode,
  };
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
function unpriced(
  model: string,
  { name, config: provider }: Listed,
  { config }: Project,
  options: RunOptions,
): Problem | null {
  const limit = options.maxCost ?? config.run.maxCost;
  if (limit === null) return null;
  const { settings }: ProviderType = providerTypes[provider.type as keyof typeof providerTypes];
  return settings.includes("maxCallCost") ? noCallCost(model, name, limit, provider.place) : noPrice(model, limit);
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
      if ("problems" in found) return [];
      const { name, config, model } = found;
      const type: ProviderType = providerTypes[config.type as keyof typeof providerTypes];
      const refuse = (request: ModelRequest): readonly string[] => type.refuses?.(request, config) ?? [];
      return [{ plan, arm, provider: name, model, refuse }];
    }),
  );
  return checkSendable(sendings);
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

interface Listed {
  readonly name: string;
  readonly config: ProviderConfig;
}

type FoundModel =
  | {
      readonly name: string;
      readonly config: ProviderConfig;
      readonly model: string;
      /** The provider that has the model, also where recordings answer for it. */
      readonly listed: Listed;
      readonly takesValues: boolean;
      readonly runsCode: boolean;
    }
  | { readonly problems: readonly Problem[] };

/** The provider and the name there of a version's model; recordings, where given, stand in for every provider. */
export function findModel(version: PromptVersion, goalposts: Project, options: RunOptions): FoundModel {
  const { model } = version.configuration;
  if (model === null) {
    const problem: Problem = {
      message: `the prompt ${version.name} names no model`,
      hint: "Write model: openai/gpt-6-luna into the prompt file or into assay.yml.",
      place: version.modelPlace,
    };
    return { problems: [problem] };
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
  if ("problems" in found) return { problems: found.problems.map((problem) => ({ ...at, ...problem })) };
  const { provider: name, config, type } = found;
  // Providers that a first run takes from the head are not the base's.
  const trusted = { ...(goalposts.config.path === null ? {} : goalposts.config.providers), ...options.providers };
  if (options.restricted && modelFree.includes(config.type) && !Object.hasOwn(trusted, name)) {
    const problem: Problem = {
      message: `${asker} asks for the ${config.type} provider, which answers without a model`,
      hint: `Where that is meant, name it under providers in the base branch's assay.yml: ${name}: { type: ${config.type} }.`,
      ...at,
    };
    return { problems: [problem] };
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

/** Who asks for the time to the first token: answers are streamed then, for else nothing would be known of it. */
interface FirstToken {
  readonly askedBy: string;
  /** Whether it decides. */
  readonly gates: boolean;
}

/** What decides comes first; null where nobody asks for it. */
function findFirstToken(plans: readonly PromptPlan[], { config }: Project): FirstToken | null {
  const { metrics } = config.gate;
  const named = metrics?.[firstTokenMetric];
  if (named?.gate) return { askedBy: `gate.metrics names ${firstTokenMetric}`, gates: true };
  const readers = new Set<Scorer>();
  for (const plan of plans) {
    for (const { testCase } of [...plan.cases, ...plan.added]) {
      for (const scorer of plan.scorersFor(testCase)) if (scorer.readsFirstToken) readers.add(scorer);
    }
  }
  const asked = [...readers].map(({ metric }): FirstToken => {
    return { askedBy: `the scorer ${metric.name} needs ${firstTokenMetric}`, gates: isGated(metric, metrics) };
  });
  return asked.find(({ gates }) => gates) ?? asked[0] ?? null;
}

/** Whether answers come as they are made; recordings hold what was measured when they were. */
function streams({ type, settings }: ProviderConfig): boolean {
  const { settings: known }: ProviderType = providerTypes[type as keyof typeof providerTypes];
  return type === "replay" || (known.includes("stream") && settings?.["stream"] !== false);
}

async function connect(
  name: string,
  config: ProviderConfig,
  goalposts: Project,
  options: RunOptions,
  { stream, workspace }: { readonly stream: boolean; readonly workspace: Workspace | null },
): Promise<{ provider: Provider | null; problems: readonly Problem[] }> {
  const type: ProviderType = providerTypes[config.type as keyof typeof providerTypes];
  if (type.runsCode && options.fork) return { provider: null, problems: [codeOfFork(name, config.place)] };
  const shield = createShield(goalposts.config);
  const context: ProviderContext = {
    environment: options.environment,
    tell: shield.text,
    timeoutMs: goalposts.config.run.timeoutMs,
    ...(stream && { stream: true }),
    ...(workspace && { workspace }),
    ...(options.onSetupText && { onSetupText: options.onSetupText }),
  };
  const problems = type.check(name, config, context);
  if (problems.length > 0) return { provider: null, problems };
  const provider = tellFailures(await type.create(name, config, context), shield.failure);
  return { provider: options.record === undefined ? provider : recordingProvider(provider, options.record), problems };
}
