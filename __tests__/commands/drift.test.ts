import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { DriftReport } from "../../src/model.ts";
import { driftSchema } from "../../src/report/drift-schema.ts";
import { closeLater, createProject } from "../end-to-end/support.ts";
import { startGitHubServer } from "../support/github-server.ts";
import { runMain, runMainWith } from "./support.ts";

const holdsDrift = new Ajv({ strict: true, allowUnionTypes: true }).compile(driftSchema);

describe("drift on the command line", () => {
  it("tells a night, writes it as JSON and as a page, and keeps the history where it is told to", async () => {
    const { directory } = await createProject({ cases: 10 });
    const files = ["--history", "kept", "--json", "out/night.json", "--html", "out/nights.html"];
    const first = await runMain(directory, "drift", ...files, "--quiet");
    expect(first).toMatchObject({ exitCode: 0, errors: "" });
    expect(first.output).toContain("answers: reference taken");
    const second = await runMain(directory, "drift", ...files, "--quiet");
    expect(second.output).toContain("answers: steady, night 1 since the reference");
    expect(second.output).toContain("1 prompt: 1 steady.");
    const report = JSON.parse(await readFile(join(directory, "out", "night.json"), "utf8")) as DriftReport;
    expect(holdsDrift(report), JSON.stringify(holdsDrift.errors)).toBe(true);
    expect(report).toMatchObject({
      schemaVersion: 1,
      command: "drift",
      prompts: [{ name: "answers", status: "steady" }],
    });
    const page = await readFile(join(directory, "out", "nights.html"), "utf8");
    expect(page).toContain('"headline":"1 prompt, and it is steady"');
    expect(page).not.toContain("case-3");
    expect(await readdir(join(directory, "kept"))).toEqual(["README.md", "badge.svg", "prompts"]);
  });

  it("keeps the history within .assay where nobody says, and forgets there, too", async () => {
    const { directory } = await createProject({ cases: 5 });
    await runMain(directory, "drift", "--reference", "--quiet");
    expect(await readdir(join(directory, ".assay", "drift", "prompts"))).toHaveLength(1);
    expect(await runMain(directory, "drift", "--forget", "answers")).toMatchObject({
      exitCode: 0,
      output: "Forgotten: answers.\n",
    });
    expect(await runMain(directory, "drift", "--forget", "answers")).toMatchObject({ exitCode: 2 });
  });

  it("reaches the history on the branch on GitHub, and leaves nothing behind of what it forgets", async () => {
    const { directory } = await createProject({ cases: 5 });
    const github = closeLater(await startGitHubServer());
    const environment = { GITHUB_TOKEN: "t", GITHUB_REPOSITORY: "octo-org/prompts", GITHUB_API_URL: github.url };
    const run = (...args: readonly string[]) =>
      runMainWith({ directory, environment }, "drift", "--branch", ...args, "--quiet");
    await run("--reference");
    const accepted = await run("--accept", "answers", "--reason", "shorter is fine");
    expect(accepted).toMatchObject({ exitCode: 0 });
    expect(accepted.output).toContain("the history is in branch assay-history");
    expect(await run("--forget", "answers:case-9")).toMatchObject({ exitCode: 2 });
    expect(github.branches.log("assay-history")).toHaveLength(2);
    expect(await run("--forget", "answers:case-3")).toMatchObject({ output: "Forgotten: case-3 of answers.\n" });
    // One commit, with nothing behind it.
    expect(github.branches.log("assay-history")).toHaveLength(1);
    const files = [...(github.branches.files("assay-history") ?? [])].filter(([path]) => path.endsWith(".jsonl"));
    expect(files).toHaveLength(2);
    expect(JSON.stringify(files)).not.toContain("case-3");
    await run("--forget", "answers");
    expect([...(github.branches.files("assay-history")?.keys() ?? [])]).toEqual(["README.md", "badge.svg"]);
    expect(github.violations).toEqual([]);
  });

  it.each([
    [["--accept", "answers"], "--accept and --reason go together"],
    [["--reason", "x"], "--accept and --reason go together"],
    [["--branch", "--history", "x"], "--history and --branch cannot be given together"],
    [["--branch"], "there is no token for GitHub"],
    [["--reference", "--forget", "x"], "--reference and --forget cannot be given together"],
    [["--accept", "nobody", "--reason", "x"], 'no prompt is called "nobody"'],
  ])("%s is a mistake", async (args, message) => {
    const { directory, server } = await createProject({ cases: 5 });
    const { exitCode, errors } = await runMain(directory, "drift", ...args, "--quiet");
    expect(exitCode).toBe(2);
    expect(errors).toContain(message);
    expect(server.calls).toBe(0);
  });
});
