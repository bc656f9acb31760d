import { describe, expect, test } from "vitest";
import type { CallResult, Conversation, ModelRequest, Provider, Reply, ToolCall, ToolResult } from "../../src/model.ts";
import { createReply } from "../../src/models/reply.ts";
import { createCaller } from "../../src/run/caller.ts";
import type { AttemptedCall } from "../../src/run/retry.ts";
import { takeTurns } from "../../src/run/take-turns.ts";
import { findToolAnswer } from "../../src/run/tool-answers.ts";
import { requestOf } from "../support/requests.ts";
import { failedWith, quickOptions } from "./planned-calls.ts";

const call = (name: string, given: unknown = {}, id: string | null = `id-${name}`): ToolCall => ({
  id,
  name,
  arguments: typeof given === "string" ? given : JSON.stringify(given),
});

function replying(text: string, toolCalls: readonly ToolCall[] = [], details: Partial<Reply> = {}): CallResult {
  const finishReason = { unified: toolCalls.length > 0 ? "tool-calls" : "stop", raw: null } as const;
  return { status: "completed", reply: createReply(text, { toolCalls, finishReason, ...details }) };
}

/** Takes the turns of one sample from a model that answers in this order; `asked` are the requests it saw. */
async function converse(
  answers: readonly CallResult[],
  conversation: Partial<Conversation> | null = {},
): Promise<AttemptedCall & { readonly asked: readonly ModelRequest[] }> {
  const asked: ModelRequest[] = [];
  const provider: Provider = {
    name: "scripted",
    call: async (request) => {
      asked.push(request);
      return answers[asked.length - 1] ?? failedWith("rejected");
    },
  };
  const caller = createCaller(quickOptions());
  const planned = {
    provider,
    identity: { caseId: "a", trial: 0, draw: "compare" },
    model: "m",
    request: () => requestOf({ messages: [{ role: "user", content: "Weather?" }] }),
  };
  const tools = conversation && { messages: null, toolResults: [], maxTurns: null, ...conversation };
  try {
    return { ...(await takeTurns(planned, caller, tools)), asked };
  } finally {
    caller.close();
  }
}

function replyOf({ result }: AttemptedCall): Reply {
  if (result.status === "failed") throw new Error(result.failure.message);
  return result.reply;
}

const weather: ToolResult = { name: "weather", arguments: { city: "Bern" }, result: "sunny" };
const time: ToolResult = { name: "time", arguments: null, result: "noon" };

describe("turns of one sample", () => {
  test("the turns that an application took by itself stand where it took them", async () => {
    const own = (said: string) => [{ role: "assistant", content: said }] as const;
    const first = replying("", [call("weather", { city: "Bern" })], { exchange: own("one") });
    const done = await converse([first, replying("Sunny.", [], { exchange: own("two") })], { toolResults: [weather] });
    expect(replyOf(done).exchange.map(({ content }) => content)).toEqual(["one", "", "sunny", "two"]);
    expect(done.asked[1]?.messages.map(({ content }) => content)).toEqual(["Weather?", "one", "", "sunny"]);
  });

  test("the model's tools are answered until it stops; the exchange and what it took are kept", async () => {
    const tokens = (input: number, output: number) => ({
      tokens: { input, output, cachedInput: 1, cacheWrite: null, reasoning: 0 },
      cost: 0.5,
    });
    const calls = [call("weather", { city: "Bern" }), call("time")];
    const done = await converse(
      [replying("Let me see.", calls, tokens(10, 5)), replying("Sunny.", [], tokens(20, 3))],
      { toolResults: [weather, time] },
    );
    expect(replyOf(done)).toMatchObject({
      text: "Sunny.",
      toolCalls: [],
      finishReason: { unified: "stop" },
      tokens: { input: 30, output: 8, cachedInput: 2, cacheWrite: null, reasoning: 0 },
      cost: 1,
      exchange: [
        { role: "assistant", content: "Let me see.", toolCalls: calls },
        { role: "tool", content: "sunny", toolCallId: "id-weather" },
        { role: "tool", content: "noon", toolCallId: "id-time" },
      ],
    });
    expect(done.attempts).toBe(2);
    expect(done.asked[1]?.messages).toEqual([{ role: "user", content: "Weather?" }, ...replyOf(done).exchange]);
  });

  test("one call without a recorded answer ends it: completed, with all the calls to see", async () => {
    const calls = [call("weather", { city: "Bern" }), call("book", { seats: 2 })];
    const done = await converse([replying("", calls)], { toolResults: [weather] });
    expect(done.asked).toHaveLength(1);
    expect(replyOf(done)).toMatchObject({ text: "", toolCalls: calls, exchange: [] });
  });

  test("a case without recorded answers is asked once", async () => {
    for (const conversation of [null, {}]) {
      const done = await converse([replying("", [call("time")])], conversation);
      expect(replyOf(done).toolCalls).toHaveLength(1);
      expect(done.asked).toHaveLength(1);
    }
  });

  test.each([
    [null, 10],
    [3, 3],
    [1, 1],
  ])("maxTurns %s: the model is called %i times", async (maxTurns, calls) => {
    const forever = Array.from({ length: 20 }, () => replying("", [call("time")]));
    const done = await converse(forever, { toolResults: [time], maxTurns });
    expect(done.asked).toHaveLength(calls);
    expect(done.attempts).toBe(calls);
    expect(replyOf(done).toolCalls).toEqual([call("time")]);
    expect(replyOf(done).exchange).toHaveLength(2 * (calls - 1));
  });

  test("a turn that fails for a moment is asked again, and nothing before it", async () => {
    const busy = failedWith("server", { retryable: true });
    const done = await converse([replying("", [call("time")]), busy, replying("Noon.")], { toolResults: [time] });
    expect(replyOf(done).text).toBe("Noon.");
    expect(done.attempts).toBe(3);
    expect(done.asked.map(({ messages }) => messages.length)).toEqual([1, 3, 3]);
  });

  test("a turn that fails for good fails the sample", async () => {
    const done = await converse([replying("", [call("time")]), failedWith("rejected")], { toolResults: [time] });
    expect(done.result).toMatchObject({ status: "failed", failure: { kind: "rejected" } });
    expect(done.attempts).toBe(2);
  });

  test("calls without an id get one, so that the answer names its call", async () => {
    const done = await converse([replying("", [call("time", {}, null), call("time", {}, null)]), replying("x")], {
      toolResults: [time],
    });
    const [turn, first, second] = replyOf(done).exchange;
    expect(turn?.toolCalls?.map(({ id }) => id)).toEqual(["call_1_1", "call_1_2"]);
    expect([first?.toolCallId, second?.toolCallId]).toEqual(["call_1_1", "call_1_2"]);
  });

  test("what one turn does not tell is unknown of the sum", async () => {
    const done = await converse(
      [
        replying("", [call("time")], {
          tokens: { input: null, output: 1, cachedInput: 0, cacheWrite: 0, reasoning: 0 },
        }),
        replying("x", [], { tokens: { input: 5, output: 1, cachedInput: 0, cacheWrite: 0, reasoning: 0 }, cost: 1 }),
      ],
      { toolResults: [time] },
    );
    expect(replyOf(done)).toMatchObject({ tokens: { input: null, output: 2 }, cost: null });
  });
});

describe("recorded answers of tools", () => {
  const results: readonly ToolResult[] = [
    { name: "find", arguments: null, result: "any" },
    { name: "find", arguments: { city: "Bern" }, result: "in Bern" },
    { name: "find", arguments: { city: "Bern", filter: { open: true } }, result: "open in Bern" },
    { name: "find", arguments: { tags: ["a", "b"] }, result: "tagged" },
    { name: "find", arguments: {}, result: "none given" },
    { name: "strict", arguments: { a: 1 }, result: "1" },
  ];

  test.each<[string, string, string | null]>([
    ["whatever they are", '{"x":1}', "none given"],
    ["some of them", '{"city":"Bern","x":1}', "in Bern"],
    ["more of them", '{"x":1,"filter":{"stars":3,"open":true},"city":"Bern"}', "open in Bern"],
    ["all of them, in another order", '{"filter":{"open":true},"city":"Bern"}', "open in Bern"],
    ["a list is equal or it is not", '{"tags":["a"]}', "none given"],
    ["the very list", '{"tags":["a","b"],"x":1}', "tagged"],
    ["none", "{}", "none given"],
    ["an empty text is none", "", "none given"],
    ["no JSON", "{city: Bern", "any"],
    ["no object", "[1]", "any"],
  ])("arguments: %s", (_, given, expected) => {
    expect(findToolAnswer(results, call("find", given))).toBe(expected);
  });

  test("another tool, other arguments or no JSON: nothing was recorded", () => {
    expect(findToolAnswer(results, call("fetch"))).toBeNull();
    expect(findToolAnswer(results, call("strict", { a: 2 }))).toBeNull();
    expect(findToolAnswer(results, call("strict", "nonsense"))).toBeNull();
    expect(findToolAnswer(results, call("strict", '{"__proto__": 1}'))).toBeNull();
  });

  test("of equals the first counts", () => {
    const twice = ["one", "two"].map((result) => ({ name: "a", arguments: { x: 1 }, result }));
    expect(findToolAnswer(twice, call("a", { x: 1 }))).toBe("one");
  });
});
