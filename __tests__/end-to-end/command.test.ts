import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { startGitHubServer } from "../support/github-server.ts";
import { isAlive } from "../support/processes.ts";
import { createFolder, createRepository, type TestRepository } from "../support/repository.ts";
import { closeLater, projectRoot, readJson, runAction, runCli } from "./support.ts";

const example = join(projectRoot, "fixtures/examples/application");

/** The committed example as a repository of its own. */
async function createApplication(changes: Readonly<Record<string, string>> = {}): Promise<TestRepository> {
  const entries = await readdir(example, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(example.length + 1), await readFile(path, "utf8")] as const;
      }),
  );
  return createRepository({ ...Object.fromEntries(files), ...changes });
}

/** The code of the application as somebody broke it: capital letters now make a difference. */
async function brokenWords(): Promise<string> {
  const code = await readFile(join(example, "app/words.mjs"), "utf8");
  return code.replace("    .toLowerCase()\n", "").replace("/[^a-z]+/", "/[^A-Za-z]+/");
}

describe.concurrent("an application that is tested whole", () => {
  it("a regression that comes from its code alone is found", async () => {
    const { directory, write } = await createApplication();
    await write({ "app/words.mjs": await brokenWords() });
    const temporary = await createFolder();
    const finished = await runCli(directory, ["compare", "--json", "report.json"], { TMPDIR: temporary });
    expect(finished).toMatchObject({ exitCode: 1 });
    const report = await readJson<Report>(directory, "report.json");
    expect(report).toMatchObject({
      verdict: "regression",
      prompts: [{ name: "faq", change: { kind: "changed", parts: ["included"] } }],
    });
    expect(report.prompts[0]?.comparisons.find(({ metric }) => metric === "right-answer")).toMatchObject({
      baseline: expect.closeTo(0.95, 1),
      verdict: "regression",
    });
    // Both arms were built, each in its own files, and what was checked out is gone.
    expect(finished.errors).toContain("app at working tree: 10 pages indexed");
    expect(finished.errors).toMatch(/app at [0-9a-f]{7}: 10 pages indexed/);
    expect(await readdir(temporary)).toEqual([]);
  });

  it("a setup that fails is for the user to mend", async () => {
    const { directory, write } = await createApplication();
    await write({ "app/words.mjs": await brokenWords(), "app/build.mjs": "process.exit(1);\n" });
    const { exitCode, errors } = await runCli(directory, ["compare"]);
    expect(exitCode).toBe(2);
    expect(errors).toContain('setup of the provider "app" at working tree ended with status 1');
  });

  it("replays without running anything", async () => {
    const { directory, write } = await createApplication();
    await write({ "app/words.mjs": await brokenWords() });
    await runCli(directory, ["compare", "--record", "calls.jsonl", "--quiet"]);
    const replayed = await runCli(directory, ["compare", "--replay", "calls.jsonl", "--json", "again.json"]);
    expect(replayed).toMatchObject({ exitCode: 1, errors: "" });
    expect(await readJson<Report>(directory, "again.json")).toMatchObject({ verdict: "regression" });
  });

  it("code that does the same passes, and nothing of it is kept for the next run", async () => {
    const { directory, write } = await createApplication();
    await write({ "app/words.mjs": `// Words.\n${await readFile(join(example, "app/words.mjs"), "utf8")}` });
    for (const _again of [1, 2]) {
      const finished = await runCli(directory, ["compare", "--json", "report.json"]);
      expect(finished.exitCode).toBe(0);
      const report = await readJson<Report>(directory, "report.json");
      expect(report.prompts[0]?.comparisons[0]?.verdict).toMatch(/^(?:no-regression|inconclusive)$/);
      expect(report.calls).toMatchObject({ cached: 0 });
      expect(report.calls.made).toBeGreaterThan(0);
    }
  });

  it("a change outside of what it depends on is none", async () => {
    const { directory, write } = await createApplication();
    await write({ "README.md": "Hello\n" });
    const finished = await runCli(directory, ["compare", "--json", "report.json"]);
    expect(finished.exitCode).toBe(0);
    expect(await readJson<Report>(directory, "report.json")).toMatchObject({ calls: { made: 0 } });
  });

  it("the Action runs both revisions of a pull request by the base's definition of the program", async () => {
    const { repository, event } = await pullRequest(false);
    const github = closeLater(await startGitHubServer());
    const step = await runAction({ workspace: repository.directory, event, apiUrl: github.url });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", regressed: '["faq"]' } });
    expect(step.output + step.errors).not.toContain("the head's own program");
  });

  it("code from a fork is never run", async () => {
    const { repository, event } = await pullRequest(true);
    const github = closeLater(await startGitHubServer());
    const step = await runAction({ workspace: repository.directory, event, apiUrl: github.url });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "skipped" } });
    expect(step.output + step.errors).not.toContain("pages indexed");
    expect(step.summary).toMatch(/code (?:of|from) a (?:pull request from a )?fork is never run/);
  });
});

it("a run that is ended takes its programs with it", async () => {
  const sleeper = "sleep 600 & echo $! > started.txt; wait";
  const config = `providers: { app: { type: command, command: '${sleeper}' } }\ndependsOn: app/**\nscorers: [equals: { value: x }]\n`;
  const { directory } = await createApplication({ "assay.yml": `golden: "golden/{name}.jsonl"\n${config}` });
  const script = join(projectRoot, "dist", "cli.js");
  const run = spawn(process.execPath, [script, "run", "--quiet"], { cwd: directory, stdio: "ignore" });
  const started = join(directory, "started.txt");
  const pid = async (): Promise<number> => Number(await readFile(started, "utf8").catch(() => "0"));
  await expect.poll(pid, { timeout: 20_000 }).toBeGreaterThan(0);
  const program = await pid();
  const ended = new Promise((resolve) => run.on("exit", (_code, signal) => resolve(signal)));
  run.kill("SIGTERM");
  expect(await ended).toBe("SIGTERM");
  await expect.poll(() => isAlive(program), { timeout: 10_000 }).toBe(false);
});

/** A pull request that breaks the code, and would have another program run. */
async function pullRequest(fork: boolean) {
  const repository = await createApplication();
  const base = (await repository.git("rev-parse", "HEAD")).trim();
  const config = await readFile(join(example, "assay.yml"), "utf8");
  await repository.write({
    "app/words.mjs": await brokenWords(),
    "assay.yml": config.replace("node app/build.mjs", "echo the head's own program"),
  });
  const head = await repository.commit();
  const repo = (name: string) => ({ full_name: name });
  const payload = {
    pull_request: {
      number: 7,
      state: "open",
      base: { sha: base, ref: "main", repo: repo("octo-org/prompts") },
      head: { sha: head, ref: "change", repo: repo(fork ? "somebody/prompts" : "octo-org/prompts") },
    },
  };
  return { repository, event: { name: "pull_request", payload } };
}
