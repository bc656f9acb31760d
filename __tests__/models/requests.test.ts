import { afterEach, describe, expect, it } from "vitest";
import type { Json, JsonObject, ModelRequest, ProviderConfig } from "../../src/model.ts";
import { readMessage } from "../../src/models/anthropic-reply.ts";
import { findProviderType, providerTypes } from "../../src/models/registry.ts";
import type { ServedRequest } from "../support/model-server.ts";
import { speaking } from "../support/protocols.ts";
import { identityOf, noSignal, providerConfigOf, requestOf } from "../support/requests.ts";
import { closeServers, type ServedSubject, serve, servedSubjects } from "./contract-subjects.ts";

afterEach(closeServers);

/** The body that a server of the protocol gets; it must be one that the protocol's documentation allows. */
async function bodyOf(name: string, request: ModelRequest): Promise<JsonObject> {
  const subject = servedSubjects[name] as ServedSubject;
  const seen: ServedRequest[] = [];
  const { provider } = await serve(subject, (received) => {
    seen.push(received);
    return speaking(subject.protocol, { text: "Blue" })(received);
  });
  const result = await provider.call(request, identityOf(), noSignal());
  expect(result).toMatchObject({ status: "completed" });
  return (seen[0] as ServedRequest).body as JsonObject;
}

const picture = { type: "image", mediaType: "image/png", data: "aGk=" } as const;
const paper = { type: "file", name: "bill.pdf", mediaType: "application/pdf", data: "aGk=" } as const;

/** Everything that a request can hold. */
const whole = requestOf({
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: [{ type: "text", text: "What is this?" }, picture, paper] },
    {
      role: "assistant",
      content: "I look it up.",
      toolCalls: [
        { id: "call_a", name: "look_up", arguments: '{"city":"Oslo"}' },
        { id: null, name: "tell_time", arguments: "not json" },
      ],
    },
    { role: "tool", content: "rain", toolCallId: "call_a" },
    { role: "tool", content: "noon", toolCallId: "call_1" },
    { role: "user", content: "So?" },
  ],
  parameters: { max_completion_tokens: 50, reasoning_effort: "low", seed: 7, stop: "END", tool_choice: "required" },
  format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema: { type: "object" } } },
  tools: [{ type: "function", function: { name: "look_up", description: "d", parameters: { type: "object" } } }],
});

describe("everything that a request can hold", () => {
  it("as a chat completion", async () => {
    expect(await bodyOf("openai", whole)).toEqual({
      model: "gpt-test",
      max_completion_tokens: 50,
      reasoning_effort: "low",
      seed: 7,
      stop: "END",
      tool_choice: "required",
      response_format: whole.format,
      tools: whole.tools,
      messages: [
        { role: "system", content: "Be brief." },
        {
          role: "user",
          content: [
            { type: "text", text: "What is this?" },
            { type: "image_url", image_url: { url: "data:image/png;base64,aGk=" } },
            { type: "file", file: { filename: "bill.pdf", file_data: "data:application/pdf;base64,aGk=" } },
          ],
        },
        {
          role: "assistant",
          content: "I look it up.",
          tool_calls: [
            { id: "call_a", type: "function", function: { name: "look_up", arguments: '{"city":"Oslo"}' } },
            { id: "call_1", type: "function", function: { name: "tell_time", arguments: "not json" } },
          ],
        },
        { role: "tool", content: "rain", tool_call_id: "call_a" },
        { role: "tool", content: "noon", tool_call_id: "call_1" },
        { role: "user", content: "So?" },
      ],
    });
  });

  it("as a response", async () => {
    expect(await bodyOf("openai, responses", whole)).toEqual({
      model: "gpt-test",
      store: false,
      max_output_tokens: 50,
      reasoning: { effort: "low" },
      seed: 7,
      stop: "END",
      tool_choice: "required",
      text: { format: { type: "json_schema", name: "answer", strict: true, schema: { type: "object" } } },
      tools: [{ type: "function", name: "look_up", description: "d", parameters: { type: "object" } }],
      input: [
        { role: "system", content: "Be brief." },
        {
          role: "user",
          content: [
            { type: "input_text", text: "What is this?" },
            { type: "input_image", image_url: "data:image/png;base64,aGk=" },
            { type: "input_file", filename: "bill.pdf", file_data: "data:application/pdf;base64,aGk=" },
          ],
        },
        { role: "assistant", content: "I look it up." },
        { type: "function_call", call_id: "call_a", name: "look_up", arguments: '{"city":"Oslo"}' },
        { type: "function_call", call_id: "call_1", name: "tell_time", arguments: "not json" },
        { type: "function_call_output", call_id: "call_a", output: "rain" },
        { type: "function_call_output", call_id: "call_1", output: "noon" },
        { role: "user", content: "So?" },
      ],
    });
  });

  it("as a message of Anthropic's", async () => {
    expect(await bodyOf("anthropic", whole)).toEqual({
      model: "gpt-test",
      max_tokens: 50,
      seed: 7,
      stop_sequences: ["END"],
      tool_choice: { type: "any" },
      output_config: { effort: "low", format: { type: "json_schema", schema: { type: "object" } } },
      tools: [{ name: "look_up", description: "d", input_schema: { type: "object" } }],
      system: "Be brief.",
      messages: [
        {
          role: "user",
          content: [
            { type: "text", text: "What is this?" },
            { type: "image", source: { type: "base64", media_type: "image/png", data: "aGk=" } },
            {
              type: "document",
              source: { type: "base64", media_type: "application/pdf", data: "aGk=" },
              title: "bill.pdf",
            },
          ],
        },
        {
          role: "assistant",
          content: [
            { type: "text", text: "I look it up." },
            { type: "tool_use", id: "call_a", name: "look_up", input: { city: "Oslo" } },
            { type: "tool_use", id: "call_1", name: "tell_time", input: { INVALID_JSON: "not json" } },
          ],
        },
        {
          role: "user",
          content: [
            { type: "tool_result", tool_use_id: "call_a", content: "rain" },
            { type: "tool_result", tool_use_id: "call_1", content: "noon" },
          ],
        },
        { role: "user", content: [{ type: "text", text: "So?" }] },
      ],
    });
  });
});

describe("what differs between services", () => {
  const asked = (parameters: JsonObject) =>
    requestOf({ messages: [{ role: "developer", content: "Be brief." }], parameters });

  it.each([
    ["mistral", { seed: 7, max_completion_tokens: 5 }, { random_seed: 7, max_tokens: 5 }, "system"],
    ["deepseek", { seed: 7, max_completion_tokens: 5 }, { seed: 7, max_tokens: 5 }, "system"],
    ["openai", { seed: 7, logprobs: true }, { seed: 7, logprobs: true }, "developer"],
    ["vllm", { max_completion_tokens: 5 }, { max_completion_tokens: 5 }, "system"],
  ])("%s", async (name, parameters, sent, role) => {
    const body = await bodyOf(name, asked(parameters));
    expect(body).toEqual({ model: "gpt-test", ...sent, messages: [{ role, content: "Be brief." }] });
  });

  it("a stream asks for its usage, and nothing in the prompt can ask for a stream", async () => {
    const parameters = { stream: true, stream_options: { include_usage: false } };
    expect(await bodyOf("openai", requestOf({ parameters }))).not.toHaveProperty("stream");
    expect(await bodyOf("openai, streamed", requestOf({ parameters }))).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it("Anthropic's messages have a limit where the prompt sets none, and keep what the API alone knows", async () => {
    const parameters = { thinking: { type: "enabled", budget_tokens: 1024 }, top_k: 5, parallel_tool_calls: false };
    const choice = { tool_choice: { type: "function", function: { name: "look_up" } } };
    const body = await bodyOf("anthropic", requestOf({ parameters: { ...parameters, ...choice } }));
    expect(body).toMatchObject({
      max_tokens: 4096,
      thinking: parameters.thinking,
      top_k: 5,
      tool_choice: { type: "tool", name: "look_up", disable_parallel_tool_use: true },
    });
  });

  it("instructions that come later stay where they are", async () => {
    const messages = [
      { role: "system", content: "One." },
      { role: "developer", content: "Two." },
      { role: "user", content: "Hello" },
      { role: "system", content: "Three." },
    ] as const;
    expect(await bodyOf("anthropic", requestOf({ messages }))).toMatchObject({
      system: "One.\n\nTwo.",
      messages: [
        { role: "user", content: [{ type: "text", text: "Hello" }] },
        { role: "system", content: [{ type: "text", text: "Three." }] },
      ],
    });
  });
});

describe("what cannot be sent is told before any call", () => {
  const refuses = (type: string, request: Partial<ModelRequest>, settings?: ProviderConfig["settings"]) =>
    findProviderType(type)?.refuses?.(requestOf(request), providerConfigOf({ type, ...(settings && { settings }) }));
  const user = (...content: readonly (typeof picture | typeof paper)[]) => ({
    messages: [{ role: "user", content }] as const,
  });
  const tiff = { ...picture, mediaType: "image/tiff" } as unknown as typeof picture;
  const table = { ...paper, mediaType: "text/csv" } as unknown as typeof paper;

  it.each([
    ["openai", user(picture, paper), undefined, []],
    ["openai", user(tiff, tiff), undefined, ["an image of type image/tiff"]],
    ["openai", user(table), undefined, ["a file of type text/csv"]],
    ["openai", user(table), { api: "responses" }, []],
    ["azure", user(paper), undefined, ["a file of type application/pdf"]],
    ["azure", user(paper), { api: "responses" }, []],
    ["groq", user(picture, paper), undefined, ["a file of type application/pdf"]],
    ["deepseek", user(picture), undefined, ["an image of type image/png"]],
    ["anthropic", user(picture, paper, table), undefined, []],
    ["anthropic", { format: { type: "json_object" } }, undefined, ["a response format without a schema"]],
    ["http", { tools: [] }, { url: "http://x/", body: { q: "{{messages}}" } }, ["tools (its body holds no {{tools}})"]],
    ["http", { tools: [] }, { url: "http://x/", body: { q: "{{messages}}", t: "{{tools}}" } }, []],
  ] as const)("%s: %#", (type, request, settings, expected) => {
    expect(refuses(type, request as Partial<ModelRequest>, settings)).toEqual(expected);
  });

  it("a picture in a tool's answer", () => {
    const messages = [{ role: "tool", content: [picture], toolCallId: "a" }] as const;
    expect(refuses("openai", { messages })).toEqual(["an image of type image/png in a tool's answer"]);
    expect(refuses("anthropic", { messages })).toEqual([]);
  });
});

describe("a parameter that the model refuses is named", () => {
  it.each([
    ["openai", { error: { message: "no", code: "unsupported_value", param: "temperature" } }, "temperature"],
    [
      "openai",
      { error: { message: "Unsupported parameter: 'max_tokens' is not supported with this model." } },
      "max_tokens",
    ],
    ["google", [{ error: { code: 400, message: 'Unknown name "seed": Cannot find field.' } }], "seed"],
    ["mistral", { detail: [{ type: "extra_forbidden", loc: ["body", "top_k"], msg: "Extra inputs" }] }, "top_k"],
    ["xai", { code: "invalid", error: "Argument not supported on this model: presence_penalty" }, "presence_penalty"],
    ["anthropic", { type: "error", error: { type: "invalid_request_error", message: "top_k: not allowed" } }, "top_k"],
    [
      "anthropic",
      { type: "error", error: { type: "invalid_request_error", message: "`temperature` may only be 1 here." } },
      "temperature",
    ],
  ])("%s: %#", async (name, body, parameter) => {
    const status = name === "mistral" ? 422 : 400;
    const { provider } = await serve(servedSubjects[name] as ServedSubject, { status, body: body as Json });
    const parameters = { temperature: 0, max_tokens: 5, seed: 7, top_k: 1, presence_penalty: 1 };
    expect(await provider.call(requestOf({ parameters }), identityOf(), noSignal())).toMatchObject({
      failure: {
        kind: "refused-parameter",
        message: expect.stringContaining(`the model refuses the parameter ${parameter}: ${status}`),
      },
    });
  });
});

describe("what the prompt or the account caused, in each service's words", () => {
  const answer = async (name: string, status: number, body: Json) => {
    const { provider } = await serve(servedSubjects[name] as ServedSubject, { status, body });
    return provider.call(requestOf(), identityOf(), noSignal());
  };
  const ofAnthropic = (message: string, type = "invalid_request_error") => ({
    type: "error",
    error: { type, message },
  });

  it.each([
    ["anthropic", 400, ofAnthropic("prompt is too long: 210000 tokens > 200000 maximum"), "length"],
    ["anthropic", 400, ofAnthropic("Output blocked by content filtering policy"), "content-filter"],
    ["azure, version by date", 400, { error: { code: "content_filter", message: "filtered" } }, "content-filter"],
    ["openai, responses", 200, { error: { code: "invalid_prompt", message: "no" }, output: [] }, "content-filter"],
  ])("%s: %#", async (name, status, body, unified) => {
    expect(await answer(name, status, body)).toMatchObject({ reply: { text: "", finishReason: { unified } } });
  });

  it.each([
    ["anthropic", 400, ofAnthropic("Your credit balance is too low"), { kind: "refused-key", retryable: false }],
    ["anthropic", 529, ofAnthropic("Overloaded", "overloaded_error"), { kind: "server", retryable: true }],
    ["openrouter", 200, { error: { code: 429, message: "slow" } }, { kind: "rate-limit", retryable: true }],
    [
      "openrouter",
      200,
      { choices: [{ message: { content: "" }, finish_reason: "error", error: { code: 502, message: "bad" } }] },
      { kind: "server", retryable: true },
    ],
    [
      "deepseek",
      200,
      { choices: [{ message: { content: "Bl" }, finish_reason: "insufficient_system_resource" }] },
      { kind: "server", retryable: true },
    ],
    [
      "openai, responses",
      200,
      { status: "failed", error: { code: "server_error", message: "no" }, output: [] },
      { kind: "server", retryable: true },
    ],
  ])("%s: %#", async (name, status, body, failure) => {
    expect(await answer(name, status, body as Json)).toMatchObject({ failure });
  });
});

describe("usage", () => {
  const tokensOf = async (name: string, usage: JsonObject) => {
    const choices = [{ message: { content: "Blue" }, finish_reason: "stop" }];
    const { provider } = await serve(servedSubjects[name] as ServedSubject, { body: { choices, usage } });
    const result = await provider.call(requestOf(), identityOf(), noSignal());
    return result.status === "completed" ? { ...result.reply.tokens, cost: result.reply.cost } : result.failure;
  };

  it("cached and reasoning tokens, and the cost that a service tells", async () => {
    const usage = {
      prompt_tokens: 100,
      completion_tokens: 40,
      total_tokens: 140,
      prompt_tokens_details: { cached_tokens: 64 },
      completion_tokens_details: { reasoning_tokens: 30 },
      cost: 0.0021,
    };
    const expected = { input: 100, output: 40, cachedInput: 64, cacheWrite: null, reasoning: 30, cost: 0.0021 };
    expect(await tokensOf("openrouter", usage)).toEqual(expected);
  });

  it("reasoning that is counted in the total alone is output", async () => {
    const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 340 };
    expect(await tokensOf("xai", { ...usage, completion_tokens_details: { reasoning_tokens: 230 } })).toMatchObject({
      output: 240,
      reasoning: 230,
    });
  });

  it("DeepSeek's own word for what came from its cache", async () => {
    expect(
      await tokensOf("deepseek", { prompt_tokens: 9, completion_tokens: 1, prompt_cache_hit_tokens: 6 }),
    ).toMatchObject({
      cachedInput: 6,
    });
  });

  it("Anthropic counts its cache apart from the rest of the input", async () => {
    const { provider } = await serve(servedSubjects["anthropic"] as ServedSubject, (request) =>
      (servedSubjects["anthropic"] as ServedSubject).protocol.speak({ text: "Blue" }, request),
    );
    expect(await provider.call(requestOf(), identityOf(), noSignal())).toMatchObject({
      reply: { tokens: { input: 11, output: 7, cachedInput: 4, cacheWrite: 2, reasoning: 3 } },
    });
  });
});

describe("what Anthropic's cache keeps for an hour", () => {
  it("is told apart from the rest of what it keeps", () => {
    const usage = { input_tokens: 1, output_tokens: 2, cache_creation_input_tokens: 30, cache_read_input_tokens: 0 };
    const cache = { ephemeral_5m_input_tokens: 10, ephemeral_1h_input_tokens: 20 };
    const read = readMessage({ content: [], usage: { ...usage, cache_creation: cache } });
    expect(read?.tokens).toMatchObject({ input: 31, cacheWrite: 30, cacheWriteHour: 20 });
  });
});

describe("a stream", () => {
  it.each(["openai, streamed", "anthropic, streamed"])("that ends too early is a failure: %s", async (name) => {
    const subject = servedSubjects[name] as ServedSubject;
    const { provider } = await serve(subject, (request) => {
      const { body, ...rest } = subject.protocol.speak({ text: "Blue" }, request);
      const events = String(body).split("\n\n");
      return { ...rest, body: `${events.slice(0, 3).join("\n\n")}\n\n` };
    });
    expect(await provider.call(requestOf(), identityOf(), noSignal())).toMatchObject({
      failure: { kind: "connection", message: "the stream ended before the answer did", retryable: true },
    });
  });

  it.each([
    ["openai, streamed", 'data: {"error":{"code":"server_error","message":"oops"}}\n\n'],
    [
      "anthropic, streamed",
      'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"oops"}}\n\n',
    ],
  ])("with an error in its middle is a failure: %s", async (name, event) => {
    const headers = { "content-type": "text/event-stream" };
    const { provider } = await serve(servedSubjects[name] as ServedSubject, { body: event, headers });
    expect(await provider.call(requestOf(), identityOf(), noSignal())).toMatchObject({
      failure: { kind: "server", message: expect.stringContaining("oops"), retryable: true },
    });
  });
});

it("a setting of another type is told, with the types that read it", async () => {
  const { resolveModel } = await import("../../src/models/registry.ts");
  const app = providerConfigOf({ type: "openai", settings: { command: "node x.mjs" } });
  expect(resolveModel("app/x", { app })).toEqual({
    problems: [
      {
        message: 'the provider "app" of type "openai" does not read "command"',
        hint: "It belongs to type: command. Remove it, or name that type.",
        place: app.place,
      },
    ],
  });
});

it.each([
  ["http", {}, 'the provider "app" needs url and output'],
  [
    "http",
    { url: "http://{{model}}/x", output: "" },
    'the address of the provider "app" is not a URL: "http://{{model}}/x"',
  ],
  ["command", {}, 'the provider "app" needs command'],
])("what %s lacks is told wherever its models are looked for: %j", async (type, settings, message) => {
  const { resolveModel } = await import("../../src/models/registry.ts");
  expect(resolveModel("app/x", { app: providerConfigOf({ type, settings }) })).toMatchObject({
    problems: [{ message }],
  });
});

it("all that is wrong with a provider's settings is told at once, each where it stands", async () => {
  const { resolveModel } = await import("../../src/models/registry.ts");
  const settings = {
    url: "http://x.test/{{what}}",
    method: "GET",
    body: { question: "{{prompt}}" },
    api: "chat",
    setup: "a",
  };
  const keys = ["type", "baseUrl", ...Object.keys(settings)];
  const places = Object.fromEntries(keys.map((key, index) => [key, { path: "assay.yml", line: 4 + index }]));
  const app = { ...providerConfigOf({ type: "http", baseUrl: "http://x.test", settings }), places };
  const found = resolveModel("app/x", { app });
  const told = "problems" in found ? found.problems : [];
  const lines = told.map(
    ({ message, place }) => `${place?.line}: ${message.replace(/(the request of )?the provider "app" /, "")}`,
  );
  expect(lines.sort()).toEqual(
    [
      "3: needs output",
      '5: does not read "baseUrl"',
      "6: asks for {{what}}, which nothing fills in",
      "8: sends a body with GET, which has none",
      '9: of type "http" does not read "api"',
      '10: of type "http" does not read "setup"',
    ].sort(),
  );
});

it.each(["groq", "mistral", "anthropic", "llama.cpp", "azure"] as const)(
  "%s needs no entry in assay.yml",
  async (name) => {
    const { resolveModel } = await import("../../src/models/registry.ts");
    expect(resolveModel(`${name}/some/model`, {})).toMatchObject({
      provider: name,
      type: providerTypes[name],
      model: "some/model",
    });
  },
);

it.each([
  ["groq", {}, ['the provider "groq" needs a key in GROQ_API_KEY, which is not set']],
  ["ollama", {}, []],
  [
    "azure",
    {},
    [
      'the provider "azure" needs an address',
      'the provider "azure" needs a key in AZURE_OPENAI_API_KEY, which is not set',
    ],
  ],
  ["azure", { AZURE_OPENAI_ENDPOINT: "https://x.openai.azure.com", AZURE_OPENAI_API_KEY: "k" }, []],
  ["anthropic", {}, ['the provider "anthropic" needs a key in ANTHROPIC_API_KEY, which is not set']],
] as const)("what lacks is told before any call: %s %#", (type, environment, messages) => {
  const context = { environment: environment as Readonly<Record<string, string>>, timeoutMs: 1 };
  const problems = findProviderType(type)?.check(type, providerConfigOf({ type }), context);
  expect(problems?.map(({ message }) => message)).toEqual(messages);
});
