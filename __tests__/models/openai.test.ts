import { afterEach, describe, expect, it } from "vitest";
import type { ModelRequest, ProviderConfig } from "../../src/model.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { type ModelServer, type ServedRequest, startModelServer } from "../support/model-server.ts";
import { identityOf, noSignal, providerConfigOf, requestOf } from "../support/requests.ts";

const servers: ModelServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** What the server sees of one call. */
async function observe(
  request: ModelRequest,
  environment: Record<string, string>,
  config: Partial<ProviderConfig> = {},
): Promise<ServedRequest> {
  const seen: ServedRequest[] = [];
  const server = await startModelServer((served) => {
    seen.push(served);
    return { text: "Blue" };
  });
  servers.push(server);
  const where = "baseUrl" in config ? { OPENAI_BASE_URL: server.url } : {};
  const provider = await providerTypes.openai.create(
    "served",
    providerConfigOf({ type: "openai", baseUrl: server.url, ...config }),
    { environment: { ...environment, ...where }, timeoutMs: 5_000 },
  );
  const result = await provider.call(request, identityOf(), noSignal());
  expect(result.status).toBe("completed");
  return seen[0] as ServedRequest;
}

describe("the request", () => {
  it("holds model, messages and parameters, and nothing that was not asked for", async () => {
    const { body, url } = await observe(requestOf({ parameters: { max_tokens: 5, top_p: 0.5 } }), {
      OPENAI_API_KEY: "k",
    });
    expect(url).toBe("/v1/chat/completions");
    expect(body).toEqual({ model: "gpt-test", messages: requestOf().messages, max_tokens: 5, top_p: 0.5 });
  });

  it("holds format and tools under the API's names", async () => {
    const format = { type: "json_schema", json_schema: { name: "x", schema: { type: "object" } } };
    const tools = [{ type: "function", function: { name: "look_up" } }];
    const { body } = await observe(requestOf({ format, tools, parameters: {} }), { OPENAI_API_KEY: "k" });
    expect(body).toEqual({ model: "gpt-test", messages: requestOf().messages, response_format: format, tools });
  });

  it("cannot be turned into another by its parameters", async () => {
    const parameters = { stream: true, stream_options: {}, model: "other", messages: [], n: 1 };
    const { body } = await observe(requestOf({ parameters }), { OPENAI_API_KEY: "k" });
    expect(body).toEqual({ model: "gpt-test", messages: requestOf().messages, n: 1 });
  });
});

describe("the key", () => {
  it.each([
    ["the usual variable", {}, { OPENAI_API_KEY: "usual" }, "Bearer usual"],
    ["a variable of its own", { keyEnv: "MINE" }, { OPENAI_API_KEY: "usual", MINE: "mine" }, "Bearer mine"],
    ["a line break at its end", {}, { OPENAI_API_KEY: "usual\r\n" }, "Bearer usual"],
    ["no key", { keyEnv: null }, { OPENAI_API_KEY: "usual" }, undefined],
    ["the address from the environment", { baseUrl: null }, { OPENAI_API_KEY: "usual" }, "Bearer usual"],
  ])("%s", async (_name, config, environment, authorization) => {
    const { headers } = await observe(requestOf(), environment as Record<string, string>, config);
    expect(headers.authorization).toBe(authorization);
  });
});

describe("check", () => {
  const check = (config: Partial<ProviderConfig>, environment: Record<string, string>) =>
    providerTypes.openai.check("mine", providerConfigOf({ type: "openai", ...config }), { environment, timeoutMs: 1 });

  it("finds nothing where all is set", () => {
    expect(check({}, { OPENAI_API_KEY: "k" })).toEqual([]);
    expect(check({ keyEnv: null }, {})).toEqual([]);
  });

  it.each([{}, { OPENAI_API_KEY: "" }, { OPENAI_API_KEY: " \n" }])(
    "names the variable that lacks: %j",
    (environment) => {
      expect(check({}, environment as Record<string, string>)).toEqual([
        {
          message: 'the provider "mine" needs a key in OPENAI_API_KEY, which is not set',
          hint: expect.stringContaining("export OPENAI_API_KEY=…"),
        },
      ]);
    },
  );

  it("says where the variable is named, where a file names it", () => {
    expect(check({ keyEnv: "META_API_KEY" }, {})).toMatchObject([{ place: { path: "assay.yml", line: 3 } }]);
  });

  it("tells a key that cannot be sent without telling it", () => {
    const problems = check({}, { OPENAI_API_KEY: "sk-one\nsk-two" });
    expect(problems).toMatchObject([{ message: "the key in OPENAI_API_KEY holds a character that no key has" }]);
    expect(JSON.stringify(problems)).not.toContain("sk-");
  });

  it.each(["localhost:1234", "ftp://x/v1", "http://", "file:///etc/passwd"])(
    "tells an address that is none: %s",
    (baseUrl) => {
      expect(check({ baseUrl, keyEnv: null }, {})).toMatchObject([
        { message: expect.stringContaining("is not a URL") },
      ]);
    },
  );

  it("tells everything at once", () => {
    expect(check({ baseUrl: "nowhere" }, {})).toHaveLength(2);
  });
});
