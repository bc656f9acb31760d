import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import {
  type ExpectedPair,
  hasData,
  type RecordedCase,
  readAzureRuns,
  readCases,
  readExpected,
} from "../recorded/data.ts";
import { folderWith, lines, run } from "./support.ts";

/** The recorded verdicts of a variant as a results file; one that is missing is null. */
function resultsOf(cases: readonly RecordedCase[], variant: string): string {
  return lines(cases.map(({ id, correct }) => ({ id, scores: { correct: correct[variant] ?? null } })));
}

async function judge(pair: ExpectedPair): Promise<{ readonly exitCode: number; readonly report: Report }> {
  const cases = readCases(pair.dataset);
  const folder = await folderWith({ "a.jsonl": resultsOf(cases, pair.A), "b.jsonl": resultsOf(cases, pair.B) });
  const { exitCode } = await run(folder, "gate", "a.jsonl", "b.jsonl", "--json", "report.json");
  return { exitCode, report: JSON.parse(await readFile(join(folder, "report.json"), "utf8")) as Report };
}

describe.skipIf(!hasData)("recorded verdicts, gated from files", () => {
  const pairs = hasData ? readExpected().filter(({ dataset }) => !dataset.startsWith("bbh")) : [];
  const runs = hasData ? readAzureRuns() : new Map();
  const repeats = pairs.filter(
    ({ dataset, A, B }) => dataset.startsWith("azure") && JSON.stringify(runs.get(A)) === JSON.stringify(runs.get(B)),
  );

  it.each(pairs)("$A against $B of $dataset: every figure of the answer key", async (pair) => {
    const { report } = await judge(pair);
    expect(report.prompts[0]?.comparisons[0]).toMatchObject({
      pairs: pair.n,
      worse: pair.b_a_right_b_wrong,
      better: pair.c_a_wrong_b_right,
      baseline: expect.closeTo(pair.acc_a, 5),
      candidate: expect.closeTo(pair.acc_b, 5),
    });
  });

  it("seven runs repeat a prompt", () => expect(repeats).toHaveLength(7));

  it.each(repeats)("$B repeats $A: no regression is told", async (pair) => {
    const { exitCode, report } = await judge(pair);
    expect(exitCode).toBe(0);
    expect(report.verdict).not.toBe("regression");
  });

  it.each([
    ["gpt-4-0613", 1, "regression"],
    ["gpt-3.5-0613", 0, "improvement"],
    ["2023-12/badprompt_ignoresources_1", 1, "regression"],
  ])("%s ends with %i: %s", async (variant, exitCode, verdict) => {
    const pair = pairs.find(({ dataset, B }) => B === variant && dataset !== "llmdrift_leetcode") as ExpectedPair;
    const judged = await judge(pair);
    expect([judged.exitCode, judged.report.verdict]).toEqual([exitCode, verdict]);
  });
});
