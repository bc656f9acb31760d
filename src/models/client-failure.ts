import type { CallResult, Json } from "../model.ts";
import { isObject } from "../source/json.ts";
import { type ErrorAnswer, readErrorAnswer } from "./chat-failure.ts";
import { failed, redact, toOneLine } from "./failure.ts";
import { type ReadHeader, withLimits } from "./rate-limits.ts";

/** The error of a client's answer; both clients' classes have this shape. */
interface StatusError extends Error {
  readonly status: number | undefined;
  readonly error: unknown;
  readonly headers: { get(name: string): string | null } | undefined;
}

type ErrorClass = abstract new (...given: never[]) => Error;

/** A call that got no answer. */
export interface UnansweredCall {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Where the server is: its origin is told. */
  readonly baseUrl: string;
  /** What was sent as the key. */
  readonly key: string;
}

/** What has to be known of a client's call to tell why it failed. */
export interface FailedCall extends UnansweredCall {
  readonly parameters: readonly string[];
  /** The client's own classes of errors. */
  readonly errors: { readonly APIError: ErrorClass; readonly APIConnectionTimeoutError: ErrorClass };
  /** Brings an error of this API into the shape of chat completions. */
  readonly normalise?: (error: Json | undefined) => Json | undefined;
}

/** Why there is no answer: the call was ended, its time was up, or the transport broke. */
export function readUnanswered(error: unknown, { signal, timeoutMs, baseUrl, key }: UnansweredCall): CallResult {
  if (signal.aborted && (signal.reason as Error | undefined)?.name !== "TimeoutError") {
    return failed("aborted", "stopped before the answer came");
  }
  if (signal.aborted) return failed("timeout", `no answer within ${timeoutMs / 1000} s`, { retryable: true });
  const message = `no connection to ${new URL(baseUrl).origin}: ${toOneLine(redact(innermostMessage(error), key))}`;
  return failed("connection", message, { retryable: true });
}

/** What a client throws, as data. */
export function readThrown(error: unknown, call: FailedCall): CallResult {
  const { APIError, APIConnectionTimeoutError } = call.errors;
  if (call.signal.aborted) return readUnanswered(error, call);
  if (error instanceof APIConnectionTimeoutError) {
    return failed("timeout", `no answer within ${call.timeoutMs / 1000} s`, { retryable: true });
  }
  if (!(error instanceof APIError)) {
    return isNetworkError(error)
      ? readUnanswered(error, call)
      : failed("malformed", "the answer is no JSON", { retryable: true });
  }
  const { status, error: told, headers } = error as StatusError;
  const body = told as Json | undefined;
  if (status !== undefined) {
    const header: ReadHeader = (name) => headers?.get(name) ?? null;
    return withLimits(readErrorAnswer(toAnswer(status, body, call, header)), header);
  }
  return body === undefined || body === null ? readUnanswered(error, call) : readToldError(body, call);
}

/** An error that came with a status of 200, or in the middle of a stream: its own code says what it is. */
export function readToldError(error: Json, call: FailedCall): CallResult {
  const normal = normalise(error, call);
  const code = isObject(normal) ? normal["code"] : null;
  const status = typeof code === "number" && code >= 400 && code < 600 ? code : (toldStatus[String(code)] ?? 502);
  return readErrorAnswer(toAnswer(status, error, call, () => null));
}

const toldStatus: Readonly<Record<string, number>> = {
  rate_limit_exceeded: 429,
  rate_limit_error: 429,
  overloaded_error: 529,
  server_error: 500,
  invalid_prompt: 400,
  content_filter: 400,
  context_length_exceeded: 400,
};

function toAnswer(
  status: number,
  error: Json | undefined,
  call: FailedCall,
  header: (name: string) => string | null,
): ErrorAnswer {
  const find = (name: string): string | null =>
    header(name) ?? (name === "x-request-id" ? (header("request-id") ?? header("apim-request-id")) : null);
  return { status, error: normalise(error, call), header: find, key: call.key, parameters: call.parameters };
}

/** Some services put the error into a list, and some repeat the word `error`. */
function normalise(error: Json | undefined, call: FailedCall): Json | undefined {
  let inner = Array.isArray(error) && error.length === 1 ? (error[0] as Json) : error;
  if (isObject(inner) && inner["message"] === undefined && isObject(inner["error"])) inner = inner["error"];
  return call.normalise === undefined ? inner : call.normalise(inner);
}

/** A stream that broke off reaches the caller as the transport's own error. */
function isNetworkError(error: unknown): boolean {
  return error instanceof Error && !(error instanceof SyntaxError) && ("code" in error || error.cause !== undefined);
}

function innermostMessage(error: unknown): string {
  let inner = error;
  for (let depth = 0; depth < 5 && inner instanceof Error && inner.cause !== undefined; depth += 1) inner = inner.cause;
  if (inner instanceof AggregateError) inner = inner.errors[0];
  return inner instanceof Error ? inner.message || inner.name : String(inner);
}
