import { STATUS_CODES } from "node:http";
import type { CallResult, Failure, Json, JsonObject } from "../model.ts";
import { isObject } from "../source/json.ts";
import { emptyReply } from "./chat-completions.ts";
import { failed, redact, toOneLine } from "./failure.ts";
import { readWait } from "./rate-limits.ts";
import { findBlamed } from "./refused-parameter.ts";

/** An answer with an error status, as the API describes it. */
export interface ErrorAnswer {
  readonly status: number;
  /** What stands under `error` in the body, else the body. */
  readonly error: Json | undefined;
  header(name: string): string | null;
  /** The key that was sent: it is taken out before a text is shortened. */
  readonly key: string;
  /** Names of the parameters that were sent: an error in words alone is known to blame one of them. */
  readonly parameters?: readonly string[];
}

/** Codes that blame the value of a parameter, not the messages. */
const parameterCode = /unsupported|unknown|invalid|above|below/;
const filterCodes: ReadonlySet<string> = new Set(["content_filter", "content_policy_violation", "invalid_prompt"]);
const lengthCodes: ReadonlySet<string> = new Set(["context_length_exceeded", "string_above_max_length"]);
/** How servers without codes say that the context is too long. */
const lengthMessage = /maximum context length|prompt is too long/i;

/** What the prompt caused becomes a reply, all else a failure. */
export function readErrorAnswer(answer: ErrorAnswer): CallResult {
  const error: JsonObject = isObject(answer.error) ? answer.error : {};
  const code = typeof error["code"] === "string" ? error["code"] : null;
  const param = typeof error["param"] === "string" ? error["param"] : null;
  const { status } = answer;
  const message = describe(answer);
  const details = { httpStatus: status };
  const refuses = (name: string): CallResult =>
    failed("refused-parameter", `the model refuses the parameter ${name}: ${message}`, details);
  if (status === 400) {
    if (code !== null && filterCodes.has(code)) return completed("content-filter", code);
    if (code !== null && lengthCodes.has(code)) return completed("length", code);
    if (lengthMessage.test(String(error["message"]))) return completed("length", code ?? "context_length_exceeded");
    if (param !== null && code !== null && parameterCode.test(code) && !/^(?:messages|model)\b/.test(param)) {
      return refuses(toOneLine(redact(param, answer.key)));
    }
  }
  // A place within the messages is no parameter of theirs, whatever it is called.
  const blamed = (status === 400 || status === 422) && !/^messages\b/.test(param ?? "") ? blame(answer) : null;
  if (blamed !== null) return refuses(blamed);
  const kind = kindOf(status, code);
  const retryable = status === 408 || status === 409 || status >= 500 || kind === "rate-limit";
  return failed(kind, message, { ...details, retryable, retryAfterMs: retryable ? readRetryAfter(answer) : null });
}

function kindOf(status: number, code: string | null): Failure["kind"] {
  // A 429 for want of credit does not pass by waiting: no further call will be answered either.
  if ([401, 402, 403].includes(status) || code === "insufficient_quota") return "refused-key";
  if (status === 404 || status === 410) return "missing-model";
  if (status === 408) return "timeout";
  if (status === 429) return "rate-limit";
  return status === 409 || status >= 500 ? "server" : "rejected";
}

function completed(finish: "content-filter" | "length", code: string): CallResult {
  return { status: "completed", reply: emptyReply(finish, code) };
}

/** `429 Too Many Requests: what the provider says (request req_1)`. */
function describe(answer: ErrorAnswer): string {
  const status = `${answer.status} ${STATUS_CODES[answer.status] ?? ""}`.trim();
  const text = words(answer.error);
  // A proxy's error page says nothing that the status does not.
  const told = /^\s*</.test(text) || text.trim() === "" ? "" : `: ${toOneLine(redact(text, answer.key))}`;
  const redirect = answer.status >= 300 && answer.status < 400 ? ", a redirect, which is not followed" : "";
  const request = answer.header("x-request-id");
  return `${status}${redirect}${told}${request === null ? "" : ` (request ${toOneLine(redact(request, answer.key).slice(0, 80))})`}`;
}

function blame({ error, parameters = [] }: ErrorAnswer): string | null {
  return findBlamed(words(error), parameters);
}

function words(error: Json | undefined): string {
  const said = isObject(error) ? (error["message"] ?? error) : error;
  return typeof said === "string" ? said : said === undefined ? "" : JSON.stringify(said);
}

/** How long the provider asks to wait: `retry-after-ms`, or `retry-after` in seconds or as a date. */
function readRetryAfter(answer: ErrorAnswer): number | null {
  const exact = Number.parseFloat(answer.header("retry-after-ms") ?? "");
  if (exact >= 0) return exact;
  const written = answer.header("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(written)) return Number.parseFloat(written) * 1000;
  return readWait(written, answer.header("date"));
}
