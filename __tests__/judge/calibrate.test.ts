import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { calibrate, check } from "../../src/index.ts";
import type { Calibration } from "../../src/model.ts";
import { renderCalibration } from "../../src/report/calibration-text.ts";
import { assayFile } from "../end-to-end/support.ts";
import { gitEnvironment } from "../support/repository.ts";
import {
  choose,
  comparisonOf,
  createJudgedProject,
  honestJudge,
  type JudgeHandler,
  notesOf,
  rubric,
} from "./support.ts";

/** 40 labels: people pass the even cases; the judge passes whatever says `answer`, so it errs where the text says so. */
function labelsOf(rows: readonly { readonly output: string; readonly label: unknown; readonly id?: string }[]): string {
  return rows
    .map((row, index) => JSON.stringify({ prompt: "prompts/answers.prompt.yml", id: `case-${index % 40}`, ...row }))
    .join("\n");
}

const mixed = labelsOf([
  // 27 agree on pass, 3 that people pass and the judge fails, 2 the other way, 28 agree on fail: n = 60.
  ...Array.from({ length: 27 }, (_, n) => ({ output: `answer ${n}`, label: "pass" })),
  ...Array.from({ length: 3 }, (_, n) => ({ output: `wrong but fine ${n}`, label: true })),
  ...Array.from({ length: 2 }, (_, n) => ({ output: `answer, badly ${n}`, label: 0 })),
  ...Array.from({ length: 28 }, (_, n) => ({ output: `wrong ${n}`, label: "fail" })),
]);

async function createCalibrated(labels: string, judge: JudgeHandler = honestJudge, options = {}) {
  const project = await createJudgedProject({ judge, rightBelow: 30, ...options });
  await project.write({ "labels.jsonl": labels });
  const call = (more = {}) =>
    calibrate(
      { directory: project.directory, environment: gitEnvironment, store: false, concurrency: 32, ...more },
      "labels.jsonl",
    );
  return { ...project, calibrate: call };
}

describe("a judge held against labels of people", () => {
  test("a label for a judge that is not there is told with the nearest name", async () => {
    const project = await createCalibrated(labelsOf([{ output: "answer 1", label: "pass", scorer: "god" } as never]));
    await expect(project.calibrate()).rejects.toMatchObject({
      problems: [
        { message: 'no judge of this prompt is called "god"', hint: 'Did you mean "good"?', place: { line: 1 } },
      ],
    });
  });

  test("accuracy, rates, kappa with intervals, the table and the disagreements", async () => {
    const project = await createCalibrated(mixed);
    const report = await project.calibrate();
    const [judged] = report.judges;
    const { calibration, disagreements, path } = judged ?? (undefined as never);
    // Accuracy 55/60; by chance (30·29 + 30·31)/3600 = ½; κ = (55/60 − ½)/½ = 5/6.
    expect(calibration).toMatchObject({
      judge: "good",
      kind: "rubric",
      models: ["local/judge"],
      labels: 60,
      unscored: 0,
      accuracy: { value: 55 / 60, of: 60 },
      truePositiveRate: { value: 27 / 30, of: 30 },
      falsePositiveRate: { value: 2 / 30, of: 30 },
      orderAgreement: null,
      confusion: {
        categories: ["fail", "pass"],
        table: [
          [28, 2],
          [3, 27],
        ],
      },
    });
    expect(calibration.kappa?.value).toBeCloseTo(5 / 6, 12);
    expect(calibration.kappa?.low).toBeGreaterThan(0.6);
    expect(calibration.kappa?.high).toBeLessThanOrEqual(1);
    // Wilson's interval of 27 of 30 (Newcombe 1998, method 3).
    expect(calibration.truePositiveRate?.low).toBeCloseTo(0.7438, 4);
    expect(calibration.truePositiveRate?.high).toBeCloseTo(0.9654, 4);
    expect(disagreements.map(({ people, judge }) => `${people}/${judge}`)).toEqual([
      "pass/fail",
      "pass/fail",
      "pass/fail",
      "fail/pass",
      "fail/pass",
    ]);
    expect(disagreements[0]).toMatchObject({
      id: "case-27",
      reason: "fail: because",
      place: { path: "labels.jsonl", line: 28 },
    });
    expect(path).toBe("calibration/good.json");
    expect(JSON.parse(readFileSync(join(project.directory, path), "utf8"))).toEqual(calibration);
    const text = renderCalibration(report, 80);
    expect(text).toContain("agrees with people on 92 % (82 % … 96 %, n = 60), κ 0.83");
    expect(text).toMatch(/judge +fail +pass\n +people fail +28 +2\n +people pass +3 +27/);
  });

  test("its agreement stands in every report, and corrects the difference of the arms", async () => {
    const project = await createCalibrated(mixed);
    const before = comparisonOf(await project.run());
    await project.calibrate();
    const report = await project.run();
    expect(notesOf(report)).toContain("The judge good agrees with people on 92 % (κ 0.83, n = 60).");
    expect(notesOf(report)).toContain(
      "Shares and difference of good are corrected for the judge's errors (it passes 90 % of what people pass and 7 % of what they fail)",
    );
    const after = comparisonOf(report);
    // J = 0.9 − 1/15 = 5/6.
    expect(after?.difference).toBeCloseTo(-0.25 / (5 / 6), 12);
    expect(after?.candidate).toBeCloseTo((0.75 - 2 / 30) / (5 / 6), 12);
    const width = (each: typeof after): number => (each?.interval?.[1] ?? 0) - (each?.interval?.[0] ?? 0);
    expect(width(after)).toBeGreaterThan(width(before) / (5 / 6));
    expect(after?.pValue).toBe(before?.pValue);
  });

  test("another rubric is another judge: what was measured no longer counts", async () => {
    const project = await createCalibrated(mixed);
    await project.calibrate();
    await project.write({
      "assay.yml": assayFile(project.server.url, { scorers: [{ judge: { ...rubric, instructions: "Other." } }] }),
    });
    const report = await project.run();
    expect(notesOf(report)).toContain(
      "The judge good is not calibrated: its model, rubric or scale changed since it was.",
    );
    expect(comparisonOf(report)?.difference).toBeCloseTo(-0.25, 12);
  });

  test("on a scale: the grades, and no rates", async () => {
    const labels = labelsOf(
      ["5", "4", "3", 2, 1, "5"].map((label, n) => ({ output: `grade ${[5, 4, 4, 2, 1, 5][n]}`, label })),
    );
    const project = await createCalibrated(
      labels,
      ({ blocks }) => choose(/\d/.exec(blocks["answer"] ?? "")?.[0] ?? ""),
      { options: { ...rubric, scale: [1, 2, 3, 4, 5] } },
    );
    const [judged] = (await project.calibrate()).judges;
    expect(judged?.calibration).toMatchObject({
      accuracy: { value: 5 / 6 },
      truePositiveRate: null,
      confusion: { categories: ["1", "2", "3", "4", "5"], table: expect.arrayContaining([[0, 0, 0, 1, 0]]) },
    });
  });

  test("pairs: both orders, and ties", async () => {
    const pairs = [
      { baseline: "answer", candidate: "wrong", label: "baseline" },
      { baseline: "wrong", candidate: "answer", label: "candidate" },
      { baseline: "same", candidate: "also", label: "tie" },
    ];
    const labels = pairs.map((pair, n) => JSON.stringify({ id: `case-${n}`, ...pair })).join("\n");
    const project = await createCalibrated(
      labels,
      ({ blocks }) => choose(blocks["answer B"]?.startsWith("answer") ? "B" : "A"),
      { options: { name: "good", kind: "pairwise", model: "local/judge" } },
    );
    const [judged] = (await project.calibrate()).judges;
    expect(judged?.calibration).toMatchObject({
      accuracy: { value: 1, of: 3 },
      orderAgreement: { value: 2 / 3, of: 3 },
      confusion: {
        categories: ["baseline", "tie", "candidate"],
        table: [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
      },
    });
  });

  test("a judge that gives no opinion measures nothing, and nothing is kept", async () => {
    const project = await createCalibrated(mixed, () => ({ text: "Hm." }));
    const report = await project.calibrate();
    expect(report.judges[0]).toMatchObject({
      calibration: { labels: 0, unscored: 60, accuracy: null, kappa: null },
      reasons: [{ count: 60, reason: "the judge's answer cannot be read: it is no JSON object" }],
    });
    expect(() => readFileSync(join(project.directory, "calibration/good.json"))).toThrow();
    expect(renderCalibration(report, 80)).toContain("Nothing is kept");
  });

  test("answers that are stored are not asked for again", async () => {
    const store = mkdtempSync(join(tmpdir(), "assay-judge-"));
    const project = await createCalibrated(mixed);
    const first = await project.calibrate({ store });
    const again = await project.calibrate({ store });
    expect(first.calls).toMatchObject({ made: 60, cached: 0 });
    expect(again.calls).toMatchObject({ made: 0, cached: 60 });
    expect(again.judges[0]?.calibration.accuracy).toEqual(first.judges[0]?.calibration.accuracy);
  });
});

describe("gate.minKappa", () => {
  const strict = { config: { gate: { margin: 0.1, minKappa: 0.8 }, scorers: [{ judge: rubric }] } };

  test("refuses a judge that is not calibrated, before any call", async () => {
    const project = await createCalibrated(mixed, honestJudge, strict);
    await expect(project.run()).rejects.toMatchObject({
      problems: [
        { message: "the judge good is not calibrated, and gate.minKappa asks for 0.8", place: { path: "assay.yml" } },
      ],
    });
    expect(project.server.calls).toBe(0);
    await project.calibrate();
    expect((await project.run()).verdict).toBe("regression");
  });

  test("refuses one that agrees less", async () => {
    const project = await createCalibrated(mixed, honestJudge, strict);
    await project.calibrate();
    const path = join(project.directory, "calibration/good.json");
    const kept = JSON.parse(readFileSync(path, "utf8")) as Calibration;
    writeFileSync(path, JSON.stringify({ ...kept, kappa: { ...kept.kappa, value: 0.42 } }));
    await expect(project.run()).rejects.toMatchObject({
      problems: [{ message: "the judge good agrees with people at κ = 0.42, and gate.minKappa asks for 0.8" }],
    });
  });
});

describe("mistakes in labels are told at once, before any call", () => {
  test.each([
    ["nothing", "", "there is no label for a judge of this project"],
    ["no JSON", "{", "not a JSON object"],
    ["no label", '{"id": "case-0", "output": "a"}', "the label is missing"],
    ["no id", '{"output": "a", "label": "pass"}', "the case's id is missing"],
    ["nothing shown", '{"id": "case-0", "label": "pass"}', "there is no output, nor a baseline and a candidate"],
    ["another label", '{"id": "case-0", "output": "a", "label": "maybe"}', 'the label "maybe" is none of the judge\'s'],
    ["another case", '{"id": "case-99", "output": "a", "label": "pass"}', 'no case has the id "case-99"'],
    ["another prompt", '{"prompt": "x", "id": "case-0", "output": "a", "label": "pass"}', 'no prompt is called "x"'],
    [
      "a pair",
      '{"id": "case-0", "baseline": "a", "candidate": "b", "label": "tie"}',
      "no judge of this prompt is what it labels",
    ],
    [
      "a pair's label",
      '{"id": "case-0", "baseline": "a", "candidate": "b", "label": "pass"}',
      'the label of a pair is "pass"',
    ],
  ])("%s", async (_, labels, message) => {
    const project = await createCalibrated(labels);
    await expect(project.calibrate()).rejects.toMatchObject({ problems: [{ message }] });
    expect(project.server.calls).toBe(0);
  });

  test("a label may bring its own case", async () => {
    const project = await createCalibrated('{"id": "mine", "vars": {"n": 1}, "output": "answer", "label": "pass"}');
    expect((await project.calibrate()).judges[0]?.calibration.labels).toBe(1);
  });
});

test("check counts what judges are asked", async () => {
  const project = await createJudgedProject({ judge: honestJudge });
  const { prompts } = await check({ directory: project.directory, environment: gitEnvironment });
  expect(prompts[0]?.calls).toEqual({ run: 80, comparison: 160, confirmation: 320, opinions: 160 });
  // One call for each of 80 samples, and two further opinions on each where the versions differ.
  expect(prompts[0]?.estimate).toMatchObject({ samples: { calls: 80 }, scorers: { calls: 240 } });
});
