import { afterEach, describe, expect, it } from "vitest";
import { providerTypes } from "../../src/models/registry.ts";
import { type IdentityAnswers, startIdentityServer } from "../support/identity-server.ts";
import { type ServedRequest, startModelServer } from "../support/model-server.ts";
import { identityOf, noSignal, providerConfigOf, requestOf } from "../support/requests.ts";
import { closeServers, keep } from "./contract-subjects.ts";

afterEach(closeServers);

async function connect(answers: IdentityAnswers = {}) {
  const identity = keep(await startIdentityServer(answers));
  const seen: ServedRequest[] = [];
  const server = keep(
    await startModelServer((request) => {
      seen.push(request);
      return { text: `said to ${request.headers.authorization}` };
    }),
  );
  const config = providerConfigOf({
    type: "azure",
    baseUrl: server.url.replace("/v1", ""),
    settings: { auth: "oidc", tenantId: "the-tenant", clientId: "the-client", authority: identity.url },
  });
  const context = {
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${identity.url}/id-token`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "job-token-0123456789",
    },
    timeoutMs: 5_000,
  };
  expect(providerTypes.azure.check("azure", config, context)).toEqual([]);
  const provider = await providerTypes.azure.create("azure", config, context);
  return { identity, seen, call: () => provider.call(requestOf(), identityOf(), noSignal()) };
}

describe("Azure by the identity of the job", () => {
  it("exchanges GitHub's word for a token, once for many calls, and tells none of them", async () => {
    const { identity, seen, call } = await connect();
    const results = await Promise.all([call(), call(), call()]);
    expect(await call()).toMatchObject({ reply: { text: "said to Bearer [key]" } });
    expect(identity.asked).toEqual(["GET /id-token", "POST /the-tenant/oauth2/v2.0/token"]);
    expect(new Set(seen.map(({ headers }) => headers.authorization))).toEqual(
      new Set(["Bearer entra-token-1-0123456789"]),
    );
    expect(seen.every(({ headers }) => headers["api-key"] === undefined)).toBe(true);
    expect(JSON.stringify(results)).not.toMatch(/0123456789/);
  });

  it("asks again before a token ends", async () => {
    const { identity, call } = await connect({ seconds: 60 });
    await call();
    await call();
    expect(identity.asked.filter((line) => line.startsWith("POST"))).toHaveLength(2);
  });

  it.each([
    [401, { kind: "refused-key", retryable: false }],
    [503, { kind: "server", retryable: true }],
  ])("a refusal with %i is told without the token", async (status, failure) => {
    const { call, seen } = await connect({ status });
    expect(await call()).toMatchObject({
      failure: {
        ...failure,
        httpStatus: status,
        message: `Entra gave no token for this job: ${status}: AADSTS70021: no record for [key]\\r\\nTrace`,
      },
    });
    expect(seen).toEqual([]);
  });

  it("names what lacks, and the permission that the job needs", () => {
    const config = providerConfigOf({
      type: "azure",
      baseUrl: "https://x.openai.azure.com",
      settings: { auth: "oidc" },
    });
    const problems = providerTypes.azure.check("azure", config, { environment: {}, timeoutMs: 1 });
    expect(problems).toMatchObject([
      { message: 'the provider "azure" needs tenantId (or AZURE_TENANT_ID) and clientId (or AZURE_CLIENT_ID)' },
      { hint: expect.stringContaining("permissions: { id-token: write }") },
    ]);
  });
});
