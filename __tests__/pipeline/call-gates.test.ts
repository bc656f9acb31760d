import { expect, it } from "vitest";
import { toOutcome } from "../../src/pipeline/calls/outcome.ts";
import { callGates } from "../../src/pipeline/plan/call-gates.ts";
import { createScorer, scorerFactories } from "../../src/score/registry.ts";
import { caseOf, contextOf, sampleOf, specOf } from "../score/support.ts";

const gated = { gate: true, atLeast: null, margin: null };

it.each([
  ["nothing", [], null, false],
  ["an answer", [specOf("contains")], null, false],
  ["the time of a call with a bound", [specOf("latency", { max: 900 }, "fast")], null, true],
  ["the same, watched", [specOf("latency", { max: 900 }, "fast")], { contains: gated }, false],
  ["a time without a bound", [specOf("time-to-first-token")], null, false],
  ["a time without a bound, on demand", [specOf("time-to-first-token")], { "time-to-first-token": gated }, true],
  ["latency, on demand", [], { latency: gated }, true],
  ["the first token, on demand", [], { "time-to-first-token": gated }, true],
  ["the first token, watched", [], { "time-to-first-token": { ...gated, gate: false } }, false],
  ["a time within", [specOf("all-of", { scorers: ["valid-json", { latency: { max: 900 } }] })], null, true],
  ["tokens, which a stored answer has", [specOf("output-tokens", { max: 9 })], null, false],
] as const)("whether the call itself gates: %s", (_name, scorers, metrics, expected) => {
  expect(callGates(scorers, { metrics }, scorerFactories)).toBe(expected);
});

it("a stored answer is not scored by what measures the call", async () => {
  const scorers = ["latency", "output-tokens"].map((type) => createScorer(specOf(type, { max: 20 }), contextOf()));
  const metricsOf = async (cached: boolean) =>
    [...(await toOutcome(sampleOf("a"), caseOf(), scorers, { index: 0, cached })).scores].map(([name]) => name).sort();
  expect(await metricsOf(false)).toEqual(["failure-rate", "latency", "length", "output-tokens", "tokens"]);
  expect(await metricsOf(true)).toEqual(["failure-rate", "length", "output-tokens", "tokens"]);
});
