import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import { goldenFile, goldenPath, projectRoot } from "../end-to-end/support.ts";
import { createFolder, gitEnvironment } from "../support/repository.ts";

it("the workflow of the page puts the golden set beside both versions, and the Action judges by it", async () => {
  const page = await readFile(join(projectRoot, "docs", "workflows", "golden-elsewhere.md"), "utf8");
  const workflow = parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "") as {
    jobs: { assay: { steps: readonly { id?: string; run?: string; env?: Record<string, string> }[] } };
  };
  const step = workflow.jobs.assay.steps.find(({ id }) => id === "overlay");
  const pull = await openPullRequest(undefined, { files: { [goldenPath]: null } });
  const { directory } = pull.repository;
  await pull.repository.write({ [`.golden-sets/${goldenPath}`]: goldenFile(40) });
  const output = join(await createFolder(), "output");
  await writeFile(output, "");
  const environment = {
    ...gitEnvironment,
    ...step?.env,
    BASE: await pull.tip("main"),
    HEAD: await pull.tip("edit"),
    GITHUB_OUTPUT: output,
  };
  // As the runner starts a script.
  await promisify(execFile)("bash", ["-e", "-c", step?.run ?? ""], { cwd: directory, env: environment });
  const made = new Map(
    (await readFile(output, "utf8"))
      .trim()
      .split("\n")
      .map((line) => line.split("=") as [string, string]),
  );
  const inputs = { base: made.get("base") ?? "", head: made.get("head") ?? "" };
  const judged = await pull.run({ inputs });
  expect(judged).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", passed: "false", calls: "80" } });
  expect(judged.summary).not.toContain("first run");
  expect(pull.github.comments(7)).toHaveLength(1);
  expect(pull.github.checks).toMatchObject([{ head_sha: await pull.tip("edit"), conclusion: "failure" }]);
});
