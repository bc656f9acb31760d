import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { openPullRequest, type PullRequest } from "./pull-request.ts";
import { answerAsTold, assayFile, type Handler, promptFile, promptPath, runCli, type Step, unwrap } from "./support.ts";

/** Each test starts the Action several times, several tests at once. */
const timeout = 240_000;

async function readReport(step: Step): Promise<Report> {
  return JSON.parse(await readFile(step.outputs["report"] ?? "", "utf8")) as Report;
}

/** The fingerprint that the comment of a first run names. */
async function judgeOnce(pull: PullRequest): Promise<string> {
  const step = await pull.run();
  expect(step.exitCode).toBe(1);
  const [, pair = ""] = /`\/assay accept ([0-9a-f]{12}) REASON`/.exec(pull.github.comments(7)[0]?.body ?? "") ?? [];
  expect((await readReport(step)).prompts[0]?.pair?.startsWith(pair)).toBe(true);
  return pair;
}

async function setLabel({ github, tip }: PullRequest, by: string, changes: object = {}): Promise<void> {
  github.activities.push({ ref: "refs/heads/edit", after: await tip("edit"), at: "2026-11-01T10:00:00Z" });
  github.events.push({ event: "labeled", label: "assay: accepted", by, at: "2026-11-01T11:00:00Z", ...changes });
}

describe.concurrent("a known regression", { timeout }, () => {
  it("accepted in a comment passes, says who and why, and lapses with the next change", async () => {
    const pull = await openPullRequest();
    const pair = await judgeOnce(pull);
    pull.github.permissions.set("lin", "write");
    pull.github.addComment(7, `/assay accept ${pair} shorter answers, @octocat\nmore`, undefined, { by: "lin" });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "regression", passed: "true", calls: "0" } });
    expect((await readReport(step)).prompts[0]?.accepted).toEqual({
      by: "lin",
      how: "comment",
      reason: "shorter answers, @octocat",
      until: null,
    });
    const [comment] = pull.github.comments(7);
    expect(comment?.body).toMatch(/^## ❌ Regression, accepted by lin: answers got worse/);
    expect(comment?.body).toContain("accepted in a comment by lin: shorter answers, `@octocat`.");
    expect(comment?.body).not.toContain("How to accept");
    expect(pull.github.checks.map(({ conclusion }) => conclusion)).toEqual(["failure", "success"]);
    expect(pull.github.checks.at(-1)?.output?.annotations).toEqual([]);
    await pull.push({ [promptPath]: promptFile(19) });
    expect(await pull.run()).toMatchObject({ exitCode: 1, outputs: { passed: "false" } });
    expect(pull.github.violations).toEqual([]);
  });

  it("is a missed threshold, too, where nobody offers the baseline's model any more", async () => {
    const config = { gate: { metrics: { equals: { atLeast: 0.9 } } } };
    const handler: Handler = (request) =>
      (request.body as { readonly model: string }).model === "old"
        ? { status: 404, body: { error: { message: "no such model", code: "model_not_found" } } }
        : answerAsTold(request);
    const files = { [promptPath]: promptFile(40, { model: "local/old" }) };
    const pull = await openPullRequest(
      { [promptPath]: promptFile(20, { model: "local/new" }) },
      { config, handler, files },
    );
    const pair = await judgeOnce(pull);
    pull.github.permissions.set("lin", "write");
    pull.github.addComment(7, `/assay accept ${pair} the old model is gone`, undefined, { by: "lin" });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "below-threshold", passed: "true" } });
    expect(pull.github.comments(7)[0]?.body).toMatch(/^## .* Below threshold, accepted by lin: answers missed/);
  });

  it.each<[string, string, object, string | null]>([
    ["the author", "mona", {}, "the author cannot accept their own pull request"],
    ["somebody who reads", "rae", {}, "it takes write permission"],
    ["a stranger", "sam", {}, "it takes write permission"],
    ["a program", "lin[bot]", { type: "Bot" }, "a program cannot accept"],
    ["an edited comment", "lin", { edited: true }, null],
  ])("is not accepted by %s", async (_who, by, authorship, words) => {
    const pull = await openPullRequest();
    const pair = await judgeOnce(pull);
    for (const login of ["mona", "lin", "lin[bot]"]) pull.github.permissions.set(login, "admin");
    pull.github.permissions.set("rae", "read");
    pull.github.addComment(7, `/assay accept ${pair} because`, undefined, { by, ...authorship });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 1, outputs: { passed: "false" } });
    if (words !== null) expect(step.summary.replaceAll("`", "")).toContain(words);
  });

  it("a command for another pair accepts nothing", async () => {
    const pull = await openPullRequest();
    await judgeOnce(pull);
    pull.github.permissions.set("lin", "admin");
    pull.github.addComment(7, "/assay accept 0123456 because", undefined, { by: "lin" });
    expect(await pull.run()).toMatchObject({ exitCode: 1 });
  });

  it("the label accepts what the pull request does as it stands", async () => {
    const pull = await openPullRequest();
    pull.github.permissions.set("lin", "admin");
    await setLabel(pull, "lin");
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "regression", passed: "true" } });
    expect(step.summary).toContain("accepted by a label by lin.");
    expect(pull.github.violations).toEqual([]);
  });

  it.each<[string, (pull: PullRequest) => Promise<void> | void, string | null]>([
    [
      "set before the last push",
      (pull) => setLabel(pull, "lin", { at: "2026-11-01T09:00:00Z" }),
      "before the last change",
    ],
    [
      "set before the base was changed",
      async (pull) => {
        await setLabel(pull, "lin");
        pull.github.events.push({ event: "base_ref_changed", by: "mona", at: "2026-11-01T12:00:00Z" });
      },
      "before the last change",
    ],
    [
      "taken off again",
      async (pull) => {
        await setLabel(pull, "lin");
        pull.github.events.push({
          event: "unlabeled",
          label: "assay: accepted",
          by: "lin",
          at: "2026-11-01T12:00:00Z",
        });
      },
      null,
    ],
    ["set by the author", (pull) => setLabel(pull, "mona"), "the author cannot accept"],
    ["set by triage", (pull) => setLabel(pull, "rae"), "it takes write permission"],
    ["set by a program", (pull) => setLabel(pull, "lin[bot]", { type: "Bot" }), "a program cannot accept"],
    ["another one", (pull) => setLabel(pull, "lin", { label: "assay: fine" }), null],
    [
      "set on a head whose push GitHub does not know",
      (pull) => {
        pull.github.events.push({ event: "labeled", label: "assay: accepted", by: "lin", at: "2026-11-01T11:00:00Z" });
      },
      "GitHub does not tell when this head was pushed",
    ],
  ])("a label that was %s accepts nothing", async (_what, prepare, words) => {
    const pull = await openPullRequest();
    for (const login of ["mona", "lin", "lin[bot]"]) pull.github.permissions.set(login, "admin");
    pull.github.permissions.set("rae", "read");
    await prepare(pull);
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 1, outputs: { passed: "false" } });
    if (words !== null) expect(step.summary.replaceAll("`", "")).toContain(words);
  });

  it("an entry in the base's assay.yml accepts until its day, one in the pull request never", async () => {
    const pull = await openPullRequest();
    const pair = await judgeOnce(pull);
    const entry = (until: string) => ({ accepted: [{ fingerprint: pair, reason: "a known loss", until }] });
    await pull.push({ "assay.yml": assayFile(pull.url, { gate: { margin: 0.1 }, ...entry("2999-12-31") }) });
    expect(await pull.run()).toMatchObject({ exitCode: 1 });
    const onMain = async (until: string): Promise<void> => {
      await pull.repository.git("switch", "--quiet", "main");
      await pull.repository.write({ "assay.yml": assayFile(pull.url, { gate: { margin: 0.1 }, ...entry(until) }) });
      await pull.repository.commit();
      await pull.repository.git("switch", "--quiet", "edit");
    };
    await onMain("2999-12-31");
    const accepted = await pull.run();
    expect(accepted).toMatchObject({ exitCode: 0, outputs: { verdict: "regression", passed: "true" } });
    expect(accepted.summary.replaceAll("`", "")).toMatch(
      /accepted in assay\.yml by assay\.yml:\d+: a known loss\. It holds until 2999-12-31/,
    );
    await onMain("2020-01-01");
    const lapsed = await pull.run();
    expect(lapsed).toMatchObject({ exitCode: 1 });
    expect(lapsed.summary.replaceAll("`", "")).toContain("the accepted regression lapsed on 2020-01-01");
  });

  it("what was accepted on the pull request is accepted in its merge queue", async () => {
    const pull = await openPullRequest();
    const pair = await judgeOnce(pull);
    pull.github.permissions.set("lin", "write");
    pull.github.addComment(7, `/assay accept ${pair} because`, undefined, { by: "lin" });
    const [base, head] = await Promise.all([pull.tip("main"), pull.tip("edit")]);
    const queue = (number: number) => ({
      merge_group: {
        base_sha: base,
        base_ref: "refs/heads/main",
        head_sha: head,
        head_ref: `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`,
      },
    });
    expect(await pull.runEvent("merge_group", queue(7))).toMatchObject({
      exitCode: 0,
      outputs: { verdict: "regression", passed: "true", calls: "0" },
    });
    const other = await pull.runEvent("merge_group", queue(8));
    expect(other).toMatchObject({ exitCode: 1 });
    expect(other.summary).toContain("Whether somebody accepts the regression could not be read");
  });

  it("on the command line assay.yml accepts, too", async () => {
    const pull = await openPullRequest();
    const compare = ["compare", "--base", "main", "--json", "report.json"];
    expect((await runCli(pull.repository.directory, compare)).exitCode).toBe(1);
    const report = JSON.parse(await readFile(`${pull.repository.directory}/report.json`, "utf8")) as Report;
    const fingerprint = report.prompts[0]?.pair?.slice(0, 8);
    const accepted = [{ fingerprint, reason: "a known loss", until: "2999-12-31" }];
    await pull.repository.write({ "assay.yml": assayFile(pull.url, { gate: { margin: 0.1 }, accepted }) });
    const finished = await runCli(pull.repository.directory, compare);
    expect(finished.exitCode).toBe(0);
    expect(unwrap(finished.output)).toMatch(/^Regression, accepted by assay.yml:\d+: answers got worse/);
    expect(unwrap(finished.output)).toContain("This loss is known and does not fail the gate");
  });

  it("what cannot be read accepts nothing, and does not change the verdict", async () => {
    const pull = await openPullRequest();
    const refusal = { status: 403, message: "Resource not accessible" };
    pull.github.fail("issues/list-comments", refusal);
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(step.summary).toContain("Whether somebody accepts the regression could not be read");
  });

  it("a server that does not tell of pushes still tells what comments accept", async () => {
    const pull = await openPullRequest();
    const pair = await judgeOnce(pull);
    pull.github.permissions.set("lin", "write");
    await setLabel(pull, "lin");
    pull.github.fail("repos/list-activities", ...Array(3).fill({ status: 404, message: "Not Found" }));
    const labelled = await pull.run();
    expect(labelled).toMatchObject({ exitCode: 1 });
    expect(labelled.summary.replaceAll("`", "")).toContain("Whether “assay: accepted” counts could not be read");
    pull.github.addComment(7, `/assay accept ${pair} because`, undefined, { by: "lin" });
    expect(await pull.run()).toMatchObject({ exitCode: 0, outputs: { passed: "true" } });
  });
});
