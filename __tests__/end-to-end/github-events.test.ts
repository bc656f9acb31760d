import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { errorsOf, openPullRequest, pushOf } from "./pull-request.ts";
import { promptFile, promptPath, type Step } from "./support.ts";

/** Each test starts the Action several times, several tests at once. */
const timeout = 240_000;

const warningsOf = (step: Step): readonly string[] =>
  step.output.split("\n").filter((line) => line.startsWith("::warning"));

const nothing = { verdict: "skipped", passed: "", calls: "0", regressed: "[]", "comment-url": "" };

describe.concurrent("a pull request that is not to be judged", { timeout }, () => {
  it.each([
    ["a draft", { draft: true }, "is a draft, so nothing was run"],
    ["closed", { state: "closed" }, "is closed, so nothing was run"],
  ])("%s costs nothing, asks nothing of GitHub, and says so", async (_what, pull, words) => {
    const { run, github, calls } = await openPullRequest();
    const step = await run({ pull });
    expect(step).toMatchObject({ exitCode: 0, outputs: nothing });
    expect(step.summary).toContain(words);
    expect(calls()).toBe(0);
    expect(github.requests).toEqual([]);
  });

  it("a draft is judged where that is wanted", async () => {
    const { run } = await openPullRequest();
    expect(await run({ pull: { draft: true }, inputs: { drafts: "true" } })).toMatchObject({ exitCode: 1 });
  });

  it("no prompt changed: a success after a handful of requests, without a call or a key", async () => {
    const { run, github, calls } = await openPullRequest({ "README.md": "Hello\n" });
    expect(await run()).toMatchObject({ exitCode: 0, outputs: { verdict: "unchanged", passed: "true" } });
    expect(github.requests.length).toBeLessThanOrEqual(4);
    expect(calls()).toBe(0);
    expect(github.checks).toMatchObject([{ conclusion: "success", status: "completed" }]);
  });
});

describe.concurrent("the same question gets the same answer", { timeout }, () => {
  it("a merge queue takes the verdict over without a call, on a check run of its own commit", async () => {
    const { repository, github, run, runEvent, tip, calls } = await openPullRequest({
      [promptPath]: promptFile(40).replace("Be right", "Be always right"),
    });
    expect(await run()).toMatchObject({ exitCode: 0, outputs: { verdict: "no-regression" } });
    const before = calls();
    const base = await tip("main");
    await repository.git("switch", "--quiet", "--detach", "main");
    await repository.git("merge", "--quiet", "--no-ff", "--message=queue", "edit");
    const head = await tip("HEAD");
    const step = await runEvent("merge_group", {
      merge_group: {
        base_sha: base,
        base_ref: "refs/heads/main",
        head_sha: head,
        head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${base}`,
      },
    });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "no-regression", calls: "0" } });
    expect(calls()).toBe(before);
    expect(github.checks.at(-1)).toMatchObject({ name: "Prompt Assay", head_sha: head, conclusion: "success" });
    expect(github.comments(7)).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  it("a label of anybody's and a changed title run again, for nothing", async () => {
    const { run, calls } = await openPullRequest();
    const first = await run();
    const before = calls();
    const second = await run();
    expect([first.exitCode, second.exitCode]).toEqual([1, 1]);
    expect(calls()).toBe(before);
  });
});

describe.concurrent("a pull request whose base is changed", { timeout }, () => {
  it("is compared with the other base", async () => {
    const { repository, run, tip } = await openPullRequest();
    await repository.git("branch", "next", "edit");
    const pull = { base: { sha: await tip("next"), ref: "next" } };
    expect(await run({ pull })).toMatchObject({ exitCode: 0, outputs: { verdict: "unchanged" } });
    expect(await run()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  });
});

describe.concurrent("a push", { timeout }, () => {
  it("to the default branch records the baseline; the next pull request asks the candidate alone", async () => {
    const { repository, run, runEvent, tip, calls } = await openPullRequest();
    await repository.git("switch", "--quiet", "main");
    const payload = pushOf("main", await tip("main"));
    const first = await runEvent("push", payload);
    expect(first).toMatchObject({ exitCode: 0, outputs: { calls: "40" } });
    expect(calls()).toBe(40);
    const again = await runEvent("push", payload);
    expect(again).toMatchObject({ exitCode: 0, outputs: { calls: "0", verdict: "unchanged" } });
    expect(again.summary).toContain("kept already, and young enough: answers");
    await repository.git("switch", "--quiet", "edit");
    const step = await run();
    const report = JSON.parse(await readFile(step.outputs["report"] ?? "", "utf8")) as Report;
    expect(report.prompts[0]).toMatchObject({ verdict: "regression", confirmation: "confirmed" });
    expect(report.prompts[0]?.stored).not.toBeNull();
  });

  it("elsewhere has nothing to compare with", async () => {
    const { runEvent, tip, calls } = await openPullRequest();
    const step = await runEvent("push", pushOf("edit", await tip("edit")));
    expect(step.exitCode).toBe(2);
    expect(errorsOf(step)[0]).toContain("the event push has no base to compare with");
    expect(calls()).toBe(0);
  });
});

describe.concurrent("by hand and by the clock", { timeout }, () => {
  it("workflow_dispatch compares any two revisions, or the branch with the default branch", async () => {
    const { runEvent } = await openPullRequest();
    const chosen = await runEvent("workflow_dispatch", {}, { inputs: { base: "main", head: "edit" } });
    expect(chosen).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(await runEvent("workflow_dispatch", {})).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  });

  it("schedule does what it is told to", async () => {
    const { runEvent } = await openPullRequest();
    expect(await runEvent("schedule", {}, { inputs: { command: "run" } })).toMatchObject({
      exitCode: 0,
      outputs: { verdict: "new" },
    });
  });
});

describe.concurrent("a command in a comment", { timeout }, () => {
  const comment = (body: string, changes: object = {}, user: object = {}) => ({
    action: "created",
    issue: { number: 7, pull_request: { url: "x" } },
    comment: { body, user: { login: "lin", type: "User", ...user }, created_at: "2026-11-01T12:00:00Z" },
    repository: { default_branch: "main" },
    ...changes,
  });

  it("/assay run SHA judges that head, though another branch is checked out", async () => {
    const { github, repository, runEvent, tip } = await openPullRequest();
    github.permissions.set("lin", "write");
    const head = await tip("edit");
    const stale = { sha: await tip("main"), ref: "main" };
    await repository.git("switch", "--quiet", "main");
    await repository.write({ "docs/news.md": "news\n" });
    await repository.commit();
    github.pullStates.set(7, { head: { sha: head, ref: "edit" }, base: stale });
    const clone = await repository.clone("--depth=1", "--branch=main");
    const step = await runEvent("issue_comment", comment(`/assay run ${head.slice(0, 7)}\r\nplease`), {
      workspace: clone.directory,
    });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(github.checks).toMatchObject([{ head_sha: head, conclusion: "failure" }]);
    expect(github.comments(7)).toHaveLength(1);
    // Goalposts stand at the tip of the base branch, whatever the pull request remembers.
    expect(github.requests.map(({ operation }) => operation)).toContain("repos/get-branch");
    expect(github.violations).toEqual([]);
  });

  it.each<[string, object, string | null, string | null]>([
    ["another head", comment("/assay run 1234567"), "admin", "not 1234567: nothing was run"],
    ["a SHA that is too short", comment("/assay run abc"), "admin", "is no command"],
    ["no SHA", comment("/assay run"), "admin", "is no command"],
    ["somebody who may only triage", comment("/assay run HEAD"), "triage", "lin has no write permission"],
    ["a stranger", comment("/assay run HEAD"), null, "lin has no write permission"],
    ["an edited comment", comment("/assay run HEAD", { action: "edited" }), "admin", null],
    ["a quote", comment("> /assay run HEAD"), "admin", null],
    ["a later line", comment("hello\n/assay run HEAD"), "admin", null],
    ["a space before it", comment(" /assay run HEAD"), "admin", null],
    ["a program", comment("/assay run HEAD", {}, { login: "lin[bot]", type: "Bot" }), "admin", null],
    ["an issue", comment("/assay run HEAD", { issue: { number: 7 } }), "admin", null],
    ["talk", comment("I would /assay run HEAD"), "admin", null],
  ])("by or in %s commands nothing and costs nothing", async (_what, payload, permission, warning) => {
    const { github, runEvent, tip, calls } = await openPullRequest();
    if (permission !== null) github.permissions.set("lin", permission === "triage" ? "read" : permission);
    const head = await tip("edit");
    const told = JSON.parse(JSON.stringify(payload).replace("HEAD", head)) as object;
    const step = await runEvent("issue_comment", told);
    expect(step).toMatchObject({ exitCode: 0, outputs: nothing });
    expect(calls()).toBe(0);
    expect(github.checks).toEqual([]);
    expect(warningsOf(step)).toEqual(warning === null ? [] : [expect.stringContaining(warning)]);
  });
});
