import { describe, expect, test } from "vitest";
import { onlyWatch } from "../../src/gate/only-watch.ts";
import type { Report } from "../../src/model.ts";
import {
  annotatePrompts,
  commentTexts,
  concludeCheck,
  describeMistakes,
} from "../../src/pipeline/action/publish-verdict.ts";
import { sampleReports } from "../report/sample-reports.ts";

const conclude = (changes: Partial<Report>): string =>
  concludeCheck({ ...(sampleReports["no-regression"] as Report), ...changes });

describe("describeMistakes", () => {
  test("never grows beyond what GitHub takes, and says what is missing", () => {
    const { title, markdown } = describeMistakes(
      Array.from({ length: 5000 }, (_, n) => `${n} ${"@mona `x` ".repeat(200)}`),
    );
    expect(title).toBe("Nothing was judged: 5000 mistakes to mend.");
    expect(Buffer.byteLength(markdown)).toBeLessThan(60_000);
    expect(markdown).toMatch(/^- …and \d+ more, which stand in the log$/m);
  });
});

test("what is only watched is pointed at with warnings alone", () => {
  const { regression, watched } = sampleReports as Readonly<Record<string, Report>>;
  const levels = (report: Report | undefined) =>
    report && annotatePrompts(report, new Map()).map(({ path, level }) => [path, level]);
  expect(levels(regression)).toEqual([["prompts/triage.prompt.yml", "failure"]]);
  expect(levels(watched)).toEqual([["prompts/triage.prompt.yml", "warning"]]);
});

test("a comment for problems alone is made of a regression that is watched, and of no pass", () => {
  const { watched, "no-regression": fine } = sampleReports as Readonly<Record<string, Report>>;
  expect(watched && commentTexts(watched, "text", "on-problem").body).toBe("text");
  expect(fine && commentTexts(onlyWatch(fine), "text", "on-problem").body).toBeNull();
});

describe("concludeCheck", () => {
  test.each<[string, Partial<Report>, string]>([
    ["passed", {}, "success"],
    ["a regression", { verdict: "regression", passed: false, exitCode: 1 }, "failure"],
    ["an accepted regression", { verdict: "regression", passed: true, exitCode: 0 }, "success"],
    ["an error", { verdict: "error", passed: false, exitCode: 3 }, "failure"],
    ["skipped", { verdict: "skipped", passed: null, exitCode: 0 }, "failure"],
    ["nothing changed", { verdict: "unchanged", prompts: [] }, "success"],
    ["a first run", { verdict: "new" }, "success"],
    ["a regression that is only watched", { verdict: "regression", passed: null, exitCode: 0, watch: true }, "neutral"],
    ["a pass that is only watched", { passed: null, watch: true }, "neutral"],
    ["a mistake to mend, where all is only watched", { passed: null, exitCode: 2, watch: true }, "failure"],
    ["inconclusive, as by default", { verdict: "inconclusive" }, "neutral"],
  ])("%s", (_what, changes, conclusion) => {
    expect(conclude(changes)).toBe(conclusion);
  });

  test("what was not judged is never green", () => {
    for (const [name, report] of Object.entries(sampleReports)) {
      const unjudged = report.prompts.some(({ verdict }) => verdict === "error" || verdict === "skipped");
      if (unjudged) expect(concludeCheck(report), name).toBe("failure");
    }
  });
});
