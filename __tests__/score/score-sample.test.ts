import { expect, test } from "vitest";
import type { MetricKind, Score, Scorer } from "../../src/model.ts";
import { unknownTokens } from "../../src/models/reply.ts";
import { operationalMetrics, operationalScores } from "../../src/score/operational.ts";
import { scoreSample } from "../../src/score/score-sample.ts";
import { caseOf, failedSample, sampleOf } from "./support.ts";

function scorerOf(name: string, kind: MetricKind, score: Scorer["score"]): Scorer {
  return { metric: { name, kind, direction: "higher", unit: null, gatesByDefault: true }, score };
}

const scoreOf = (value: unknown): Score => ({ status: "scored", value: value as number, reason: null });

test.each([
  ["binary", 0, true],
  ["binary", 1, true],
  ["binary", 0.5, false],
  ["binary", true, false],
  ["bounded", 0.5, true],
  ["bounded", 1, true],
  ["bounded", 1.0000001, false],
  ["bounded", -0.1, false],
  ["bounded", "0.5", false],
  ["ratio", 4096, true],
  ["ratio", 0, true],
  ["ratio", -1, false],
  ["ratio", Number.POSITIVE_INFINITY, false],
  ["ratio", Number.NaN, false],
  ["bounded", undefined, false],
] as const)("a %s value of %j: %s", async (kind, value, possible) => {
  const scores = await scoreSample(sampleOf("a"), caseOf(), [scorerOf("mine", kind, () => scoreOf(value))]);
  expect(scores.get("mine")).toEqual(
    possible
      ? scoreOf(value)
      : { status: "unscored", reason: `the scorer gave ${String(value)}, which is no ${kind} value` },
  );
});

test("what a scorer throws leaves the sample unscored, and the others score", async () => {
  const scores = await scoreSample(sampleOf("a"), caseOf(), [
    scorerOf("throws", "binary", () => {
      throw new Error("out of ink");
    }),
    scorerOf("rejects", "binary", () => Promise.reject("no error at all")),
    scorerOf("nothing", "binary", () => undefined as unknown as Score),
    scorerOf("works", "binary", async () => scoreOf(1)),
  ]);
  expect([...scores.keys()]).toEqual(["throws", "rejects", "nothing", "works"]);
  expect(scores.get("throws")).toEqual({ status: "unscored", reason: "the scorer failed: out of ink" });
  expect(scores.get("rejects")).toEqual({ status: "unscored", reason: "the scorer failed: no error at all" });
  expect(scores.get("nothing")?.status).toBe("unscored");
  expect(scores.get("works")).toEqual(scoreOf(1));
});

test("a huge message is cut", async () => {
  const thrower = scorerOf("throws", "binary", () => {
    throw new Error("😀".repeat(1_000_000));
  });
  const reason = (await scoreSample(sampleOf("a"), caseOf(), [thrower])).get("throws")?.reason ?? "";
  expect(reason.length).toBeLessThanOrEqual(200);
  expect(reason.endsWith("😀…")).toBe(true);
  expect(reason.isWellFormed()).toBe(true);
});

test("every sample has the operational metrics, in their order", () => {
  const names = operationalMetrics.map((metric) => metric.name);
  const streamed = sampleOf("a", { timeToFirstTokenMs: 4 });
  expect([...operationalScores(streamed).keys()]).toEqual(names);
  // There is no first token where an answer came in one piece, or not at all.
  const others = names.filter((name) => name !== "time-to-first-token");
  for (const sample of [sampleOf("a"), failedSample()]) expect([...operationalScores(sample).keys()]).toEqual(others);
  expect(operationalMetrics.some((metric) => metric.gatesByDefault)).toBe(false);
});

test("a completed sample is measured; what is unknown is null", () => {
  expect(Object.fromEntries(operationalScores(sampleOf("a😀")))).toEqual({
    latency: 12,
    tokens: 7,
    cost: null,
    length: 2,
    "failure-rate": 0,
  });
  for (const tokens of [
    { input: null, output: 4 },
    { input: 3, output: null },
  ]) {
    expect(operationalScores(sampleOf("a", { tokens: { ...unknownTokens, ...tokens } })).get("tokens")).toBeNull();
  }
  expect(operationalScores(sampleOf("a", { cost: 0.002 })).get("cost")).toBe(0.002);
});

test("a failed sample counts as failed and measures nothing", () => {
  expect(Object.fromEntries(operationalScores(failedSample()))).toEqual({
    latency: null,
    tokens: null,
    cost: null,
    length: null,
    "failure-rate": 1,
  });
});

test.each(["refused-parameter", "no-counterpart"] as const)("%s says nothing of how often calls fail", (kind) => {
  const failed = failedSample();
  const refused = { ...failed, failure: { ...failed.failure, kind } };
  expect(operationalScores(refused).get("failure-rate")).toBeNull();
});
