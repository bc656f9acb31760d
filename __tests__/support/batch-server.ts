import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "../../src/model.ts";

/** One line of an uploaded file. */
export interface UploadedCall {
  readonly custom_id: string;
  readonly method: string;
  readonly url: string;
  readonly body: { readonly model: string; readonly messages: readonly { readonly content: string }[] };
}

/** What becomes of a call: the rest of its line in the file of answers or of errors; null: no line says anything. */
export type BatchAnswer = { readonly file: "output" | "error"; readonly response?: Json; readonly error?: Json } | null;

export interface BatchScript {
  readonly answer: (call: UploadedCall, count: number) => BatchAnswer;
  /** Looks at a batch that find it running. */
  readonly looks?: number;
  /** How a batch ends; with what it says in `errors`. */
  readonly ends?: { readonly status: string; readonly message?: string };
  /** A status to answer a request with instead; 0 hangs up after the request has had its effect. */
  readonly fault?: (method: string, path: string, count: number) => number | null;
  /** Any other request: a call that is made at once. */
  readonly call?: (body: UploadedCall["body"]) => Json;
}

interface ServedBatch {
  readonly id: string;
  readonly input: string;
  looks: number;
}

/** A server on loopback that speaks OpenAI's batch interface, and what it saw. */
export interface BatchServer {
  readonly url: string;
  /** `POST /v1/files`, in their order. */
  readonly requests: readonly string[];
  readonly uploads: readonly (readonly UploadedCall[])[];
  readonly batches: number;
  script: BatchScript;
  close(): Promise<void>;
}

/** Starts the server on a free port of loopback. */
export async function startBatchServer(script: BatchScript): Promise<BatchServer> {
  const uploads: (readonly UploadedCall[])[] = [];
  const batches: ServedBatch[] = [];
  const requests: string[] = [];
  const state = { script };

  const answer = (method: string, path: string, body: string): Json | string | null => {
    if (method === "POST" && path === "/v1/files") {
      uploads.push(readUpload(body));
      return { id: `file-${uploads.length - 1}`, object: "file", purpose: "batch" };
    }
    if (method === "POST" && path === "/v1/batches") {
      const { input_file_id, endpoint, completion_window } = JSON.parse(body) as Record<string, string>;
      if (endpoint !== "/v1/chat/completions" || completion_window !== "24h") return null;
      batches.push({ id: `batch-${batches.length}`, input: input_file_id ?? "", looks: 0 });
      return tell(batches.at(-1) as ServedBatch);
    }
    if (path === "/v1/batches") return { object: "list", data: batches.map(tell), has_more: false };
    const [, name] = /^\/v1\/batches\/(batch-\d+)$/.exec(path) ?? [];
    const batch = batches.find(({ id }) => id === name);
    if (batch !== undefined) {
      batch.looks++;
      return tell(batch);
    }
    const [, kind, number] = /^\/v1\/files\/(output|error)-batch-(\d+)\/content$/.exec(path) ?? [];
    if (kind !== undefined) return writeFile(kind, batches[Number(number)] as ServedBatch);
    if (path === "/v1/chat/completions") return state.script.call?.(JSON.parse(body)) ?? null;
    return null;
  };

  const callsOf = ({ input }: ServedBatch): readonly UploadedCall[] => uploads[Number(input.slice(5))] ?? [];

  const tell = (batch: ServedBatch): Json => {
    const { looks = 1, ends = { status: "completed" } } = state.script;
    const ended = batch.looks > looks;
    const total = callsOf(batch).length;
    const has = (file: string): boolean =>
      ended &&
      ends.status !== "failed" &&
      callsOf(batch).some((call, count) => state.script.answer(call, count)?.file === file);
    return {
      id: batch.id,
      object: "batch",
      input_file_id: batch.input,
      status: ended ? ends.status : batch.looks === 0 ? "validating" : "in_progress",
      errors: ended && ends.message !== undefined ? { object: "list", data: [{ message: ends.message }] } : null,
      output_file_id: has("output") ? `output-${batch.id}` : null,
      error_file_id: has("error") ? `error-${batch.id}` : null,
      request_counts: { total, completed: ended ? total : Math.min(total, batch.looks), failed: 0 },
    };
  };

  // Lines come back in another order than they went up.
  const writeFile = (kind: string, batch: ServedBatch): string =>
    callsOf(batch)
      .flatMap((call, count) => {
        const line = state.script.answer(call, count);
        if (line === null || line.file !== kind) return [];
        const { response = null, error = null } = line;
        return `${JSON.stringify({ id: `batch_req_${count}`, custom_id: call.custom_id, response, error })}\n`;
      })
      .reverse()
      .join("");

  const server = createServer(async (incoming, outgoing) => {
    const { method = "", url = "" } = incoming;
    const [path = ""] = url.split("?");
    requests.push(`${method} ${path}`);
    const body = await readBody(incoming);
    const fault =
      state.script.fault?.(method, path, requests.filter((each) => each === `${method} ${path}`).length) ?? null;
    const value = fault === null || fault === 0 ? answer(method, path, body) : null;
    if (fault === 0) outgoing.socket?.resetAndDestroy();
    else send(outgoing, fault ?? (value === null ? 404 : 200), value);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    uploads,
    get batches() {
      return batches.length;
    },
    get script() {
      return state.script;
    },
    set script(next) {
      state.script = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The one file of a multipart body; anything else in the body is a mistake. */
function readUpload(body: string): readonly UploadedCall[] {
  const [, boundary = ""] = /^--([^\r\n]+)\r\n/.exec(body) ?? [];
  const parts = body.split(`--${boundary}`).slice(1, -1);
  const contents = parts.map((part) => {
    const end = part.indexOf("\r\n\r\n");
    return { head: part.slice(0, end), content: part.slice(end + 4, -2) };
  });
  const purpose = contents.find(({ head }) => head.includes('name="purpose"'))?.content;
  const file = contents.find(({ head }) => /name="file"; filename="[^"]+\.jsonl"/.test(head))?.content ?? "";
  if (purpose !== "batch") throw new Error(`purpose is ${purpose}`);
  return file
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as UploadedCall);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function send(outgoing: ServerResponse, status: number, value: Json | string | null): void {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? { error: { message: `status ${status}` } });
  const type = typeof value === "string" ? "application/octet-stream" : "application/json";
  outgoing.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text) });
  outgoing.end(text);
}
