import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { DriftRecord, LoggedVersion, PromptReport } from "../../src/model.ts";
import { promptReport, report } from "../report/build-report.ts";
import { createRepository, type TestRepository } from "../support/repository.ts";
import { runMain } from "./support.ts";

const path = "prompts/triage.prompt.yml";
const promptFile = (version: string, text: string): string =>
  `version: ${version}\nmodel: openai/gpt-6-luna\nmessages: [{ role: user, content: "${text} {{message}}" }]\n`;

interface Version {
  readonly commit: string;
  readonly fingerprint: string;
}

/** What `log` writes as JSON. */
async function logOf(directory: string): Promise<readonly LoggedVersion[]> {
  expect(await runMain(directory, "log", "triage", "--json", "log.json")).toMatchObject({ exitCode: 0, errors: "" });
  return (JSON.parse(await readFile(join(directory, "log.json"), "utf8")) as { versions: readonly LoggedVersion[] })
    .versions;
}

const reference = ({ fingerprint }: Version, version: string | null) => ({ revision: "x", fingerprint, version });

describe("verdicts in notes of git", () => {
  let repository: TestRepository;
  let directory: string;
  let first: Version;
  let second: Version;

  /** A report on the second version, as `compare` writes it. */
  async function writeReport(name: string, commit: string | null, changes: Partial<PromptReport> = {}): Promise<void> {
    const prompt = promptReport({
      path,
      baseline: reference(first, "1.0.0"),
      candidate: reference(second, "1.1.0"),
      verdict: "no-regression",
      ...changes,
    });
    const whole = report({ prompts: [prompt], head: { revision: commit ?? "working tree", commit } });
    await repository.write({ [name]: JSON.stringify(whole) });
  }

  beforeAll(async () => {
    const files = { [path]: promptFile("1.0.0", "Sort:"), ".gitignore": "*.json\n" };
    repository = await createRepository(files);
    directory = repository.directory;
    await repository.branch("shorter");
    await repository.write({ [path]: promptFile("1.1.0", "Sort") });
    await repository.commit("Say less");
    const [newest, oldest] = await logOf(directory);
    if (newest === undefined || oldest === undefined) throw new Error("there are two versions");
    [first, second] = [oldest, newest];
  });

  it("need somebody who writes them", async () => {
    await writeReport("report.json", second.commit);
    const { exitCode, errors } = await runMain(directory, "note", "report.json");
    expect(exitCode).toBe(2);
    expect(errors).toContain("the note was not written");
    expect(errors).toContain("git config user.name NAME");
  });

  describe("by somebody", () => {
    beforeAll(async () => {
      await repository.git("config", "user.name", "Ada");
      await repository.git("config", "user.email", "ada@example.com");
    });

    it("reach every clone, whatever became of the commit", async () => {
      // What a person wrote there stays.
      await repository.git("notes", "--ref=prompt-assay", "add", "-m", "Seen by Ada.", second.commit);
      await writeReport("report.json", second.commit, { verdict: "regression" });
      expect(await runMain(directory, "note", "report.json")).toEqual({
        exitCode: 0,
        errors: "",
        output: `Noted on ${second.commit.slice(0, 7)}:\n  ${path} 1.1.0: regression\nNothing was pushed. For others: git push origin refs/notes/prompt-assay\n`,
      });
      expect((await runMain(directory, "note", "report.json")).output).toMatch(/^Noted before on /);
      const note = await repository.git("notes", "--ref=prompt-assay", "show", second.commit);
      expect(note.split("\n").filter((line) => line !== "")).toEqual([
        "Seen by Ada.",
        expect.stringContaining('"verdict":"regression"'),
      ]);

      await repository.git("switch", "--quiet", "main");
      await repository.git("merge", "--quiet", "--squash", "shorter");
      const squashed = await repository.commit("Say less (#12)");
      await repository.git("branch", "--quiet", "-D", "shorter");
      const clone = await repository.clone("--single-branch");
      const fetch = "git fetch origin refs/notes/prompt-assay:refs/notes/prompt-assay";
      expect((await runMain(clone.directory, "log", "triage")).output).toContain(`come with:\n  ${fetch}\n`);
      await clone.git(...fetch.split(" ").slice(1), "--quiet");
      const { output } = await runMain(clone.directory, "log", "triage");
      expect(output).toMatch(/^ {2}1\.1\.0 .* text {2}regression$/m);
      expect(output).not.toContain("git fetch");
      expect((await logOf(clone.directory))[0]).toMatchObject({
        commit: squashed,
        verdict: { verdict: "regression", accepted: false, from: "note" },
      });

      const acceptance = { by: "ada", how: "label", reason: null, until: null } as const;
      await writeReport("report.json", squashed, { verdict: "regression", accepted: acceptance });
      await runMain(directory, "note", "report.json");
      expect((await runMain(directory, "log", "triage")).output).toMatch(/ text {2}regression \(accepted\)$/m);
    });

    it("are of what is committed", async () => {
      await writeReport("edits.json", null, { verdict: "improvement" });
      expect((await runMain(directory, "note", "edits.json")).output).toContain(`${path} 1.1.0: improvement`);
      await writeReport("other.json", null, { candidate: reference({ ...first, fingerprint: "0".repeat(64) }, null) });
      const { exitCode, errors } = await runMain(directory, "note", "other.json");
      expect(exitCode).toBe(2);
      expect(errors).toContain(`${path}: the version that was judged is not the one in HEAD`);
    });

    it.each([
      ["an error is no verdict", { verdict: "error" as const, reason: "failed" as const }],
      ["a gate on files has no version", { baseline: null, candidate: null }],
    ])("%s", async (_, changes) => {
      await writeReport("nothing.json", null, changes);
      expect(await runMain(directory, "note", "nothing.json")).toEqual({
        exitCode: 0,
        errors: "",
        output: "Nothing to note: the report has no verdict on a version.\n",
      });
    });
  });
});

describe("how versions held against drift", () => {
  const run = (at: string, fingerprint: string) => ({
    at,
    fingerprint,
    scorers: "s",
    models: {},
    cost: null,
    price: null,
    samples: 1,
    signs: {},
    metrics: {},
    unfenced: {},
    cases: null,
  });
  const night = (at: string, fingerprint: string): DriftRecord => ({
    kind: "night",
    ...run(at, fingerprint),
    ranks: {},
    levels: {},
    judged: null,
  });
  const accepted = (at: string, fingerprint: string): DriftRecord => ({
    kind: "reference",
    ...run(at, fingerprint),
    name: "triage",
    path,
    reason: null,
  });
  const fell: DriftRecord = {
    kind: "event",
    event: "drift",
    at: "2026-03-05T03:00:00Z",
    row: "right",
    direction: "fall",
    change: {
      before: "2026-03-03T03:00:00Z",
      first: "2026-03-04T03:00:00Z",
      earliest: "2026-03-04T03:00:00Z",
      latest: "2026-03-04T03:00:00Z",
    },
    was: 0.92,
    now: 0.8,
    eValue: 40,
    causes: ["model"],
    details: [],
  };

  it("stands in the history's branch of every clone", async () => {
    const repository = await createRepository({ [path]: promptFile("1.0.0", "Sort:") });
    await repository.write({ [path]: promptFile("1.1.0", "Sort") });
    await repository.commit("Say less");
    const [newest, oldest] = await logOf(repository.directory);
    const [now = "", before = ""] = [newest?.fingerprint, oldest?.fingerprint];
    const records: readonly DriftRecord[] = [
      accepted("2026-01-01T03:00:00Z", before),
      night("2026-01-02T03:00:00Z", before),
      accepted("2026-03-01T03:00:00Z", now),
      night("2026-03-02T03:00:00Z", now),
      fell,
    ];
    await repository.git("switch", "--quiet", "--orphan", "assay-history");
    const lines = records.map((record) => `${JSON.stringify({ v: 1, ...record })}\n`).join("");
    await repository.write({ "prompts/triage-1/history.jsonl": lines });
    await repository.commit("Night");
    await repository.git("switch", "--quiet", "main");
    const clone = await repository.clone();
    const { output } = await runMain(clone.directory, "log", "triage");
    expect(output).toContain(
      "         drift: right fell from 0.92 to 0.80, between the night of 2026-03-03\n         and that of 2026-03-04: another model answers.\n",
    );
    expect(output).toContain("         drift: reference since 2026-01-01, steady over 1 night\n");
    expect(Math.max(...output.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    await clone.git("update-ref", "-d", "refs/remotes/origin/assay-history");
    expect((await runMain(clone.directory, "log", "triage")).output).not.toContain("drift:");
    await clone.write({ "kept/prompts/triage-1/history.jsonl": lines });
    const kept = await runMain(clone.directory, "log", "triage", "--history", "kept");
    expect(kept.output).toContain("steady over 1 night");
  });
});

it("log lists a change of the code that a prompt depends on, and restore leaves the code alone", async () => {
  const { directory, write, commit } = await createRepository({
    "assay.yml": 'dependsOn: "src/**"\n',
    ".gitignore": "*.json\n",
    "src/rag.ts": "1",
    [path]: promptFile("1.0.0", "Sort:"),
  });
  await write({ "src/rag.ts": "2" });
  await commit("Look up more");
  const [newest, oldest] = await logOf(directory);
  expect(newest).toMatchObject({ parts: ["included"], subject: "Look up more" });
  expect(newest?.fingerprint).not.toBe(oldest?.fingerprint);
  const restored = await runMain(directory, "restore", `triage@${oldest?.commit.slice(0, 7)}`);
  expect(restored.output).toContain("Nothing to restore");
});
