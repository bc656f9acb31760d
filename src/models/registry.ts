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
import { type ProviderType, placeOf } from "./provider-type.ts";
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
 * Everything after the first slash is the model's name. Else all that is wrong with the name, or with the settings.
 */
export function resolveModel(
  model: string,
  providers: Readonly<Record<string, ProviderConfig>>,
): ResolvedModel | { readonly problems: readonly Problem[] } {
  const known: Readonly<Record<string, ProviderConfig>> = { ...builtInProviders, ...providers };
  const slash = model.indexOf("/");
  if (slash < 0 && !bareOpenAiName.test(model)) return { problems: [modelWithoutPublisher(model, Object.keys(known))] };
  const publisher = slash < 0 ? "openai" : model.slice(0, slash);
  const name = model.slice(slash + 1);
  if (publisher === "" || name === "") return { problems: [modelWithoutName(model)] };
  const config = Object.hasOwn(known, publisher) ? known[publisher] : undefined;
  if (config === undefined) return { problems: [unknownPublisher(model, publisher, Object.keys(known))] };
  const type = findProviderType(config.type);
  if (type === null) {
    return {
      problems: [unknownProviderType(publisher, config.type, Object.keys(providerTypes), placeOf(config, "type"))],
    };
  }
  const problems = [...findUnread(publisher, type, config), ...(type.inspect?.(publisher, config) ?? [])];
  return problems.length === 0 ? { provider: publisher, type, config, model: name } : { problems };
}

/** Settings that the provider's type would silently pass over. */
function findUnread(provider: string, type: ProviderType, config: ProviderConfig): readonly Problem[] {
  const unread = Object.keys(config.settings ?? {}).filter((key) => !type.settings.includes(key));
  return unread.map((setting) => {
    const readers = Object.entries(providerTypes).filter(([, each]) => each.settings.includes(setting));
    const names = readers.map(([name]) => name);
    return unreadSetting(provider, config.type, setting, names, placeOf(config, setting));
  });
}

/** The variable that holds a provider's key; null where it sends none. */
export function keyVariableOf(config: ProviderConfig): string | null {
  return keyVariable(config, findProviderType(config.type)?.keyEnv ?? null);
}

/** The variable that holds a provider's address, where nothing else says it; null where something does. */
export function addressVariableOf({ type, baseUrl }: ProviderConfig): string | null {
  const preset: Preset | null = Object.hasOwn(presets, type) ? presets[type as keyof typeof presets] : null;
  return preset === null || (baseUrl ?? preset.baseUrl) !== null ? null : (preset.baseUrlEnv ?? null);
}

/** The kind of provider of this name; null where there is none. */
export function findProviderType(name: string): ProviderType | null {
  return Object.hasOwn(providerTypes, name) ? providerTypes[name as keyof typeof providerTypes] : null;
}
