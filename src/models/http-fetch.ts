import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

/** An answer larger than this is no answer to a chat; it bounds the memory a server can take. */
const chatLimit = 32 * 1024 * 1024;

/**
 * A connection idle for longer is closed, in milliseconds: servers close theirs after 5 s and more, and a request that
 * meets the closing is reset.
 */
const idleLimit = 3_000;

/**
 * A `fetch` for one server, over kept-alive connections: requests with a text as body, whole answers, no redirects.
 * Node's own costs half a millisecond more of processor time a call, which at 50 calls at once is a tenth of the wall
 * time. Proxies of the environment are used where Node can (24 and newer), never for loopback.
 */
export function createFetch(
  baseUrl: URL,
  environment: Readonly<Record<string, string | undefined>>,
  bodyLimit = chatLimit,
): (url: string | URL | Request, init?: RequestInit) => Promise<Response> {
  const secure = baseUrl.protocol === "https:";
  const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(baseUrl.hostname);
  const settings = { keepAlive: true, timeout: idleLimit, ...(loopback ? {} : { proxyEnv: environment }) };
  const agent = secure ? new HttpsAgent(settings) : new HttpAgent(settings);
  const send = secure ? httpsRequest : httpRequest;
  return (url, init) =>
    new Promise((resolve, reject) => {
      const headers = { ...Object.fromEntries(new Headers(init?.headers)), "accept-encoding": "identity" };
      const signal = init?.signal ?? undefined;
      const method = init?.method ?? "GET";
      const outgoing = send(String(url), { method, headers, agent, ...(signal && { signal }) }, (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size > bodyLimit) incoming.destroy(new Error(`the answer is larger than ${bodyLimit} bytes`));
        });
        incoming.on("error", reject);
        incoming.on("end", () => {
          try {
            resolve(toResponse(incoming, Buffer.concat(chunks)));
          } catch (error) {
            reject(error);
          }
        });
      });
      outgoing.on("error", reject);
      outgoing.end(init?.body);
    });
}

function toResponse(incoming: IncomingMessage, body: Buffer): Response {
  const status = incoming.statusCode ?? 0;
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(body.length > 0 ? body : null, { status, headers });
}
