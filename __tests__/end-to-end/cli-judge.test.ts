import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Calibration, Report } from "../../src/index.ts";
import { choose, honestJudge, serveBoth } from "../judge/support.ts";
import { createProject, promptFile, promptPath, readJson, runCli, unwrap } from "./support.ts";

const rubric = { name: "good", rubric: "rubrics/good.md", model: "local/judge" };

async function createJudged(judge = honestJudge, options: object = rubric) {
  const { handler, questions } = serveBoth(judge);
  const project = await createProject({
    handler,
    config: { scorers: [{ judge: options }] },
    files: { "rubrics/good.md": "It says answer.\n" },
  });
  await project.repository.write({ [promptPath]: promptFile(30) });
  return { ...project, questions };
}

describe.concurrent("judges on the command line", () => {
  it("compare, review, label, calibrate, compare: the judge's agreement stands in the comment", async () => {
    const { directory, questions } = await createJudged();
    const compared = await runCli(directory, ["compare", "--json", "report.json", "--no-cache"]);
    expect(compared.exitCode).toBe(1);
    expect(unwrap(compared.output)).toContain("The judge good is not calibrated");
    expect(questions[0]?.rules).toContain("It says answer.");

    const reviewed = await runCli(directory, ["review", "report.json"]);
    expect(reviewed).toMatchObject({ exitCode: 0, output: expect.stringContaining("report.review.html") });
    expect(await readFile(join(directory, "report.review.html"), "utf8")).toContain("Content-Security-Policy");

    const labels = Array.from({ length: 60 }, (_, n) => {
      const right = n % 2 === 0;
      return JSON.stringify({
        id: `case-${n % 40}`,
        output: `${right ? "answer" : "wrong"} ${n}`,
        label: right ? "pass" : "fail",
      });
    });
    await writeFile(join(directory, "labels.jsonl"), labels.join("\n"));
    const calibrated = await runCli(directory, ["calibrate", "labels.jsonl", "--no-cache"]);
    expect(calibrated).toMatchObject({ exitCode: 0, errors: expect.not.stringContaining("error") });
    expect(calibrated.output).toContain("agrees with people on 100 %");
    const kept = await readJson<Calibration>(directory, "calibration", "good.json");
    expect(kept).toMatchObject({ judge: "good", labels: 60, kappa: { value: 1 } });

    const again = await runCli(directory, ["compare", "--markdown", "comment.md", "--no-cache"]);
    expect(again.exitCode).toBe(1);
    expect(await readFile(join(directory, "comment.md"), "utf8")).toContain(
      "The judge good agrees with people on 100 % (κ 1.00, n = 60).",
    );
  }, 60_000);

  it("a judge that cannot be read is a run that could not be judged, and never a regression", async () => {
    const { directory } = await createJudged(() => choose("splendid"));
    const { exitCode, output } = await runCli(directory, ["compare", "--json", "report.json"]);
    expect(exitCode).toBe(3);
    expect(unwrap(output)).toContain("Could not judge the pass rate of good: 40 cases could not be scored.");
    expect(await readJson<Report>(directory, "report.json")).toMatchObject({ verdict: "error", passed: false });
  }, 60_000);

  it("mistakes in a judge are told with their line, all at once", async () => {
    const { directory } = await createJudged(honestJudge, {
      kind: "pairwise",
      votes: 3,
      rubric: "none.md",
      model: "nobody/x",
    });
    const { exitCode, errors } = await runCli(directory, ["check"]);
    expect(exitCode).toBe(2);
    expect(unwrap(errors)).toContain("a pairwise judge has no votes");
    expect(unwrap(errors)).toContain("judge names the file none.md, which is not in the repository");
  }, 60_000);
});
