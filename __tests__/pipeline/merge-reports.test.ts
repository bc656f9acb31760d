import { describe, expect, test } from "vitest";
import { onlyWatch } from "../../src/gate/only-watch.ts";
import type { Report } from "../../src/model.ts";
import { mergeReports } from "../../src/pipeline/action/merge-reports.ts";
import { annotatePrompts, concludeCheck } from "../../src/pipeline/action/publish-verdict.ts";
import { headline } from "../../src/report/headline.ts";
import { promptReport, report } from "../report/build-report.ts";
import { sampleReports } from "../report/sample-reports.ts";

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

  test("what only watches has no say beside what does not, and all of it makes a report that watches", () => {
    const watched = onlyWatch(bad);
    expect(mergeReports([watched, onlyWatch(down)])).toMatchObject({ passed: null, exitCode: 0, watch: true });
    const mixed = mergeReports([watched, good]);
    expect(mixed).toMatchObject({ verdict: "regression", passed: true, exitCode: 0 });
    expect(mixed).not.toHaveProperty("watch");
    expect(concludeCheck(mixed)).toBe("neutral");
    expect(mixed.prompts.map(({ watch }) => watch)).toEqual([true, undefined]);
    expect(headline(mixed)).toMatch(/It is only watched, and fails nothing\.$/);
    expect(mixed.warnings).toContain(
      "b/prompts/triage.prompt.yml is only watched, as its assay.yml says: it fails nothing.",
    );
    expect(mergeReports([watched, bad])).toMatchObject({ passed: false, exitCode: 1 });
  });

  test("in a watched folder beside others, nothing is pointed at as a failure", () => {
    const mixed = mergeReports([onlyWatch(sampleReports["regression"] as Report), good]);
    expect(annotatePrompts(mixed, new Map())).toMatchObject([
      { path: "prompts/triage.prompt.yml", level: "warning", message: expect.stringContaining("only watched") },
    ]);
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

  test("what was tried in variants is named as its prompt is", () => {
    const variants = (path: string) => [
      {
        prompt: "triage",
        path,
        costMetric: "cost" as const,
        confidence: 0.9,
        gatingComparisons: 1,
        versions: [],
        cheapest: null,
      },
    ];
    const merged = mergeReports([
      { ...good, variants: variants("a/prompts/triage.prompt.yml") },
      { ...bad, variants: variants("b/prompts/triage.prompt.yml") },
    ]);
    expect(merged.variants?.map(({ prompt }) => prompt)).toEqual(["a/prompts/triage", "b/prompts/triage"]);
  });

  test("what failed alike in several folders is told once, the most frequent first", () => {
    const failure = (message: string, calls: number) => ({ message, kind: "server" as const, calls });
    const merged = mergeReports([
      { ...good, failures: [failure("503", 3), failure("400", 5)] },
      { ...bad, failures: [failure("503", 4)] },
    ]);
    expect(merged.failures).toEqual([failure("503", 7), failure("400", 5)]);
  });

  test("a policy is told by where something is open: a folder that tolerates it does not seem to fail", () => {
    const open = report({
      prompts: [promptReport({ path: "e.md", name: "e", verdict: "inconclusive" })],
      verdict: "inconclusive",
    });
    const strict = { ...good, gate: { ...good.gate, inconclusive: "fail" as const } };
    expect(mergeReports([strict, open])).toMatchObject({ passed: true, exitCode: 0, gate: { inconclusive: "warn" } });
  });
});
