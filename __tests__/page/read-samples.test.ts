import { describe, expect, it } from "vitest";
import type { CaseDetail, PromptReport, Report } from "../../src/model.ts";
import { readSamples } from "../../src/report/report-page/read-samples.ts";
import { sampledReport } from "./sampled-report.ts";

const linesOf = (lines: readonly string[]) =>
  async function* () {
    yield* lines;
  };

function withPrompt(report: Report, changes: Partial<PromptReport>): Report {
  return { ...report, prompts: report.prompts.map((prompt) => ({ ...prompt, ...changes })) };
}

describe("what samples add to the report's page", () => {
  const { report, lines } = sampledReport(14);

  it("is each case with its trials, and texts that many share once", async () => {
    const { prompts, details, texts } = await readSamples(report, ["helpful"], linesOf(lines));
    expect(prompts[0]?.details).toEqual(Array.from({ length: 14 }, (_, index) => index));
    expect(prompts[0]?.trials[2]).toEqual({ baseline: [0.9, 0.9], candidate: [0.2, 0.2] });
    expect(prompts[0]?.trials[5]).toEqual({ baseline: [0.7, 0.7], candidate: [null, null] });
    const worse = JSON.parse(details[2] ?? "") as CaseDetail;
    expect(worse.expected).toBe("billing");
    expect(worse.candidate.map(({ trial, output }) => [trial, output])).toEqual([
      [0, "The answer 2 is account."],
      [1, "The answer 2 is account."],
    ]);
    const [system, user] = worse.messages.baseline ?? [];
    expect(JSON.parse(texts[Number(system?.content)] ?? "")).toMatch(/^Take care\. Sort the message/);
    expect(user).toEqual({ role: "user", content: "Message number 2" });
    expect(texts.length).toBe(2);
  });

  it("tells latency of fresh answers alone, and nothing of what failed", async () => {
    const cached = lines.map((line, index) =>
      index % 2 === 0 ? line : line.replace('"cost"', '"cached":true,"cost"'),
    );
    const { prompts } = await readSamples(report, ["helpful"], linesOf(cached));
    const [latency, tokens, cost] = prompts[0]?.distributions ?? [];
    expect(latency?.summary.baseline?.count).toBe(14);
    expect(tokens?.summary).toMatchObject({ baseline: { count: 28 }, candidate: { count: 24 } });
    expect(tokens?.bins.baseline?.reduce((sum, count) => sum + count, 0)).toBe(28);
    expect(cost?.summary.baseline?.mean).toBeCloseTo(0.0004, 10);
    // All cost the same: there is nothing to spread.
    expect(cost?.edges).toEqual([]);
  });

  it("is of fresh answers alone where a confirmation decides, and of none of a variant", async () => {
    const confirmed = withPrompt(report, { confirmation: "confirmed" });
    const fresh = lines.slice(0, 4).map((line) => line.replace('"status"', '"draw":"confirm:1","status"'));
    const variant = lines
      .slice(4, 8)
      .map((line) => line.replace('"status"', '"draw":"confirm:1","variant":"small","status"'));
    const { prompts } = await readSamples(confirmed, ["helpful"], linesOf([...lines, ...fresh, ...variant]));
    expect(prompts[0]?.details.filter((line) => line !== null)).toEqual([0]);
    expect(prompts[0]?.distributions[0]?.summary.baseline?.count).toBe(2);
  });

  it("keeps the worst cases where not all fit, and says which it left out", async () => {
    const long = sampledReport(1400, { output: (index) => `${index} ${"word ".repeat(4000)}` });
    const { prompts, details } = await readSamples(long.report, ["helpful"], linesOf(long.lines));
    const cases = long.report.prompts[0]?.cases ?? [];
    const kept = cases.filter((_, index) => prompts[0]?.details[index] !== null);
    expect(kept.length).toBe(details.length);
    expect(details.join("").length).toBeLessThan(24_000_000);
    expect(new Set(kept.map(({ change }) => change))).toEqual(new Set(["worse"]));
  });
});
