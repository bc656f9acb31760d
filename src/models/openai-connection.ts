import type { OpenAI } from "openai/client";
import type { Json, ProviderConfig } from "../model.ts";
import { isObject } from "../source/json.ts";
import { createTokenSource, type TokenResult } from "./entra-token.ts";
import { createFetch } from "./http-fetch.ts";
import type { ChatApi, Preset } from "./presets.ts";
import { readKey } from "./provider-key.ts";
import type { ProviderContext } from "./provider-type.ts";

/** One way to one service. */
export interface Connection {
  readonly client: OpenAI;
  readonly preset: Preset;
  readonly api: ChatApi;
  readonly stream: boolean;
  readonly apiVersion: string | null;
  readonly timeoutMs: number;
  /** What is sent as the key, and in which header; empty where none is. */
  authorise(signal: AbortSignal): Promise<TokenResult & { readonly header?: string }>;
}

/** Opens the way: the client is loaded here, and knows no key. */
export async function connect(preset: Preset, config: ProviderConfig, context: ProviderContext): Promise<Connection> {
  const { OpenAI: Client } = await import("openai/client");
  /** Some servers tell an error at the top of the body, or as plain text; the client looks under `error` alone. */
  class ChatClient extends Client {
    protected override makeStatusError(status: number, body: object, text: string | undefined, headers: Headers) {
      const hasError = isObject(body as Json) && Object.hasOwn(body, "error");
      return super.makeStatusError(status, hasError ? body : { error: body ?? text }, text, headers);
    }
  }
  const { settings = {} } = config;
  const apiVersion = typeof settings["apiVersion"] === "string" ? settings["apiVersion"] : null;
  const written = readBaseUrl(preset, config, context);
  const baseURL = preset.azure ? azureRoot(written, apiVersion) : written;
  const client = new ChatClient({
    baseURL,
    // The client wants some key; ours goes with each call, in the header that the service reads.
    apiKey: "none",
    defaultHeaders: { Authorization: null },
    adminAPIKey: null,
    // An organization at OpenAI is no business of another server.
    ...((config.baseUrl !== null || preset.keyEnv !== "OPENAI_API_KEY") && { organization: null, project: null }),
    maxRetries: 0,
    timeout: context.timeoutMs,
    logLevel: "off",
    fetch: createFetch(new URL(baseURL), context.environment),
  });
  const key = readKey(config, preset.keyEnv, context);
  const keyHeader = { token: key, header: preset.azure ? "api-key" : "Authorization" };
  const scope = apiVersion === null ? "https://ai.azure.com/.default" : "https://cognitiveservices.azure.com/.default";
  const findToken = settings["auth"] === "oidc" ? createTokenSource(config, context, scope) : null;
  return {
    client,
    preset,
    api: readApi(config),
    stream: settings["stream"] === true,
    apiVersion,
    timeoutMs: context.timeoutMs,
    authorise: findToken ?? (async () => keyHeader),
  };
}

/** Versions of the API by date have an address for each deployment, the one without a date has one for all. */
function azureRoot(baseUrl: string, apiVersion: string | null): string {
  const endpoint = baseUrl.replace(/\/+$/, "").replace(/\/openai(?:\/v1)?$/, "");
  return apiVersion === null ? `${endpoint}/openai/v1` : `${endpoint}/openai`;
}

/** Where a model of the service is asked. */
export function pathOf({ preset, api, apiVersion }: Connection, model: string): string {
  if (api === "responses") return "/responses";
  const dated = preset.azure && apiVersion !== null;
  return dated ? `/deployments/${encodeURIComponent(model)}/chat/completions` : "/chat/completions";
}

/** Where a model of the service is asked for embeddings. */
export function embeddingsPathOf({ preset, apiVersion }: Connection, model: string): string {
  const dated = preset.azure && apiVersion !== null;
  return dated ? `/deployments/${encodeURIComponent(model)}/embeddings` : "/embeddings";
}

/** In which of its shapes the service is asked. */
export function readApi({ settings }: ProviderConfig): ChatApi {
  return settings?.["api"] === "responses" ? "responses" : "chat";
}

/** The address: that of assay.yml, of the environment, or the customary one; empty where there is none. */
export function readBaseUrl(preset: Preset, config: ProviderConfig, { environment }: ProviderContext): string {
  const variable = preset.baseUrlEnv;
  const fromEnvironment = variable === undefined ? "" : (environment[variable]?.trim() ?? "");
  return config.baseUrl ?? (fromEnvironment || preset.baseUrl || "");
}
