import type { OpenAI } from "openai/client";
import { missingKey, unusableAddress, unusableKey } from "../../errors.ts";
import type { CallResult, Json, ModelRequest, Problem, ProviderConfig, Reply } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { readChatCompletion, toChatBody } from "../chat-completions.ts";
import { readErrorAnswer } from "../chat-failure.ts";
import { failed, redact, toOneLine } from "../failure.ts";
import { createFetch } from "../http-fetch.ts";
import { createBatches } from "../openai-batches.ts";
import type { ProviderContext, ProviderType } from "../provider-type.ts";
import { type ReadHeader, readRateLimits } from "../rate-limits.ts";

const defaultBaseUrl = "https://api.openai.com/v1";
const defaultKeyVariable = "OPENAI_API_KEY";

/** Keys are at least this long; a shorter stand-in for one is a common word and stays in an answer. */
const shortestKey = 8;

/** Of a file with the answers of a batch, in bytes; and of the time that one may take, in milliseconds. */
const fileLimit = 1 << 29;
const fileTimeoutMs = 600_000;

/** Whatever speaks OpenAI's chat completions. */
export const openai: ProviderType = {
  description: "OpenAI's chat completions, and every server that speaks them",

  check(name, config, context) {
    const problems: Problem[] = [];
    const baseUrl = readBaseUrl(config, context);
    if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
      problems.push(unusableAddress(name, baseUrl, config.baseUrl === null ? undefined : config.place));
    }
    const variable = keyVariable(config);
    const key = readKey(config, context);
    // The default variable stands in no file.
    const place = config.keyEnv === undefined ? undefined : config.place;
    if (variable !== null && key === "") problems.push(missingKey(name, variable, place));
    if (variable !== null && !/^[\x21-\x7e]*$/.test(key)) problems.push(unusableKey(variable, place));
    return problems;
  },

  async create(name, config, context) {
    const { OpenAI: Client } = await import("openai/client");
    /** Some servers tell an error at the top of the body, or as plain text; the client looks under `error` alone. */
    class ChatClient extends Client {
      protected override makeStatusError(status: number, body: object, text: string | undefined, headers: Headers) {
        const hasError = isObject(body as Json) && Object.hasOwn(body, "error");
        return super.makeStatusError(status, hasError ? body : { error: body ?? text }, text, headers);
      }
    }
    const baseURL = readBaseUrl(config, context);
    const key = readKey(config, context);
    const client = new ChatClient({
      baseURL,
      // The client wants some key; without one of ours the header itself is left out.
      apiKey: key || "none",
      ...(key === "" && { defaultHeaders: { Authorization: null } }),
      adminAPIKey: null,
      // An organization at OpenAI is no business of another server.
      ...(config.baseUrl !== null && { organization: null, project: null }),
      maxRetries: 0,
      timeout: context.timeoutMs,
      logLevel: "off",
      fetch: createFetch(new URL(baseURL), context.environment),
    });
    const connection = { client, key, timeoutMs: context.timeoutMs };
    // Files are larger than chats, and take longer.
    const patient = { timeout: fileTimeoutMs, fetch: createFetch(new URL(baseURL), context.environment, fileLimit) };
    const files = { ...connection, client: client.withOptions(patient), timeoutMs: fileTimeoutMs };
    return {
      name,
      call: (request, _identity, signal) => call(connection, request, signal),
      batches: createBatches({
        client: files.client,
        key,
        readThrown: (error, signal) => readThrown(files, error, signal),
        redact: (reply) => redactReply(reply, key),
      }),
    };
  },
};

interface Connection {
  readonly client: OpenAI;
  readonly key: string;
  readonly timeoutMs: number;
}

async function call(connection: Connection, request: ModelRequest, signal: AbortSignal): Promise<CallResult> {
  const body = toChatBody(request) as unknown as OpenAI.ChatCompletionCreateParamsNonStreaming;
  try {
    const { data, response } = await connection.client.chat.completions.create(body, { signal }).withResponse();
    const answer = data as unknown as Json | undefined;
    const reply = readChatCompletion(typeof answer === "string" ? (JSON.parse(answer) as Json) : answer);
    if (reply === null) return failed("malformed", "the answer is no chat completion", { retryable: true });
    const completed = { status: "completed", reply: redactReply(reply, connection.key) } as const;
    return withLimits(completed, (name) => response.headers.get(name));
  } catch (error) {
    return readThrown(connection, error, signal);
  }
}

/** What the client throws, as data. */
function readThrown({ client, key, timeoutMs }: Connection, error: unknown, signal: AbortSignal): CallResult {
  const { APIError, APIConnectionTimeoutError } = client.constructor as typeof OpenAI;
  if (signal.aborted && (signal.reason as Error | undefined)?.name !== "TimeoutError") {
    return failed("aborted", "stopped before the answer came");
  }
  if (signal.aborted || error instanceof APIConnectionTimeoutError) {
    return failed("timeout", `no answer within ${timeoutMs / 1000} s`, { retryable: true });
  }
  if (!(error instanceof APIError)) return failed("malformed", "the answer is no JSON", { retryable: true });
  if (error.status === undefined) {
    const message = `no connection to ${new URL(client.baseURL).origin}: ${toOneLine(redact(innermostMessage(error), key))}`;
    return failed("connection", message, { retryable: true });
  }
  const header: ReadHeader = (name) => error.headers?.get(name) ?? null;
  const result = readErrorAnswer({ status: error.status, error: error.error as Json | undefined, header, key });
  return withLimits(result, header);
}

function withLimits(result: CallResult, header: ReadHeader): CallResult {
  const limits = readRateLimits(header);
  return limits === undefined ? result : { ...result, limits };
}

function innermostMessage(error: unknown): string {
  let inner = error;
  for (let depth = 0; depth < 5 && inner instanceof Error && inner.cause !== undefined; depth += 1) inner = inner.cause;
  if (inner instanceof AggregateError) inner = inner.errors[0];
  return inner instanceof Error ? inner.message || inner.name : String(inner);
}

/** The key goes to the provider and nowhere else, even where the provider repeats it. */
function redactReply(reply: Reply, key: string): Reply {
  if (key.length < shortestKey) return reply;
  return { ...reply, text: redact(reply.text, key), refusal: reply.refusal && redact(reply.refusal, key) };
}

function readBaseUrl(config: ProviderConfig, context: ProviderContext): string {
  return config.baseUrl ?? (context.environment["OPENAI_BASE_URL"]?.trim() || defaultBaseUrl);
}

function keyVariable(config: ProviderConfig): string | null {
  return config.keyEnv === undefined ? defaultKeyVariable : config.keyEnv;
}

/** Empty where no key is sent, or none is set. Secrets often end in a line break, which no key does. */
function readKey(config: ProviderConfig, context: ProviderContext): string {
  const variable = keyVariable(config);
  return variable === null ? "" : (context.environment[variable]?.trim() ?? "");
}
