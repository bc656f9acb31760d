import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { Readable } from "node:stream";
import { chatLimit, type Fetch, proxyFetch } from "./proxy-fetch.ts";
import { WholeAnswer } from "./whole-answer.ts";

/**
 * A connection idle for longer is closed, in milliseconds: servers close theirs after 5 s and more, and a request that
 * meets the closing is reset.
 */
const idleLimit = 3_000;

/**
 * A `fetch` for one server, over kept-alive connections: requests with a text as body, whole answers but for streams of
 * events, no redirects. Node's own costs half a millisecond more of processor time a call, which at 50 calls at once is a
 * tenth of the wall time. Proxies of the environment are used, never for loopback.
 */
export function createFetch(
  baseUrl: URL,
  environment: Readonly<Record<string, string | undefined>>,
  bodyLimit = chatLimit,
): Fetch {
  const proxied = proxyFetch(baseUrl, environment, bodyLimit);
  if (proxied !== null) return proxied;
  const secure = baseUrl.protocol === "https:";
  const settings = { keepAlive: true, timeout: idleLimit };
  const agent = secure ? new HttpsAgent(settings) : new HttpAgent(settings);
  const send = secure ? httpsRequest : httpRequest;
  return (url, init) =>
    new Promise((resolve, reject) => {
      const written = init?.headers instanceof Headers ? init.headers : new Headers(init?.headers);
      const headers = { ...Object.fromEntries(written), "accept-encoding": "identity" };
      const method = init?.method ?? "GET";
      const outgoing = send(String(url), { method, headers, agent }, (incoming) => {
        const limited = limitSize(incoming, bodyLimit);
        if (/^text\/event-stream\b/i.test(incoming.headers["content-type"] ?? "")) {
          const body = Readable.toWeb(limited) as ReadableStream;
          resolve(new Response(body, { status: incoming.statusCode ?? 0, headers: headersOf(incoming) }));
          return;
        }
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          try {
            resolve(new WholeAnswer(incoming.statusCode ?? 0, headersOf(incoming), Buffer.concat(chunks)) as never);
          } catch (error) {
            reject(error);
          }
        });
      });
      outgoing.on("error", reject);
      if (init?.signal) abortWith(init.signal, outgoing);
      outgoing.end(init?.body);
    });
}

/** Ends an answer that grows beyond the limit. */
function limitSize(incoming: IncomingMessage, bodyLimit: number): IncomingMessage {
  let size = 0;
  incoming.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > bodyLimit) incoming.destroy(new Error(`the answer is larger than ${bodyLimit} bytes`));
  });
  return incoming;
}

function headersOf({ headers }: IncomingMessage): [string, string][] {
  return Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
}

/** Ends the request, and the answer with it, as the signal says. The runtime's own way sets up an observer a call. */
function abortWith(signal: AbortSignal, outgoing: ClientRequest): void {
  const abort = (): void => {
    outgoing.destroy(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
  };
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort, { once: true });
  outgoing.once("close", () => signal.removeEventListener("abort", abort));
}
