import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { createFolder } from "../support/repository.ts";
import { errorsOf, openPullRequest, type PullRequest } from "./pull-request.ts";
import { assayFile, promptFile, promptPath, type Step } from "./support.ts";

/** Each test starts the Action several times, several tests at once. */
const timeout = 240_000;

/** Takes both shards, and hands on their files as artifacts do: a folder without a checkout. */
async function takeShards(pull: PullRequest): Promise<string> {
  const workspace = await createFolder();
  await mkdir(join(workspace, "shards"));
  for (const index of [1, 2]) {
    const json = join(workspace, "shards", `shard-${index}.json`);
    expect(await pull.run({ inputs: { shard: `${index}/2`, json } })).toMatchObject({ exitCode: 0 });
  }
  expect(pull.github.checks).toEqual([]);
  expect(pull.github.comments(7)).toEqual([]);
  return workspace;
}

const merging = { command: "merge", files: "shards" };

async function readReport(step: Step): Promise<Report> {
  return JSON.parse(await readFile(step.outputs["report"] ?? "", "utf8")) as Report;
}

describe.concurrent("shards of a pull request", { timeout }, () => {
  it("leave nothing, and their merge one comment and the check, by which the regression can be accepted", async () => {
    const pull = await openPullRequest();
    const workspace = await takeShards(pull);
    const calls = pull.calls();
    const step = await pull.run({ workspace, inputs: merging });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", passed: "false" } });
    expect(pull.github.checks).toMatchObject([
      { conclusion: "failure", output: { annotations: [{ path: promptPath }] } },
    ]);
    const [, pair = ""] = /`\/assay accept ([0-9a-f]{12}) REASON`/.exec(pull.github.comments(7)[0]?.body ?? "") ?? [];
    expect((await readReport(step)).prompts[0]?.pair?.startsWith(pair)).toBe(true);
    pull.github.permissions.set("lin", "write");
    pull.github.addComment(7, `/assay accept ${pair} shorter answers`, undefined, { by: "lin" });
    expect(await pull.run({ workspace, inputs: merging })).toMatchObject({ exitCode: 0, outputs: { passed: "true" } });
    expect(pull.github.comments(7)[0]?.body).toMatch(/^## ❌ Regression, accepted by lin/);
    expect(pull.github.comments(7)[0]?.body).not.toContain("mend the prompt");
    expect(pull.calls()).toBe(calls);
    expect(step.output).not.toContain("::warning");
    expect(pull.github.violations).toEqual([]);
  });

  it("are merged again, and not run again, where a comment commands it", async () => {
    const pull = await openPullRequest();
    const workspace = await takeShards(pull);
    const calls = pull.calls();
    pull.github.permissions.set("lin", "write");
    const head = await pull.tip("edit");
    const payload = {
      action: "created",
      issue: { number: 7, pull_request: {} },
      comment: {
        body: `/assay run ${head.slice(0, 7)}`,
        user: { login: "lin", type: "User" },
        created_at: "2026-11-01T12:00:00Z",
      },
      repository: { default_branch: "main" },
    };
    expect(await pull.runEvent("issue_comment", payload, { workspace, inputs: merging })).toMatchObject({
      exitCode: 1,
    });
    expect(pull.calls()).toBe(calls);
  });

  it("carry what the base's assay.yml accepts to their merge", async () => {
    const pull = await openPullRequest();
    const { prompts } = await readReport(await pull.run());
    const accepted = [{ fingerprint: prompts[0]?.pair?.slice(0, 12), reason: "known", until: "2999-12-31" }];
    await pull.repository.git("switch", "--quiet", "main");
    await pull.repository.write({ "assay.yml": assayFile(pull.url, { gate: { margin: 0.1 }, accepted }) });
    await pull.repository.commit();
    await pull.repository.git("switch", "--quiet", "edit");
    const workspace = await createFolder();
    for (const index of [1, 2]) {
      const json = join(workspace, "shards", `shard-${index}.json`);
      const step = await pull.run({ inputs: { shard: `${index}/2`, json } });
      expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "skipped", passed: "" } });
    }
    const step = await pull.run({ workspace, inputs: merging });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "regression", passed: "true" } });
    expect(step.summary.replaceAll("`", "")).toMatch(/accepted in assay\.yml by assay\.yml:\d+: known\./);
  });

  it("of another head are refused: a verdict is told on the commit that it is about", async () => {
    const pull = await openPullRequest();
    const workspace = await takeShards(pull);
    const judged = await pull.tip("edit");
    await pull.push({ [promptPath]: promptFile(40) });
    const step = await pull.run({ workspace, inputs: merging });
    expect(step).toMatchObject({ exitCode: 2, outputs: { verdict: "error", passed: "false", report: "" } });
    expect(errorsOf(step)[0]).toContain(`the shards judge ${judged.slice(0, 7)}, but the verdict would be told on`);
    expect(pull.github.checks).toMatchObject([{ conclusion: "failure" }]);
    expect(pull.github.comments(7)[0]?.body).toMatch(/^## 🛠️ Nothing was judged.*\n(.*\n)*<sub>Prompt Assay<\/sub>/);
  });
});
