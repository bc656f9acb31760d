import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, merge, type Report, type RunOptions } from "../../src/index.ts";
import type { Json, JsonObject } from "../../src/model.ts";
import { reporters } from "../../src/report/registry.ts";
import { createScorer } from "../../src/score/registry.ts";
import { assayFile, promptPath } from "../end-to-end/support.ts";
import { withoutTimes } from "../shards/project.ts";
import { chatCompletion } from "../support/model-server.ts";
import { gitEnvironment } from "../support/repository.ts";
import {
  choose,
  comparisonOf,
  createJudgedProject,
  edited,
  honestJudge,
  type JudgedProject,
  notesOf,
  rubric,
} from "./support.ts";

const whole = { gate: { stopEarly: false } };

/** Takes both shards and merges them. */
async function takeAndMerge(project: JudgedProject, options: Partial<RunOptions> = {}): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "assay-judge-"));
  for (const index of [1, 2]) {
    const samplesFile = join(folder, `shard-${index}.samples.jsonl`);
    const shard = await project.run({ ...options, shard: { index, of: 2 }, samplesFile });
    writeFileSync(join(folder, `shard-${index}.json`), reporters.json.render(shard, { color: false, width: 80 }));
  }
  return merge({ directory: folder, files: ["."] });
}

async function expectSame(project: JudgedProject): Promise<Report> {
  const undivided = await project.run();
  const merged = await takeAndMerge(project);
  const { calls, warnings, failures } = undivided;
  expect(withoutTimes(merged, { calls, warnings, failures })).toBe(withoutTimes(undivided));
  return merged;
}

describe("shards", () => {
  test("what people say of a judge, its votes and its gaps stand in the merged report as in the undivided one", async () => {
    const project = await createJudgedProject({
      judge: (question) =>
        /wrong 3[89]/.test(question.blocks["answer"] ?? "") ? { text: "Hm." } : honestJudge(question),
      rightBelow: 30,
      config: whole,
    });
    await project.write({ "calibration/good.json": JSON.stringify(calibrationOf(rubric)) });
    const merged = await expectSame(project);
    expect(notesOf(merged)).toContain("agrees with people on 90 %");
    expect(notesOf(merged)).toContain("are corrected for the judge's errors");
    expect(notesOf(merged)).toContain("gave further opinions");
    expect(notesOf(merged)).toContain("good has no score for 2 outputs");
  });

  test("a panel, and pairs of which one sample failed", async () => {
    const failing = (request: { readonly body: unknown }) => {
      const text = JSON.stringify(request.body);
      const number = Number(/Case (\d+)/.exec(text)?.[1]);
      if (number < 2 && text.includes("Please")) return { status: 400, body: { error: { message: "no" } } };
      return { text: text.includes("Please") && number > 30 ? `wrong ${number}` : `answer ${number}` };
    };
    const pairs = await createJudgedProject({
      judge: ({ blocks }) => choose(blocks["answer A"]?.startsWith("answer") ? "A" : "B"),
      options: { name: "good", kind: "pairwise", model: "local/judge" },
      answer: failing,
      config: whole,
    });
    const merged = await expectSame(pairs);
    expect(notesOf(merged)).toContain("Both orders agree in 100 % of the pairs");
    const panel = await createJudgedProject({
      judge: (question) => (question.model === "judge-c" ? choose("fail") : honestJudge(question)),
      rightBelow: 30,
      options: { ...rubric, model: undefined, models: ["local/judge-a", "local/judge-b", "local/judge-c"] } as never,
      config: whole,
    });
    expect(notesOf(await expectSame(panel))).toContain("Of the opinions of good's panel of 3");
  });

  test("a shard that is started again asks its judge nothing twice", async () => {
    const project = await createJudgedProject({ judge: honestJudge, rightBelow: 30, config: whole });
    const store = mkdtempSync(join(tmpdir(), "assay-judge-"));
    const now = () => new Date("2026-01-01T10:00:00Z");
    await project.run({ store, now, shard: { index: 1, of: 2 } });
    const { calls } = project.server;
    const again = await project.run({ store, now, shard: { index: 1, of: 2 } });
    expect(project.server.calls).toBe(calls);
    expect(again.calls.made).toBe(0);
  });

  test("a judge that is down does not make a shard one that could not be taken", async () => {
    const project = await createJudgedProject({
      judge: () => ({ status: 400, body: { error: { message: "no" } } }),
      rightBelow: 0,
      config: whole,
    });
    const report = await project.run({ shard: { index: 1, of: 2 } });
    expect(report.prompts[0]).toMatchObject({ verdict: "skipped", reason: "shard" });
  });
});

/** As `calibrate` keeps it. */
function calibrationOf(options: JsonObject): Json {
  const { name: _name, ...own } = options;
  const context = { files: new Map(), render: () => ({ text: "" }) as never, code: null };
  const { judge } = createScorer({ type: "judge", name: "good", options: own, place: { path: "assay.yml" } }, context);
  const rate = (value: number) => ({ value, low: value, high: value, of: 40 });
  return {
    schemaVersion: 1,
    judge: "good",
    fingerprint: judge?.fingerprint ?? "",
    labels: 80,
    unscored: 0,
    accuracy: rate(0.9),
    kappa: { value: 0.8, low: 0.7, high: 0.9 },
    truePositiveRate: rate(0.9),
    falsePositiveRate: rate(0.1),
  };
}

describe("a judge within a combination", () => {
  const combined = (parts: readonly unknown[]) => ({
    scorers: [{ "all-of": { name: "good", scorers: [{ judge: { ...rubric, name: "polite" } }, ...parts] } }],
  });

  test("further opinions change nothing of the parts beside it", async () => {
    const cut = (request: { readonly body: unknown }) => {
      const text = JSON.stringify(request.body);
      const number = /Case (\d+)/.exec(text)?.[1];
      const isCandidate = text.includes("Please");
      return {
        body: chatCompletion(`answer ${number}${isCandidate ? "!" : ""}`, {
          choice: { finish_reason: isCandidate ? "length" : "stop" },
        }),
      };
    };
    const project = await createJudgedProject({
      judge: honestJudge,
      config: { ...combined(["finish-reason", { "output-tokens": { max: 5000 } }]), ...whole },
      answer: cut as never,
    });
    const report = await project.run();
    expect(comparisonOf(report)).toMatchObject({ baseline: 1, candidate: 0, worse: 40, unscored: 0 });
  });
});

describe("a judge within a combination, for itself", () => {
  const weighted = {
    scorers: [
      { weighted: { name: "good", scorers: [{ judge: { ...rubric, name: "polite" } }, { length: { max: 500 } }] } },
    ],
  };

  test("is held to gate.minKappa, and what people say of it is told but corrects nothing", async () => {
    const project = await createJudgedProject({
      judge: honestJudge,
      rightBelow: 30,
      config: { ...weighted, gate: { minKappa: 0.6, stopEarly: false } },
    });
    await expect(project.run()).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining("the judge polite is not calibrated") }],
    });
    const checked = await check({ directory: project.directory, environment: gitEnvironment });
    expect(checked.problems).toMatchObject([
      { message: expect.stringContaining("the judge polite is not calibrated") },
    ]);
    await project.write({ "calibration/polite.json": JSON.stringify(calibrationOf(rubric)) });
    const report = await expectSame(project);
    expect(comparisonOf(report)).toMatchObject({ baseline: 1, candidate: 0.875, worse: 10 });
    expect(notesOf(report)).toContain("The judge polite agrees with people on 90 %");
    expect(notesOf(report)).not.toContain("corrected");
    expect(notesOf(report)).toContain(
      "On 20 outputs the judges within good were asked for more than one opinion: 60 in all, of which 100 % agree",
    );
  });

  test("gives further opinions only where the whole differs", async () => {
    const project = await createJudgedProject({
      judge: honestJudge,
      rightBelow: 30,
      config: { ...weighted, ...whole },
    });
    await project.run();
    expect(project.questions).toHaveLength(30 + 10 * 2 * 3);
  });

  test("its change is told", async () => {
    const project = await createJudgedProject({ judge: honestJudge, rightBelow: 30, config: weighted });
    const changed = JSON.parse(JSON.stringify(weighted).replace("local/judge", "local/judge-2")) as object;
    await project.write({ "assay.yml": assayFile(project.server.url, { ...changed }) });
    expect((await project.run()).warnings).toContain(
      "The judge polite changed (model local/judge → local/judge-2): both versions are judged by the new one.",
    );
  });
});

describe("a budget that ends among the calls of a judge", () => {
  test.each([90, 130, 150])("of %i calls leaves cases out, and makes no error of them", async (maxCalls) => {
    const project = await createJudgedProject({ judge: honestJudge, rightBelow: 30, config: whole });
    const report = await project.run({ maxCalls });
    expect(project.server.calls).toBeLessThanOrEqual(maxCalls);
    expect(report.verdict).toMatch(/^(inconclusive|regression)$/);
    expect(comparisonOf(report)?.unscored ?? 0).toBe(0);
    expect(notesOf(report)).toContain("Cut short, maxCalls is used up");
    expect(report.calls.saved).toBeGreaterThanOrEqual(0);
    expect(report.warnings.join("\n")).toMatch(/\d+ of \d+ samples were not taken.*: maxCalls is used up/);
    const merged = await takeAndMerge(project, { maxCalls });
    expect(merged.verdict).toMatch(/^(inconclusive|regression)$/);
    expect(comparisonOf(merged)?.unscored ?? 0).toBe(0);
    expect(merged.failures).toEqual([]);
  });

  test("of pairs, too", async () => {
    const project = await createJudgedProject({
      judge: ({ blocks }) => choose(blocks["answer A"]?.startsWith("answer") ? "A" : "B"),
      rightBelow: 20,
      options: { name: "good", kind: "pairwise", model: "local/judge" },
      config: whole,
    });
    const report = await project.run({ maxCalls: 100 });
    expect(report.verdict).toMatch(/^(inconclusive|regression)$/);
    expect(comparisonOf(report)?.unscored ?? 0).toBe(0);
  });
});

describe("variants", () => {
  const variants = { variants: { small: { model: "local/small" }, large: { model: "local/large" } } };

  test("pairs of each are planned, asked and told by themselves", async () => {
    const project = await createJudgedProject({
      judge: ({ blocks }) => choose(blocks["answer A"]?.startsWith("answer") ? "A" : "B"),
      cases: 10,
      rightBelow: 0,
      options: { name: "good", kind: "pairwise", model: "local/judge" },
      config: { ...whole, ...variants },
      answer: ({ body }) => {
        const { model } = body as { readonly model: string };
        return { text: `${model === "small" ? "wrong" : "answer"} ${model} ${JSON.stringify(body).length}` };
      },
    });
    const report = await project.run();
    // One baseline for all three, but a pair in both orders for each of them.
    expect(report.calls).toMatchObject({ planned: 4 * 10 + 3 * 20, made: 100, saved: 0 });
    expect(project.questions).toHaveLength(3 * 20);
    const scores = report.variants?.[0]?.versions.map(({ name, quality: [own] }) => [name, own?.value]);
    expect(scores).toEqual([
      ["baseline", 0.5],
      ["candidate", 0.5],
      ["small", 0],
      ["large", 0.5],
    ]);
  });
});

describe("a stored baseline", () => {
  test("is judged by what was kept, and a regression on it is confirmed by fresh answers and fresh opinions", async () => {
    const store = mkdtempSync(join(tmpdir(), "assay-judge-"));
    const project = await createJudgedProject({ judge: honestJudge, rightBelow: 40, config: whole });
    await project.run({ store });
    await project.write({ [promptPath]: edited(25) });
    const report = await project.run({ store });
    expect(report.verdict).toBe("regression");
    expect(notesOf(report)).toContain("was asked again");
    expect(notesOf(report)).toContain("good gave further opinions");
    const { planned, made, cached, saved } = report.calls;
    expect(made + cached + saved).toBe(planned);
    expect(saved).toBeGreaterThanOrEqual(0);
  });
});

test("the report tells what of the cost was for answers, and what for judging them", async () => {
  const project = await createJudgedProject({
    judge: honestJudge,
    rightBelow: 30,
    config: {
      ...whole,
      prices: { "local/answers": { input: 100, output: 0 }, "local/judge": { input: 200, output: 0 } },
    },
  });
  // 80 answers and 90 opinions, each of 11 tokens.
  const told = "cost $0.29 ($0.09 for answers, $0.20 for what scorers asked about them)";
  const report = await project.run();
  const text = reporters.text.render(report, { color: false, width: 500 });
  expect(text.replaceAll(/\s+/g, " ")).toContain(told);
  // Each prompt's figures add up to the run's.
  const [prompt] = report.prompts;
  expect(prompt?.cost).toBeCloseTo(0.088);
  expect(prompt?.scorersCost).toBeCloseTo(0.198);
  expect(report.cost).toBeCloseTo((prompt?.cost ?? 0) + (prompt?.scorersCost ?? 0));
});
