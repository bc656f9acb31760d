import type { EnvHttpProxyAgent } from "undici";

/** An answer larger than this is no answer to a chat; it bounds the memory a server can take. */
export const chatLimit = 32 * 1024 * 1024;

/** The part of `fetch` that the clients use. */
export type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A `fetch` through the proxy that the environment names for this server (HTTP_PROXY, HTTPS_PROXY, NO_PROXY); null where
 * none is named, and for loopback. The client that knows proxies is loaded with the first call: few need one.
 */
export function proxyFetch(baseUrl: URL, environment: Environment, bodyLimit: number): Fetch | null {
  const read = (name: string): string => environment[name.toLowerCase()] || environment[name] || "";
  const [httpProxy, httpsProxy] = [read("HTTP_PROXY"), read("HTTPS_PROXY")];
  const named = baseUrl.protocol === "https:" ? httpsProxy || httpProxy : httpProxy;
  if (named === "" || /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(baseUrl.hostname)) return null;
  let agent: EnvHttpProxyAgent | null = null;
  return async (url, init) => {
    const { EnvHttpProxyAgent, fetch } = await import("undici");
    agent ??= new EnvHttpProxyAgent({
      httpProxy,
      httpsProxy: httpsProxy || httpProxy,
      noProxy: read("NO_PROXY"),
      maxResponseSize: bodyLimit,
      // How long a call may take is for the caller to say.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const { method = "GET", headers, body, signal } = init ?? {};
    const settings = { method, headers, body, signal, redirect: "manual", dispatcher: agent } as object;
    return (await fetch(String(url), settings)) as unknown as Response;
  };
}
