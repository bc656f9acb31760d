import type { MessageCreateParams } from "@anthropic-ai/sdk/resources/messages/messages";
import { unusableAddress } from "../../errors.ts";
import type { CallResult, Json, ModelRequest, ProviderConfig } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { MessagesClient } from "../anthropic-client.ts";
import { gatherMessage, readMessage } from "../anthropic-reply.ts";
import { toMessagesBody } from "../anthropic-request.ts";
import { type FailedCall, readThrown } from "../client-failure.ts";
import { failed } from "../failure.ts";
import { createFetch } from "../http-fetch.ts";
import { refuseParts } from "../message-parts.ts";
import { checkKey, readKey } from "../provider-key.ts";
import { type ProviderContext, type ProviderType, placeOf } from "../provider-type.ts";
import { withLimits } from "../rate-limits.ts";
import { text } from "../read-json.ts";
import { redactReply } from "../redact-reply.ts";

const defaultBaseUrl = "https://api.anthropic.com";
/** The version in which a prompt's temperature still reaches the model; later ones refuse the parameter itself. */
const defaultVersion = "2023-06-01";
const customaryKey = "ANTHROPIC_API_KEY";
const pictureTypes: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);

/** Parts of a body that are no parameters. */
const noParameters: ReadonlySet<string> = new Set(["model", "messages", "system", "tools", "stream"]);

/** Anthropic's messages, by its own client. */
export const anthropic: ProviderType = {
  description: "Anthropic's messages",
  keyEnv: customaryKey,
  settings: ["apiVersion", "stream"],

  check(name, config, context) {
    const baseUrl = readBaseUrl(config, context);
    const isUrl = /^https?:\/\//i.test(baseUrl) && URL.canParse(baseUrl);
    const place = config.baseUrl === null ? undefined : placeOf(config, "baseUrl");
    return [
      ...(isUrl ? [] : [unusableAddress(name, baseUrl, place)]),
      ...checkKey(name, config, customaryKey, context),
    ];
  },

  refuses({ messages, format }) {
    const parts = refuseParts(messages, ({ type, mediaType }, { role }) => {
      if (role !== "user" && role !== "tool") return false;
      return type === "image" ? pictureTypes.has(mediaType) : /^(?:application\/pdf$|text\/)/.test(mediaType);
    });
    const bare = format !== null && !isObject(format["json_schema"]);
    return bare ? [...parts, "a response format without a schema"] : parts;
  },

  async create(name, config, context) {
    const { MessagesClient } = await import("../anthropic-client.ts");
    const baseURL = readBaseUrl(config, context);
    const key = readKey(config, customaryKey, context);
    const client = new MessagesClient({
      baseURL,
      // The client looks for keys of its own where it is given none; ours goes in the header that every version reads.
      apiKey: "none",
      defaultHeaders: {
        Authorization: null,
        "X-Api-Key": key === "" ? null : key,
        "anthropic-version": text(config.settings?.["apiVersion"]) ?? defaultVersion,
      },
      maxRetries: 0,
      timeout: context.timeoutMs,
      logLevel: "off",
      fetch: createFetch(new URL(baseURL), context.environment),
    });
    const stream = (config.settings?.["stream"] ?? context.stream) === true;
    const connection = { client, key, stream, timeoutMs: context.timeoutMs };
    return { name, call: (request, _identity, signal) => call(connection, request, signal) };
  },
};

interface Connection {
  readonly client: MessagesClient;
  readonly key: string;
  readonly stream: boolean;
  readonly timeoutMs: number;
}

async function call(connection: Connection, request: ModelRequest, signal: AbortSignal): Promise<CallResult> {
  const { client, key, stream, timeoutMs } = connection;
  const started = performance.now();
  const body = { ...toMessagesBody(request), ...(stream && { stream }) } as unknown as MessageCreateParams;
  const failedCall: FailedCall = {
    signal,
    timeoutMs,
    baseUrl: client.baseURL,
    key,
    parameters: Object.keys(body).filter((name) => !noParameters.has(name)),
    errors: client.constructor as typeof MessagesClient,
    normalise: withCode,
  };
  try {
    const { data: answer, response } = (await client.messages.create(body, { signal }).withResponse()) as {
      readonly data: unknown;
      readonly response: Response;
    };
    const gathered = stream
      ? await gatherMessage(answer as AsyncIterable<Json>, () => performance.now() - started)
      : { body: answer as Json, timeToFirstTokenMs: null, whole: true };
    if (!gathered.whole) return failed("connection", "the stream ended before the answer did", { retryable: true });
    const reply = readMessage(gathered.body);
    if (reply === null) return failed("malformed", "the answer is no message", { retryable: true });
    const { timeToFirstTokenMs } = gathered;
    const completed = { status: "completed", reply: redactReply({ ...reply, timeToFirstTokenMs }, key) } as const;
    return withLimits(completed, (header) => response.headers.get(header));
  } catch (error) {
    return readThrown(error, failedCall);
  }
}

/** The API tells kinds of errors apart by `type`, and some of what the prompt or the account caused by words alone. */
function withCode(error: Json | undefined): Json | undefined {
  if (!isObject(error)) return error;
  const message = String(error["message"]);
  if (/content filtering policy/i.test(message)) return { ...error, code: "content_filter" };
  if (/credit balance is too low/i.test(message)) return { ...error, code: "insufficient_quota" };
  return { ...error, code: error["type"] ?? null };
}

function readBaseUrl(config: ProviderConfig, { environment }: ProviderContext): string {
  const written = config.baseUrl ?? (environment["ANTHROPIC_BASE_URL"]?.trim() || defaultBaseUrl);
  // The client adds the version to the address itself.
  return written.replace(/\/v1\/?$/, "");
}
