import { readFileSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { CallResult, FailureKind, JsonObject, Provider } from "../../src/model.ts";
import { recordingProvider } from "../../src/models/recording.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { unknownTokens } from "../../src/models/reply.ts";
import { tellFailures } from "../../src/models/tell-failures.ts";
import type { ServedAnswer } from "../support/model-server.ts";
import { speaking } from "../support/protocols.ts";
import { startProxyServer } from "../support/proxy-server.ts";
import { identityOf, noSignal, providerConfigOf, requestOf } from "../support/requests.ts";
import {
  closeServers,
  keep,
  key,
  newFile,
  removeFiles,
  type ServedSubject,
  serve,
  servedSubjects,
  subjects,
} from "./contract-subjects.ts";

afterEach(closeServers);
afterAll(removeFiles);

function call(provider: Provider, signal = noSignal()): Promise<CallResult> {
  return provider.call(requestOf(), identityOf(), signal);
}

const orNull = (one: unknown) => expect.toSatisfy((value) => value === null || one === typeof value);
const weather = [
  { id: "call_a", name: "look_up", arguments: '{"city":"Oslo","days":2}' },
  { id: "call_b", name: "tell_time", arguments: "{}" },
];

it("the contract covers every registered provider", () => {
  const covered = new Set([
    ...Object.values(servedSubjects).map(({ type }) => type as string),
    ...Object.keys(subjects),
  ]);
  expect(Object.keys(providerTypes).filter((type) => !covered.has(type))).toEqual([]);
});

it.each(Object.entries(providerTypes))("%s describes itself", (_name, { description }) => {
  expect(description).toMatch(/^[^\n]+[^.]$/);
});

describe.each(Object.entries(subjects))("any provider: %s", (name, give) => {
  // An application of one's own tells its cost, and nothing of why it ended.
  const own = name === "http" || name === "command";

  it("answers with a reply that has every part", async () => {
    const provider = await give({ text: "Blue" });
    expect(provider.name).toBe("subject");
    expect(await call(provider)).toEqual({
      status: "completed",
      reply: {
        text: name === "simulated" ? expect.stringMatching(/./) : "Blue",
        refusal: null,
        finishReason: { unified: "stop", raw: own ? null : expect.any(String) },
        tokens: {
          input: name === "simulated" ? expect.any(Number) : 11,
          output: name === "simulated" ? expect.any(Number) : 7,
          cachedInput: orNull("number"),
          cacheWrite: orNull("number"),
          reasoning: orNull("number"),
        },
        model: name === "http" ? null : expect.any(String),
        systemFingerprint: orNull("string"),
        toolCalls: [],
        exchange: [],
        timeToFirstTokenMs: servedSubjects[name]?.streams ? expect.any(Number) : null,
        cost: own ? 0.002 : null,
      },
    });
  });

  it("answers many calls at once", async () => {
    const provider = await give({ text: "Blue" });
    const results = await Promise.all(Array.from({ length: 20 }, () => call(provider)));
    const texts = results.map((result) => (result.status === "completed" ? result.reply.text : result.failure.message));
    expect(new Set(texts).size).toBe(1);
  });

  it.skipIf(name === "simulated")("usage that is not told is unknown", async () => {
    const provider = await give({ text: "Blue", usage: false });
    expect(await call(provider)).toMatchObject({ reply: { text: "Blue", tokens: unknownTokens, cost: null } });
  });

  it.skipIf(name === "simulated")("nothing said is an empty text", async () => {
    expect(await call(await give({ text: "" }))).toMatchObject({ reply: { text: "", refusal: null } });
  });

  it.skipIf(name === "simulated" || name === "http")("calls of tools", async () => {
    const finish = servedSubjects[name]?.protocol.finishes.find(([, unified]) => unified === "tool-calls")?.[0];
    const provider = await give({ text: "", toolCalls: weather, ...(finish && { finish }) });
    expect(await call(provider)).toMatchObject({
      reply: {
        text: "",
        toolCalls: weather,
        finishReason: { unified: name === "replay" ? expect.any(String) : "tool-calls" },
      },
    });
  });

  it.skipIf(name === "simulated" || name === "http")("a refusal", async () => {
    const provider = await give({ text: "", refusal: "I cannot help with that." });
    expect(await call(provider)).toMatchObject({ reply: { text: "", refusal: "I cannot help with that." } });
  });

  it.skipIf(!tellsLogprobs(name))("log-probabilities of the answer's tokens, where they are asked for", async () => {
    const file = newFile();
    const provider = recordingProvider(await give({ text: "Blue" }), file);
    const ask = (asked: Provider, parameters: JsonObject) =>
      asked.call(requestOf({ parameters }), identityOf(), noSignal());
    const replay = () =>
      providerTypes.replay.create("r", providerConfigOf({ type: "replay", file }), {
        environment: {},
        timeoutMs: 1_000,
      });
    const token = (written: string) => ({ token: written, logprob: -0.25 });
    const alone = { reply: { logprobs: [token("Bl"), token("ue")] } };
    expect(await ask(provider, { logprobs: true })).toMatchObject(alone);
    expect(await ask(await replay(), { logprobs: true })).toMatchObject(alone);
    const top = [{ token: "Grey", logprob: -1.5 }];
    expect(await ask(provider, { logprobs: true, top_logprobs: 1 })).toMatchObject({
      reply: {
        logprobs: [
          { ...token("Bl"), top },
          { ...token("ue"), top },
        ],
      },
    });
    expect(await ask(provider, {})).not.toHaveProperty("reply.logprobs");
  });

  it.skipIf(!tellsLogprobs(name) || keyless(name))("a key is not told in tokens either", async () => {
    const provider = await give({ text: key });
    const result = await provider.call(requestOf({ parameters: { logprobs: true } }), identityOf(), noSignal());
    expect(result).toMatchObject({ status: "completed" });
    expect(result).not.toHaveProperty("reply.logprobs");
  });

  it("a recording replays the same reply, and holds no key and no header", async () => {
    const file = newFile();
    const provider = await give({ text: `Blue, and your key is ${key}` });
    const recorded = await call(recordingProvider(provider, file));
    const replayed = await providerTypes.replay.create("replayed", providerConfigOf({ type: "replay", file }), {
      environment: {},
      timeoutMs: 1_000,
    });
    expect(await call(replayed)).toEqual(recorded);
    const written = readFileSync(file, "utf8");
    if (name !== "command" && !keyless(name)) expect(written).not.toContain(key);
    expect(written).not.toMatch(/authorization|api-key|user-agent/i);
    expect(
      written
        .trim()
        .split("\n")
        .map((line) => Object.keys(JSON.parse(line) as object)),
    ).toEqual([["key", "case", "trial", "draw", "request", "result"]]);
  });
});

/** Services that speak OpenAI's API. */
function tellsLogprobs(name: string): boolean {
  const subject = servedSubjects[name];
  return subject !== undefined && name !== "http" && !name.startsWith("anthropic");
}

/** Where no key is sent, what looks like one is a text like any other. */
function keyless(name: string): boolean {
  const subject = servedSubjects[name];
  return name !== "replay" && (subject === undefined || Object.keys(subject.environment).length === 0);
}

const statuses: readonly (readonly [status: number, kind: FailureKind, retryable: boolean])[] = [
  [400, "rejected", false],
  [401, "refused-key", false],
  [402, "refused-key", false],
  [403, "refused-key", false],
  [404, "missing-model", false],
  [408, "timeout", true],
  [409, "server", true],
  [413, "rejected", false],
  [422, "rejected", false],
  [429, "rate-limit", true],
  [500, "server", true],
  [502, "server", true],
  [503, "server", true],
  [529, "server", true],
];

const broken: readonly (readonly [what: string, answer: ServedAnswer, kind: FailureKind])[] = [
  ["JSON of another kind", { body: { odd: true } }, "malformed"],
  ["a list", { body: [1, 2] }, "malformed"],
  ["null", { body: "null", headers: { "content-type": "application/json" } }, "malformed"],
  ["half of a JSON", { body: "Blue{", headers: { "content-type": "application/json" } }, "malformed"],
  ["a page", { body: "<html>Hello</html>", headers: { "content-type": "text/html" } }, "malformed"],
  ["no body", { status: 200 }, "malformed"],
  ["a connection reset", { reset: true }, "connection"],
];

describe.each(Object.entries(servedSubjects))("over HTTP: %s", (_name, subject) => {
  const { protocol } = subject;

  it.each(protocol.finishes)("the answer ends for the reason %s", async (raw, unified) => {
    const finish = unified === "tool-calls" ? { toolCalls: weather } : {};
    const { provider } = await serve(subject, speaking(protocol, { text: "Blue", finish: raw, ...finish }));
    expect(await call(provider)).toMatchObject({ reply: { text: "Blue", finishReason: { unified, raw } } });
  });

  it.each(statuses)("status %i is the failure %s", async (status, kind, retryable) => {
    const { provider } = await serve(subject, { status, body: protocol.error("so it is") });
    expect(await call(provider)).toEqual({
      status: "failed",
      failure: {
        kind,
        message: expect.stringMatching(new RegExp(`^${status} .*: so it is$|^${status}: so it is$`)),
        httpStatus: status,
        retryable,
        retryAfterMs: null,
      },
    });
  });

  it("waits as long as it is asked to", async () => {
    const { provider } = await serve(subject, {
      status: 429,
      headers: { "retry-after": "7" },
      body: protocol.error("wait"),
    });
    expect(await call(provider)).toMatchObject({ failure: { retryAfterMs: 7000 } });
  });

  it("an error is told in one line, shortened and escaped, with the number of the request", async () => {
    const message = `::error::\u001b[31m\r\n\u202e${"y".repeat(900)}`;
    const headers = { [protocol.requestId]: "req_7" };
    const { provider } = await serve(subject, { status: 400, headers, body: protocol.error(message) });
    const result = await call(tellFailures(provider, (failure) => failure.message));
    const told = result.status === "failed" ? result.failure.message : "";
    expect(told).toMatch(/^400 Bad Request: ::error::\\u\{1b\}\[31m\\r\\n\\u\{202e\}y+… \(request req_7\)$/);
    expect(told.length).toBeLessThan(400);
  });

  it.each(broken)("%s is a failure", async (what, answer, kind) => {
    const { provider } = await serve(subject, answer);
    // A stream that ends at once looks like one that was cut.
    const kinds = subject.streams && what !== "a connection reset" ? ["malformed", "connection"] : [kind];
    const result = await call(provider);
    expect(result).toMatchObject({ status: "failed", failure: { retryable: true } });
    expect(kinds).toContain(result.status === "failed" ? result.failure.kind : "");
  });

  it("an answer that is cut off on its way is a failure", async () => {
    const { provider } = await serve(subject, (request) => ({
      ...protocol.speak({ text: "Blue" }, request),
      cutAfterBytes: 60,
    }));
    expect(await call(provider)).toMatchObject({ status: "failed", failure: { kind: "connection", retryable: true } });
  });

  it("a server that is not there is a failure", async () => {
    const { provider, server } = await serve(subject, {});
    await server.close();
    const result = await call(provider);
    expect(result).toMatchObject({ failure: { kind: "connection", retryable: true } });
    expect(result).toMatchObject({ failure: { message: expect.stringContaining("ECONNREFUSED") } });
  });

  it.each([
    ["by the caller", new Error("enough"), { kind: "aborted", retryable: false }],
    ["by its time limit", new DOMException("late", "TimeoutError"), { kind: "timeout", retryable: true }],
  ])("a call that is ended %s ends its request", async (_reason, reason, failure) => {
    const { provider, server } = await serve(subject, { hang: true });
    const controller = new AbortController();
    const pending = call(provider, controller.signal);
    await expect.poll(() => server.maxInFlight, { timeout: 10_000, interval: 5 }).toBe(1);
    controller.abort(reason);
    expect(await pending).toMatchObject({ status: "failed", failure });
    await expect.poll(() => server.abandoned, { timeout: 10_000, interval: 5 }).toBe(1);
  });

  it("a body that stalls is not waited for", async () => {
    const headers = { "content-length": "1000", ...(subject.streams && { "content-type": "text/event-stream" }) };
    const { provider, server } = await serve(subject, { headers, body: subject.streams ? "data: {}\n\n" : "{" });
    const controller = new AbortController();
    const pending = call(provider, controller.signal);
    await expect.poll(() => server.maxInFlight, { timeout: 10_000, interval: 5 }).toBe(1);
    controller.abort(new DOMException("late", "TimeoutError"));
    expect(await pending).toMatchObject({ failure: { kind: "timeout", retryable: true } });
  });

  it("the key is never told", async () => {
    if (Object.keys(subject.environment).length === 0) return;
    const message = `${"x".repeat(290)}${key} and ${key}`;
    const refused = await serve(subject, { status: 401, body: protocol.error(message) });
    expect(JSON.stringify(await call(refused.provider))).not.toContain("sk-c");
    const told = await serve(subject, speaking(protocol, { text: `your key is ${key}` }));
    expect(await call(told.provider)).toMatchObject({ reply: { text: "your key is [key]" } });
  });

  it("goes through the proxy that the environment names", async () => {
    const { server } = await serve(subject, speaking(protocol, { text: "Blue" }));
    const proxy = keep(await startProxyServer(server.url));
    const answer = await callThroughProxy(subject, { http_proxy: proxy.url }, server.url);
    expect(answer).toMatchObject({ reply: { text: "Blue" } });
    expect(proxy.asked).toEqual(["models.example.test:80"]);
  });

  it("goes past the proxy where the environment says so", async () => {
    const { server } = await serve(subject, speaking(protocol, { text: "Blue" }));
    const proxy = keep(await startProxyServer(server.url));
    const { provider } = await serve(
      { ...subject, environment: { ...subject.environment, HTTP_PROXY: proxy.url } },
      speaking(protocol, { text: "Blue" }),
    );
    // Loopback never goes through a proxy.
    expect(await call(provider)).toMatchObject({ status: "completed" });
    const named = { HTTP_PROXY: proxy.url, NO_PROXY: ".example.test" };
    await callThroughProxy(subject, named, server.url);
    expect(proxy.asked).toEqual([]);
  });
});

/** The same server under the name of a host that only the proxy knows. */
async function callThroughProxy(
  { type, config, environment }: ServedSubject,
  proxy: Readonly<Record<string, string>>,
  url: string,
): Promise<CallResult> {
  const named = url.replace(/^http:\/\/[^/]+/, "http://models.example.test");
  const context = { environment: { ...environment, ...proxy }, timeoutMs: 5_000 };
  return call(await providerTypes[type].create("subject", config({ url: named }), context));
}
