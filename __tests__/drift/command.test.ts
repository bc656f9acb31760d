import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFolderHistory } from "../../src/drift/folder-history.ts";
import type { HistoryStore } from "../../src/drift/history.ts";
import type { DriftReport } from "../../src/model.ts";
import { forget } from "../../src/pipeline/drift/forget.ts";
import { type DriftOptions, drift } from "../../src/pipeline/drift.ts";
import {
  answerAsTold,
  createProject,
  goldenFile,
  goldenPath,
  messagesOf,
  promptFile,
  promptPath,
} from "../end-to-end/support.ts";
import { chatCompletion, type ServedRequest } from "../support/model-server.ts";

const noSleep = async (): Promise<void> => {};

/** A project whose model can be made worse from one night to the next, without that anything in the repository changes. */
async function watchProject(config: Readonly<Record<string, unknown>> = {}, cases = 40) {
  const model = { rightBelow: cases, fenced: false, status: 200, name: "m-1" };
  const project = await createProject({
    cases,
    config: { drift: { keepAnswers: 5 }, ...config },
    handler: (request: ServedRequest) => {
      if (model.status !== 200) return { status: model.status };
      const number = Number(/\d+$/.exec(messagesOf(request).at(-1)?.content ?? "")?.[0]);
      const text = number < model.rightBelow ? answerAsTold(request).text : `wrong ${number}`;
      const answer = model.fenced ? `\`\`\`\n${text}\n\`\`\`` : String(text);
      return { body: chatCompletion(answer, { body: { model: model.name } }) };
    },
  });
  const history = join(project.directory, "drift");
  let day = 0;
  const night = async (options: Partial<DriftOptions> = {}): Promise<DriftReport> => {
    const at = new Date(Date.UTC(2026, 0, 1, 3) + day++ * 86_400_000);
    const { report } = await drift({
      directory: project.directory,
      environment: {},
      history: openFolderHistory(history, noSleep),
      now: () => at,
      ...options,
    });
    return report;
  };
  const nights = async (count: number): Promise<DriftReport> => {
    let last = await night();
    for (let more = 1; more < count; more++) last = await night();
    return last;
  };
  const file = async (): Promise<string> => {
    const [folder = ""] = await readdir(join(history, "prompts"));
    return join(history, "prompts", folder, "history.jsonl");
  };
  return {
    ...project,
    history,
    model,
    night,
    nights,
    file,
    records: async () => readLines(await readFile(await file(), "utf8")),
  };
}

function readLines(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("drift", { timeout: 60_000 }, () => {
  it("takes a reference, stays calm, tells a drop once and what it comes from, and shows the worst cases", async () => {
    const watched = await watchProject();
    expect(await watched.night()).toMatchObject({ exitCode: 0, prompts: [{ status: "reference" }] });
    const calls = watched.server.calls;
    expect(calls).toBe(5 * 40);
    expect(await watched.nights(5)).toMatchObject({ exitCode: 0, prompts: [{ status: "steady", nights: 5 }] });
    // Nothing comes from a store: every night asks anew.
    expect(watched.server.calls).toBe(calls + 5 * 40);
    watched.model.rightBelow = 20;
    const report = await watched.night();
    expect(report).toMatchObject({ exitCode: 0, prompts: [{ status: "drifting" }] });
    const [prompt] = report.prompts;
    expect(prompt?.rows.find(({ row }) => row === "equals")).toMatchObject({
      found: { event: "drift", direction: "fall", causes: ["answers"], was: 1, now: 0.5 },
      reference: { mean: 1 },
      tonight: { mean: 0.5 },
    });
    expect(prompt?.worst).toHaveLength(5);
    expect(prompt?.worst[0]).toMatchObject({ was: 1, now: 0, outputNow: expect.stringMatching(/^wrong \d+$/) });
    const again = await watched.night();
    expect(again.prompts[0]?.rows.find(({ row }) => row === "equals")).toMatchObject({
      found: null,
      drift: { event: "drift" },
    });
    watched.model.rightBelow = 40;
    const recovered = await watched.nights(8);
    expect(recovered.prompts[0]?.status).toBe("steady");
    const events = (await watched.records()).filter(({ kind }) => kind === "event");
    expect(events.map(({ event }) => event)).toEqual(["drift", "recovered"]);
  });

  it("names a format failure: the answers are right, but stand in a code fence", async () => {
    const watched = await watchProject();
    await watched.nights(4);
    watched.model.fenced = true;
    const [prompt] = (await watched.night()).prompts;
    const found = prompt?.rows.find(({ row }) => row === "equals")?.found;
    expect(found?.causes).toEqual(["format"]);
    expect(found?.details.join()).toContain("With code fences stripped the score is 1.00");
  });

  it("names a model that answers under another name", async () => {
    const watched = await watchProject();
    await watched.nights(4);
    Object.assign(watched.model, { rightBelow: 10, name: "m-2" });
    const [prompt] = (await watched.night()).prompts;
    expect(prompt?.rows.find(({ row }) => row === "equals")?.found?.causes).toEqual(["model"]);
  });

  it("records a night that cannot be judged as a gap, tells three in a row, and goes on", async () => {
    const watched = await watchProject({ run: { trials: 1, retries: 0 } });
    await watched.nights(4);
    watched.model.status = 500;
    const report = await watched.nights(3);
    expect(report).toMatchObject({ exitCode: 3, prompts: [{ status: "gap", gaps: 3 }] });
    expect(report.prompts[0]?.reason).toContain("40 of 40 samples failed");
    watched.model.status = 200;
    expect(await watched.night()).toMatchObject({ exitCode: 0, prompts: [{ status: "steady", gaps: 0, nights: 4 }] });
  });

  it("accepts a new level with a reason: the old line stays, and it is calm from then on", async () => {
    const watched = await watchProject();
    await watched.nights(4);
    watched.model.rightBelow = 20;
    await watched.night();
    const accepted = await watched.night({
      accepts: [{ prompt: "answers", reason: "shorter is fine" }],
      acceptsOnly: true,
    });
    expect(accepted).toMatchObject({ prompts: [{ status: "reference" }] });
    expect(await watched.nights(3)).toMatchObject({ prompts: [{ status: "steady", nights: 3 }] });
    const kinds = (await watched.records()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "reference")).toHaveLength(2);
    expect((await watched.records()).find(({ reason }) => reason === "shorter is fine")).toBeDefined();
    await expect(watched.night({ accepts: [{ prompt: "answrs", reason: "x", typed: true }] })).rejects.toThrow(
      'no prompt is called "answrs"',
    );
  });

  it("a scorer that changed starts a new line, and the old one stays", async () => {
    const watched = await watchProject();
    await watched.nights(3);
    const config = await readFile(join(watched.directory, "assay.yml"), "utf8");
    await watched.repository.write({ "assay.yml": config.replace("- equals:", "- contains:") });
    const report = await watched.night();
    expect(report.prompts[0]).toMatchObject({
      status: "reference",
      reason: expect.stringContaining("What scores it changed"),
    });
    expect((await watched.records()).map(({ kind }) => kind)).toEqual(["reference", "night", "night", "reference"]);
  });

  it("a prompt that was renamed keeps its line", async () => {
    const watched = await watchProject();
    await watched.nights(3);
    await watched.repository.write({
      "golden/replies.jsonl": goldenFile(40),
      "prompts/replies.prompt.yml": promptFile(40),
    });
    await rm(join(watched.directory, promptPath));
    expect((await watched.night()).prompts).toMatchObject([{ name: "replies", status: "steady", nights: 3 }]);
    expect(await readFile(join(watched.history, "README.md"), "utf8")).toContain("| `replies` | steady");
    const files = await readdir(join(watched.history, "prompts"), { recursive: true });
    expect(files.filter((name) => name.endsWith(".jsonl"))).toEqual([
      expect.stringMatching(/^replies-.*answers/),
      expect.stringMatching(/^replies-.*history/),
    ]);
  });

  it("cases that are added or removed leave the line as it is", async () => {
    const watched = await watchProject();
    await watched.nights(3);
    const fewer = goldenFile(60).split("\n").slice(10).join("\n");
    await watched.repository.write({ [goldenPath]: fewer });
    watched.model.rightBelow = 40;
    expect(await watched.nights(3)).toMatchObject({ prompts: [{ status: "steady", nights: 5 }] });
    const last = (await watched.records()).at(-1) as { cases: object };
    expect(Object.keys(last.cases)).toHaveLength(50);
  });

  it("runs a part of the set that rotates", async () => {
    const watched = await watchProject({ drift: { sample: 15, keepAnswers: 0 } });
    await watched.night();
    const calls = watched.server.calls;
    await watched.nights(3);
    expect(watched.server.calls).toBe(calls + 45);
    const seen = (await watched.records()).slice(1).flatMap(({ cases }) => Object.keys(cases as object));
    // 45 draws of 40 cases: all of them, five of them twice.
    expect(new Set(seen).size).toBe(40);
  });

  it("keeps no text but the answers that it may keep", async () => {
    const watched = await watchProject({ drift: { keepAnswers: 0 } });
    await watched.nights(2);
    const files = (await readdir(watched.history, { recursive: true })).filter((name) => name.endsWith(".jsonl"));
    expect(files).toHaveLength(1);
    expect(await readFile(await watched.file(), "utf8")).not.toMatch(/answer \d|case-\d|Be right/);
  });

  it("leaves out a line that was cut off, and says so", async () => {
    const watched = await watchProject();
    await watched.nights(3);
    const text = await readFile(await watched.file(), "utf8");
    await writeFile(await watched.file(), text.slice(0, -40));
    const report = await watched.night();
    expect(report.warnings).toContainEqual(expect.stringContaining("1 lines of the history were left out"));
    expect(report).toMatchObject({ prompts: [{ status: "steady", nights: 2 }] });
    expect((await watched.night()).warnings).toEqual([]);
  });

  it("two nights that write at the same moment are both kept, one after the other", async () => {
    const watched = await watchProject();
    await watched.night();
    const store = (): HistoryStore =>
      openFolderHistory(watched.history, (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)));
    await Promise.all([watched.night({ history: store() }), watched.night({ history: store() })]);
    const nights = (await watched.records()).filter(({ kind }) => kind === "night");
    expect(nights).toHaveLength(2);
    expect(await watched.night()).toMatchObject({ prompts: [{ nights: 3 }] });
  });

  it("times of a history only rise and are UTC, whatever the clock of a runner says", async () => {
    const watched = await watchProject();
    await watched.nights(2);
    await watched.night({ now: () => new Date("2025-12-31T20:00:00-11:00") });
    await watched.night({ now: () => new Date("2026-01-05T09:00:00+14:00") });
    const times = (await watched.records()).map(({ at }) => String(at));
    expect(times.toSorted()).toEqual(times);
    expect(times.every((at) => at.endsWith("Z"))).toBe(true);
    expect(times.at(-1)).toBe("2026-01-04T19:00:00.000Z");
  });

  it("ends a month's budget with gaps, never with a drop", async () => {
    const prices = { "local/answers": { input: 1000, output: 1000 } };
    const watched = await watchProject({ prices, drift: { keepAnswers: 0, maxCost: { month: 100 } } });
    const first = await watched.night();
    const spent = first.costOfMonth ?? 0;
    expect(spent).toBeGreaterThan(0);
    const config = await readFile(join(watched.directory, "assay.yml"), "utf8");
    await watched.repository.write({
      "assay.yml": config.replace("month: 100", `month: ${(spent + 0.001).toFixed(3)}`),
    });
    const report = await watched.night();
    expect(report.prompts[0]).toMatchObject({ status: "gap", reason: expect.stringContaining("maxCost was used up") });
  });

  it("a prompt whose cases are all drafts waits, and says so; the others have their night", async () => {
    const watched = await watchProject({}, 3);
    const drafts = goldenFile(2).replaceAll('{"id"', '{"draft": true, "id"');
    await watched.repository.write({ "golden/later.jsonl": drafts, "prompts/later.prompt.yml": promptFile(3) });
    expect(await watched.night()).toMatchObject({
      exitCode: 0,
      prompts: [
        { name: "answers", status: "reference" },
        { name: "later", status: "skipped", reason: expect.stringContaining("2 cases are drafts") },
      ],
    });
  });

  it("asks before it spends more than it may unasked, unless somebody says what a night may cost", async () => {
    const prices = { "local/answers": { input: 1000, output: 1000 } };
    const watched = await watchProject({ prices, run: { trials: 1, confirmAbove: 0.01, maxCost: 5 } }, 3);
    await expect(watched.night()).rejects.toThrow(/may cost up to .* more than run\.confirmAbove: 0\.01/);
    expect(watched.server.calls).toBe(0);
    expect(await watched.night({ maxCost: 500 })).toMatchObject({ prompts: [{ status: "reference" }] });
  });

  it("does not begin where a budget is set and nobody knows the price", async () => {
    const elsewhere = { local: { baseUrl: "https://models.example/v1", keyEnv: "KEY" } };
    const watched = await watchProject({ providers: elsewhere, drift: { maxCost: { month: 5 } } }, 3);
    await expect(watched.night({ environment: { KEY: "k" } })).rejects.toThrow("the price of the model");
  });

  it("tells a price that changed, once, though the answers stay", async () => {
    const price = (input: number) => ({ prices: { "local/answers": { input, output: 1 } } });
    const watched = await watchProject(price(1), 3);
    await watched.night();
    const config = await readFile(join(watched.directory, "assay.yml"), "utf8");
    await watched.repository.write({ "assay.yml": config.replace("input: 1", "input: 2") });
    expect((await watched.night()).warnings).toEqual([
      "answers: a million tokens cost $2.00 in, $1.00 out now; on the last night $1.00 in, $1.00 out.",
    ]);
    expect((await watched.night()).warnings).toEqual([]);
  });

  it("fails the run where that is wanted", async () => {
    const watched = await watchProject({ drift: { fail: true } });
    await watched.nights(4);
    watched.model.rightBelow = 10;
    expect((await watched.night()).exitCode).toBe(1);
  });

  it("forgets a case, and a prompt", async () => {
    const watched = await watchProject();
    await watched.nights(2);
    const before = await readFile(await watched.file(), "utf8");
    const store = openFolderHistory(watched.history, noSleep);
    expect(await forget(store, "answers:case-7")).toBe("case-7 of answers");
    const after = await readFile(await watched.file(), "utf8");
    expect(after.length).toBeLessThan(before.length);
    expect(Object.keys((readLines(after)[0] as { cases: object }).cases)).toHaveLength(39);
    expect(await forget(store, "answers")).toBe("answers");
    const left = await readdir(join(watched.history, "prompts"), { recursive: true });
    expect(left.filter((name) => name.includes("."))).toEqual([]);
    await expect(forget(store, "answers")).rejects.toThrow("no prompt is called");
  });

  it("forgets nothing where a name fits several prompts, or a case is not there", async () => {
    const watched = await watchProject({}, 3);
    await watched.repository.write({ "prompts/more/answers.prompt.yml": promptFile(3) });
    await watched.night();
    const store = openFolderHistory(watched.history, noSleep);
    await expect(forget(store, "answers")).rejects.toThrow('2 prompts are called "answers"');
    await expect(forget(store, `${promptPath}:case-9`)).rejects.toThrow('holds nothing of a case "case-9"');
    expect(await forget(store, promptPath)).toBe(promptPath);
    await expect(watched.night({ accepts: [{ prompt: "answers", reason: "x", typed: true }] })).rejects.toThrow(
      "2 prompts are called",
    );
  });
});
