import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { CallResult, Failure, Provider, Reply } from "../../src/model.ts";
import { recordingProvider } from "../../src/models/recording.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { createReply, unknownTokens } from "../../src/models/reply.ts";
import { chatCompletion, type ModelServer, type ServedAnswer, startModelServer } from "../support/model-server.ts";
import { identityOf, noSignal, providerConfigOf, requestOf } from "../support/requests.ts";

const key = "sk-contract-0123456789";
const context = { environment: { OPENAI_API_KEY: key }, timeoutMs: 5_000 };
const folder = mkdtempSync(join(tmpdir(), "assay-contract-"));
const servers: ModelServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function serve(answer: ServedAnswer): Promise<ModelServer> {
  const server = await startModelServer(() => answer);
  servers.push(server);
  return server;
}

function connect(server: ModelServer): Promise<Provider> {
  return providerTypes.openai.create("served", providerConfigOf({ type: "openai", baseUrl: server.url }), context);
}

let files = 0;

/** A provider set up so that it gives this answer, as served or as recorded. */
const subjects: Readonly<Record<"openai" | "replay", (answer: ServedAnswer) => Promise<Provider>>> = {
  openai: async (answer) => connect(await serve(answer)),
  replay: async (answer) => {
    const file = join(folder, `${++files}.jsonl`);
    const recorder = recordingProvider(await connect(await serve(answer)), file);
    await recorder.call(requestOf(), identityOf(), noSignal());
    return providerTypes.replay.create("replayed", providerConfigOf({ type: "replay", file }), context);
  },
};

const served = createReply("Blue", { tokens: { input: 11, output: 7 }, model: "served-model" });
const empty = createReply("");
const finished = (unified: Reply["finishReason"]["unified"], raw: string | null): Pick<Reply, "finishReason"> => ({
  finishReason: { unified, raw },
});
const badRequest = (error: object): ServedAnswer => ({ status: 400, body: { error: { message: "no", ...error } } });

const replies: readonly (readonly [string, ServedAnswer, Reply])[] = [
  ["an ordinary answer", { text: "Blue" }, served],
  [
    "an answer cut off",
    { body: chatCompletion("Bl", { choice: { finish_reason: "length" } }) },
    { ...served, text: "Bl", ...finished("length", "length") },
  ],
  [
    "a filter with status 200",
    { body: chatCompletion(null, { choice: { finish_reason: "content_filter" } }) },
    { ...served, text: "", ...finished("content-filter", "content_filter") },
  ],
  [
    "a call of a tool",
    { body: chatCompletion(null, { choice: { finish_reason: "tool_calls" }, message: { tool_calls: [] } }) },
    { ...served, text: "", ...finished("tool-calls", "tool_calls") },
  ],
  [
    "a finish reason that nobody knows",
    { body: chatCompletion("Blue", { choice: { finish_reason: "constructor" } }) },
    { ...served, ...finished("other", "constructor") },
  ],
  [
    "no finish reason",
    { body: chatCompletion("Blue", { choice: { finish_reason: null } }) },
    { ...served, ...finished("other", null) },
  ],
  [
    "a refusal in words",
    { body: chatCompletion(null, { message: { refusal: "I cannot help with that." } }) },
    { ...served, text: "", refusal: "I cannot help with that." },
  ],
  ["empty content", { text: "" }, { ...served, text: "" }],
  ["null content", { body: chatCompletion(null) }, { ...served, text: "" }],
  ["no usage", { body: chatCompletion("Blue", { body: { usage: null } }) }, { ...served, tokens: unknownTokens }],
  [
    "usage that is no number",
    { body: chatCompletion("Blue", { body: { usage: { prompt_tokens: "11", completion_tokens: -1 } } }) },
    { ...served, tokens: unknownTokens },
  ],
  [
    "JSON that is served as plain text",
    { body: JSON.stringify(chatCompletion("Blue")), headers: { "content-type": "text/plain" } },
    served,
  ],
  [
    "a filter with status 400",
    badRequest({ code: "content_filter" }),
    { ...empty, ...finished("content-filter", "content_filter") },
  ],
  [
    "a context that is too long",
    badRequest({ code: "context_length_exceeded", param: "messages" }),
    { ...empty, ...finished("length", "context_length_exceeded") },
  ],
  [
    "a context that is too long, told without a code at the top of the body",
    {
      status: 400,
      body: { object: "error", message: "This model's maximum context length is 4096 tokens.", code: 400 },
    },
    { ...empty, ...finished("length", "context_length_exceeded") },
  ],
];

describe.each(["openai", "replay"] as const)("what the prompt causes is a reply: %s", (type) => {
  it.each(replies)("%s", async (_name, answer, reply) => {
    expect(await call(await subjects[type](answer))).toEqual({ status: "completed", reply });
  });
});

const unsupported = { message: "Unsupported value", code: "unsupported_value", param: "temperature" };

interface ExpectedFailure extends Partial<Omit<Failure, "message">> {
  readonly message?: string | RegExp;
}

const failures: readonly (readonly [string, ServedAnswer, ExpectedFailure])[] = [
  ["401", { status: 401, body: { error: { message: "bad key" } } }, { kind: "refused-key", httpStatus: 401 }],
  ["403", { status: 403, body: { error: { message: "no access" } } }, { kind: "refused-key", httpStatus: 403 }],
  [
    "429 for want of credit",
    { status: 429, body: { error: { message: "quota", code: "insufficient_quota" } } },
    { kind: "refused-key", httpStatus: 429 },
  ],
  ["404", { status: 404, body: { error: { message: "no model" } } }, { kind: "missing-model", httpStatus: 404 }],
  ["410", { status: 410 }, { kind: "missing-model", message: "410 Gone" }],
  [
    "a parameter the model refuses",
    badRequest(unsupported),
    {
      kind: "refused-parameter",
      httpStatus: 400,
      message: "the model refuses the parameter temperature: 400 Bad Request: Unsupported value",
    },
  ],
  [
    "a mistake in a message",
    badRequest({ code: "invalid_value", param: "messages[0].content" }),
    { kind: "rejected", httpStatus: 400 },
  ],
  ["400 without more", badRequest({}), { kind: "rejected", message: "400 Bad Request: no" }],
  ["422", { status: 422, body: { detail: "odd" } }, { kind: "rejected", message: /^422 .*: \{"detail":"odd"\}$/ }],
  [
    "a redirect",
    { status: 308, headers: { location: "http://127.0.0.1:1/" } },
    { kind: "rejected", message: "308 Permanent Redirect, a redirect, which is not followed" },
  ],
  ["408", { status: 408 }, { kind: "timeout", httpStatus: 408, retryable: true }],
  ["409", { status: 409 }, { kind: "server", httpStatus: 409, retryable: true }],
  [
    "429",
    { status: 429, body: { error: { message: "slow down" } } },
    { kind: "rate-limit", message: "429 Too Many Requests: slow down", retryable: true },
  ],
  [
    "429 with seconds",
    { status: 429, headers: { "retry-after": "1.5" } },
    { kind: "rate-limit", retryable: true, retryAfterMs: 1500 },
  ],
  [
    "429 with a date",
    {
      status: 429,
      headers: { date: "Mon, 23 Nov 2026 20:00:00 GMT", "retry-after": "Mon, 23 Nov 2026 20:00:07 GMT" },
    },
    { kind: "rate-limit", retryable: true, retryAfterMs: 7000 },
  ],
  [
    "429 with milliseconds",
    { status: 429, headers: { "retry-after": "9", "retry-after-ms": "250" } },
    { kind: "rate-limit", retryable: true, retryAfterMs: 250 },
  ],
  ["429 with nonsense", { status: 429, headers: { "retry-after": "soon" } }, { kind: "rate-limit", retryable: true }],
  ["500", { status: 500 }, { kind: "server", message: "500 Internal Server Error", retryable: true }],
  [
    "a proxy's page",
    { status: 502, body: "<html><h1>Bad</h1></html>" },
    { kind: "server", message: "502 Bad Gateway", retryable: true },
  ],
  [
    "503 in plain text",
    { status: 503, body: "down\nfor repair", headers: { "x-request-id": "req_7" } },
    { kind: "server", message: "503 Service Unavailable: down\\nfor repair (request req_7)", retryable: true },
  ],
  ["a connection reset", { reset: true }, { kind: "connection", retryable: true }],
  ["a body cut short", { text: "Blue", cutAfterBytes: 40 }, { kind: "connection", retryable: true }],
  [
    "a body that is no JSON",
    { body: "Blue{", headers: { "content-type": "application/json" } },
    { kind: "malformed", retryable: true },
  ],
  ["a text", { body: "Blue" }, { kind: "malformed", retryable: true }],
  ["no body", { status: 200 }, { kind: "malformed", retryable: true }],
  ["204", { status: 204 }, { kind: "malformed", retryable: true }],
  ["no choice", { body: { choices: [] } }, { kind: "malformed", retryable: true }],
  ["null", { body: "null", headers: { "content-type": "application/json" } }, { kind: "malformed", retryable: true }],
  [
    "content that is no text",
    { body: chatCompletion(null, { message: { content: 5 } }) },
    { kind: "malformed", retryable: true },
  ],
];

describe("what the provider causes is a failure", () => {
  it.each(failures)("%s", async (_name, answer, { message, ...failure }) => {
    const status = answer.status ?? 200;
    expect(await call(await subjects.openai(answer))).toEqual({
      status: "failed",
      failure: {
        message: message instanceof RegExp ? expect.stringMatching(message) : (message ?? expect.any(String)),
        httpStatus: status >= 300 ? status : null,
        retryable: false,
        retryAfterMs: null,
        ...failure,
      },
    });
  });

  it("an answer without end", async () => {
    const result = await call(await subjects.openai({ body: "x".repeat(33 * 2 ** 20) }));
    expect(result).toMatchObject({ failure: { kind: "connection", message: expect.stringContaining("larger than") } });
  });

  it("a server that is not there", async () => {
    const server = await startModelServer(() => ({}));
    const provider = await connect(server);
    await server.close();
    const result = await call(provider);
    expect(result).toMatchObject({ failure: { kind: "connection", retryable: true } });
    expect(result).toMatchObject({ failure: { message: expect.stringContaining("ECONNREFUSED") } });
  });

  it("the key is never told, even where the server repeats it at the very cut", async () => {
    const message = `${"x".repeat(290)}${key} and ${key}`;
    const result = await call(await subjects.openai({ status: 401, body: { error: { message } } }));
    expect(JSON.stringify(result)).not.toContain("sk-c");
    expect(await call(await subjects.openai({ text: `your key is ${key}` }))).toMatchObject({
      reply: { text: "your key is [key]" },
    });
  });

  it("a foreign message is one line, its control characters visible", async () => {
    const message = "::error::\u001b[31m\r\n\u202e\u2028y";
    const result = await call(await subjects.openai({ status: 400, body: { error: { message } } }));
    const told = result.status === "failed" ? result.failure.message : "";
    expect(told).toMatch(/^400 Bad Request: ::error::\\u\{1b\}\[31m\\r\\n\\u\{202e\}\\u\{2028\}y$/);
  });
});

describe("an aborted call", () => {
  it.each([
    ["by the caller", new Error("enough"), { kind: "aborted", retryable: false }],
    ["by its time limit", new DOMException("late", "TimeoutError"), { kind: "timeout", retryable: true }],
  ])("%s ends the request itself", async (_name, reason, failure) => {
    const server = await serve({ hang: true });
    const provider = await connect(server);
    const controller = new AbortController();
    const pending = provider.call(requestOf(), identityOf(), controller.signal);
    await expect.poll(() => server.maxInFlight, { timeout: 10_000 }).toBe(1);
    controller.abort(reason);
    expect(await pending).toMatchObject({ status: "failed", failure });
    await expect.poll(() => server.abandoned, { timeout: 10_000 }).toBe(1);
  });

  it("does not wait for a body that stalls", async () => {
    const server = await startModelServer(() => ({ headers: { "content-length": "1000" }, body: "{" }));
    servers.push(server);
    const controller = new AbortController();
    const pending = (await connect(server)).call(requestOf(), identityOf(), controller.signal);
    await expect.poll(() => server.maxInFlight, { timeout: 10_000 }).toBe(1);
    controller.abort(new DOMException("late", "TimeoutError"));
    expect(await pending).toMatchObject({ failure: { kind: "timeout" } });
  });
});

function call(provider: Provider): Promise<CallResult> {
  return provider.call(requestOf(), identityOf(), noSignal());
}
