import {
  modelWithoutName,
  modelWithoutPublisher,
  unknownProviderType,
  unknownPublisher,
  unreadSetting,
} from "../errors.ts";
import type { Problem, ProviderConfig } from "../model.ts";
import { type Preset, presets } from "./presets.ts";
import { keyVariable } from "./provider-key.ts";
import type { ProviderType } from "./provider-type.ts";
import { anthropic } from "./providers/anthropic.ts";
import { command } from "./providers/command.ts";
import { http } from "./providers/http.ts";
import { openAiType } from "./providers/openai.ts";
import { replay } from "./providers/replay.ts";
import { simulated } from "./providers/simulated.ts";

const services = Object.fromEntries(
  Object.entries(presets).map(([name, preset]: [string, Preset]) => [name, openAiType(preset)]),
) as Readonly<Record<keyof typeof presets, ProviderType>>;

/** Every kind of provider. Help, documentation and error messages are derived from this list. */
export const providerTypes = { ...services, anthropic, http, command, replay, simulated } as const satisfies Record<
  string,
  ProviderType
>;

/** What a built-in provider can lack is a key, and that is told without a place. */
const builtIn = { baseUrl: null, file: null, place: { path: "assay.yml" } };

/** Publishers that need no entry in assay.yml; an entry there under the same name takes their place. */
const builtInProviders: Readonly<Record<string, ProviderConfig>> = Object.fromEntries(
  [...Object.keys(presets), "anthropic", "simulated"].map((type) => [type, { type, ...builtIn }]),
);

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
  const unread = findUnread(publisher, type, config);
  return unread === null ? { provider: publisher, type, config, model: name } : { problem: unread };
}

/** A setting that the provider's type would silently pass over. */
function findUnread(provider: string, type: ProviderType, config: ProviderConfig): Problem | null {
  const setting = Object.keys(config.settings ?? {}).find((key) => !type.settings.includes(key));
  if (setting === undefined) return null;
  const readers = Object.entries(providerTypes).filter(([, each]) => each.settings.includes(setting));
  return unreadSetting(
    provider,
    config.type,
    setting,
    readers.map(([name]) => name),
    config.place,
  );
}

/** The variable that holds a provider's key; null where it sends none. */
export function keyVariableOf(config: ProviderConfig): string | null {
  return keyVariable(config, findProviderType(config.type)?.keyEnv ?? null);
}

/** The kind of provider of this name; null where there is none. */
export function findProviderType(name: string): ProviderType | null {
  return Object.hasOwn(providerTypes, name) ? providerTypes[name as keyof typeof providerTypes] : null;
}
