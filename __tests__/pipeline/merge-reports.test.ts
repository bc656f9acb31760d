import { describe, expect, test } from "vitest";
import { mergeReports } from "../../src/pipeline/merge-reports.ts";
import { promptReport, report } from "../report/build-report.ts";

describe("mergeReports", () => {
  const good = report({ prompts: [promptReport({ path: "a/prompts/triage.prompt.yml" })] });
  const bad = report({
    prompts: [promptReport({ path: "b/prompts/triage.prompt.yml", verdict: "regression" })],
    verdict: "regression",
  });
  const down = report({ prompts: [promptReport({ path: "c.md", name: "other", verdict: "error" })], verdict: "error" });
  const skipped = report({
    prompts: [promptReport({ path: "d.md", name: "d", verdict: "skipped" })],
    verdict: "skipped",
  });

  test("one report stays as it is", () => {
    expect(mergeReports([good])).toBe(good);
  });

  test.each([
    [[good, bad], "regression", false, 1],
    [[good, down], "error", false, 3],
    [[down, bad], "regression", false, 1],
    [[good, skipped], "skipped", null, 0],
    [[skipped, bad], "regression", false, 1],
    [[good, good], good.verdict, true, 0],
  ] as const)("a failed gate wins over what could not be judged (%#)", (reports, verdict, passed, exitCode) => {
    expect(mergeReports(reports)).toMatchObject({ verdict, passed, exitCode });
  });

  test("prompts of the same name stay distinct, others keep theirs", () => {
    expect(mergeReports([good, bad, down]).prompts.map(({ name }) => name)).toEqual([
      "a/prompts/triage",
      "b/prompts/triage",
      "other",
    ]);
  });

  test("counts are added, an unknown cost stays unknown, and different gates are told", () => {
    const other = { ...bad, cost: null, gate: { ...bad.gate, margin: 0.1, inconclusive: "fail" as const } };
    const merged = mergeReports([good, other]);
    expect(merged).toMatchObject({ cost: null, calls: { made: 800 }, gate: { inconclusive: "fail" } });
    expect(merged.warnings[0]).toContain("different gates");
    expect(mergeReports([good, bad]).cost).toBeCloseTo(0.24);
  });
});
