import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Provider, Reply } from "../../src/model.ts";
import { recordingProvider } from "../../src/models/recording.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { type AnswerJournal, type AskedCall, createScorerTools } from "../../src/pipeline/calls/scorer-tools.ts";
import { createCaller } from "../../src/run/caller.ts";
import { scopeTools } from "../../src/score/tools.ts";
import { type ModelServer, type ServedRequest, startModelServer } from "../support/model-server.ts";
import { providerConfigOf } from "../support/requests.ts";

const servers: ModelServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

const request = { messages: [{ role: "user", content: "Well?" }], parameters: {}, format: null, tools: null } as const;
const sample = { caseId: "a", trial: 0, draw: "compare" };

async function openTools(handler: (request: ServedRequest) => object, concurrency: number | "auto" = "auto") {
  const server = await startModelServer((each) => handler(each));
  servers.push(server);
  const config = providerConfigOf({ type: "openai", baseUrl: server.url, keyEnv: null });
  const provider = await providerTypes.openai.create("local", config, { environment: {}, timeoutMs: 5_000 });
  const seen: AskedCall[] = [];
  const open = (own: Provider = provider, journal: AnswerJournal | null = null) =>
    createScorerTools({
      models: new Map([["local/judge", { provider: own, model: "judge", price: null }]]),
      caller: createCaller({ concurrency, timeoutMs: 5_000 }),
      journal,
      onCall: (call) => seen.push(call),
    });
  return { server, provider, seen, open };
}

describe("what scorers ask", () => {
  test("the same question about a sample goes out once, another purpose, trial or draw anew", async () => {
    const { server, seen, open } = await openTools(() => ({ text: "Yes" }));
    const toolsFor = open();
    const ask = (purpose: string, changes = {}) =>
      toolsFor({ ...sample, ...changes }).ask({ model: "local/judge", request, purpose });
    const answers = await Promise.all([ask("good"), ask("good"), ask("good:2"), ask("good", { trial: 1 })]);
    await ask("good");
    await ask("good", { draw: "confirm:1" });
    expect(answers.every((each) => each.status === "completed")).toBe(true);
    expect(server.calls).toBe(4);
    expect(seen.map(({ model, attempts }) => [model, attempts])).toEqual(new Array(4).fill(["local/judge", 1]));
  });

  test("an answer that the journal gives back is read there, and neither asked nor counted again", async () => {
    const { server, seen, open } = await openTools(() => ({ text: "Yes" }));
    const kept: Reply[] = [];
    const journal: AnswerJournal = {
      find: () => kept[0] ?? null,
      append(_model, _request, _identity, { reply }) {
        kept.push({ ...reply, text: "kept" });
      },
    };
    const tools = open(undefined, journal)(sample);
    const ask = () => tools.ask({ model: "local/judge", request, purpose: "good" });
    expect(await ask()).toMatchObject({ reply: { text: "Yes" } });
    expect(await ask()).toMatchObject({ reply: { text: "kept" } });
    expect([server.calls, seen.length]).toEqual([1, 1]);
    // What the journal has lost is asked for.
    kept.pop();
    expect(await ask()).toMatchObject({ reply: { text: "Yes" } });
    expect([server.calls, seen.length]).toEqual([2, 2]);
  });

  test("a failure is data, and is asked again when the question comes again", async () => {
    const { server, open } = await openTools(({ count }) => (count === 1 ? { status: 404 } : { text: "Yes" }));
    const tools = open()(sample);
    const first = await tools.ask({ model: "local/judge", request, purpose: "" });
    expect(first.status).toBe("failed");
    expect(server.calls).toBe(1);
    expect(await tools.ask({ model: "nobody/judge", request, purpose: "" })).toMatchObject({
      failure: { kind: "missing-model", message: expect.stringContaining("nobody/judge") },
    });
  });

  test("scorers of different names have answers of their own", async () => {
    const { server, open } = await openTools(() => ({ text: "Yes" }));
    const tools = open()(sample);
    await scopeTools(tools, "kind").ask({ model: "local/judge", request, purpose: "" });
    await scopeTools(tools, "brief").ask({ model: "local/judge", request, purpose: "" });
    await scopeTools(tools, "kind").ask({ model: "local/judge", request, purpose: "2" });
    expect(server.calls).toBe(3);
  });
});

describe("embeddings", () => {
  const vectors = (texts: readonly string[]) => texts.map((text, index) => ({ index, embedding: [text.length, 0.5] }));
  const serve = ({ body, url }: ServedRequest) => {
    const { input = [] } = body as { readonly input?: readonly string[] };
    return url.endsWith("/embeddings")
      ? { body: { model: "served", data: vectors(input).reverse(), usage: { prompt_tokens: 3 } } }
      : { text: "no" };
  };

  test("come in the order of the texts, whatever the order of the answer", async () => {
    const { open } = await openTools(serve);
    const result = await open()(sample).embed({ model: "local/judge", texts: ["a", "abc"], purpose: "" });
    expect(result).toEqual({
      status: "completed",
      vectors: [
        [1, 0.5],
        [3, 0.5],
      ],
    });
  });

  test("are recorded and replayed", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "assay-embed-")), "recordings.jsonl");
    const { server, provider, open } = await openTools(serve);
    const question = { model: "local/judge", texts: ["a", "abc"], purpose: "alike" };
    const recorded = await open(recordingProvider(provider, file))(sample).embed(question);
    const config = providerConfigOf({ type: "replay", file });
    const replayed = await providerTypes.replay.create("replay", config, { environment: {}, timeoutMs: 5_000 });
    expect(await open(replayed)(sample).embed(question)).toEqual(recorded);
    expect(server.calls).toBe(1);
    expect(await open(replayed)(sample).embed({ ...question, texts: ["b"] })).toMatchObject({
      failure: { kind: "missing-recording" },
    });
  });

  test.each([
    ["too few", { body: { data: [{ index: 0, embedding: [1] }] } }],
    [
      "one twice",
      {
        body: {
          data: [
            { index: 0, embedding: [1] },
            { index: 0, embedding: [1] },
          ],
        },
      },
    ],
    [
      "one beyond the end",
      {
        body: {
          data: [
            { index: 0, embedding: [1] },
            { index: 7, embedding: [1] },
          ],
        },
      },
    ],
    [
      "no numbers",
      {
        body: {
          data: [
            { index: 0, embedding: ["a"] },
            { index: 1, embedding: [1] },
          ],
        },
      },
    ],
    [
      "empty ones",
      {
        body: {
          data: [
            { index: 0, embedding: [] },
            { index: 1, embedding: [1] },
          ],
        },
      },
    ],
    ["another body", { body: { vectors: [] } }],
  ])("%s are a failure", async (_, answer) => {
    const { provider } = await openTools(() => answer);
    const asked = {
      model: "judge",
      messages: request.messages.concat(request.messages),
      parameters: {},
      format: { type: "embedding" },
      tools: null,
    };
    expect(await provider.embed?.(asked, sample, new AbortController().signal)).toMatchObject({
      status: "failed",
      failure: { kind: "malformed", retryable: true },
    });
  });

  test("a provider without them says so", async () => {
    const { open } = await openTools(() => ({ text: "no" }));
    const bare: Provider = { name: "bare", call: async () => ({ status: "failed", failure: null as never }) };
    expect(await open(bare)(sample).embed({ model: "local/judge", texts: ["a"], purpose: "" })).toMatchObject({
      failure: { message: expect.stringContaining("has no embeddings") },
    });
  });
});
