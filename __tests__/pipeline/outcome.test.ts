import { describe, expect, it } from "vitest";
import type { Case, CompletedSample, Reply, RequestMessage, ToolCall } from "../../src/model.ts";
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

  it("is a copy of another where it says and calls the same, whatever ids its calls have", async () => {
    const digest = async (text: string, calls: readonly ToolCall[], before: readonly RequestMessage[] = []) =>
      (await outcomeOf(createReply(text, { toolCalls: calls, exchange: before }))).digest;
    expect(await digest("", [call])).toBe(await digest("", [{ ...call, id: "other" }]));
    expect(await digest("", [call])).not.toBe(await digest("", [{ ...call, arguments: "{}" }]));
    expect(await digest("", [call])).not.toBe(await digest("", []));
    expect(await digest("Done.", [], exchange)).not.toBe(await digest("Done.", []));
  });
});
