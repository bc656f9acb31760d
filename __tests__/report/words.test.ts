import { describe, expect, test } from "vitest";
import type { Comparison } from "../../src/model.ts";
import { describeEvidence } from "../../src/report/evidence.ts";
import { describeComparison } from "../../src/report/words.ts";
import { alone, comparison, latency, report } from "./build-report.ts";

const setting = report();

const regression = comparison({
  candidate: 0.72,
  difference: -0.1,
  interval: [-0.164, -0.036],
  pValue: 0.01,
  adjustedPValue: 0.01,
  worse: 27,
  better: 7,
  verdict: "regression",
});

const sentences: readonly (readonly [name: string, comparison: Comparison, sentence: string])[] = [
  [
    "a regression",
    regression,
    "Pass rate of contains fell by 10 points (82 % → 72 %). This is not noise (p = 0.010), and it is more than your tolerance of 5 points.",
  ],
  [
    "a regression that just reaches the tolerance",
    { ...regression, difference: -0.05, candidate: 0.77 },
    "Pass rate of contains fell by 5 points (82 % → 77 %). This is not noise (p = 0.010), and it is as much as your tolerance of 5 points.",
  ],
  [
    "a corrected p-value at the floor",
    { ...regression, pValue: 1e-300, adjustedPValue: 0.0004 },
    "Pass rate of contains fell by 10 points (82 % → 72 %). This is not noise (p < 1e-300; corrected for 1 gating comparison, p = 0.0004), and it is more than your tolerance of 5 points.",
  ],
  [
    "a slice that is watched",
    { ...regression, gated: false, slice: "billing", adjustedPValue: 0.04 },
    "Pass rate of contains among cases tagged billing fell by 10 points (82 % → 72 %). This is not noise (p = 0.010; corrected among the slices, p = 0.040), and it is more than your tolerance of 5 points.",
  ],
  [
    "a slice that gates",
    { ...regression, slice: "billing", adjustedPValue: 0.04 },
    "Pass rate of contains among cases tagged billing fell by 10 points (82 % → 72 %). This is not noise (p = 0.010; corrected for 1 gating comparison, p = 0.040), and it is more than your tolerance of 5 points.",
  ],
  [
    "a latency that rose",
    latency({
      candidate: 918,
      difference: -0.12,
      interval: [-0.25, -0.02],
      margin: 0.1,
      pValue: 0.004,
      verdict: "regression",
    }),
    "Typical latency rose by 12 % (at worst 25 %; 820 ms → 918 ms). This is not noise (p = 0.004), and it is more than your tolerance of 10 %.",
  ],
  [
    "a share of failures that rose",
    { ...regression, metric: "failure-rate", direction: "lower", baseline: 0.02, candidate: 0.12 },
    "The metric failure-rate rose by 10 points (2 % → 12 %). This is not noise (p = 0.010), and it is more than your tolerance of 5 points.",
  ],
  [
    "an improvement",
    comparison({ baseline: 0.72, candidate: 0.82, difference: 0.1, pBetter: 0.01, verdict: "improvement" }),
    "Pass rate of contains rose by 10 points (72 % → 82 %). This is not noise (p = 0.010).",
  ],
  [
    "no regression",
    comparison(),
    "No drop beyond your tolerance of 5 points in the pass rate of contains: at worst −2.2 points.",
  ],
  [
    "no regression, but a small real drop",
    comparison({ difference: -0.021, interval: [-0.034, -0.008], pValue: 0.004 }),
    "No drop beyond your tolerance of 5 points in the pass rate of contains: at worst −3.4 points. There is a small real drop of 2.1 points (p = 0.004).",
  ],
  [
    "no regression of latency",
    latency({ difference: -0.05, interval: [-0.12, 0.02] }),
    "No rise beyond your tolerance of 20 % in the typical latency: at worst +12 %.",
  ],
  [
    "inconclusive with a worse estimate",
    comparison({
      pairs: 80,
      difference: -0.0375,
      interval: [-0.105, 0.03],
      worse: 7,
      better: 4,
      casesNeeded: 206,
      trialsNeeded: 3,
      verdict: "inconclusive",
    }),
    "Best guess −3.8 points in the pass rate of contains, but a drop of up to 10.5 points is not excluded. About 130 more cases, or 3 trials per case, would settle it.",
  ],
  [
    "inconclusive where even the most trials would not settle it",
    comparison({ pairs: 80, difference: -0.03, interval: [-0.105, 0.03], casesNeeded: 206, verdict: "inconclusive" }),
    "Best guess −3 points in the pass rate of contains, but a drop of up to 10.5 points is not excluded. About 130 more cases would settle it.",
  ],
  [
    "inconclusive with an estimate that is no worse, and too few changes",
    comparison({
      pairs: 30,
      difference: 1 / 30,
      interval: [-0.12, 0.16],
      worse: 1,
      better: 2,
      casesNeeded: 150,
      trialsNeeded: 5,
      verdict: "inconclusive",
    }),
    "No sign of a regression; 30 cases cannot rule out less than 12 points in the pass rate of contains. Only 3 cases changed: with one trial per case, fewer than 4 changes cannot show a regression. About 120 more cases, or 5 trials per case, would settle it.",
  ],
  [
    "inconclusive for too few cases",
    comparison({ pairs: 4, verdict: "inconclusive", reason: "too-few-cases" }),
    "No verdict on the pass rate of contains: 4 cases are too few. Add cases, or run each 5 times.",
  ],
  [
    "below a threshold",
    alone({ atLeast: 0.8, verdict: "below-threshold" }),
    "Pass rate of contains is 76.7 % over 30 cases: it misses your threshold of 80 %.",
  ],
  [
    "above a threshold",
    alone({ candidate: 0.9, interval: [0.78, 0.96], atLeast: 0.8, verdict: "above-threshold" }),
    "Pass rate of contains is 90 % over 30 cases: it meets your threshold of 80 %.",
  ],
  [
    "new, without a threshold",
    alone(),
    "Pass rate of contains is 76.7 % over 30 cases. There is nothing to compare it with and no threshold is set, so it passes with a warning.",
  ],
  [
    "failed calls",
    comparison({ failed: { baseline: 21, candidate: 20 }, verdict: "error", reason: "failed" }),
    "Could not judge the pass rate of contains: 21 cases failed in the baseline and 20 in the candidate. Run again.",
  ],
];

describe("the sentence of a verdict", () => {
  test.each(sentences)("%s", (_, entry, sentence) => {
    expect(describeComparison(entry, setting)).toBe(sentence);
  });

  test("a failure is named, and no failure sounds like a regression", () => {
    const failures = [{ message: "503 Service Unavailable", kind: "server", calls: 41 }] as const;
    for (const reason of [
      "failed",
      "unscored",
      "no-pairs",
      "refused-key",
      "missing-model",
      "missing-recording",
    ] as const) {
      const told = describeComparison(comparison({ verdict: "error", reason }), { ...setting, failures });
      expect(told).toMatch(/^Could not judge/);
      expect(told).not.toMatch(/regress|worse|fell|drop/i);
    }
    expect(describeComparison(comparison({ verdict: "error", reason: "failed" }), { ...setting, failures })).toContain(
      "(503 Service Unavailable)",
    );
  });

  test("a stricter alpha asks for more changes", () => {
    const open = comparison({
      pairs: 30,
      difference: -4 / 30,
      interval: [-0.3, 0.1],
      worse: 4,
      better: 0,
      verdict: "inconclusive",
    });
    const strict = { ...setting, gate: { ...setting.gate, alpha: 0.01 } };
    expect(describeComparison(open, setting)).not.toContain("cannot show");
    expect(describeComparison(open, strict)).toContain(
      "Only 4 cases changed: with one trial per case, fewer than 6 changes",
    );
  });

  test("further trials are no help where the cases are a sample", () => {
    const open = comparison({
      pairs: 80,
      difference: -0.03,
      interval: [-0.1, 0.03],
      casesNeeded: 206,
      verdict: "inconclusive",
    });
    const population = { ...setting, gate: { ...setting.gate, scope: "population" as const } };
    expect(describeComparison(open, population)).toMatch(/About 130 more cases would settle it\.$/);
  });
});

describe("the evidence of a verdict", () => {
  test("tells cases, interval and what could have been found", () => {
    expect(describeEvidence(regression)).toBe(
      "200 cases compared, 27 worse and 7 better; 90 % interval −16.4 to −3.6 points; a drop of 7.5 points would be found 4 times in 5.",
    );
  });

  test("tells what was left out", () => {
    const entry = comparison({ failed: { baseline: 2, candidate: 0 }, unscored: 1, minimumDetectable: null });
    expect(describeEvidence(entry)).toBe(
      "200 cases compared, 3 worse and 2 better; 90 % interval −2.2 to +1.2 points; left out: 2 failed in the baseline, 1 could not be scored.",
    );
  });

  test("tells of a candidate judged alone", () => {
    expect(describeEvidence(alone())).toBe("30 cases judged alone; 90 % interval 62 % to 87 %.");
  });

  test("tells when there is none", () => {
    const entry = comparison({ pairs: 0, interval: null, difference: null, baseline: null, candidate: null });
    expect(describeEvidence(entry)).toBe("No case compared.");
  });
});
