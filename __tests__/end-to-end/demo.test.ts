import { execFile } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { createFolder } from "../support/repository.ts";
import { type Finished, projectRoot, readJson, runCli } from "./support.ts";

/** Only what is committed, and nothing installed: what a person has after cloning. */
async function cloneCommitted(): Promise<string> {
  const folder = await createFolder();
  const archive = join(folder, "committed.tar");
  const run = promisify(execFile);
  await run("git", ["-C", projectRoot, "archive", "--format=tar", `--output=${archive}`, "HEAD"]);
  await run("tar", ["-xf", archive, "-C", folder]);
  await rm(archive);
  return folder;
}

describe.concurrent("the demo on a fresh clone: nothing installed, no key, no network", () => {
  let clone = "";
  beforeAll(async () => {
    clone = await cloneCommitted();
  });

  async function runDemo(...args: readonly string[]): Promise<Finished & { readonly temporary: string }> {
    const temporary = await createFolder();
    const unreachable = "http://127.0.0.1:9";
    const environment = { TMPDIR: temporary, HTTP_PROXY: unreachable, HTTPS_PROXY: unreachable };
    const finished = await runCli(clone, ["demo", ...args], environment, "dist/cli.js");
    return { ...finished, temporary };
  }

  it("shows a regression and its cases, tells the exit code of compare, and leaves its example alone behind", async () => {
    const before = await readdir(clone);
    expect(before).not.toContain("node_modules");
    const started = performance.now();
    const { exitCode, output, errors, temporary } = await runDemo();
    expect(performance.now() - started).toBeLessThan(15_000);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
    expect(output).toMatch(/^Regression: triage got worse: /m);
    expect(output).toMatch(/^ +case two-topics-\d+ .*\n +expected +│ billing$/m);
    expect(output).toContain("simulated");
    expect(output).toContain("prompt-assay compare ended with exit code 1");
    expect(output).toContain("On your own prompts");
    expect(await readdir(temporary)).toEqual([expect.stringMatching(/^prompt-assay-demo-/)]);
    expect(await readdir(clone)).toEqual(before);
  });

  it("names the reports, which stand in a repository in which one can go on", async () => {
    const { output, temporary } = await runDemo();
    const [folder = ""] = await readdir(temporary);
    const project = join(temporary, folder);
    expect(output).toContain(join(project, "reports"));
    const report = await readJson<Report>(project, "reports", "report.json");
    expect(report).toMatchObject({ verdict: "regression", exitCode: 1, calls: { planned: 84, made: 84, failed: 0 } });
    expect(await readFile(join(project, "reports", "comment.md"), "utf8")).toMatch(/^## ❌ Regression: /);
    const page = await readFile(join(project, "reports", "report.html"), "utf8");
    expect(page.match(/"messages":\{"baseline":/g)?.length).toBe(42);
    const changes = await runCli(project, ["changes"]);
    expect(changes.output).toContain("changed  prompts/triage.prompt.yml: text");
  });

  it("the same verdict and numbers every time", async () => {
    const [one, other] = await Promise.all([runDemo("--quiet"), runDemo("--quiet")]);
    const headlineOf = ({ output }: Finished) => /^Regression: .*$/m.exec(output)?.[0];
    expect(headlineOf(one)).toBe(headlineOf(other));
  });
});
