import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/commands/main.ts";
import type { BacktestReport } from "../../src/model.ts";
import { gitEnvironment } from "../support/repository.ts";
import {
  answerAsTold,
  assayFile,
  createProject,
  goldenPath,
  type Handler,
  type Project,
  type ProjectOptions,
  promptFile,
  promptPath,
  readJson,
  unwrap,
} from "./support.ts";

/** `prompt-assay backtest ARGS` in this folder, within this process; with the JSON that it writes. */
async function runBacktest(directory: string, ...args: readonly string[]) {
  const written = { output: "", errors: "" };
  const exitCode = await main(["backtest", "--json", ".git/backtest.json", ...args], {
    directory,
    environment: gitEnvironment,
    writeOutput: (text) => {
      written.output += text;
    },
    writeError: (text) => {
      written.errors += text;
    },
    outputIsTerminal: false,
    errorIsTerminal: false,
    columns: 80,
  });
  const report = exitCode === 2 ? null : await readJson<BacktestReport>(directory, ".git", "backtest.json");
  return { ...written, exitCode, report: report as BacktestReport };
}

/** The prompt with a sentence that changes nothing but the text. */
function reworded(rightBelow: number, words: string): string {
  return promptFile(rightBelow).replace("Be right", `${words}, be right`);
}

/** Four changes of one prompt, the third of which is harmful and the fourth mends it; between them other commits. */
async function createHistory(options: ProjectOptions = {}): Promise<Project & { readonly commits: readonly string[] }> {
  const project = await createProject(options);
  const { repository } = project;
  const commits: string[] = [];
  const change = async (message: string, content: string) => {
    await repository.write({ [promptPath]: content });
    commits.push(await repository.commit(message));
  };
  await change("Say please", reworded(40, "Please"));
  await repository.write({ "README.md": "read me" });
  await repository.commit("Explain");
  await change("Be polite", reworded(40, "Kindly"));
  await change("Cut costs \u001b[31m::error::", reworded(20, "Briefly"));
  await repository.write({ [promptPath]: `# only a comment\n${reworded(20, "Briefly")}` });
  await repository.commit("Comment on the prompt");
  await repository.branch("mend");
  await repository.write({ [promptPath]: reworded(40, "Fully") });
  await repository.commit("Mend");
  await repository.git("switch", "--quiet", "main");
  await repository.git("merge", "--quiet", "--no-ff", "--message=Merge what mends", "mend");
  commits.push((await repository.git("rev-parse", "HEAD")).trim());
  return { ...project, commits: commits.toReversed() };
}

/** Compares the working tree with its last commit, and commits it: as a pull request that is merged. */
async function compareAndMerge(
  { directory, repository }: Project,
  message: string,
  ...args: readonly string[]
): Promise<void> {
  const silent = {
    outputIsTerminal: false,
    errorIsTerminal: false,
    columns: 80,
    writeOutput: () => {},
    writeError: () => {},
  };
  await main(["compare", "--base", "HEAD", ...args], { directory, environment: gitEnvironment, ...silent });
  await repository.commit(message);
}

const summary = ({ changes }: BacktestReport) =>
  changes.map(({ subject, stopped, prompts }) => [subject, stopped, ...prompts.map(({ verdict }) => verdict)]);

describe.concurrent("backtest", () => {
  it("tells which of the last prompt changes the gate would have stopped", async () => {
    const { directory, server, commits } = await createHistory();
    const { exitCode, output, errors, report } = await runBacktest(directory);
    expect(exitCode).toBe(0);
    expect(summary(report)).toEqual([
      ["Merge what mends", false, "improvement"],
      ["Cut costs \u001b[31m::error::", true, "regression"],
      ["Be polite", false, "no-regression"],
      ["Say please", false, "no-regression"],
    ]);
    expect(report.changes.map(({ commit }) => commit)).toEqual(commits);
    expect(report.changes[1]?.prompts).toMatchObject([{ name: "answers", parts: ["text"], cases: 40, unfitCases: 0 }]);
    expect(report.changes[1]?.prompts[0]?.comparisons[0]).toMatchObject({
      metric: "equals",
      baseline: 1,
      candidate: 0.5,
    });
    expect(report.controls).toMatchObject([
      { name: "answers", verdict: "no-regression", falseAlarm: false, calls: 80 },
    ]);
    // Five versions over 40 cases, each drawn once, and one of them twice more against itself.
    expect(report.calls).toEqual({ planned: 280, made: 280, cached: 120, saved: 0, failed: 0 });
    expect(report.changes.map(({ prompts }) => prompts[0]?.calls)).toEqual([80, 40, 40, 40]);
    expect(server.calls).toBe(280);
    expect(errors).toMatch(/^planned: 4 prompt changes, 1 comparison of a version with itself, at most 280 calls\n/);
    expect(unwrap(output)).toContain(
      "Of 4 changes the gate would have stopped 1; of 1 comparison of a version with itself it stopped 0.",
    );
    expect(unwrap(output)).toContain("Yesterday's prompts over today's golden sets");
    expect(output).toMatch(/^ {2}answers +regression +equals +−50 +−\d\d\.\d … −\d\d\.\d +40$/m);
    expect(output).toContain("Cut costs \\u{1b}[31m::error::");
    for (const line of output.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("takes the newest changes only, and no comparison of a version with itself where none is wanted", async () => {
    const { directory, server } = await createHistory();
    const { report } = await runBacktest(directory, "--last", "2", "--aa", "0");
    expect(report.commits).toEqual({ seen: 3, found: 2 });
    expect(report).toMatchObject({ controls: [], calls: { planned: 120 } });
    expect(server.calls).toBe(120);
  });

  it("draws anew for both arms wherever a version is compared with itself", async () => {
    const { directory, server, commits } = await createHistory();
    const { report } = await runBacktest(directory, "--last", "1", "--aa", "2", "--record", ".git/recorded.jsonl");
    const revisions = report.controls.map(({ baseline, candidate }) => [baseline?.revision, candidate?.revision]);
    expect(revisions).toEqual([revisions[0], revisions[0]]);
    expect(revisions[0]?.[0]).toBe(revisions[0]?.[1]);
    expect(revisions[0]?.[0]).not.toBe(commits[0]);
    expect(server.calls).toBe(80 + 2 * 80);
    const recorded = (await readFile(join(directory, ".git", "recorded.jsonl"), "utf8")).trim().split("\n");
    const draws = recorded.map((line) => (JSON.parse(line) as { readonly draw: string }).draw);
    expect(new Set(draws)).toEqual(
      new Set(["compare", "aa:1:baseline", "aa:1:candidate", "aa:2:baseline", "aa:2:candidate"]),
    );
  });

  it("never makes more calls than its budget, and tells what did not fit", async () => {
    const { directory, server, commits } = await createHistory();
    const { exitCode, output, errors, report } = await runBacktest(directory, "--max-calls", "170");
    expect(exitCode).toBe(0);
    expect(summary(report).map(([subject]) => subject)).toHaveLength(3);
    expect(report.leftOut).toEqual([
      {
        commit: commits[3],
        subject: "Say please",
        prompts: [promptPath],
        reason: "budget",
        detail: "it takes 40 calls, and 10 of 170 are left",
      },
    ]);
    expect(report.controlsLeftOut).toBe(1);
    expect(server.calls).toBe(160);
    expect(errors).toContain(
      "planned: 3 of 4 prompt changes, 0 comparisons of a version with itself, at most 160 calls of a budget of 170",
    );
    expect(unwrap(output)).toContain(
      "Of 3 changes the gate would have stopped 1. No version was compared with itself.",
    );
    expect(unwrap(output)).toContain("1 change and 1 comparison of a version with itself did not fit into the budget.");
  });

  it("stops each change early, as the gate would, and never asks for more than it planned", async () => {
    const config = { gate: { margin: 0.1, stopEarly: true }, run: { trials: 1 } };
    const { directory, server } = await createHistory({ config });
    const { report } = await runBacktest(directory, "--trials", "2");
    expect(summary(report)[1]).toEqual(["Cut costs \u001b[31m::error::", true, "regression"]);
    expect(report.changes[1]?.prompts[0]?.stopped).toMatchObject({ of: 40 });
    expect(report.calls).toMatchObject({ planned: 560, made: server.calls });
    expect(report.calls.saved).toBe(560 - server.calls);
    expect(report.calls.saved).toBeGreaterThan(100);
  });

  it("draws every answer anew where latency gates, which a shared answer does not have", async () => {
    const metrics = { equals: { gate: true }, latency: { gate: true, margin: "90%" } };
    const { directory, server } = await createHistory({ config: { gate: { margin: 0.1, metrics } } });
    const { report } = await runBacktest(directory, "--last", "2", "--aa", "0");
    expect(server.calls).toBe(160);
    for (const { prompts } of report.changes) {
      const gated = prompts[0]?.comparisons.filter((comparison) => comparison.gated).map(({ metric }) => metric);
      expect(gated).toEqual(["equals", "latency"]);
    }
  });

  it("counts repeats after failures against the budget", async () => {
    const { directory, server } = await createHistory({
      handler: (request) =>
        request.count <= 5 ? { status: 500, headers: { "retry-after": "0" } } : answerAsTold(request),
    });
    const { report, output } = await runBacktest(directory, "--last", "1", "--aa", "0", "--max-calls", "80");
    expect(server.calls).toBe(80);
    expect(report.calls).toMatchObject({ planned: 80, made: 80, failed: 0, saved: 0 });
    expect(unwrap(output)).toContain("5 of 80 samples were not taken: maxCalls is used up.");
  });

  it("says that nothing could be judged where the budget suffices for nothing", async () => {
    const { directory, server } = await createHistory();
    const { exitCode, output, report } = await runBacktest(directory, "--max-calls", "0");
    expect({ exitCode, calls: server.calls, changes: report.changes }).toEqual({ exitCode: 3, calls: 0, changes: [] });
    expect(unwrap(output)).toContain("No change was judged.");
  });

  it("replays what it recorded, and comes to the same", async () => {
    const { directory, server } = await createHistory();
    const live = await runBacktest(directory, "--record", ".git/recorded.jsonl");
    const calls = server.calls;
    const replayed = await runBacktest(directory, "--replay", ".git/recorded.jsonl");
    expect(server.calls).toBe(calls);
    expect(summary(replayed.report)).toEqual(summary(live.report));
    expect(replayed.report.controls.map(({ verdict }) => verdict)).toEqual(["no-regression"]);
    const partial = await runBacktest(directory, "--replay", "README.md").catch((error: unknown) => error);
    expect(partial).toMatchObject({ exitCode: 2 });
  });

  it("answers from the store what its changes' pull requests asked, and draws every control anew", async () => {
    const project = await createProject();
    const { directory, repository, server } = project;
    for (const [words, right] of [
      ["Please", 40],
      ["Kindly", 20],
    ] as const) {
      await repository.write({ [promptPath]: reworded(right, words) });
      await compareAndMerge(project, words);
    }
    // The version in between was asked as a candidate, and again as a baseline.
    const asked = server.calls;
    expect(asked).toBe(4 * 40);
    const { exitCode, output, errors, report } = await runBacktest(directory, "--aa", "1");
    expect(exitCode).toBe(0);
    expect(summary(report)).toEqual([
      ["Kindly", true, "regression"],
      ["Please", false, "no-regression"],
    ]);
    expect(errors).toContain(
      "planned: 2 prompt changes, 1 comparison of a version with itself, at most 80 calls, 160 answers from the store",
    );
    expect(server.calls - asked).toBe(80);
    expect(report.calls).toMatchObject({ planned: 80, made: 80, cached: 160, saved: 0 });
    expect(report.stored).toEqual({ answers: 160, oldestMs: expect.any(Number) });
    expect(report.changes.map(({ prompts }) => prompts[0]?.calls)).toEqual([0, 0]);
    expect(report.controls).toMatchObject([{ falseAlarm: false, calls: 80 }]);
    expect(unwrap(output)).toContain("80 calls made of at most 80, 160 answers from the store, 0 failed");
    expect(unwrap(output)).toMatch(/160 answers come from the store; the oldest is 1 minute old\./);
    const anew = await runBacktest(directory, "--aa", "0", "--no-cache");
    expect(anew.report).toMatchObject({ stored: null, calls: { planned: 120, made: 120, cached: 40 } });
  });

  it("keeps what it draws: with a larger budget, or none, it goes on where it stopped", async () => {
    const { directory, server } = await createHistory();
    const first = await runBacktest(directory, "--max-calls", "130", "--aa", "0");
    expect([first.report.changes.length, server.calls]).toEqual([2, 120]);
    const second = await runBacktest(directory, "--aa", "0");
    expect(server.calls).toBe(200);
    expect(second.report).toMatchObject({ calls: { planned: 80, made: 80 }, stored: { answers: 200 } });
    const third = await runBacktest(directory, "--max-calls", "0");
    expect(server.calls).toBe(200);
    expect(third.exitCode).toBe(0);
    expect(summary(third.report)).toEqual(summary(second.report));
    expect(third.report).toMatchObject({ controls: [], controlsLeftOut: 1, calls: { planned: 0, made: 0 } });
  });

  it("compares a version with itself from the store where its baseline has two answers of every case", async () => {
    // The first time the version before the change is asked about a case it is wrong, the second time it is right.
    const seen = new Set<string>();
    const handler: Handler = (request) => {
      const text = JSON.stringify(request.body);
      const first = text.includes("Be right below 40") && !seen.has(text);
      seen.add(text);
      return first ? { text: "wrong" } : answerAsTold(request);
    };
    const project = await createProject({ handler });
    const { directory, repository, server } = project;
    await repository.write({ [promptPath]: reworded(40, "Please") });
    await compareAndMerge(project, "Say please", "--trials", "2", "--concurrency", "1");
    const asked = server.calls;
    expect(asked).toBe(160);
    const { report } = await runBacktest(directory, "--aa", "1");
    expect(server.calls).toBe(asked);
    expect(report.controls).toMatchObject([{ calls: 0, cases: 40 }]);
    const [comparison] = report.controls[0]?.comparisons ?? [];
    expect([comparison?.baseline, comparison?.candidate]).toEqual([0, 1]);
    // A second comparison of the same version is drawn anew.
    const twice = await runBacktest(directory, "--aa", "2");
    expect(twice.report.controls.map(({ calls }) => calls > 0)).toEqual([false, true]);
  });

  it("takes no answer from the store where latency gates, nor from a store that is committed", async () => {
    const project = await createProject();
    const { directory, repository } = project;
    await repository.write({ [promptPath]: reworded(40, "Please") });
    await compareAndMerge(project, "Say please");
    await repository.git("add", "--force", ".assay");
    await repository.git("commit", "--quiet", "--message", "Commit the store");
    const { report } = await runBacktest(directory, "--head", "HEAD", "--aa", "0");
    expect(report).toMatchObject({ stored: null, calls: { made: 80 } });
    expect(report.warnings.join(" ")).toContain("the folder .assay is committed");
    const metrics = { equals: { gate: true }, latency: { gate: true, margin: "90%" } };
    await repository.write({ "assay.yml": assayFile(project.server.url, { gate: { margin: 0.1, metrics } }) });
    const timed = await runBacktest(directory, "--aa", "0");
    expect(timed.report).toMatchObject({ stored: null, calls: { made: 80 } });
  });

  it("judges by today's golden set: leaves out cases that lack a variable of an old version, and prompts that are gone", async () => {
    const { directory, repository } = await createHistory();
    const lines = Array.from({ length: 40 }, (_, n) =>
      JSON.stringify({ id: `case-${n}`, vars: n < 30 ? { n } : { number: n }, expected: `answer ${n}` }),
    );
    await repository.write({
      [goldenPath]: lines.join("\n"),
      [promptPath]: promptFile(40, { messages: [{ role: "user", content: "Be right below 40" }] }),
      "prompts/gone.prompt.yml": promptFile(1),
      "golden/gone.jsonl": "",
    });
    await repository.commit("Ask for no number");
    await repository.write({ "prompts/gone.prompt.yml": promptFile(2) });
    await repository.commit("Change what goes");
    await repository.remove("prompts/gone.prompt.yml");
    await repository.commit("Remove it");
    const { report, output } = await runBacktest(directory, "--last", "3", "--aa", "1");
    expect(report.leftOut).toMatchObject([
      { subject: "Change what goes", prompts: ["prompts/gone.prompt.yml"], reason: "not-there" },
    ]);
    expect(report.changes.map(({ subject, prompts }) => [subject, prompts[0]?.cases, prompts[0]?.unfitCases])).toEqual([
      ["Ask for no number", 30, 10],
      ["Merge what mends", 30, 10],
    ]);
    expect(output).toContain("10 of 40 cases left out");
  });

  it("follows a prompt through a rename, and through a change of assay.yml that changes its model", async () => {
    const { directory, repository, server } = await createHistory();
    const unmodelled = (text: string) => text.replace(/^model: .*\n/, "");
    await repository.write({
      [promptPath]: unmodelled(reworded(40, "Fully")),
      "assay.yml": assayFile(server.url, { model: "local/answers" }),
    });
    await repository.commit("Name the model in assay.yml: the same call");
    await repository.write({ "assay.yml": assayFile(server.url, { model: "local/other" }) });
    await repository.commit("Change the model for all");
    await repository.git("mv", promptPath, "prompts/replies.prompt.yml");
    await repository.git("mv", goldenPath, "golden/replies.jsonl");
    await repository.commit("Rename");
    const { report } = await runBacktest(directory, "--last", "3", "--aa", "0");
    expect(report.changes.map(({ subject, prompts }) => [subject, prompts[0]?.path, prompts[0]?.parts])).toEqual([
      ["Change the model for all", "prompts/replies.prompt.yml", ["model"]],
      ["Merge what mends", "prompts/replies.prompt.yml", ["text"]],
      ["Cut costs \u001b[31m::error::", "prompts/replies.prompt.yml", ["text"]],
    ]);
    expect(report.leftOut).toEqual([]);
  });

  it("judges all prompts of a commit as one pull request, and the goalposts of the working tree hold", async () => {
    const { directory, repository, server } = await createProject({
      files: {
        "prompts/other.prompt.yml": promptFile(40),
        "golden/other.jsonl": '{"id":"a","vars":{"n":1},"expected":"answer 1"}',
      },
    });
    await repository.write({ [promptPath]: promptFile(20), "prompts/other.prompt.yml": promptFile(39) });
    await repository.commit("Change both");
    await repository.write({ "assay.yml": assayFile(server.url, { gate: { margin: 0.9 } }) });
    const { report } = await runBacktest(directory);
    expect(report.gate.margin).toBe(0.9);
    expect(report.goalposts).toEqual({ revision: "working tree", commit: null });
    expect(summary(report)).toEqual([["Change both", false, "no-regression", "inconclusive"]]);
    expect(report.changes[0]?.prompts.map(({ path }) => path)).toEqual([promptPath, "prompts/other.prompt.yml"]);
    expect(report.controls).toHaveLength(2);
    const committed = await runBacktest(directory, "--head", "HEAD");
    expect(committed.report.gate.margin).toBe(0.1);
    expect(committed.report.changes[0]?.stopped).toBe(true);
  });

  it("says that a shallow clone knows the last commits only", async () => {
    const { repository } = await createHistory();
    const clone = await repository.clone("--depth=3");
    const { report, output, exitCode } = await runBacktest(clone.directory, "--aa", "0");
    expect(exitCode).toBe(0);
    expect(report.branch.revision).toBe("origin/main");
    expect(report.changes).toHaveLength(1);
    expect(unwrap(output)).toContain(
      "Only the last 3 commits of origin/main are known, because this clone is shallow. To see further back, set fetch-depth: 0",
    );
  });

  it("says which globs matched what where no change is found", async () => {
    const { directory, server } = await createProject();
    const { exitCode, output, errors, report } = await runBacktest(directory);
    expect({ exitCode, errors, calls: server.calls }).toEqual({ exitCode: 0, errors: "", calls: 0 });
    expect(report.commits).toEqual({ seen: 1, found: 0 });
    expect(unwrap(output)).toContain("No prompt change was found");
    expect(unwrap(output)).toMatch(/At working tree: \*\*\/\*\.prompt\.yml matched 1 file/);
  });

  it("ends with 2 where something is to be mended, and with 3 where a provider does not answer", async () => {
    const broken = await createHistory();
    await broken.repository.write({ [goldenPath]: "{no json\n" });
    expect(await runBacktest(broken.directory)).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining(goldenPath),
    });
    expect(broken.server.calls).toBe(0);
    const refused = await createHistory({ handler: () => ({ status: 401, body: "no" }) });
    const { exitCode, output, report } = await runBacktest(refused.directory, "--aa", "0");
    expect(exitCode).toBe(3);
    expect(report.changes.map(({ stopped }) => stopped)).toEqual([null, null, null, null]);
    expect(output).toContain("the provider refused the key");
  });
});

it("leaves out a change whose model nobody offers any more, and judges the others", async () => {
  const { directory, repository } = await createHistory({
    handler: (request) =>
      JSON.stringify(request.body).includes('"retired"')
        ? { status: 404, body: { error: { code: "model_not_found", message: "no such model" } } }
        : answerAsTold(request),
  });
  await repository.write({ [promptPath]: promptFile(40, { model: "local/retired" }) });
  await repository.commit("Try another model");
  await repository.write({ [promptPath]: promptFile(40, { model: "nowhere/model" }) });
  await repository.commit("And one more");
  await repository.write({ [promptPath]: promptFile(40) });
  await repository.commit("Back again");
  const { report, exitCode } = await runBacktest(directory, "--last", "4", "--aa", "0");
  expect(exitCode).toBe(0);
  expect(report.leftOut.map(({ subject, reason }) => [subject, reason])).toEqual([
    ["Back again", "no-model"],
    ["And one more", "no-model"],
  ]);
  expect(report.changes.map(({ subject, prompts }) => [subject, prompts[0]?.verdict, prompts[0]?.reason])).toEqual([
    ["Try another model", "error", "missing-model"],
    ["Merge what mends", "improvement", null],
  ]);
});
