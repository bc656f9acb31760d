import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { readSamples, withoutTimes } from "../shards/project.ts";
import { startGitHubServer } from "../support/github-server.ts";
import { createFolder } from "../support/repository.ts";
import {
  closeLater,
  createProject,
  goldenFile,
  promptFile,
  promptPath,
  readJson,
  runAction,
  runCli,
} from "./support.ts";

const otherPath = "prompts/other.prompt.yml";

/** Two prompts, one of which gets worse, and the recording of every answer. */
async function createRecorded() {
  const files = { [otherPath]: promptFile(120), "golden/other.jsonl": goldenFile(120) };
  const project = await createProject({ cases: 120, files });
  const { repository, directory } = project;
  await repository.write({ [promptPath]: promptFile(70), [otherPath]: promptFile(119) });
  await repository.commit();
  const recorded = await runCli(directory, ["compare", "--base", "HEAD~1", "--no-cache", "--record", "answers.jsonl"]);
  expect(recorded).toMatchObject({ exitCode: 1, errors: "" });
  return project;
}

describe("8 shards as processes, and a merge far from the repository", () => {
  it("give the report, the comment and the exit code of the undivided run", async () => {
    const { directory } = await createRecorded();
    const compare = ["compare", "--base", "HEAD~1", "--replay", "answers.jsonl"];
    const whole = await runCli(directory, [...compare, "--json", "whole.json", "--markdown", "whole.md"]);
    const shards = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        runCli(directory, [...compare, "--shard", `${index + 1}/8`, "--json", `shards/shard-${index + 1}.json`]),
      ),
    );
    expect(shards.map(({ exitCode, errors }) => [exitCode, errors])).toEqual(Array(8).fill([0, ""]));
    const elsewhere = await createFolder();
    await cp(join(directory, "shards"), join(elsewhere, "shards"), { recursive: true });
    const merged = await runCli(elsewhere, ["merge", "shards", "--json", "merged.json", "--markdown", "merged.md"]);
    expect(merged).toMatchObject({ exitCode: 1, errors: "" });
    expect(merged.exitCode).toBe(whole.exitCode);
    const [one, other] = await Promise.all([
      readJson<Report>(directory, "whole.json"),
      readJson<Report>(elsewhere, "merged.json"),
    ]);
    expect(other.samples?.path).toBe("merged.samples.jsonl");
    expect(withoutTimes(other)).toBe(withoutTimes(one));
    expect(await readSamples(join(elsewhere, "merged.samples.jsonl"))).toEqual(
      await readSamples(join(directory, "whole.samples.jsonl")),
    );
    const [comment, mergedComment] = await Promise.all([
      readFile(join(directory, "whole.md"), "utf8"),
      readFile(join(elsewhere, "merged.md"), "utf8"),
    ]);
    expect(mergedComment.split("\n")[0]).toBe(comment.split("\n")[0]);
    const again = await runCli(elsewhere, ["render", "merged.json", "--format", "markdown"]);
    expect(again).toEqual({ exitCode: 0, output: mergedComment, errors: "" });
  });

  it("a shard that is missing is named, and nothing is judged", async () => {
    const { directory } = await createRecorded();
    const compare = ["compare", "--base", "HEAD~1", "--replay", "answers.jsonl"];
    await runCli(directory, [...compare, "--shard", "1/2", "--json", "shards/shard-1.json"]);
    const merged = await runCli(directory, ["merge", "shards", "--json", "merged.json"]);
    expect(merged).toMatchObject({ exitCode: 2, output: "" });
    expect(merged.errors).toContain("error: shard 2 of 2 is missing");
    expect(merged.errors).toContain("--shard 2/2");
  });
});

describe("the Action on a matrix of jobs", () => {
  it("shards write no comment; the merge writes the one, without a checkout", async () => {
    const { repository, directory, server } = await createProject();
    const github = closeLater(await startGitHubServer());
    await repository.branch("edit");
    await repository.write({ [promptPath]: promptFile(20) });
    await repository.commit();
    const [base, head] = await Promise.all(["main", "edit"].map((ref) => repository.git("rev-parse", ref)));
    const pullRequest = {
      number: 7,
      state: "open",
      draft: false,
      base: { sha: base?.trim(), ref: "main" },
      head: { sha: head?.trim(), ref: "edit", repo: { full_name: "octo-org/prompts" } },
    };
    github.pullStates.set(7, {
      base: { sha: pullRequest.base.sha ?? "", ref: "main" },
      head: { sha: pullRequest.head.sha ?? "", ref: "edit" },
    });
    const event = { name: "pull_request", payload: { pull_request: pullRequest } };
    const step = (workspace: string, inputs: Readonly<Record<string, string>>) =>
      runAction({ workspace, inputs, event, apiUrl: github.url, environment: { GITHUB_RUN_ID: "17" } });
    for (const index of [1, 2, 3]) {
      const shard = await step(directory, { shard: `${index}/3`, json: `shards/shard-${index}.json` });
      expect(shard).toMatchObject({ exitCode: 0, errors: "", outputs: { verdict: "skipped", passed: "" } });
      expect(shard.summary).toContain("this is one shard of the run");
    }
    expect(github.requests).toEqual([]);
    expect(server.calls).toBe(80);
    const workspace = await createFolder();
    await cp(join(directory, "shards"), join(workspace, "shards"), { recursive: true });
    const merged = await step(workspace, { command: "merge", files: "shards" });
    expect(merged).toMatchObject({
      exitCode: 1,
      outputs: { verdict: "regression", passed: "false", regressed: '["answers"]', calls: "80" },
    });
    expect(github.comments(7).map(({ body }) => body)).toEqual([
      expect.stringMatching(/^## ❌ Regression: answers got worse/),
    ]);
    expect(github.violations).toEqual([]);
  });

  it.each([
    [{ shard: "4/3" }, "There is no shard 4 of 3"],
    [{ command: "merge" }, "merge needs the input files"],
    [{ command: "merge", files: "nothing", shard: "1/2" }, "merge takes no shard"],
    [{ files: "shards" }, "only merge takes the input files"],
    [{ command: "merge", files: "nothing" }, "there is no file"],
  ])("%j is told", async (inputs, message) => {
    const event = { name: "workflow_dispatch", payload: {} };
    const step = await runAction({ workspace: await createFolder(), inputs, event, apiUrl: "http://127.0.0.1:9" });
    expect(step.exitCode).toBe(2);
    expect(step.output).toContain(message);
  });
});
