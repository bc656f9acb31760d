import type { BatchCall, CallResult, Failure, Json, JsonObject, Reply } from "../model.ts";
import { isObject } from "../source/json.ts";
import { readChatCompletion, toChatBody } from "./chat-completions.ts";
import { readErrorAnswer } from "./chat-failure.ts";
import { failed, redact, toOneLine } from "./failure.ts";

/** Where the calls of a batch go. */
export const batchEndpoint = "/v1/chat/completions";

/** What reading a line must know of the connection. */
export interface LineContext {
  readonly key: string;
  redact(reply: Reply): Reply;
}

/** A failure that stands. */
export function refuse(
  kind: Failure["kind"],
  message: string,
): { readonly status: "failed"; readonly failure: Failure } {
  return failed(kind, message) as { readonly status: "failed"; readonly failure: Failure };
}

/** What a batch that ended so says of the calls that it gives no answer to. */
export function describeRest(status: string, said: string | null): Failure {
  const words: Readonly<Record<string, readonly [kind: Failure["kind"], message: string]>> = {
    expired: ["timeout", "the batch expired before this call was answered"],
    // Not by this run: nothing was stopped here.
    cancelled: ["server", "the batch was cancelled before this call was answered"],
    failed: ["rejected", `the batch was refused${said === null ? "" : `: ${said}`}`],
  };
  const [kind, message] = words[status] ?? ["malformed", "the batch has no answer to this call"];
  return refuse(kind, message).failure;
}

/** The upload of a file with one request a line. */
export function writeUpload(calls: readonly BatchCall[]): { readonly body: string; readonly type: string } {
  const lines = calls.map(({ id, request }) =>
    JSON.stringify({ custom_id: id, method: "POST", url: batchEndpoint, body: toChatBody(request) }),
  );
  // Every line starts with a brace, so no line can be taken for the boundary.
  const boundary = "prompt-assay-batch";
  const part = (disposition: string, content: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
  const file = `name="file"; filename="batch.jsonl"\r\ncontent-type: application/jsonl`;
  const body = `${part('name="purpose"', "batch")}${part(file, `${lines.join("\n")}\n`)}--${boundary}--\r\n`;
  return { body, type: `multipart/form-data; boundary=${boundary}` };
}

/** One answer or one error; null for a line that is neither. */
export function readBatchLine(
  line: string,
  { key, redact: clean }: LineContext,
): { id: string; result: CallResult } | null {
  const value = parse(line);
  const id = value?.["custom_id"];
  if (value === null || typeof id !== "string") return null;
  return { id, result: readResult(value, key, clean) };
}

function readResult(line: JsonObject, key: string, clean: (reply: Reply) => Reply): CallResult {
  const { response, error } = line;
  if (!isObject(response)) return readLineError(error, key);
  const status = typeof response["status_code"] === "number" ? response["status_code"] : 0;
  const body = response["body"];
  if (status < 400) {
    const reply = readChatCompletion(body);
    return reply === null
      ? failed("malformed", "the answer is no chat completion")
      : { status: "completed", reply: clean(reply) };
  }
  const requestId = response["request_id"];
  const header = (name: string): string | null =>
    name === "x-request-id" && typeof requestId === "string" && requestId !== "" ? requestId : null;
  const said = isObject(body) && Object.hasOwn(body, "error") ? body["error"] : body;
  const result = readErrorAnswer({ status, error: said, header, key });
  // A batch is not asked again for one of its calls.
  return result.status === "completed" ? result : { ...result, failure: { ...result.failure, retryable: false } };
}

/** A call that was never made: its batch expired or was cancelled first. */
function readLineError(error: Json | undefined, key: string): CallResult {
  const { code, message } = isObject(error) ? error : ({} as JsonObject);
  if (code === "batch_expired") return { status: "failed", failure: describeRest("expired", null) };
  if (code === "batch_cancelled") return { status: "failed", failure: describeRest("cancelled", null) };
  const words = typeof message === "string" ? `: ${toOneLine(redact(message, key))}` : "";
  return failed("server", `the batch could not answer this call${words}`);
}

function parse(line: string): JsonObject | null {
  try {
    const value = JSON.parse(line) as Json;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
