import { describe, expect, it } from "vitest";
import type { Case, CompletedSample, JsonObject, Reply, RequestMessage, ToolCall } from "../../src/model.ts";
import { createReply } from "../../src/models/reply.ts";
import { readSample, sampleLine, toOutcome } from "../../src/pipeline/calls/outcome.ts";
import type { Slot } from "../../src/pipeline/calls/prompt-run.ts";
import { casesOf } from "../golden/helpers.ts";

const call: ToolCall = { id: "c1", name: "look_up", arguments: '{"order":4}' };
const exchange: readonly RequestMessage[] = [
  { role: "assistant", content: "Let me see.", toolCalls: [call] },
  { role: "tool", content: "sent", toolCallId: "c1" },
];
const [testCase] = casesOf([{ id: "a" }]) as readonly [Case];
const slot = { draw: "compare", arm: "candidate", plan: {} } as Pick<Slot, "draw" | "arm" | "plan">;

function sampleOf(reply: Reply): CompletedSample {
  const place = { prompt: "p", arm: "candidate", caseId: "a", trial: 0, fingerprint: "f" } as const;
  return { ...place, attempts: 2, status: "completed", reply, latencyMs: 5 };
}

const outcomeOf = (reply: Reply) => toOutcome(sampleOf(reply), testCase, [], { index: 0, cached: false });

describe("a sample of several turns", () => {
  it("comes back from its line with the exchange and the calls that nobody answered", async () => {
    const reply = createReply("Done.", { exchange, toolCalls: [{ ...call, id: "c2" }] });
    const line = sampleLine(sampleOf(reply), testCase, await outcomeOf(reply), slot);
    expect(readSample(JSON.parse(JSON.stringify(line)))?.reply).toMatchObject({
      text: "Done.",
      exchange,
      toolCalls: [{ ...call, id: "c2" }],
    });
  });

  it("comes back with its tokens' log-probabilities, where they were asked for", async () => {
    const logprobs = [{ token: "Done", logprob: -0.2, top: [{ token: "No", logprob: -2 }] }];
    const lineOf = async (reply: Reply) => sampleLine(sampleOf(reply), testCase, await outcomeOf(reply), slot, null);
    const line = await lineOf(createReply("Done", { logprobs }));
    expect(readSample(JSON.parse(JSON.stringify(line)))?.reply).toMatchObject({ logprobs });
    expect(await lineOf(createReply("Done"))).not.toHaveProperty("logprobs");
  });

  it("tells of what its tokens are parts, as far as that is known", async () => {
    const lineOf = async (reply: Reply) => sampleLine(sampleOf(reply), testCase, await outcomeOf(reply), slot, null);
    const known = createReply("Done", { tokens: { input: 9, output: 5, cachedInput: 4, reasoning: 0 } });
    expect(await lineOf(known)).toMatchObject({ tokens: { input: 9, output: 5, cachedInput: 4, reasoning: 0 } });
    expect(((await lineOf(createReply("Done"))) as JsonObject)["tokens"]).toEqual({ input: null, output: null });
  });

  it("is a copy of another where it says and calls the same, whatever ids its calls have", async () => {
    const digest = async (text: string, calls: readonly ToolCall[], before: readonly RequestMessage[] = []) =>
      (await outcomeOf(createReply(text, { toolCalls: calls, exchange: before }))).digest;
    expect(await digest("", [call])).toBe(await digest("", [{ ...call, id: "other" }]));
    expect(await digest("", [call])).not.toBe(await digest("", [{ ...call, arguments: "{}" }]));
    expect(await digest("", [call])).not.toBe(await digest("", []));
    expect(await digest("Done.", [], exchange)).not.toBe(await digest("Done.", []));
  });
});
