import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { errorsOf, openPullRequest } from "./pull-request.ts";
import { assayFile, goldenFile, goldenPath, promptFile, promptPath } from "./support.ts";

/** Each test starts the Action several times, several tests at once. */
const timeout = 240_000;

const openai = (right: number): string => promptFile(right, { model: "openai/answers" });

describe.concurrent("the check run", { timeout }, () => {
  it("tells a regression on the head, at the lines that changed, and begins before anything is asked", async () => {
    const { github, run, tip } = await openPullRequest();
    const environment = {
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_RUN_ID: "99",
      GITHUB_RUN_ATTEMPT: "2",
    };
    let begun: string | undefined;
    github.before("checks/update", () => {
      begun = github.checks[0]?.status;
    });
    const step = await run({ environment });
    expect(begun).toBe("in_progress");
    const [check] = github.checks;
    expect(github.checks).toHaveLength(1);
    expect(check).toMatchObject({
      name: "Prompt Assay",
      head_sha: await tip("edit"),
      status: "completed",
      conclusion: "failure",
      external_id: "99.2",
      details_url: "https://github.example/octo-org/prompts/actions/runs/99",
    });
    expect(check?.output?.title).toMatch(/^Regression: answers got worse: equals 100 % → 50 %, p = /);
    expect(github.comments(7)[0]?.body).toContain(check?.output?.summary.trim());
    expect(check?.output?.summary).toContain("[The whole report of this run](https://github.example/octo-org");
    expect(check?.output?.annotations).toEqual([
      {
        path: promptPath,
        start_line: 4,
        end_line: 4,
        annotation_level: "failure",
        message: expect.stringMatching(/^Pass rate of equals fell by 50 points/),
      },
    ]);
    expect(step.exitCode).toBe(1);
    expect(github.violations).toEqual([]);
  });

  it.each([
    ["no regression", promptFile(40).replace("Be right", "Be always right"), {}, "success"],
    ["inconclusive, with a warning", promptFile(38), { gate: { margin: 0.05 } }, "neutral"],
    ["inconclusive, which passes", promptFile(38), { gate: { margin: 0.05, inconclusive: "pass" } }, "success"],
    ["inconclusive, which fails", promptFile(38), { gate: { margin: 0.05, inconclusive: "fail" } }, "failure"],
  ])("%s", async (_what, prompt, config, conclusion) => {
    const { github, run } = await openPullRequest({ [promptPath]: prompt }, { config });
    const step = await run();
    expect(github.checks).toMatchObject([{ conclusion, status: "completed" }]);
    const levels = github.checks[0]?.output?.annotations?.map((each) => each.annotation_level);
    expect(levels).toEqual(conclusion === "success" ? [] : [conclusion === "neutral" ? "warning" : "failure"]);
    expect(step.exitCode).toBe(conclusion === "failure" ? 1 : 0);
  });

  it("the file for code scanning points at the lines that changed", async () => {
    const { repository, run } = await openPullRequest();
    await run({ inputs: { sarif: "report.sarif", junit: "report.xml" } });
    const [result] = JSON.parse(await readFile(`${repository.directory}/report.sarif`, "utf8")).runs[0].results;
    expect(result).toMatchObject({
      ruleId: "regression",
      level: "error",
      locations: [
        { physicalLocation: { artifactLocation: { uri: promptPath }, region: { startLine: 4, endLine: 4 } } },
      ],
      partialFingerprints: { primaryLocationLineHash: `${promptPath}#equals` },
    });
    const xml = await readFile(`${repository.directory}/report.xml`, "utf8");
    expect(xml).toContain('<failure message="Pass rate of equals fell by 50 points');
    expect(xml).toContain("case case-");
  });

  it("a provider that is down is a failure, and no regression", async () => {
    const handler = () => ({ status: 503, body: { error: { message: "overloaded" } } });
    const { github, run } = await openPullRequest({ [promptPath]: promptFile(2) }, { cases: 3, handler });
    expect(await run()).toMatchObject({ exitCode: 3 });
    expect(github.checks).toMatchObject([{ conclusion: "failure", output: { annotations: [] } }]);
    expect(github.checks[0]?.output?.title).toMatch(/^Could not judge: /);
  });

  it("a missing key is red, costs no call, names the secret and where to add it", async () => {
    const { github, run, calls } = await openPullRequest(
      { [promptPath]: openai(20) },
      { files: { [promptPath]: openai(40) } },
    );
    const step = await run();
    expect(step.exitCode).toBe(2);
    expect(calls()).toBe(0);
    for (const text of [
      errorsOf(step)[0],
      step.summary,
      github.comments(7)[0]?.body,
      github.checks[0]?.output?.summary,
    ]) {
      expect(text?.replaceAll("`", "")).toContain(
        "add a secret OPENAI_API_KEY under Settings → Secrets and variables → Actions",
      );
    }
    expect(github.checks).toMatchObject([
      { conclusion: "failure", output: { title: expect.stringMatching(/^Nothing was judged/) } },
    ]);
    expect(github.violations).toEqual([]);
  });

  it("a mistake to mend is a failure, too", async () => {
    const { github, run } = await openPullRequest({ [promptPath]: "messages: 3\n" });
    expect(await run()).toMatchObject({ exitCode: 2 });
    expect(github.checks).toMatchObject([{ conclusion: "failure" }]);
  });

  it("without checks: write the step's own result stands for the verdict", async () => {
    const { github, run } = await openPullRequest();
    github.checksWritable = false;
    const step = await run();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(step.output).toContain("No check run: the job has no permission checks: write.");
    // What no check run can point at, the step's log does.
    expect(errorsOf(step)[0]).toMatch(
      /^::error file=prompts\/answers\.prompt\.yml,line=4::Pass rate of equals fell by 50/,
    );
    expect(github.checks).toEqual([]);
    expect(github.comments(7)).toHaveLength(1);
  });

  it.each([
    ["a fork", { source: "stranger/prompts" }],
    ["Dependabot", { environment: { GITHUB_ACTOR: "dependabot[bot]" } }],
  ])("the run of %s has no key: it is skipped, makes none, and stays pending", async (_what, changes) => {
    const { github, run } = await openPullRequest(
      { [promptPath]: openai(20) },
      { files: { [promptPath]: openai(40) } },
    );
    const step = await run(changes);
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "skipped", passed: "" } });
    expect(github.requests).toEqual([]);
  });

  it("a base that only watches: the regression is told as ever, and nothing fails", async () => {
    const { github, run } = await openPullRequest(undefined, { config: { watch: true, gate: { margin: 0.1 } } });
    const step = await run();
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "regression", passed: "" } });
    expect(errorsOf(step)).toEqual([]);
    expect(github.checks).toMatchObject([
      { conclusion: "neutral", output: { annotations: [{ annotation_level: "warning" }] } },
    ]);
    expect(github.checks[0]?.output?.title).toMatch(/^Regression: .* Only watching: nothing fails\.$/);
    expect(github.comments(7)[0]?.body).toContain("Only watching: nothing fails.");
  });

  it("a pull request that adds watch: true is not watched", async () => {
    const { github, run, push, url } = await openPullRequest();
    await push({ "assay.yml": assayFile(url, { watch: true }) });
    expect(await run()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", passed: "false" } });
    expect(github.checks).toMatchObject([{ conclusion: "failure" }]);
    expect(github.comments(7)[0]?.body).toContain("changes watch from false to true");
  });

  it("what only judges differently is told, and is a success", async () => {
    const { github, run } = await openPullRequest({ [goldenPath]: goldenFile(39) });
    expect(await run()).toMatchObject({ exitCode: 0 });
    expect(github.checks).toMatchObject([{ conclusion: "success" }]);
  });
});
