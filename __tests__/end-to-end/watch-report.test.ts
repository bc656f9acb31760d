import { describe, expect, it } from "vitest";
import { pairGates } from "../../src/pipeline/watch-report.ts";
import { openPullRequest } from "./pull-request.ts";
import { runCli } from "./support.ts";

describe("watch --report", () => {
  it("says where the two gates agreed, from what the Action left on GitHub", async () => {
    const opened = await openPullRequest(undefined, { config: { watch: true, gate: { margin: 0.1 } } });
    const { github, run, repository, tip } = opened;
    await run();
    const theirs = { id: 1, name: "evals", head_sha: await tip("edit"), status: "completed" };
    github.checks.push({ ...theirs, conclusion: "success" });
    const workflow = "jobs:\n  evals:\n    steps: [{ run: npx promptfoo eval }]\n";
    await repository.write({ ".github/workflows/evals.yml": workflow });
    const environment = { GITHUB_TOKEN: "token", GITHUB_REPOSITORY: "octo-org/prompts", GITHUB_API_URL: github.url };
    const finished = await runCli(repository.directory, ["watch", "--report"], environment);
    expect(finished).toMatchObject({ exitCode: 0, errors: "" });
    expect(finished.output).toMatch(/only Prompt Assay failed +1\n/);
    expect(finished.output).toMatch(/#7 Regression: answers got worse/);
    expect(finished.output).toMatch(/calls +80 +unknown\n/);
    for (const line of finished.output.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(github.violations).toEqual([]);
  }, 60_000);

  it("needs a token", async () => {
    const { repository } = await openPullRequest();
    const finished = await runCli(repository.directory, ["watch", "--report"]);
    expect(finished).toMatchObject({ exitCode: 2, errors: expect.stringContaining("GITHUB_TOKEN") });
  });

  it("takes an unknown cost for no cost, and no opinion for none", () => {
    const note = { verdict: "no-regression", failed: false, calls: 8, cost: null };
    const ours = { name: "Prompt Assay", conclusion: "neutral", title: "No regression.", note };
    const theirs = { name: "promptfoo", conclusion: "cancelled", title: "", note: null };
    expect(pairGates([{ number: 1, checks: [ours, theirs] }], 14, [])).toMatchObject({ oneGate: 1, cost: null });
  });
});
