import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/model.ts";
import type { Progress, RunPlan } from "../../src/pipeline/options.ts";
import { progressWriter } from "../../src/pipeline/progress-writer.ts";

const nothing = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };

function estimateOf(cost: number | null): Estimate {
  return { samples: { calls: 80, inputTokens: 2_345, outputTokens: 24_000, cost }, scorers: nothing };
}

function planOf(cost: number | null): RunPlan {
  return { prompts: [{ name: "triage", estimate: estimateOf(cost) }], total: estimateOf(cost) };
}

function open(kind: "terminal" | "workflow" | "file", columns = 80) {
  const written: string[] = [];
  const time = { now: 0 };
  const writer = progressWriter({
    write: (text) => void written.push(text),
    columns: kind === "terminal" ? columns : null,
    folded: kind === "workflow",
    now: () => time.now,
  });
  const tell = (at: number, changes: Partial<Progress> = {}): void => {
    time.now = at;
    const progress = { done: 20, planned: 80, failed: 0, made: 20, rejected: 0, cost: null, finished: false };
    writer.onProgress({ ...progress, ...changes });
  };
  return { writer, written, tell };
}

describe("before the first call", () => {
  it("a line a prompt tells calls, tokens and cost at most", () => {
    const { writer, written } = open("file");
    writer.onEstimate(planOf(1.234));
    expect(written).toEqual([
      "planned: triage: 80 calls, about 2,400 tokens in and at most 24,000 out, at most $1.23\n",
    ]);
  });

  it("the sum follows where there are several, and what scorers ask stands apart", () => {
    const { writer, written } = open("file");
    const judged: Estimate = {
      samples: { calls: 10, inputTokens: 100, outputTokens: 200, cost: 0.5 },
      scorers: { calls: 30, inputTokens: 900, outputTokens: 300, cost: 0.25 },
    };
    writer.onEstimate({
      prompts: [
        { name: "one", estimate: judged },
        { name: "two", estimate: estimateOf(null) },
      ],
      total: judged,
    });
    expect(written).toEqual([
      "planned: one: 10 calls, about 100 tokens in and at most 200 out, at most $0.50; scorers: 30 calls, about 900 tokens in and at most 300 out, at most $0.25\n",
      "planned: two: 80 calls, about 2,400 tokens in and at most 24,000 out, of unknown price\n",
      "planned: in all: 10 calls, about 100 tokens in and at most 200 out, at most $0.50; scorers: 30 calls, about 900 tokens in and at most 300 out, at most $0.25\n",
    ]);
  });

  it("nothing is told where nothing is spent and nobody watches", () => {
    const { writer, written, tell } = open("file");
    writer.onEstimate(planOf(0));
    tell(500, { done: 80, finished: true });
    expect(written).toEqual([]);
  });
});

describe("while calls are made", () => {
  it("a terminal shows a line that is drawn anew, and gone at the end", () => {
    const { written, tell } = open("terminal", 100);
    tell(1_000);
    tell(1_050);
    tell(2_000, { done: 40, made: 44, rejected: 4, failed: 1, cost: 0.5 });
    tell(2_001, { done: 80, finished: true });
    expect(written).toEqual([
      "\r\u001b[K20 of 80 samples, 20 calls a second, 3 s left",
      "\r\u001b[K40 of 80 samples, 22 calls a second, $0.50, 4 turned away (429), 1 failed, 2 s left",
      "\r\u001b[K",
    ]);
  });

  it("a narrow terminal gets what fits, so that the line can be drawn anew", () => {
    const { written, tell } = open("terminal", 40);
    tell(2_000, { done: 40, made: 44, rejected: 4, failed: 1, cost: 0.5 });
    expect(written).toEqual(["\r\u001b[K40 of 80 samples, 1 failed, 2 s left"]);
  });

  it("a workflow gets a line every ten seconds, in a group that is closed", () => {
    const { writer, written, tell } = open("workflow");
    writer.onEstimate(planOf(0));
    tell(9_999);
    tell(10_001);
    tell(15_000);
    tell(20_100, { done: 60, made: 60 });
    tell(20_200, { done: 80, made: 80, finished: true });
    expect(written).toEqual([
      "::group::Calls\n",
      "planned: triage: 80 calls, about 2,400 tokens in and at most 24,000 out, free\n",
      "20 of 80 samples, 2.0 calls a second, 30 s left\n",
      "60 of 80 samples, 3.0 calls a second, 7 s left\n",
      "80 of 80 samples, 4.0 calls a second\n",
      "::endgroup::\n",
    ]);
  });

  it("no text of a prompt's forms a command of the workflow", () => {
    const { writer, written } = open("workflow");
    const estimate = estimateOf(1);
    writer.onEstimate({ prompts: [{ name: "x\n::error::y", estimate }], total: estimate });
    expect(
      written
        .join("")
        .split("\n")
        .filter((line) => line.startsWith("::")),
    ).toEqual(["::group::Calls"]);
  });
});
