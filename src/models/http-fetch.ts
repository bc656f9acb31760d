import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { Readable } from "node:stream";
import { chatLimit, type Fetch, proxyFetch } from "./proxy-fetch.ts";

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
      const headers = { ...Object.fromEntries(new Headers(init?.headers)), "accept-encoding": "identity" };
      const signal = init?.signal ?? undefined;
      const method = init?.method ?? "GET";
      const outgoing = send(String(url), { method, headers, agent, ...(signal && { signal }) }, (incoming) => {
        const limited = limitSize(incoming, bodyLimit);
        if (/^text\/event-stream\b/i.test(incoming.headers["content-type"] ?? "")) {
          resolve(toResponse(incoming, Readable.toWeb(limited) as ReadableStream));
          return;
        }
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          try {
            const body = Buffer.concat(chunks);
            resolve(toResponse(incoming, body.length > 0 ? body : null));
          } catch (error) {
            reject(error);
          }
        });
      });
      outgoing.on("error", reject);
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

function toResponse(incoming: IncomingMessage, body: Buffer | ReadableStream | null): Response {
  const status = incoming.statusCode ?? 0;
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(body, { status, headers });
}
