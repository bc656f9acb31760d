import { describe, expect, it } from "vitest";
import { writeCheckNote } from "../../src/github/check-note.ts";
import { pairGates } from "../../src/pipeline/watch-report.ts";
import { renderWatch } from "../../src/report/watch-text.ts";
import { openPullRequest } from "./pull-request.ts";
import { runCli, unwrap } from "./support.ts";

describe("watch --report", () => {
  it("says where the two gates agreed, from what the Action left on GitHub", async () => {
    const opened = await openPullRequest(undefined, { config: { watch: true, gate: { margin: 0.1 } } });
    const { github, run, repository, tip } = opened;
    await run();
    const sha = await tip("edit");
    const theirs = { id: 1, name: "evals", head_sha: sha, status: "completed", app: { slug: "github-actions" } };
    github.checks.push({ ...theirs, conclusion: "success" });
    // Another app says that ours passed: it is not believed. More check runs than a page holds are no hiding place.
    const forged = { ...theirs, name: "Prompt Assay", conclusion: "success", app: { slug: "another-app" } };
    const text = writeCheckNote({ verdict: "no-regression", failed: false, calls: 1, cost: 0 });
    github.checks.push({ ...forged, id: 9000, output: { title: "No regression.", summary: "", text } });
    github.checks.unshift(
      ...Array.from({ length: 120 }, (_, n) => ({ ...theirs, id: 100 + n, name: `lint ${n}`, conclusion: "failure" })),
    );
    await repository.write({
      ".github/workflows/ci.yml":
        "jobs:\n  lint: { steps: [{ run: lint }] }\n  evals:\n    steps: [{ run: npx promptfoo eval --repeat 2 }]\n",
      "promptfooconfig.yaml":
        "prompts: ['{{n}}', 'Case {{n}}']\nproviders: [openai:answers]\ndefaultTest:\n  assert: [{ type: llm-rubric, value: right }]\ntests: [{ vars: { n: [1, 2, 3] } }]\n",
    });
    const environment = { GITHUB_TOKEN: "token", GITHUB_REPOSITORY: "octo-org/prompts", GITHUB_API_URL: github.url };
    const finished = await runCli(repository.directory, ["watch", "--report"], environment);
    expect(finished).toMatchObject({ exitCode: 0, errors: "" });
    expect(finished.output).toMatch(/only Prompt Assay failed +1\n/);
    expect(finished.output).toMatch(/#7 Regression: answers got worse/);
    // Twice two prompts over three tests, each answer asked for and graded.
    expect(finished.output).toMatch(/calls +80 +about 24\n/);
    expect(unwrap(finished.output)).toContain("its configuration plans 24 calls a run, at $0.00 a call");
    for (const line of finished.output.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(github.violations).toEqual([]);
  }, 60_000);

  it("needs a token", async () => {
    const { repository } = await openPullRequest();
    const finished = await runCli(repository.directory, ["watch", "--report"]);
    expect(finished).toMatchObject({ exitCode: 2, errors: expect.stringContaining("GITHUB_TOKEN") });
  });

  const note = { verdict: "no-regression", failed: false, calls: 8, cost: null };
  const ours = { name: "Prompt Assay", conclusion: "neutral", title: "No regression.", note };
  const theirs = { name: "promptfoo", conclusion: "failure", title: "", note: null };

  it("takes an unknown cost for no cost, and no opinion for none", () => {
    const checks = [ours, { ...theirs, conclusion: "cancelled" }];
    const report = pairGates([{ number: 1, checks }], 14, { jobs: [], callsPerRun: 10 });
    expect(report).toMatchObject({ oneGate: 1, cost: null, theirRuns: 0, theirEstimate: null });
  });

  it("prices what the other gate plans at what a call of ours cost, and adds up all of our check runs", () => {
    const priced = { ...ours, note: { ...note, cost: 0.04 } };
    const other = {
      ...priced,
      name: "Prompt Assay (chat)",
      title: "Regression.",
      note: { ...priced.note, failed: true },
    };
    const pulls = [{ number: 1, checks: [priced, other, theirs] }];
    const report = pairGates(pulls, 14, { jobs: [], callsPerRun: 10 });
    expect(report).toMatchObject({ runs: 1, calls: 16, cost: 0.08, bothFailed: 1 });
    expect(report.theirEstimate).toEqual({ callsPerRun: 10, calls: 10, cost: 0.05 });
    const shown = renderWatch(report, 80);
    expect(shown).toMatch(/ cost +\$0\.08 +about \$0\.05\n/);
    expect(unwrap(shown)).toContain("plans 10 calls a run, at $0.005 a call, which is what ours cost here.");
    // Prices and plans that nobody knows stay unknown.
    expect(renderWatch(pairGates(pulls, 14, { jobs: [], callsPerRun: null }), 80)).toMatch(/ calls +16 +unknown\n/);
    const unpriced = pairGates([{ number: 1, checks: [ours, theirs] }], 14, { jobs: [], callsPerRun: 10 });
    expect(unpriced.theirEstimate).toEqual({ callsPerRun: 10, calls: 10, cost: null });
  });

  it.each([
    ["evals", "evals (node 22)", true],
    ["evals", "evals / run", true],
    ["evals", "evals2", false],
    ["Evals of ${{ matrix.area }} (all)", "Evals of chat (all)", true],
    ["Evals (all)", "Evals of chat (all)", false],
  ])("takes the job %j for the check run %j: %j", (job, name, isIt) => {
    const checks = [ours, { ...theirs, name }];
    const report = pairGates([{ number: 1, checks }], 14, { jobs: [job], callsPerRun: null });
    expect(report.theirRuns).toBe(isIt ? 1 : 0);
  });
});
