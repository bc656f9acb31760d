import { afterEach, describe, expect, it } from "vitest";
import type { Json, JsonObject, ModelRequest } from "../../src/model.ts";
import { readPointer } from "../../src/models/json-pointer.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { type ServedAnswer, type ServedRequest, startModelServer } from "../support/model-server.ts";
import { identityOf, noSignal, providerConfigOf, requestOf } from "../support/requests.ts";
import { closeServers, keep } from "./contract-subjects.ts";

afterEach(closeServers);

const context = { environment: { APP_KEY: "secret-of-the-app" }, timeoutMs: 5_000 };

/** Calls an endpoint that is configured so, and gives what it saw and what came of it. */
async function callEndpoint(
  settings: JsonObject,
  request: ModelRequest = requestOf(),
  answer: ServedAnswer = { body: { text: "Blue" } },
  keyEnv: string | null = null,
) {
  const seen: ServedRequest[] = [];
  const server = keep(
    await startModelServer((received) => {
      seen.push(received);
      return answer;
    }),
  );
  const url = String(settings["url"]).replace("http://app", server.url);
  const config = providerConfigOf({ type: "http", keyEnv, settings: { output: "/text", ...settings, url } });
  expect(providerTypes.http.inspect?.("app", config)).toEqual([]);
  expect(providerTypes.http.check("app", config, context)).toEqual([]);
  const provider = await providerTypes.http.create("app", config, context);
  return { seen, result: await provider.call(request, identityOf(), noSignal()) };
}

describe("what is sent", () => {
  const values = { question: 'Which "colour"?\n', n: 3, tags: ["a", "b"], none: null };

  it("fills values in as JSON, and a name that stands alone by its own kind", async () => {
    const body = {
      q: "{{vars.question}}",
      n: "{{vars.n}}",
      all: "{{vars}}",
      nested: [{ tags: "{{ vars.tags }}", said: "n is {{vars.n}}, tags are {{vars.tags}}" }],
      gone: "{{vars.missing}}",
      fixed: true,
      prompt: "{{prompt}}",
      case: "{{case}}",
      trial: "{{trial}}",
    };
    const { seen } = await callEndpoint({ url: "http://app/answer", body }, requestOf({ values }));
    expect(seen[0]?.body).toEqual({
      q: values.question,
      n: 3,
      all: values,
      nested: [{ tags: ["a", "b"], said: 'n is 3, tags are ["a","b"]' }],
      gone: null,
      fixed: true,
      prompt: "Which colour has the sky?",
      case: "sky",
      trial: 0,
    });
    expect(seen[0]?.headers["content-type"]).toBe("application/json");
  });

  it("sends the key where a header asks for it, else as a bearer", async () => {
    const url = "http://app/answer";
    const own = await callEndpoint({ url, headers: { "x-token": "t:{{key}}" } }, requestOf(), undefined, "APP_KEY");
    expect(own.seen[0]?.headers).toMatchObject({ "x-token": "t:secret-of-the-app" });
    expect(own.seen[0]?.headers).not.toHaveProperty("authorization");
    const bearer = await callEndpoint({ url }, requestOf(), undefined, "APP_KEY");
    expect(bearer.seen[0]?.headers).toMatchObject({ authorization: "Bearer secret-of-the-app" });
  });

  it("never puts the key anywhere else", async () => {
    const config = providerConfigOf({
      type: "http",
      keyEnv: "APP_KEY",
      settings: { url: "http://127.0.0.1/{{key}}", body: { k: "{{key}}" }, output: "" },
    });
    expect(providerTypes.http.inspect?.("app", config).map(({ message }) => message)).toEqual([
      'the request of the provider "app" asks for {{key}}, which nothing fills in',
      'the request of the provider "app" asks for {{key}}, which nothing fills in',
    ]);
  });
});

describe("a value cannot lead a request elsewhere", () => {
  it.each([
    ["http://app/answer/{{vars.x}}", "a/b?c=d#e", "/v1/answer/a%2Fb%3Fc%3Dd%23e"],
    ["http://app/answer/{{vars.x}}", "//evil.example/", "/v1/answer/%2F%2Fevil.example%2F"],
    ["http://app/answer/{{vars.x}}", "\\\\evil.example", "/v1/answer/%5C%5Cevil.example"],
    ["http://app/answer/{{vars.x}}", "@evil.example:80", "/v1/answer/%40evil.example%3A80"],
    ["http://app/answer/v{{vars.x}}/end", "..", "/v1/answer/v../end"],
    ["http://app/answer?q={{vars.x}}", "a\ud800b", "/v1/answer?q=a%EF%BF%BDb"],
    ["http://app/answer?q={{vars.x}}&r=1", "a&admin=1#x", "/v1/answer?q=a%26admin%3D1%23x&r=1"],
  ])("%s with %s", async (url, x, asked) => {
    const { seen, result } = await callEndpoint({ url, method: "GET" }, requestOf({ values: { x } }));
    expect(result).toMatchObject({ reply: { text: "Blue" } });
    expect(seen[0]?.url).toBe(asked);
  });

  it.each([
    ["http://app/answer/{{vars.x}}/end", ".."],
    ["http://app/answer/{{vars.x}}", "."],
    ["http://app/answer/.{{vars.x}}/end", "."],
  ])("a step upwards is no value of a path: %s with %s", async (url, x) => {
    const { seen, result } = await callEndpoint({ url }, requestOf({ values: { x } }));
    expect(result).toMatchObject({ failure: { kind: "rejected", retryable: false } });
    expect(seen).toEqual([]);
  });

  it("a line break is no value of a header", async () => {
    const settings = { url: "http://app/answer", headers: { "x-user": "{{vars.x}}" } };
    const { seen, result } = await callEndpoint(settings, requestOf({ values: { x: "a\r\nx-admin: 1" } }));
    expect(result).toMatchObject({ failure: { message: expect.stringContaining("x-user") } });
    expect(seen).toEqual([]);
  });

  it.each([
    "{{model}}://127.0.0.1/x",
    "http://{{model}}/x",
    "http://127.0.0.1:{{model}}/x",
    "http://127.0.0.1{{model}}/x",
    "http://a@127.0.0.1/x",
    "ftp://127.0.0.1/x",
    "http:///x",
  ])("no address: %s", (url) => {
    const config = providerConfigOf({ type: "http", settings: { url, output: "" } });
    expect(providerTypes.http.inspect?.("app", config)).toMatchObject([
      { message: expect.stringContaining("is not a URL") },
    ]);
  });
});

describe("told before any call", () => {
  it.each([
    [{ headers: { "x-api-key": "{{key}}" } }, null, "sends {{key}}, but names no variable"],
    [{ method: "GET", body: { q: "{{prompt}}" } }, null, "sends a body with GET"],
    [{ headers: { "bad name": "x" } }, null, 'a header of the name "bad name"'],
    [{ headers: { a: "{{kee}}" } }, "APP_KEY", "asks for {{kee}}"],
    [{}, null, 'does not read "baseUrl"', "https://app.example"],
  ])("%j", (own, keyEnv, told, baseUrl: string | null = null) => {
    const settings = { url: "http://a/b", output: "", ...own };
    const config = providerConfigOf({ type: "http", keyEnv, baseUrl, settings });
    expect(providerTypes.http.inspect?.("app", config)).toMatchObject([{ message: expect.stringContaining(told) }]);
  });

  it.each([
    [{ q: "{{prompt}}" }, ["user"], []],
    [{ q: "{{vars.question}}" }, ["user"], []],
    [{ q: "{{prompt}}" }, ["system", "user"], ["the system's message (its body holds no {{messages}})"]],
    [
      { q: "{{prompt}}" },
      ["user", "assistant", "tool", "user"],
      ["earlier messages of the user, answers of the assistant, results of tools (its body holds no {{messages}})"],
    ],
    [{ q: "{{prompt}}", all: "{{messages}}" }, ["system", "user", "assistant", "user"], []],
  ] as const)("%j leaves nothing out of %j", (body, roles, refused) => {
    const config = providerConfigOf({ type: "http", settings: { url: "http://a/b", output: "", body } });
    const messages = roles.map((role) => ({ role, content: "x" }));
    expect(providerTypes.http.refuses?.(requestOf({ messages }), config)).toEqual(refused);
  });
});

it.each([
  [{ q: "{{vars.x}}" }, "http://a/b", ["text", "included", "model", "parameters", "format", "tools"]],
  [{ q: "{{prompt}}", p: "{{parameters}}" }, "http://a/{{model}}", ["format", "tools"]],
])("no request of %j at %s holds %j", (body, url, parts) => {
  const config = providerConfigOf({ type: "http", settings: { url, output: "", body } });
  expect(providerTypes.http.leavesOut?.(config)).toEqual(parts);
});

describe("what comes back", () => {
  const url = "http://app/answer";

  it.each([
    ["/text", { text: "Blue" }, "Blue"],
    ["", { text: "Blue" }, '{"text":"Blue"}'],
    ["/choices/1/text", { choices: [{}, { text: "Blue" }] }, "Blue"],
    ["/a~1b", { "a/b": 5 }, "5"],
    ["/text", { text: null }, ""],
  ])("the output at %s", async (output, body, text) => {
    const { result } = await callEndpoint({ url, output }, requestOf(), { body: body as Json });
    expect(result).toMatchObject({ reply: { text } });
  });

  it("usage and cost where their pointers say, unknown where nothing is", async () => {
    const settings = { url, usage: { input: "/u/in", output: "/u/out", reasoning: "/u/none" }, cost: "/usd" };
    const { result } = await callEndpoint(settings, requestOf(), {
      body: { text: "Blue", u: { in: 5, out: "7" }, usd: 0.5 },
    });
    expect(result).toMatchObject({ reply: { tokens: { input: 5, output: null, reasoning: null }, cost: 0.5 } });
  });

  it("an answer without an output is malformed", async () => {
    const { result } = await callEndpoint({ url }, requestOf(), { body: { other: 1 } });
    expect(result).toMatchObject({ failure: { kind: "malformed", message: "the answer has nothing at /text" } });
  });

  it("other statuses are answers where assay.yml says so", async () => {
    const answer = { status: 201, body: { text: "Blue" } };
    expect((await callEndpoint({ url, success: [201] }, requestOf(), answer)).result).toMatchObject({
      reply: { text: "Blue" },
    });
    expect((await callEndpoint({ url }, requestOf(), answer)).result).toMatchObject({ failure: { httpStatus: 201 } });
  });

  it("a redirect is not followed", async () => {
    const { seen, result } = await callEndpoint({ url }, requestOf(), {
      status: 302,
      headers: { location: "http://127.0.0.1:1/" },
    });
    expect(result).toMatchObject({ failure: { kind: "rejected", message: expect.stringContaining("redirect") } });
    expect(seen).toHaveLength(1);
  });
});

// The examples of RFC 6901, section 5.
it.each([
  ["/foo", ["bar", "baz"]],
  ["/foo/0", "bar"],
  ["/", 0],
  ["/a~1b", 1],
  ["/c%d", 2],
  ["/ ", 7],
  ["/m~0n", 8],
  ["/foo/-", undefined],
  ["/foo/01", undefined],
  ["/toString", undefined],
])("a pointer: %j", (pointer, value) => {
  const document = { foo: ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, " ": 7, "m~n": 8 };
  expect(readPointer(document, pointer)).toEqual(value);
});
