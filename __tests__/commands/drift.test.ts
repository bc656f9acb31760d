import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DriftReport } from "../../src/model.ts";
import { createProject } from "../end-to-end/support.ts";
import { runMain } from "./support.ts";

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

  it.each([
    [["--accept", "answers"], "--accept and --reason go together"],
    [["--reason", "x"], "--accept and --reason go together"],
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
