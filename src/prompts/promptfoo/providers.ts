import type { CallConfiguration, Json, Place } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { toSnakeCase } from "../keys/parameters.ts";
import { type ConfigReading, codeFile, readsEnvironment } from "./reading.ts";
import type { Spot } from "./spot.ts";

/** A provider of the configuration as a part of a call. */
export interface WrittenProvider {
  /** As the configuration has it. */
  readonly id: string;
  /** `publisher/name`; null where nothing here answers for it. */
  readonly model: string | null;
  readonly call: WrittenCall;
  /** Labels of the prompts that it is for; null: all. */
  readonly prompts: readonly string[] | null;
  readonly place: Place;
}

/** What a provider's configuration says of the call. */
export interface WrittenCall {
  readonly parameters: CallConfiguration["parameters"];
  readonly format: CallConfiguration["format"];
  readonly tools: Json | null;
  /** Files that it was read from. */
  readonly files: readonly string[];
}

export const noCall: WrittenCall = { parameters: {}, format: null, tools: null, files: [] };

/** Services by promptfoo's name for them, and what may stand between it and the model's name. */
const services: Readonly<Record<string, { readonly publisher: string; readonly kinds: readonly string[] }>> = {
  openai: { publisher: "openai", kinds: ["chat", "responses"] },
  anthropic: { publisher: "anthropic", kinds: ["messages"] },
  azure: { publisher: "azure", kinds: ["chat", "responses"] },
  azureopenai: { publisher: "azure", kinds: ["chat", "responses"] },
  google: { publisher: "google", kinds: [] },
  mistral: { publisher: "mistral", kinds: ["chat"] },
  groq: { publisher: "groq", kinds: ["chat", "responses"] },
  openrouter: { publisher: "openrouter", kinds: [] },
  togetherai: { publisher: "together", kinds: ["chat"] },
  deepseek: { publisher: "deepseek", kinds: [] },
  xai: { publisher: "xai", kinds: ["chat", "responses"] },
  ollama: { publisher: "ollama", kinds: ["chat"] },
};
/** Kinds that are no chat with a model. */
const otherKinds = ["completion", "embedding", "embeddings", "assistant", "realtime", "image", "moderation", "agents"];

/** Parameters of a call, by the API's names. */
const parameterNames = new Set(
  [
    "temperature top_p top_k max_tokens max_completion_tokens frequency_penalty presence_penalty seed stop logit_bias",
    "reasoning_effort reasoning thinking verbosity tool_choice parallel_tool_calls service_tier n",
  ].flatMap((line) => line.split(" ")),
);
const renamed: Readonly<Record<string, string>> = { max_output_tokens: "max_tokens", stop_sequences: "stop" };

/** The model that a provider's id stands for; null where nothing here answers for it. */
export function modelOf(id: string): string | null {
  const [service = "", ...rest] = id.split(":");
  const known = Object.hasOwn(services, service) ? services[service] : undefined;
  if (known === undefined || otherKinds.includes(rest[0] ?? "")) return null;
  const name = (known.kinds.includes(rest[0] ?? "") ? rest.slice(1) : rest).join(":");
  return name === "" || name.includes("{{") ? null : `${known.publisher}/${name}`;
}

/** The providers of a configuration: ids, maps with an `id`, maps from an id to its settings, and files of these. */
export function readProviders(spot: Spot, config: ConfigReading): readonly WrittenProvider[] {
  return spot.items().flatMap((item) => readItem(item, config));
}

function readItem(item: Spot, config: ConfigReading): readonly WrittenProvider[] {
  const { value, place } = item;
  if (typeof value === "string") {
    if (!/^file:\/\/.*\.(?:ya?ml|json)$/i.test(value)) return [provider(value, item.with({}), config)];
    const path = config.resolve(value, place);
    const found = path === null ? null : config.data(path, place);
    // A file names no further files: it could name itself.
    return found?.items().flatMap((each) => readMap(each, config)) ?? [];
  }
  return readMap(item, config);
}

function readMap(item: Spot, config: ConfigReading): readonly WrittenProvider[] {
  if (typeof item.value === "string") return [provider(item.value, item.with({}), config)];
  const id = item.at("id").value;
  if (typeof id === "string") return [provider(id, item, config)];
  const [[key, settings] = []] = item.entries();
  if (key !== undefined && settings !== undefined && item.entries().length === 1 && isObject(settings.value)) {
    return [provider(key, settings, config)];
  }
  config.note("a provider has no id: it is not read", item.place);
  return [];
}

function provider(id: string, settings: Spot, config: ConfigReading): WrittenProvider {
  const { place } = settings;
  const model = modelOf(id);
  if (model === null) {
    const isCode = codeFile.test(id) || /^(?:exec|python|ruby|golang|file|package):/.test(id);
    const why = isCode ? "is code, which is not run" : "has no equal here";
    config.note(`the provider ${id.slice(0, 80)} ${why}`, place, "Name a model in assay.yml: model: publisher/name.");
  }
  if (settings.at("transform").exists) config.note("transform is code: it is not run", settings.at("transform").place);
  const prompts = settings.at("prompts").items();
  return {
    id,
    model,
    call: readCall(settings.at("config"), config),
    prompts: prompts.length === 0 ? null : prompts.map(({ value }) => String(value)),
    place,
  };
}

/** What a provider's `config`, or that of a prompt, says of the call. */
export function readCall(spot: Spot, config: ConfigReading): WrittenCall {
  const parameters: Record<string, Json> = {};
  const unread: string[] = [];
  const files: string[] = [];
  let format: CallConfiguration["format"] = null;
  let tools: Json | null = null;
  const inner = spot.at("generationConfig").entries();
  for (const [key, entry] of [...spot.entries(), ...inner]) {
    const name = renamed[toSnakeCase(key)] ?? toSnakeCase(key);
    if (key === "generationConfig" || entry.value === undefined) continue;
    if (readsEnvironment(entry.value)) unread.push(key);
    else if (parameterNames.has(name)) parameters[name] = entry.value;
    else if (name === "response_format" || name === "tools") {
      const found = config.value(entry);
      files.push(...found.files);
      if (name === "tools") tools = (found.value ?? null) as Json;
      else if (isObject(found.value)) format = readFormat(found.value);
    } else unread.push(key);
  }
  if (unread.length > 0) {
    config.note(
      `of the provider's config ${unread.slice(0, 10).join(", ")} ${unread.length === 1 ? "is" : "are"} not read`,
      spot.place,
      "Addresses and the names of keys stand under providers in assay.yml.",
    );
  }
  return { parameters, format, tools: Array.isArray(tools) && tools.length > 0 ? tools : null, files };
}

function readFormat(value: { readonly [key: string]: Json }): CallConfiguration["format"] {
  const { type } = value;
  if (type === "json_object") return { type };
  const schema = value["json_schema"] ?? (isObject(value["schema"]) ? { name: "output", ...value } : undefined);
  if (type !== "json_schema" || !isObject(schema)) return null;
  const { type: _type, ...described } = schema;
  return { type, json_schema: described };
}

/** The later one's word wins. */
export function mergeCalls(one: WrittenCall, other: WrittenCall): WrittenCall {
  return {
    parameters: { ...one.parameters, ...other.parameters },
    format: other.format ?? one.format,
    tools: other.tools ?? one.tools,
    files: [...one.files, ...other.files],
  };
}
