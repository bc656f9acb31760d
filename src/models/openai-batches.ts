import type { OpenAI } from "openai/client";
import type {
  BatchCall,
  Batches,
  BatchProgress,
  BatchStep,
  CallResult,
  Failure,
  Json,
  JsonObject,
  Reply,
} from "../model.ts";
import { isObject } from "../source/json.ts";
import { readChatCompletion, toChatBody } from "./chat-completions.ts";
import { readErrorAnswer } from "./chat-failure.ts";
import { failed, redact, toOneLine } from "./failure.ts";

/** The way to the server, and how what the client throws is told. */
export interface BatchConnection {
  readonly client: OpenAI;
  readonly key: string;
  readThrown(error: unknown, signal: AbortSignal): CallResult;
  redact(reply: Reply): Reply;
}

const endpoint = "/v1/chat/completions";

/** Batches among which one that was started, but never heard of, is looked for. */
const lookedThrough = 100;

/** Statuses after which nothing follows. */
const endings: readonly string[] = ["completed", "failed", "expired", "cancelled"];

/** OpenAI's batch interface: a file of requests goes up, files of answers and of errors come down. */
export function createBatches(connection: BatchConnection): Batches {
  const { client, key } = connection;

  /** What the batch interface itself refuses says nothing of a model. */
  const attempt = async <Value>(
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<BatchStep<Value>> => {
    try {
      // The client leaves its listener behind, and a batch is looked at for hours: each request gets a signal of its own.
      return { status: "completed", value: await work(AbortSignal.any([signal])) };
    } catch (error) {
      const result = connection.readThrown(error, signal);
      if (result.status === "failed") {
        const { failure } = result;
        if (failure.kind !== "missing-model") return { status: "failed", failure };
        return refuse("rejected", `the server has no batch interface, or not this batch: ${failure.message}`);
      }
      return refuse("rejected", "the server refuses the batch");
    }
  };

  const find = async (upload: string, signal: AbortSignal): Promise<string | null> => {
    const { data } = await client.batches.list({ limit: lookedThrough }, { signal });
    return data.find((batch) => batch.input_file_id === upload)?.id ?? null;
  };

  return {
    upload: (calls, signal) =>
      attempt(signal, async (own) => {
        const { body, type } = multipart(calls);
        const headers = { "content-type": type };
        return ((await client.post("/files", { body, headers, signal: own })) as { readonly id: string }).id;
      }),

    start: (upload, signal) =>
      attempt(signal, async (own) => {
        // An answer that was lost on its way must not start the same batch twice.
        const known = await find(upload, own);
        if (known !== null) return known;
        const body = { input_file_id: upload, endpoint, completion_window: "24h" } as const;
        return (await client.batches.create(body, { signal: own })).id;
      }),

    look: (batch, signal) =>
      attempt(signal, async (own): Promise<BatchProgress> => {
        const { status, request_counts, output_file_id, error_file_id, errors } = await client.batches.retrieve(batch, {
          signal: own,
        });
        const said = errors?.data?.map(({ message }) => message ?? "").find((message) => message !== "");
        return {
          ended: endings.includes(status),
          answered: (request_counts?.completed ?? 0) + (request_counts?.failed ?? 0),
          total: request_counts?.total ?? 0,
          files: [output_file_id, error_file_id].flatMap((file) => file || []),
          rest: describeRest(status, said === undefined ? null : toOneLine(redact(said, key))),
        };
      }),

    collect: (file, signal) =>
      attempt(signal, async (own) => {
        const text = await (await client.files.content(file, { signal: own })).text();
        const results = new Map<string, CallResult>();
        for (const line of text.split("\n")) {
          const answer = line.trim() === "" ? null : readLine(line, connection);
          if (answer !== null) results.set(answer.id, answer.result);
        }
        return results;
      }),
  };
}

function refuse(kind: Failure["kind"], message: string): { readonly status: "failed"; readonly failure: Failure } {
  return failed(kind, message) as { readonly status: "failed"; readonly failure: Failure };
}

/** What a batch that ended so says of the calls that it gives no answer to. */
function describeRest(status: string, said: string | null): Failure {
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
function multipart(calls: readonly BatchCall[]): { readonly body: string; readonly type: string } {
  const lines = calls.map(({ id, request }) =>
    JSON.stringify({ custom_id: id, method: "POST", url: endpoint, body: toChatBody(request) }),
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
function readLine(line: string, { key, redact: clean }: BatchConnection): { id: string; result: CallResult } | null {
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
