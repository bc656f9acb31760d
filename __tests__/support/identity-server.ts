import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** GitHub's and Entra's token endpoints on loopback, and what they were asked. */
export interface IdentityServer {
  readonly url: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** What the two hand out; a status other than 200 refuses. */
export interface IdentityAnswers {
  readonly status?: number;
  /** How long a token of Entra's lasts. */
  readonly seconds?: number;
}

/**
 * GitHub: `GET /id-token?audience=…` with the job's own token. Entra: `POST /TENANT/oauth2/v2.0/token` with GitHub's token
 * as a client assertion. Tokens of Entra's are numbered.
 */
export async function startIdentityServer({
  status = 200,
  seconds = 3600,
}: IdentityAnswers = {}): Promise<IdentityServer> {
  const asked: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const url = new URL(incoming.url ?? "", "http://identity");
    const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
    const answer = (code: number, body: object): void => {
      outgoing.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    asked.push(`${incoming.method} ${url.pathname}`);
    if (url.pathname === "/id-token") {
      const known = incoming.headers.authorization === "Bearer job-token-0123456789";
      const meant = url.searchParams.get("audience") === "api://AzureADTokenExchange";
      return answer(known && meant ? 200 : 401, { value: "github-says-who-0123456789", count: 1 });
    }
    const right =
      url.pathname === "/the-tenant/oauth2/v2.0/token" &&
      form.get("grant_type") === "client_credentials" &&
      form.get("client_id") === "the-client" &&
      form.get("client_assertion_type") === "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" &&
      form.get("client_assertion") === "github-says-who-0123456789" &&
      /^https:\/\/(?:ai\.azure\.com|cognitiveservices\.azure\.com)\/\.default$/.test(form.get("scope") ?? "");
    if (!right || status !== 200) {
      const error_description = `AADSTS70021: no record for github-says-who-0123456789\r\nTrace`;
      return answer(right ? status : 400, { error: "invalid_client", error_description });
    }
    const number = asked.filter((line) => line.startsWith("POST")).length;
    answer(200, { access_token: `entra-token-${number}-0123456789`, expires_in: seconds, token_type: "Bearer" });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
