import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/index.ts";
import type { PromptReport, Report } from "../../src/model.ts";
import { gitEnvironment } from "../support/repository.ts";
import {
  answerAsTold,
  createProject,
  type Handler,
  type Project,
  type ProjectOptions,
  promptFile,
  promptPath,
  readJson,
  runCli,
} from "./support.ts";

interface Compared {
  readonly exitCode: number | null;
  readonly report: Report;
  readonly prompt: PromptReport;
  /** Requests that reached the server. */
  readonly calls: number;
}

/** Runs `compare` in the project as it stands. */
async function compareNow({ directory, server }: Project, ...args: readonly string[]): Promise<Compared> {
  const before = server.calls;
  const { exitCode, errors } = await runCli(directory, ["compare", "--json", "out/report.json", ...args]);
  if (exitCode === 2) throw new Error(errors);
  const report = await readJson<Report>(directory, "out", "report.json");
  return { exitCode, report, prompt: report.prompts[0] as PromptReport, calls: server.calls - before };
}

/** The same behaviour under another text: every edit is a version of its own. */
function edit(right: number, word: string): Readonly<Record<string, string>> {
  return { [promptPath]: promptFile(right).replace("Be right", `${word} be right`) };
}

const staged: ProjectOptions = { cases: 100, config: { gate: { margin: 0.1, stopEarly: true } } };

describe.concurrent("looks", () => {
  it("a large drop is told before all cases are asked, and the interval says so", async () => {
    const project = await createProject(staged);
    await project.repository.write(edit(30, "Always"));
    const { exitCode, prompt, report, calls } = await compareNow(project);
    expect(exitCode).toBe(1);
    expect(prompt.stopped?.of).toBe(100);
    expect(prompt.stopped?.cases).toBeLessThan(60);
    expect(calls).toBe(2 * (prompt.stopped?.cases ?? 0));
    expect(report.calls).toMatchObject({ planned: 200, made: calls, saved: 200 - calls });
    expect(prompt.notes.join("\n")).toContain(`Stopped after ${prompt.stopped?.cases} of 100 cases. `);
  });

  it("the order of the cases is the same for the same versions, and --seed gives another", async () => {
    const order = async (...args: readonly string[]) => {
      const asked: string[] = [];
      const handler: Handler = (request) => {
        asked.push((request.body as { messages: { content: string }[] }).messages.at(-1)?.content ?? "");
        return answerAsTold(request);
      };
      const project = await createProject({ ...staged, handler });
      await project.repository.write(edit(30, "Always"));
      await compareNow(project, "--concurrency", "1", ...args);
      return asked.join("\n");
    };
    const [one, same, other] = await Promise.all([order(), order(), order("--seed", "7")]);
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });

  it("trials: auto buys repeats for a small set, and repeats that are copies count as one", async () => {
    const project = await createProject({ cases: 30, config: { run: {}, gate: { stopEarly: true } } });
    await project.repository.write(edit(30, "Always"));
    const { prompt, report } = await compareNow(project);
    expect(report.calls.planned).toBe(30 * 2 * 5);
    expect(prompt.trials).toEqual({ baseline: 1, candidate: 1 });
    expect(prompt.notes.join("\n")).toContain("word for word");
    // The first look bought all trials of its ten cases, the later ones one a case and arm.
    expect(report.calls.made).toBeLessThan(30 * 2 * 5);
  });

  it("where the prompt pins a seed, trial t sends seed + t in both arms", async () => {
    const seeds: number[] = [];
    const handler: Handler = (request) => {
      seeds.push((request.body as { seed: number }).seed);
      return answerAsTold(request);
    };
    const project = await createProject({ cases: 6, handler, config: { run: { trials: 3 } } });
    const pinned = (right: number) => ({ [promptPath]: promptFile(right, { modelParameters: { seed: 40 } }) });
    await project.repository.write(pinned(6));
    await project.repository.commit();
    await project.repository.write(pinned(5));
    await compareNow(project, "--base", "HEAD");
    const counts = [40, 41, 42].map((seed) => seeds.filter((each) => each === seed).length);
    expect(counts).toEqual([12, 12, 12]);
  });
});

describe.concurrent("the store", () => {
  it("the same comparison again returns the verdict that was given, without a call", async () => {
    const project = await createProject();
    await project.repository.write(edit(20, "Always"));
    const first = await compareNow(project);
    const second = await compareNow(project);
    expect([first.exitCode, second.exitCode]).toEqual([1, 1]);
    expect([first.calls, second.calls]).toEqual([80, 0]);
    expect(second.prompt.comparisons).toEqual(first.prompt.comparisons);
    expect(second.report.warnings[0]).toMatch(/^This verdict was given on .* nothing was called again\.$/);
  });

  it("a rebase leaves the question as it was: the verdict stands, and names the revisions of today", async () => {
    const project = await createProject();
    await project.repository.write(edit(20, "Always"));
    const first = await compareNow(project);
    await project.repository.write({ "README.md": "Hello" });
    await project.repository.git("commit", "--quiet", "--allow-empty", "--message", "Something else");
    const second = await compareNow(project, "--base", "HEAD");
    expect(second).toMatchObject({ calls: 0, exitCode: 1 });
    expect(second.report.base?.commit).not.toBe(first.report.base?.commit);
  });

  it("where no prompt changed nothing is kept", async () => {
    const project = await createProject();
    await compareNow(project);
    expect(existsSync(`${project.directory}/.assay`)).toBe(false);
  });

  it("another gate is another question: judged again from stored answers", async () => {
    const project = await createProject();
    await project.repository.write(edit(38, "Always"));
    await compareNow(project);
    const assay = await readFile(`${project.directory}/assay.yml`, "utf8");
    await project.repository.write({ "assay.yml": assay.replace("margin: 0.1", "margin: 0.2") });
    const { calls, prompt } = await compareNow(project);
    expect(calls).toBe(0);
    expect(prompt.verdict).toBe("no-regression");
    expect(prompt.stored).not.toBeNull();
  });

  it("where only a scorer changed, stored answers are scored again without a call", async () => {
    const project = await createProject();
    await project.repository.write(edit(40, "Always"));
    await compareNow(project);
    const assay = await readFile(`${project.directory}/assay.yml`, "utf8");
    await project.repository.write({ "assay.yml": assay.replace("equals:", "contains:") });
    const { calls, prompt, report } = await compareNow(project);
    expect(calls).toBe(0);
    expect(report.calls).toMatchObject({ made: 0, cached: 80 });
    expect(prompt.comparisons[0]).toMatchObject({ metric: "contains", pairs: 40, verdict: "no-regression" });
  });

  it("cache: in assay.yml names the folder, and --store goes before it", async () => {
    const project = await createProject({ config: { cache: ".cache/answers" } });
    await project.repository.write(edit(40, "Always"));
    await compareNow(project);
    expect(existsSync(join(project.directory, ".cache", "answers", "samples"))).toBe(true);
    expect(existsSync(join(project.directory, ".assay"))).toBe(false);
    const again = await compareNow(project, "--store", "elsewhere");
    expect(again.calls).toBe(80);
    expect(existsSync(join(project.directory, "elsewhere", "samples"))).toBe(true);
  });

  it("the next version asks the baseline nothing, and says how old its answers are", async () => {
    const project = await createProject();
    await project.repository.write(edit(40, "Always"));
    await compareNow(project);
    await project.repository.write(edit(40, "Please"));
    const { calls, prompt, report } = await compareNow(project);
    expect(calls).toBe(40);
    expect(report.calls.cached).toBe(40);
    expect(prompt).toMatchObject({ verdict: "no-regression", confirmation: null });
    expect(prompt.notes.join("\n")).toContain(
      "The baseline's answers come from the store; the oldest is 1 minute old.",
    );
  });

  it("a regression against stored answers is confirmed on fresh ones of both versions", async () => {
    const project = await createProject();
    await project.repository.write(edit(40, "Always"));
    await compareNow(project);
    await project.repository.write(edit(20, "Please"));
    const { exitCode, calls, prompt } = await compareNow(project);
    expect(exitCode).toBe(1);
    expect(prompt).toMatchObject({ verdict: "regression", confirmation: "confirmed" });
    expect(calls).toBeGreaterThan(40);
    expect(prompt.notes.join("\n")).toContain("was asked again");
  });

  it("a provider that got worse overnight blocks nobody: the drop is not confirmed", async () => {
    let night = false;
    const handler: Handler = (request) => (night ? { text: "something else" } : answerAsTold(request));
    const project = await createProject({ handler });
    await project.repository.write(edit(40, "Always"));
    await compareNow(project);
    night = true;
    await project.repository.write(edit(40, "Please"));
    const { exitCode, prompt } = await compareNow(project);
    expect(exitCode).toBe(0);
    expect(prompt).toMatchObject({ verdict: "inconclusive", reason: "not-confirmed", confirmation: "not-confirmed" });
    // The fresh answers are the baseline from now on, so the next version is compared with what holds today.
    await project.repository.write(edit(40, "Now"));
    const next = await compareNow(project);
    expect(next.prompt.comparisons[0]).toMatchObject({ baseline: 0, candidate: 0 });
  });

  it("trying until it passes is seen, and passing gets harder after a regression", async () => {
    const project = await createProject({ cases: 60 });
    const levels: number[] = [];
    for (const [right, word] of [
      [60, "Always"],
      [30, "Please"],
      [60, "Now"],
      [60, "Again"],
    ] as const) {
      await project.repository.write(edit(right, word));
      const { prompt } = await compareNow(project);
      levels.push(Number(((1 - (prompt.comparisons[0]?.confidence ?? 1)) / 2).toFixed(4)));
      if (word === "Again")
        expect(prompt.notes.join("\n")).toContain("Versions tried before here: 3 (no-regression, regression,");
    }
    expect(levels).toEqual([0.05, 0.05, 0.025, 0.0125]);
  });

  it("--no-cache keeps nothing, uses nothing, and says that the history is unknown", async () => {
    const project = await createProject();
    await project.repository.write(edit(40, "Always"));
    const first = await compareNow(project, "--no-cache");
    const second = await compareNow(project, "--no-cache");
    expect([first.calls, second.calls]).toEqual([80, 80]);
    expect(second.prompt.notes.join("\n")).toContain("not known: there is no store");
    await expect(runCli(project.directory, ["changes"])).resolves.toMatchObject({ exitCode: 0 });
  });
});

describe.concurrent("a baseline whose model is gone", () => {
  const served =
    (gone: () => boolean): Handler =>
    (request) => {
      const { model } = request.body as { model: string };
      if (gone() && model === "old")
        return { status: 404, body: { error: { message: "no such model", code: "model_not_found" } } };
      return answerAsTold(request);
    };
  const withModel = (model: string, right: number) => ({
    [promptPath]: promptFile(right, { model: `local/${model}` }),
  });

  it("its stored answers stand in at any age, and it is said", async () => {
    let gone = false;
    const project = await createProject({ handler: served(() => gone), files: withModel("old", 40) });
    const { directory, repository } = project;
    const old = withModel("old", 40)[promptPath] ?? "";
    await repository.write({ [promptPath]: old.replace("Be right", "Always be right") });
    await compareNow(project);
    gone = true;
    await repository.write(withModel("new", 20));
    // Eight days later the answers are too old to be a baseline while the model answers.
    const now = (): Date => new Date(Date.now() + 8 * 86_400_000);
    const report = await compare({ directory, environment: gitEnvironment, now });
    const [prompt] = report.prompts;
    expect(prompt?.notes.join("\n")).toContain("stored answers stand in");
    expect(prompt?.comparisons[0]).toMatchObject({ baseline: 1, candidate: 0.5 });
    expect(prompt?.stored?.ageMs).toBeGreaterThan(8 * 86_000_000);
  });

  it("with nothing stored the candidate is judged alone", async () => {
    const project = await createProject({
      handler: served(() => true),
      files: withModel("old", 40),
      config: { gate: { metrics: { equals: { atLeast: 0.9 } } } },
    });
    await project.repository.write(withModel("new", 40));
    const { exitCode, prompt } = await compareNow(project);
    expect(exitCode).toBe(0);
    expect(prompt).toMatchObject({ verdict: "above-threshold" });
    expect(prompt.notes.join("\n")).toContain("judged alone");
  });
});
