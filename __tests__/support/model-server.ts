import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "../../src/model.ts";

/** A request as the server received it; `count` counts from 1. */
export interface ServedRequest {
  readonly body: Json;
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly count: number;
}

/** What the server is to do with a request. */
export interface ServedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body: a text as it is, anything else as JSON. */
  readonly body?: Json;
  /** Short for a chat completion with this text as its answer. */
  readonly text?: string;
  readonly delayMs?: number;
  /** Promises the whole body, sends this many bytes of it and hangs up. */
  readonly cutAfterBytes?: number;
  /** Never answers. */
  readonly hang?: boolean;
  /** Hangs up without an answer. */
  readonly reset?: boolean;
}

/** A server on loopback that speaks chat completions, and what it saw. */
export interface ModelServer {
  /** With `/v1`, as a provider's `baseUrl`. */
  readonly url: string;
  readonly calls: number;
  readonly maxInFlight: number;
  /** Requests whose connection the client gave up before they were answered. */
  readonly abandoned: number;
  close(): Promise<void>;
}

/** A chat completion as OpenAI answers it; `changes` replaces parts of its one choice or of the body. */
export function chatCompletion(
  content: string | null,
  changes: { readonly choice?: Json; readonly message?: Json; readonly body?: Json } = {},
): Json {
  const message = { role: "assistant", content, refusal: null, ...(changes.message as object) };
  const choice = { index: 0, message, finish_reason: "stop", ...(changes.choice as object) };
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_700_000_000,
    model: "served-model",
    choices: [choice],
    usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
    ...(changes.body as object),
  };
}

/** Starts the server on a free port of loopback. */
export async function startModelServer(
  handler: (request: ServedRequest) => ServedAnswer | Promise<ServedAnswer>,
): Promise<ModelServer> {
  const seen = { calls: 0, inFlight: 0, maxInFlight: 0, abandoned: 0 };
  const server = createServer(async (incoming, outgoing) => {
    const count = ++seen.calls;
    seen.maxInFlight = Math.max(seen.maxInFlight, ++seen.inFlight);
    outgoing.on("close", () => {
      seen.inFlight -= 1;
      if (!outgoing.writableFinished) seen.abandoned += 1;
    });
    const { headers, url = "" } = incoming;
    send(await handler({ body: await readJson(incoming), headers, url, count }), outgoing);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    get calls() {
      return seen.calls;
    },
    get maxInFlight() {
      return seen.maxInFlight;
    },
    get abandoned() {
      return seen.abandoned;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readJson(incoming: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? null : (JSON.parse(text) as Json);
}

function send(answer: ServedAnswer, outgoing: ServerResponse): void {
  if (answer.hang) return;
  if (answer.delayMs !== undefined) {
    const { delayMs, ...now } = answer;
    setTimeout(() => send(now, outgoing), delayMs);
    return;
  }
  if (answer.reset) {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  const body = answer.text === undefined ? (answer.body ?? "") : chatCompletion(answer.text);
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const type = typeof body === "string" ? "text/plain" : "application/json";
  outgoing.writeHead(answer.status ?? 200, {
    "content-type": type,
    "content-length": bytes.length,
    ...answer.headers,
  });
  if (answer.cutAfterBytes === undefined) outgoing.end(bytes);
  else outgoing.write(bytes.subarray(0, answer.cutAfterBytes), () => outgoing.socket?.destroy());
}
