import { describe, expect, test } from "vitest";
import type { Calibration, PastPrompt } from "../../src/model.ts";
import { renderBacktest } from "../../src/report/backtest-text.ts";
import { renderCalibration } from "../../src/report/calibration-text.ts";
import { columns, fitLines } from "../../src/report/layout.ts";
import { reporters } from "../../src/report/registry.ts";
import { renderWatch } from "../../src/report/watch-text.ts";
import { caseReport, comparison, promptReport, report } from "./build-report.ts";
import { sampleReports } from "./sample-reports.ts";

/** What is hostile gets wider where a line of it would begin a command. */
const fitting = Object.entries(sampleReports).filter(([name]) => name !== "hostile");

describe.each([40, 50, 60, 80, 100])("at %i columns", (width) => {
  test.each(fitting)("%s fits", (_, sample) => {
    const tooWide = reporters.text
      .render(sample, { color: false, width })
      .split("\n")
      .filter((line) => columns(line) > width);
    expect(tooWide).toEqual([]);
  });
});

test("a terminal of 40 columns gets the numbers below each metric, and all of them", () => {
  const rendered = reporters.text.render(sampleReports["regression"] ?? report(), { color: false, width: 40 });
  expect(rendered).toContain("  contains  regression\n    82 % → 72 %, −10 (−16.4 … −3.6),\n    n=200\n");
  expect(rendered).toContain("worse");
});

describe("words that differ", () => {
  const both = (before: string, after: string) =>
    reporters.text.render(
      report({
        prompts: [
          promptReport({
            comparisons: [comparison({ verdict: "regression" })],
            cases: [
              caseReport({
                baseline: { status: "completed", text: before, failure: null },
                candidate: { status: "completed", text: after, failure: null },
              }),
            ],
          }),
        ],
      }),
      { color: true, width: 80 },
    );

  test("are red in the baseline and green in the candidate", () => {
    const rendered = both("send it to billing today", "send it to sales today");
    expect(rendered).toContain("send it to \u001b[31mbilling\u001b[0m today");
    expect(rendered).toContain("send it to \u001b[32msales\u001b[0m today");
  });

  test("are painted line by line, and not where nothing is in common", () => {
    expect(both("one two\nthree", "one 2\n3")).toContain("\u001b[32m2\u001b[0m\n");
    expect(both("billing", "sales")).toMatch(/│ billing\n.*│ sales\n/);
  });
});

describe("a text that was not laid out", () => {
  test.each([
    ["goes on below its own column", "  model    a bb ccc dddd eeee", 22, "  model    a bb ccc\n           dddd eeee"],
    ["goes on below an item", "  1. one two three", 12, "  1. one two\n     three"],
    ["goes on two columns further in", "one two three", 10, "one two\n  three"],
    ["is left where it fits", "  model    a\nb", 16, "  model    a\nb"],
    ["breaks a word that is longer", "abcdefghij", 6, "abcd\n  efgh\n  ij"],
  ])("%s", (_, text, width, fitted) => expect(fitLines(text, width)).toBe(fitted));

  test.each([40, 80])("is told by each command in %i columns", (width) => {
    const counts = { labels: 40, unscored: 1, accuracy: null, kappa: null } as const;
    const calibration: Calibration = {
      ...counts,
      schemaVersion: 1,
      judge: "helpful",
      fingerprint: "f",
      models: ["openai/gpt-5", "anthropic/claude-sonnet-4-5"],
      kind: "criteria",
      at: "2026-05-01",
      truePositiveRate: null,
      falsePositiveRate: null,
      orderAgreement: null,
      confusion: { categories: ["1", "2", "3", "4", "5"], table: Array.from({ length: 5 }, () => [9, 0, 1, 0, 2]) },
    };
    const calls = { planned: 90, made: 80, cached: 0, saved: 0, failed: 0 };
    const past = { ...promptReport(), cases: 40, unfitCases: 2, calls: 160 } as unknown as PastPrompt;
    const texts = [
      renderCalibration(
        { judges: [{ calibration, path: ".assay/helpful.json", disagreements: [], reasons: [] }], calls, warnings: [] },
        width,
      ),
      renderBacktest(
        {
          schemaVersion: 1,
          exitCode: 0,
          branch: { revision: "main", commit: "a".repeat(40) },
          goalposts: { revision: "working tree", commit: null },
          gate: report().gate,
          commits: { seen: 40, found: 1 },
          changes: [
            {
              commit: "b".repeat(40),
              parent: "c".repeat(40),
              subject: "Tidy the prompt up a little",
              stopped: true,
              prompts: [past],
            },
          ],
          controls: [{ ...past, falseAlarm: false }],
          controlsLeftOut: 0,
          leftOut: [],
          budget: 2000,
          calls,
          stored: null,
          failures: [],
          durationMs: 1000,
          warnings: ["One version could not be read, and was left out of what is told here."],
        },
        width,
      ),
      renderWatch(
        {
          schemaVersion: 1,
          days: 14,
          bothPassed: 4,
          bothFailed: 0,
          onlyOurs: [{ number: 7, reason: "Regression: triage got worse" }],
          onlyTheirs: [],
          oneGate: 0,
          runs: 5,
          calls: 100,
          cost: 1,
          theirRuns: 5,
          theirEstimate: { callsPerRun: 40, calls: 200, cost: 2 },
        },
        width,
      ),
    ];
    const lines = texts.flatMap((text) => fitLines(text, width).split("\n"));
    expect(lines.filter((line) => columns(line) > width)).toEqual([]);
    // The numbers are all there, and where there is room in one row.
    const [calibrated = "", backtested = ""] = texts;
    expect(calibrated).toContain(
      width === 80 ? "people 1            9       0       1       0       2" : "people 1  9  0  1  0  2",
    );
    expect(backtested).toMatch(
      width === 80 ? / {2}triage +no-regression +contains/ : /triage {2}no-regression\n {4}contains −0\.5/,
    );
  });
});
