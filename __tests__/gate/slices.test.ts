import { describe, expect, it } from "vitest";
import { decideAll } from "../../src/gate/decide.ts";
import { draftSlices } from "../../src/gate/slices.ts";
import type { CaseScores, Comparison, GateConfig, MetricDefinition } from "../../src/model.ts";
import { draft, gate, latency, makeCase, passFail } from "./support.ts";

/** So many cases of a tag, the first of them broken. */
function tagged(tags: readonly string[], n: number, losses: number): readonly CaseScores[] {
  return Array.from({ length: n }, (_, i) => makeCase(`${tags.join()}-${i}`, 1, i < losses ? 0 : 1, { tags }));
}

function slicesOf(
  cases: readonly CaseScores[],
  settings: Partial<GateConfig> = {},
  metric: MetricDefinition = passFail,
): readonly Comparison[] {
  const all = { ...gate, ...settings };
  return decideAll(draftSlices(metric, cases, { gate: all, seed: 1 }), all);
}

const named = (comparisons: readonly Comparison[]) => comparisons.map(({ slice, verdict }) => [slice, verdict]);

describe("slices", () => {
  it("a drop on the edge cases does not hide in the average, and does not block", () => {
    const cases = [...tagged(["edge"], 12, 9), ...tagged(["plain"], 400, 0)];
    const [whole, ...slices] = decideAll(
      [draft(passFail, cases), ...draftSlices(passFail, cases, { gate, seed: 1 })],
      gate,
    );
    expect(whole).toMatchObject({ slice: null, gated: true, verdict: "no-regression" });
    expect(named(slices)).toEqual([
      ["edge", "regression"],
      ["plain", "no-regression"],
    ]);
    expect(slices.every(({ gated }) => !gated)).toBe(true);
    expect(whole?.adjustedPValue).toBe(whole?.pValue);
  });

  it("are corrected among themselves", () => {
    const weak = tagged(["weak"], 20, 5);
    const others = Array.from({ length: 9 }, (_, i) => tagged([`t${i}`], 20, 0)).flat();
    const [alone] = slicesOf([...weak, ...tagged([], 20, 0)]);
    expect(alone).toMatchObject({ slice: "weak", verdict: "regression", pValue: 1 / 64, adjustedPValue: 1 / 64 });
    const among = slicesOf([...weak, ...others]);
    expect(among).toHaveLength(10);
    expect(among.find(({ slice }) => slice === "weak")).toMatchObject({
      verdict: "inconclusive",
      adjustedPValue: 10 / 64,
    });
  });

  it("of gate.slices gate, count in the run's correction, and are left out of the others'", () => {
    const cases = [...tagged(["edge"], 20, 5), ...tagged(["plain"], 100, 0)];
    const settings = { gate: { ...gate, slices: ["edge", "nowhere"] }, seed: 1 };
    const decided = decideAll([draft(passFail, cases), ...draftSlices(passFail, cases, settings)], settings.gate);
    expect(decided.map(({ slice, gated, verdict }) => [slice, gated, verdict])).toEqual([
      [null, true, "inconclusive"],
      ["edge", true, "regression"],
      ["plain", false, "no-regression"],
    ]);
    expect(decided[1]?.adjustedPValue).toBe(2 / 64);
    expect(decided[2]?.adjustedPValue).toBe(1);
  });

  it("that gate are compared whatever their size, others from five pairs on", () => {
    const cases = [
      ...tagged(["four"], 4, 0),
      ...tagged(["five"], 5, 0),
      ...tagged(["tiny"], 2, 0),
      ...Array.from({ length: 6 }, (_, i) => makeCase(`m${i}`, 1, i < 2 ? "failed" : 1, { tags: ["missing"] })),
    ];
    expect(named(slicesOf(cases, { slices: ["tiny"] }))).toEqual([
      ["five", "inconclusive"],
      ["tiny", "inconclusive"],
    ]);
    expect(slicesOf(cases, { slices: ["tiny"] })[1]).toMatchObject({ gated: true, reason: "too-few-cases" });
  });

  it("are at most fifty beside those that gate: the largest, in the order of their names", () => {
    const cases = Array.from({ length: 60 }, (_, i) => tagged([`t${i}`], i < 10 ? 5 : 6, 0)).flat();
    const tags = slicesOf(cases, { slices: ["t3"] }).map(({ slice }) => slice);
    const expected = ["t3", ...Array.from({ length: 50 }, (_, i) => `t${i + 10}`)].sort();
    expect(tags).toEqual(expected);
    expect(slicesOf(cases.toReversed(), { slices: ["t3"] }).map(({ slice }) => slice)).toEqual(expected);
  });

  it("what all cases share is the whole set again; a tag given twice counts once", () => {
    const cases = [...tagged(["all", "a", "a"], 10, 0), ...tagged(["all", "b"], 10, 0)];
    expect(slicesOf(cases).map(({ slice, pairs }) => [slice, pairs])).toEqual([
      ["a", 10],
      ["b", 10],
    ]);
  });

  it("are told for metrics that gate only, and for those of ratios, too", () => {
    const times = Array.from({ length: 20 }, (_, i) => makeCase(i, 100 + i, 200 + i, { tags: [i < 10 ? "a" : "b"] }));
    expect(slicesOf(times, {}, latency)).toEqual([]);
    const metrics = { latency: { gate: true, atLeast: null, margin: null } };
    expect(named(slicesOf(times, { metrics }, latency))).toEqual([
      ["a", "regression"],
      ["b", "regression"],
    ]);
  });

  it("takes hostile tags for what they are", () => {
    const tags = ["__proto__", "constructor", "a\u202eb", ""];
    const cases = tags.flatMap((tag) => tagged([tag], 5, 0));
    expect(slicesOf(cases).map(({ slice }) => slice)).toEqual([...tags].sort());
  });
});
