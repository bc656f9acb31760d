import { describe, expect, it } from "vitest";
import { compareMetric } from "../../src/gate/compare-metric.ts";
import { decideLook } from "../../src/gate/decide.ts";
import { createLook, planLooks } from "../../src/gate/looks.ts";
import type { CaseScores, MetricDefinition, Verdict } from "../../src/model.ts";
import { orderCases } from "../../src/pipeline/calls/case-order.ts";
import { gate } from "../gate/support.ts";
import { hasData, readCases } from "./data.ts";

const correct: MetricDefinition = {
  name: "correct",
  kind: "binary",
  direction: "higher",
  unit: null,
  gatesByDefault: true,
};

/** The recorded verdicts of two runs, case by case; cases without one in either run are left out. */
function pairRuns(baseline: string, candidate: string): readonly CaseScores[] {
  return readCases("azure_rag_chat_runs").flatMap(({ id, correct: verdicts }) => {
    const [before, after] = [verdicts[baseline], verdicts[candidate]];
    if (before === undefined || after === undefined) return [];
    return [{ id, tags: [], weight: 1, cluster: null, baseline: [Number(before)], candidate: [Number(after)] }];
  });
}

/** Takes the looks in the order of this seed: the verdict, and how many cases it took. */
function takeLooks(cases: readonly CaseScores[], seed: number): { verdict: Verdict; seen: number } {
  const order = orderCases(
    cases.map((entry) => ({ testCase: { ...testCase, id: entry.id, tags: entry.tags }, baseline: {}, candidate: {} })),
    seed,
  );
  const shares: number[] = [];
  let verdict: Verdict = "inconclusive";
  for (const seen of planLooks(cases.length)) {
    shares.push(seen / cases.length);
    const look = createLook(shares, seen / cases.length, seen === cases.length);
    const drawn = order.slice(0, seen).map((position) => cases[position] as CaseScores);
    const [decided] = decideLook([compareMetric(correct, drawn, { gate, seed, look })], { gate });
    verdict = decided?.verdict ?? verdict;
    if (verdict === "regression" || verdict === "no-regression") return { verdict, seen };
  }
  return { verdict, seen: cases.length };
}

const testCase = {
  named: true,
  vars: {},
  expected: null,
  context: null,
  weight: 1,
  cluster: null,
  scorers: [],
  place: { path: "" },
};

describe.skipIf(!hasData)("early stopping on recorded outputs", () => {
  const seeds = Array.from({ length: 100 }, (_, seed) => seed);

  it("a bad prompt is stopped after at most half of 200 cases, in at least 95 of 100 orders", () => {
    const cases = pairRuns("2023-12/baseline_1", "2023-12/badprompt_ignoresources_1");
    expect(cases).toHaveLength(200);
    const stops = seeds.map((seed) => takeLooks(cases, seed));
    const early = stops.filter(({ verdict, seen }) => verdict === "regression" && seen <= 100);
    expect(early.length).toBeGreaterThanOrEqual(95);
  });

  it.each([
    ["2023-12/baseline_1", "2023-12/baseline_2"],
    ["2023-12/baseline_1", "2023-12/baseline_3"],
    ["2023-12/baseline_2", "2023-12/baseline_3"],
    ["2023-12/refinedprompt_1", "2023-12/refinedprompt_2"],
    ["2024-02/baseline_1", "2024-02/baseline_2"],
    ["2024-08/baseline", "2024-08/baseline2"],
    ["2024-08/prompt_nomarkdownmention", "2024-08/prompt_nomarkdownmention2"],
  ])("%s and %s repeat one prompt: no order of the cases makes a regression of it", (baseline, candidate) => {
    const cases = pairRuns(baseline, candidate);
    const regressions = seeds.filter((seed) => takeLooks(cases, seed).verdict === "regression");
    expect(regressions).toEqual([]);
  });
});
