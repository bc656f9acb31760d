import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFolderHistory } from "../../src/drift/folder-history.ts";
import type { DriftReport } from "../../src/model.ts";
import { drift } from "../../src/pipeline/drift.ts";
import { createProject } from "../end-to-end/support.ts";
import { choose, rubric, serveBoth } from "../judge/support.ts";

/** A prompt whose answers never change, and a judge whose mind can. */
async function watchJudge(keepAnswers: number) {
  const judge = { strict: false, silent: false };
  const { handler, questions } = serveBoth(({ blocks }) => {
    if (judge.silent) return { text: "no idea" };
    const number = Number(/\d+/.exec(blocks["answer"] ?? "")?.[0]);
    return choose(judge.strict && number % 2 === 1 ? "fail" : "pass");
  });
  const { directory } = await createProject({
    handler,
    config: { scorers: [{ judge: rubric }], drift: { keepAnswers } },
  });
  let day = 0;
  const night = async (): Promise<DriftReport> => {
    const at = new Date(Date.UTC(2026, 0, 1, 3) + day++ * 86_400_000);
    const history = openFolderHistory(join(directory, "drift"), async () => {});
    return (await drift({ directory, environment: {}, history, now: () => at })).report;
  };
  return { judge, night, questions, directory };
}

const goodOf = ({ prompts }: DriftReport) => prompts[0]?.rows.find(({ row }) => row === "good");

describe("a judge, night by night", { timeout: 60_000 }, () => {
  it("that drifts while the answers stay is named, because it scores the same stored answers again", async () => {
    const { judge, night, questions } = await watchJudge(30);
    for (let count = 0; count < 5; count++) await night();
    const before = questions.length;
    await night();
    // 40 answers of tonight, and the 30 that are kept.
    expect(questions.length - before).toBe(70);
    judge.strict = true;
    const report = await night();
    expect(goodOf(report)?.found).toMatchObject({ event: "drift", direction: "fall", causes: ["judge"] });
    expect(report.prompts[0]?.rows.find(({ row }) => row === "judge:good")?.found).toMatchObject({ causes: ["judge"] });
  });

  it("cannot be told from a model where no answer is kept, and that is said", async () => {
    const { judge, night, directory } = await watchJudge(0);
    for (let count = 0; count < 5; count++) await night();
    judge.strict = true;
    const report = await night();
    expect(goodOf(report)?.found).toMatchObject({
      causes: ["answers"],
      details: [expect.stringContaining("whether the judge is cannot be told")],
    });
    expect(await readFile(join(directory, "drift", "README.md"), "utf8")).toContain(
      "- `answers`: No answer is kept, so that a drift of the judge good cannot be told from one of the model.",
    );
    expect(report.warnings).toContainEqual(expect.stringContaining("keepAnswers is 0"));
  });

  it("that cannot be read makes a gap, not a drop", async () => {
    const { judge, night } = await watchJudge(10);
    for (let count = 0; count < 3; count++) await night();
    judge.silent = true;
    const report = await night();
    expect(report).toMatchObject({ exitCode: 3, prompts: [{ status: "gap" }] });
    expect(report.prompts[0]?.reason).toBe("40 of 40 answers could not be scored on good.");
  });
});
