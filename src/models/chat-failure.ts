import { STATUS_CODES } from "node:http";
import type { CallResult, Failure, Json, JsonObject } from "../model.ts";
import { isObject } from "../source/json.ts";
import { emptyReply } from "./chat-completions.ts";
import { failed, redact, toOneLine } from "./failure.ts";
import { readWait } from "./rate-limits.ts";

/** An answer with an error status, as the API describes it. */
export interface ErrorAnswer {
  readonly status: number;
  /** What stands under `error` in the body, else the body. */
  readonly error: Json | undefined;
  header(name: string): string | null;
  /** The key that was sent: it is taken out before a text is shortened. */
  readonly key: string;
}

/** Codes that blame the value of a parameter, not the messages. */
const parameterCode = /unsupported|unknown|invalid|above|below/;
const filterCodes: ReadonlySet<string> = new Set(["content_filter", "content_policy_violation", "invalid_prompt"]);
const lengthCodes: ReadonlySet<string> = new Set(["context_length_exceeded", "string_above_max_length"]);
/** How servers without codes say that the context is too long. */
const lengthMessage = /maximum context length/i;

/** What the prompt caused becomes a reply, all else a failure. */
export function readErrorAnswer(answer: ErrorAnswer): CallResult {
  const error: JsonObject = isObject(answer.error) ? answer.error : {};
  const code = typeof error["code"] === "string" ? error["code"] : null;
  const param = typeof error["param"] === "string" ? error["param"] : null;
  const { status } = answer;
  const message = describe(answer);
  const details = { httpStatus: status };
  if (status === 400) {
    if (code !== null && filterCodes.has(code)) return completed("content-filter", code);
    if (code !== null && lengthCodes.has(code)) return completed("length", code);
    if (lengthMessage.test(String(error["message"]))) return completed("length", code ?? "context_length_exceeded");
    if (param !== null && code !== null && parameterCode.test(code) && !/^(?:messages|model)\b/.test(param)) {
      return failed(
        "refused-parameter",
        `the model refuses the parameter ${toOneLine(redact(param, answer.key))}: ${message}`,
        details,
      );
    }
  }
  const kind = kindOf(status, code);
  const retryable = status === 408 || status === 409 || status >= 500 || kind === "rate-limit";
  return failed(kind, message, { ...details, retryable, retryAfterMs: retryable ? readRetryAfter(answer) : null });
}

function kindOf(status: number, code: string | null): Failure["kind"] {
  // A 429 for want of credit does not pass by waiting: no further call will be answered either.
  if (status === 401 || status === 403 || code === "insufficient_quota") return "refused-key";
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
  const said = isObject(answer.error) ? (answer.error["message"] ?? answer.error) : answer.error;
  const text = typeof said === "string" ? said : said === undefined ? "" : JSON.stringify(said);
  // A proxy's error page says nothing that the status does not.
  const words = /^\s*</.test(text) || text.trim() === "" ? "" : `: ${toOneLine(redact(text, answer.key))}`;
  const redirect = answer.status >= 300 && answer.status < 400 ? ", a redirect, which is not followed" : "";
  const request = answer.header("x-request-id");
  return `${status}${redirect}${words}${request === null ? "" : ` (request ${toOneLine(redact(request, answer.key).slice(0, 80))})`}`;
}

/** How long the provider asks to wait: `retry-after-ms`, or `retry-after` in seconds or as a date. */
function readRetryAfter(answer: ErrorAnswer): number | null {
  const exact = Number.parseFloat(answer.header("retry-after-ms") ?? "");
  if (exact >= 0) return exact;
  const written = answer.header("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(written)) return Number.parseFloat(written) * 1000;
  return readWait(written, answer.header("date"));
}
