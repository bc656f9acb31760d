import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { startGitHubServer } from "../support/github-server.ts";
import { createRepository } from "../support/repository.ts";
import { pushOf } from "./pull-request.ts";
import { closeLater, projectRoot, runAction, runCli } from "./support.ts";

const folder = "fixtures/examples/triage";
const files = ["assay.yml", "prompts/triage.prompt.yml", "golden/triage.jsonl", "recordings.jsonl"];

interface WorkflowFile {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { uses?: string; with?: Record<string, unknown> }[] }>
  >;
}

/** The inputs of the step with `uses: ./` in the project's own workflow. */
async function readInputs(): Promise<Readonly<Record<string, string>>> {
  const workflow = parse(await readFile(join(projectRoot, ".github/workflows/check.yml"), "utf8")) as WorkflowFile;
  const step = workflow.jobs["action"]?.steps.find(({ uses }) => uses === "./");
  return Object.fromEntries(Object.entries(step?.with ?? {}).map(([name, value]) => [name, String(value)]));
}

async function createCopy() {
  const contents = files.map(
    async (file) => [`${folder}/${file}`, await readFile(join(projectRoot, folder, file))] as const,
  );
  return createRepository(Object.fromEntries(await Promise.all(contents)));
}

describe.concurrent("the example under fixtures/, as the project's workflow runs it", () => {
  it("on a pull request: judged by the base from its recordings", async () => {
    const { directory, git } = await createCopy();
    const github = closeLater(await startGitHubServer());
    const sha = (await git("rev-parse", "HEAD")).trim();
    const tip = { sha, ref: "main", repo: { full_name: "octo-org/prompts" } };
    const payload = { pull_request: { number: 7, state: "open", base: tip, head: tip } };
    const event = { name: "pull_request", payload };
    const step = await runAction({ workspace: directory, inputs: await readInputs(), event, apiUrl: github.url });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "above-threshold", passed: "true" } });
    expect(github.violations).toEqual([]);
  });

  it("on a push to the main branch", async () => {
    const { directory, git } = await createCopy();
    const event = { name: "push", payload: pushOf("main", (await git("rev-parse", "HEAD")).trim()) };
    const inputs = await readInputs();
    const step = await runAction({ workspace: directory, inputs, event, apiUrl: "http://127.0.0.1:9" });
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: { verdict: "above-threshold", passed: "true", regressed: "[]" },
    });
  });

  it("the recordings are those of the prompt and its cases as they are", async () => {
    const { directory } = await createCopy();
    const example = join(directory, folder);
    await runCli(example, ["run", "--quiet", "--concurrency", "1", "--record", "again.jsonl"]);
    const [recorded, again] = await Promise.all(
      ["recordings.jsonl", "again.jsonl"].map((file) => readFile(join(example, file), "utf8")),
    );
    const sorted = (text: string | undefined) => text?.trimEnd().split("\n").sort();
    expect(sorted(recorded)).toEqual(sorted(again));
  });
});
