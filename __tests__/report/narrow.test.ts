import { describe, expect, test } from "vitest";
import { columns } from "../../src/report/layout.ts";
import { reporters } from "../../src/report/registry.ts";
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
