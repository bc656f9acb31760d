import { modelWithoutName, modelWithoutPublisher, unknownProviderType, unknownPublisher } from "../errors.ts";
import type { Problem, ProviderConfig } from "../model.ts";
import type { ProviderType } from "./provider-type.ts";
import { openai } from "./providers/openai.ts";
import { replay } from "./providers/replay.ts";
import { simulated } from "./providers/simulated.ts";

/** Every kind of provider. Help, documentation and error messages are derived from this list. */
export const providerTypes = { openai, replay, simulated } as const satisfies Record<string, ProviderType>;

/** What a built-in provider can lack is a key, and that is told without a place. */
const builtIn = { baseUrl: null, file: null, place: { path: "assay.yml" } };

/** Publishers that need no entry in assay.yml; an entry there under the same name takes their place. */
const builtInProviders: Readonly<Record<string, ProviderConfig>> = {
  openai: { type: "openai", ...builtIn },
  simulated: { type: "simulated", ...builtIn },
};

/** Which provider answers for a model, and what the model is called there. */
export interface ResolvedModel {
  readonly provider: string;
  readonly type: ProviderType;
  readonly config: ProviderConfig;
  readonly model: string;
}

/** Names that OpenAI's models go by where no publisher is written. */
const bareOpenAiName = /^(?:gpt-|chatgpt-|o\d|ft:gpt-)/;

/**
 * Finds the provider of `publisher/model`: the publisher is a key of assay.yml's `providers`, or built in.
 * Everything after the first slash is the model's name.
 */
export function resolveModel(
  model: string,
  providers: Readonly<Record<string, ProviderConfig>>,
): ResolvedModel | { readonly problem: Problem } {
  const known: Readonly<Record<string, ProviderConfig>> = { ...builtInProviders, ...providers };
  const slash = model.indexOf("/");
  if (slash < 0 && !bareOpenAiName.test(model)) return { problem: modelWithoutPublisher(model, Object.keys(known)) };
  const publisher = slash < 0 ? "openai" : model.slice(0, slash);
  const name = model.slice(slash + 1);
  if (publisher === "" || name === "") return { problem: modelWithoutName(model) };
  const config = Object.hasOwn(known, publisher) ? known[publisher] : undefined;
  if (config === undefined) return { problem: unknownPublisher(model, publisher, Object.keys(known)) };
  const type = findProviderType(config.type);
  if (type === null) {
    return { problem: unknownProviderType(publisher, config.type, Object.keys(providerTypes), config.place) };
  }
  return { provider: publisher, type, config, model: name };
}

/** The kind of provider of this name; null where there is none. */
export function findProviderType(name: string): ProviderType | null {
  return Object.hasOwn(providerTypes, name) ? providerTypes[name as keyof typeof providerTypes] : null;
}
