import type { OpenAI } from "openai/client";
import { missingAddress, unknownChoice, unusableAddress } from "../../errors.ts";
import type { CallResult, Json, JsonObject, ModelRequest, Problem } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { readChatCompletion, toChatBody } from "../chat-completions.ts";
import { type Gathered, gatherChat, gatherResponse } from "../chat-stream.ts";
import { type FailedCall, readThrown, readToldError } from "../client-failure.ts";
import { connectBatches } from "../connect-batches.ts";
import { readEmbeddings, toEmbeddingBody } from "../embeddings.ts";
import { checkIdentity } from "../entra-token.ts";
import { failed } from "../failure.ts";
import { refuseParts } from "../message-parts.ts";
import { type Connection, connect, embeddingsPathOf, pathOf, readApi, readBaseUrl } from "../openai-connection.ts";
import type { ChatApi, Preset } from "../presets.ts";
import { checkKey } from "../provider-key.ts";
import { type ProviderType, placeOf } from "../provider-type.ts";
import { withLimits } from "../rate-limits.ts";
import { redactReply } from "../redact-reply.ts";
import { readResponse, toResponsesBody } from "../responses.ts";

const pictureTypes: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);
const azureSettings = ["apiVersion", "auth", "tenantId", "clientId", "authority"];

/** A service that speaks OpenAI's API, as its preset describes it. */
export function openAiType(preset: Preset): ProviderType {
  return {
    description: describe(preset),
    keyEnv: preset.keyEnv,
    settings: ["api", "stream", ...(preset.azure ? azureSettings : [])],

    inspect(name, config) {
      const api = readApi(config);
      return preset.apis.includes(api) ? [] : [unknownChoice(name, "api", api, preset.apis, placeOf(config, "api"))];
    },

    check(name, config, context) {
      const problems: Problem[] = [];
      const baseUrl = readBaseUrl(preset, config, context);
      const place = config.baseUrl === null ? undefined : placeOf(config, "baseUrl");
      if (baseUrl === "") problems.push(missingAddress(name, preset.baseUrlEnv ?? null));
      else if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
        problems.push(unusableAddress(name, baseUrl, place));
      }
      const keyless = config.settings?.["auth"] === "oidc";
      problems.push(
        ...(keyless ? checkIdentity(name, config, context) : checkKey(name, config, preset.keyEnv, context)),
      );
      return problems;
    },

    refuses: ({ messages }, config) =>
      refuseParts(messages, (part, { role }) => {
        if (role !== "user") return false;
        if (part.type === "image") return preset.takes.images && pictureTypes.has(part.mediaType);
        if (readApi(config) === "responses") return preset.takes.files !== false;
        // Chat completions read no other file than this one.
        return preset.takes.files === true && part.mediaType === "application/pdf";
      }),

    async create(name, config, context) {
      const connection = await connect(preset, config, context);
      return {
        name,
        call: (request, _identity, signal) => call(connection, request, signal),
        embed: (request, _identity, signal) => embed(connection, request, signal),
        ...(preset.batches && readApi(config) === "chat" && { batches: connectBatches(connection, config, context) }),
      };
    },
  };
}

function describe({ title, apis }: Preset): string {
  const shapes = apis.length > 1 ? "chat completions and responses" : "chat completions";
  return title === "OpenAI" ? `OpenAI's ${shapes}, and every server that speaks them` : `${title}, by its ${shapes}`;
}

/** What a call takes beside its body, and what has to be known to tell why it failed; or the failure to get a token. */
async function prepare(connection: Connection, request: ModelRequest, signal: AbortSignal) {
  const { client, apiVersion, timeoutMs } = connection;
  const found = await connection.authorise(signal);
  if ("failure" in found) return found;
  const { token: key, header = "Authorization" } = found;
  const failedCall: FailedCall = {
    signal,
    timeoutMs,
    baseUrl: client.baseURL,
    key,
    parameters: Object.keys(request.parameters),
    errors: client.constructor as typeof OpenAI,
  };
  const options = {
    signal,
    ...(key !== "" && { headers: { [header]: header === "Authorization" ? `Bearer ${key}` : key } }),
    ...(apiVersion !== null && { query: { "api-version": apiVersion } }),
  };
  return { key, failedCall, options };
}

async function embed(connection: Connection, request: ModelRequest, signal: AbortSignal): Promise<CallResult> {
  const prepared = await prepare(connection, request, signal);
  if ("failure" in prepared) return prepared.failure;
  const { failedCall, options } = prepared;
  try {
    const path = embeddingsPathOf(connection, request.model);
    const body = toEmbeddingBody(request);
    const { data, response } = await connection.client.post<unknown>(path, { ...options, body }).withResponse();
    const reply = readEmbeddings(data as Json | undefined, request.messages.length);
    if (reply === null) return failed("malformed", "the answer holds no embeddings", { retryable: true });
    return withLimits({ status: "completed", reply }, (name) => response.headers.get(name));
  } catch (error) {
    return readThrown(error, failedCall);
  }
}

async function call(connection: Connection, request: ModelRequest, signal: AbortSignal): Promise<CallResult> {
  const { client, api, stream } = connection;
  const started = performance.now();
  const prepared = await prepare(connection, request, signal);
  if ("failure" in prepared) return prepared.failure;
  const { key, failedCall } = prepared;
  const options = { ...prepared.options, body: toBody(connection, request), stream };
  try {
    const { data: answer, response } = await client
      .post<unknown>(pathOf(connection, request.model), options)
      .withResponse();
    const gather = api === "chat" ? gatherChat : gatherResponse;
    const gathered = stream
      ? await gather(answer as AsyncIterable<Json>, () => performance.now() - started)
      : wholeAnswer(answer as Json | undefined);
    const reply = api === "chat" ? readChatCompletion(gathered.body) : readResponse(gathered.body);
    const told = findToldError(gathered.body);
    if (told !== null) return readToldError(told, failedCall);
    if (!gathered.whole) return failed("connection", "the stream ended before the answer did", { retryable: true });
    if (reply === null) return failed("malformed", `the answer is no ${nouns[api]}`, { retryable: true });
    const { timeToFirstTokenMs } = gathered;
    const completed = { status: "completed", reply: redactReply({ ...reply, timeToFirstTokenMs }, key) } as const;
    return withLimits(completed, (name) => response.headers.get(name));
  } catch (error) {
    return readThrown(error, failedCall);
  }
}

const nouns: Readonly<Record<ChatApi, string>> = { chat: "chat completion", responses: "response" };

function wholeAnswer(answer: Json | undefined): Omit<Gathered, "body"> & { readonly body: Json | undefined } {
  const body = typeof answer === "string" ? (JSON.parse(answer) as Json) : answer;
  return { body, timeToFirstTokenMs: null, whole: true };
}

/** An error in place of an answer, though the status was 200; or one that ended the answer. */
function findToldError(body: Json | undefined): Json | null {
  if (!isObject(body)) return null;
  if (isObject(body["error"])) return body["error"];
  const choice = Array.isArray(body["choices"]) ? (body["choices"][0] as Json | undefined) : undefined;
  if (!isObject(choice)) return null;
  if (isObject(choice["error"])) return choice["error"];
  // DeepSeek's and Mistral's words for an answer that the service could not finish.
  const failing = ["insufficient_system_resource", "error"].includes(String(choice["finish_reason"]));
  return failing ? { message: `the service ended the answer: ${String(choice["finish_reason"])}` } : null;
}

function toBody({ preset, api, stream }: Connection, request: ModelRequest): JsonObject {
  const renamed: Readonly<Record<string, string>> = preset.renamed ?? {};
  const parameters = Object.fromEntries(
    Object.entries(request.parameters).map(([name, value]) => [
      Object.hasOwn(renamed, name) ? (renamed[name] ?? name) : name,
      value,
    ]),
  );
  const asked = { ...request, parameters };
  if (api === "responses") return { ...toResponsesBody(asked), ...(stream && { stream }) };
  const usage = stream && !preset.usageUnasked ? { stream_options: { include_usage: true } } : {};
  return { ...toChatBody(asked, preset.developerRole === true), ...(stream && { stream, ...usage }) };
}
