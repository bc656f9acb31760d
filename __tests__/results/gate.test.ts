import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Comparison, Report } from "../../src/model.ts";
import { createRandom } from "../../src/stats/random.ts";
import { folderWith, lines, passFail, run } from "./support.ts";

interface Judged {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
  readonly report: Report;
  readonly comparison: (metric: string) => Comparison;
}

/** `gate` over two files, and the report that it wrote. */
async function gate(baseline: string, candidate: string, ...options: readonly string[]): Promise<Judged> {
  const folder = await folderWith({ "base.jsonl": baseline, "new.jsonl": candidate });
  const ended = await run(folder, "gate", "base.jsonl", "new.jsonl", "--json", "report.json", ...options);
  const report = JSON.parse(await readFile(join(folder, "report.json"), "utf8").catch(() => "null")) as Report;
  const comparison = (metric: string): Comparison => {
    const found = report.prompts[0]?.comparisons.find((each) => each.metric === metric);
    if (found === undefined) throw new Error(`no comparison of ${metric}: ${ended.errors}`);
    return found;
  };
  return { ...ended, report, comparison };
}

/** Graded rows: the score of case i. */
function graded(cases: number, score: (index: number) => number | null, metric = "helpful"): string {
  return lines(
    Array.from({ length: cases }, (_, index) => ({ id: `case-${index}`, scores: { [metric]: score(index) } })),
  );
}

describe("the verdict for two files", () => {
  it("a regression: exit 1, in words and numbers", async () => {
    const { exitCode, output, errors, report } = await gate(passFail(100, 10), passFail(100, 30));
    expect(exitCode).toBe(1);
    expect(errors).toBe("");
    expect(output).toMatch(/^Regression: new got worse: correct 90 % → 70 %/);
    expect(output).toContain("Compared: baseline base.jsonl, candidate new.jsonl.");
    expect(output).toMatch(/No call made, \d+ ms\./);
    expect(output).not.toMatch(/assay\.yml|planned call|configuration/);
    expect(report).toMatchObject({
      command: "gate",
      verdict: "regression",
      passed: false,
      base: { revision: "base.jsonl", commit: null },
      head: { revision: "new.jsonl", commit: null },
      calls: { planned: 0, made: 0, cached: 0, saved: 0, failed: 0 },
      prompts: [{ name: "new", path: "new.jsonl", change: { kind: "changed", parts: [] }, goldenSize: 100 }],
    });
    expect(report.prompts[0]?.cases.filter(({ change }) => change === "worse")).toHaveLength(20);
    expect(report.prompts[0]?.cases[15]).toMatchObject({
      id: "case-15",
      change: "worse",
      worse: ["correct"],
      scores: { correct: { baseline: 1, candidate: 0 } },
    });
  });

  it("an improvement and no regression pass", async () => {
    const better = await gate(passFail(100, 30), passFail(100, 10));
    expect([better.exitCode, better.report.verdict]).toEqual([0, "improvement"]);
    const same = await gate(passFail(400, 30), passFail(400, 30));
    expect([same.exitCode, same.report.verdict, same.report.passed]).toEqual([0, "no-regression", true]);
  });

  it("what cannot be told passes with a warning, and says what would settle it without a word of assay.yml", async () => {
    const { exitCode, report, output } = await gate(passFail(40, 3), passFail(40, 3));
    expect([exitCode, report.verdict]).toEqual([0, "inconclusive"]);
    expect(output).toContain("or run 2 trials of each case");
    expect(output).not.toContain("assay.yml");
  });

  it("report.json is as its schema says, and the Markdown is written", async () => {
    const folder = await folderWith({ "a.jsonl": passFail(50, 5), "b.jsonl": passFail(50, 6) });
    await run(folder, "gate", "a.jsonl", "b.jsonl", "--json", "report.json", "--markdown", "comment.md");
    const schema = JSON.parse(await readFile("schemas/report.v1.json", "utf8")) as object;
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    validate(JSON.parse(await readFile(join(folder, "report.json"), "utf8")));
    expect(validate.errors).toBeNull();
    expect(await readFile(join(folder, "comment.md"), "utf8")).toMatch(/^## /);
  });

  it("pairs by id, whatever the order, and any two formats", async () => {
    const rows = passFail(60, 6).trim().split("\n");
    const junit = rows.map((row) => {
      const { id, scores } = JSON.parse(row) as { id: string; scores: { correct: number } };
      return `<testcase name="${id}">${scores.correct === 0 ? "<failure/>" : ""}</testcase>`;
    });
    const folder = await folderWith({
      "base.jsonl": `${rows.toReversed().join("\n").replaceAll("correct", "pass")}\n`,
      "new.xml": `<testsuite>${junit.join("\n")}</testsuite>`,
    });
    const { output, exitCode } = await run(folder, "gate", "base.jsonl", "new.xml");
    expect(exitCode).toBe(0);
    expect(output).toMatch(/pass +90 % +90 % +0/);
    expect(output).toContain("60 cases compared, 0 worse and 0 better");
  });

  it("takes trials as trials, as many as there are", async () => {
    const trials = (count: number, value: number): string =>
      lines(
        Array.from({ length: 30 }, (_, index) =>
          Array.from({ length: count }, (_, trial) => ({ id: index, trial, pass: trial === 0 || value === 1 })),
        ).flat(),
      );
    const { comparison, exitCode } = await gate(trials(5, 1), trials(2, 0));
    expect(comparison("pass")).toMatchObject({ pairs: 30, baseline: 1, candidate: 0.5, verdict: "regression" });
    expect(exitCode).toBe(1);
  });

  it("compares every tag, which never blocks", async () => {
    const tagged = (failing: number): string =>
      lines(
        Array.from({ length: 400 }, (_, index) => ({
          id: index,
          tags: index < 20 ? ["edge"] : ["usual"],
          pass: index >= failing,
        })),
      );
    const { report, exitCode } = await gate(tagged(0), tagged(12), "--margin", "10%");
    expect(exitCode).toBe(0);
    const slices = report.prompts[0]?.comparisons.map(({ slice, verdict, gated }) => [slice, verdict, gated]);
    expect(slices).toEqual([
      [null, "no-regression", true],
      ["edge", "regression", false],
      ["usual", "no-regression", false],
    ]);
  });

  it("draws the same whatever the day; --seed may tell other draws", async () => {
    const score = (shift: number) => (index: number) => ((index * 7919 + shift) % 997) / 997;
    const numbers = async (...options: readonly string[]) =>
      (await gate(graded(40, score(0)), graded(40, score(31)), ...options)).comparison("helpful").pValue;
    expect(await numbers()).toBe(await numbers());
    expect(await numbers("--seed", "1")).toBe(await numbers("--seed", "1"));
  });
});

describe("what counts", () => {
  const both = (correct: number, polite: number): string =>
    lines(
      Array.from({ length: 100 }, (_, index) => ({
        id: index,
        scores: { correct: index < correct ? 0 : 1, polite: index < polite ? 0 : 1, latency: 100 + index, cost: 0.01 },
      })),
    );

  it("every metric of both files gates; latency, tokens and cost are watched", async () => {
    const { report } = await gate(both(10, 10), both(10, 10));
    expect(report.gate.gatingComparisons).toBe(2);
    const told = report.prompts[0]?.comparisons.map(({ metric, gated, kind, direction }) => [
      metric,
      gated,
      kind,
      direction,
    ]);
    expect(told).toEqual([
      ["correct", true, "binary", "higher"],
      ["polite", true, "binary", "higher"],
      ["latency", false, "ratio", "lower"],
      ["cost", false, "ratio", "lower"],
    ]);
  });

  it("metrics are read one after the other, and none disturbs another", async () => {
    const random = createRandom("metrics");
    const names = ["correct", "graded", "other", "third", "latency"];
    const score = (metric: string, lost: number): number | null => {
      if (metric === "other" && random.below(10) === 0) return null;
      if (metric === "correct") return random.uniform() < 0.8 - lost ? 1 : 0;
      return metric === "latency" ? 500 + random.below(100) : Math.max(0, random.uniform() - lost);
    };
    const rows = (lost: number) =>
      Array.from({ length: 120 }, (_, index) => ({
        id: `case-${index >> 1}`,
        trial: index % 2,
        ...(index % 40 === 3 ? { status: "failed" } : {}),
        scores: index % 40 === 3 ? {} : Object.fromEntries(names.map((name) => [name, score(name, lost)])),
      }));
    const [before, after] = [rows(0), rows(0.2)];
    const only = (list: typeof before, metric: string) =>
      lines(list.map((row) => ({ ...row, scores: metric in row.scores ? { [metric]: row.scores[metric] } : {} })));
    const all = await gate(lines(before), lines(after));
    for (const name of names) {
      const alone = await gate(only(before, name), only(after, name), "--metric", name);
      const { adjustedPValue, verdict, reason, gated, casesNeeded, trialsNeeded, ...numbers } = alone.comparison(name);
      expect(all.comparison(name)).toMatchObject(numbers);
    }
  });

  it("only what is named gates, if anything is", async () => {
    const regressed = both(10, 40);
    expect((await gate(both(10, 10), regressed)).exitCode).toBe(1);
    const { exitCode, report, comparison } = await gate(both(10, 10), regressed, "--metric", "correct");
    expect([exitCode, report.gate.gatingComparisons]).toEqual([0, 1]);
    expect(comparison("polite")).toMatchObject({ gated: false, verdict: "regression" });
  });

  it("a ratio that is named gates, at the margin that is given", async () => {
    const slow = (factor: number): string =>
      lines(
        Array.from({ length: 50 }, (_, index) => ({ id: index, scores: { latency: factor * (100 + (index % 7)) } })),
      );
    const judge = async (...options: readonly string[]) =>
      (await gate(slow(1), slow(1.15), "--metric", "latency", ...options)).exitCode;
    expect(await judge()).toBe(0);
    expect(await judge("--margin", "10%")).toBe(1);
  });

  it("a metric in one file only is watched, and told", async () => {
    const base = lines(Array.from({ length: 60 }, (_, id) => ({ id, scores: { x: 1, old: 1 } })));
    const next = lines(Array.from({ length: 60 }, (_, id) => ({ id, scores: { x: 1, fresh: 0 } })));
    const { exitCode, report, comparison } = await gate(base, next);
    expect(exitCode).toBe(0);
    expect(comparison("old")).toMatchObject({ gated: false, baseline: 1, candidate: null, verdict: "deleted" });
    expect(comparison("fresh")).toMatchObject({ gated: false, baseline: null, candidate: 0, verdict: "new" });
    expect(report.warnings).toEqual([
      '"old" is only in base.jsonl: it is watched, and does not count.',
      '"fresh" is only in new.jsonl: it is watched, and does not count.',
    ]);
  });

  it("ids in one file only are counted and named", async () => {
    const { exitCode, report, output } = await gate(passFail(80, 0), passFail(73, 0));
    expect(exitCode).toBe(0);
    expect(report.warnings).toEqual([
      '7 cases are only in base.jsonl, and not compared: "case-73", "case-74", "case-75", "case-76", "case-77" and 2 more.',
    ]);
    expect(output).toContain("Warnings");
  });

  it("a score that is null or missing is unscored, and never 0", async () => {
    const missing = passFail(100, 0).replace('{"correct":1}', '{"correct":null}').replace('{"correct":1}', "{}");
    const { comparison } = await gate(passFail(100, 0), missing);
    expect(comparison("correct")).toMatchObject({ pairs: 98, unscored: 2, candidate: 1 });
  });

  it("a failed call is no 0 either; too many and nothing can be judged", async () => {
    const failing = (failed: number): string =>
      `<testsuite>${Array.from({ length: 60 }, (_, id) => `<testcase name="${id}">${id < failed ? "<error/>" : ""}</testcase>`).join("")}</testsuite>`;
    const few = await gate(failing(0), failing(3));
    expect(few.comparison("pass")).toMatchObject({ pairs: 57, failed: { baseline: 0, candidate: 3 }, candidate: 1 });
    const many = await gate(failing(0), failing(30));
    expect([many.exitCode, many.report.verdict]).toEqual([3, "error"]);
    expect(many.output).toMatch(/^Could not judge: too many cases failed in one of the files\./);
  });

  it("promptfoo's named scores hold for the tests that have them", async () => {
    const results = (tone: number): string =>
      JSON.stringify({
        results: {
          results: Array.from({ length: 60 }, (_, index) => ({
            vars: { index },
            success: index !== 59,
            score: 1,
            namedScores: index < 20 ? { tone } : {},
            failureReason: index === 59 ? 2 : 0,
          })),
        },
      });
    const { comparison } = await gate(results(1), results(0.5));
    // The call that failed in both files tells of no tone, but counts among what passes or fails.
    const failed = { baseline: 0, candidate: 0 };
    expect(comparison("tone")).toMatchObject({ pairs: 20, unscored: 0, failed, verdict: "regression" });
    expect(comparison("pass")).toMatchObject({ pairs: 59, failed: { baseline: 1, candidate: 1 } });
  });

  it("a named score that only the candidate lacks is unscored", async () => {
    const results = (named: number): string =>
      JSON.stringify({
        results: Array.from({ length: 40 }, (_, index) => ({
          vars: { index },
          success: true,
          namedScores: index < named ? { tone: 1 } : {},
        })),
      });
    const { comparison } = await gate(results(20), results(18));
    expect(comparison("tone")).toMatchObject({ pairs: 18, unscored: 2 });
  });

  it("what the baseline says of weights holds, and another word is told", async () => {
    const weighted = (weight: number, failing: number): string =>
      lines(Array.from({ length: 60 }, (_, id) => ({ id, weight: id < 6 ? weight : 1, pass: id >= failing })));
    const { comparison, report } = await gate(weighted(10, 0), weighted(0, 6));
    expect(comparison("pass").candidate).toBeCloseTo(54 / 114, 12);
    expect(report.warnings).toEqual([
      "6 cases have other tags, cluster or weight in new.jsonl: what base.jsonl says holds.",
    ]);
  });

  it("--population speaks about groups of cases", async () => {
    const clustered = (failing: number): string =>
      lines(Array.from({ length: 60 }, (_, id) => ({ id, cluster: `c${id % 3}`, pass: id >= failing })));
    const { comparison, report } = await gate(clustered(0), clustered(20), "--population");
    expect(report.gate.scope).toBe("population");
    expect(comparison("pass")).toMatchObject({ verdict: "inconclusive", reason: "too-few-clusters" });
  });

  it("--exact never finds more than the usual test", async () => {
    const usual = (await gate(passFail(60, 0), passFail(60, 5))).comparison("correct").pValue ?? 1;
    const exact = (await gate(passFail(60, 0), passFail(60, 5), "--exact")).comparison("correct").pValue ?? 1;
    // 5 losses and no gain: (1/2)^5 in full, or half of it.
    expect([usual, exact]).toEqual([0.5 ** 6, 0.5 ** 5]);
  });
});

describe("scales", () => {
  it("--range rescales all scores, or one", async () => {
    const stars = (shift: number): string => graded(80, (index) => 1 + ((index + shift) % 5));
    for (const range of ["1..5", "helpful=1..5"]) {
      const { comparison, report } = await gate(stars(0), stars(0), "--range", range);
      expect(comparison("helpful")).toMatchObject({ baseline: 0.5, candidate: 0.5, kind: "bounded" });
      expect(report.prompts[0]?.notes).toContain('"helpful" is rescaled from 1…5 to 0…1.');
      expect(report.prompts[0]?.cases[1]?.scores["helpful"]).toEqual({ baseline: 0.25, candidate: 0.25 });
    }
  });

  it("two values are pass and fail on any scale", async () => {
    const { comparison } = await gate(
      graded(60, (i) => (i < 6 ? 0 : 100)),
      graded(60, () => 100),
      "--range",
      "0..100",
    );
    expect(comparison("helpful")).toMatchObject({ kind: "binary", baseline: 0.9, candidate: 1 });
  });

  it("--lower-is-better turns a metric around", async () => {
    const rate = (failing: number): string => graded(100, (index) => (index < failing ? 1 : 0), "toxic");
    const { exitCode, comparison } = await gate(rate(10), rate(40), "--lower-is-better", "toxic");
    expect(exitCode).toBe(1);
    expect(comparison("toxic")).toMatchObject({ direction: "lower", baseline: 0.1, candidate: 0.4 });
    expect(comparison("toxic").difference).toBeCloseTo(-0.3, 12);
    expect((await gate(rate(10), rate(40))).report.verdict).toBe("improvement");
  });

  it("a watched metric outside its range is left out, and told", async () => {
    const rows = lines(Array.from({ length: 60 }, (_, id) => ({ id, scores: { x: 1, words: 40 + id } })));
    const { exitCode, report } = await gate(rows, rows, "--metric", "x");
    expect(exitCode).toBe(0);
    expect(report.warnings.join()).toContain('"words" is not watched');
    expect(report.prompts[0]?.comparisons.map(({ metric }) => metric)).toEqual(["x"]);
  });
});

describe("what must be mended: exit 2", () => {
  const fine = passFail(30, 3);

  it.each([
    ["a margin of 0", ["--margin", "0"], '--margin is "0", not a number above 0 and at most 1'],
    ["a margin above 1", ["--margin", "1.01"], "--margin is"],
    ["a margin in percent above 100", ["--margin", "101%"], "--margin is"],
    ["a margin in words", ["--margin", "five"], "--margin is"],
    ["an alpha of 1", ["--alpha", "1"], '--alpha is "1", not a number above 0 and at most 0.2'],
    ["a range that is none", ["--range", "5..1"], '--range is "5..1", not LOW..HIGH or NAME=LOW..HIGH'],
    ["a metric that is not there", ["--metric", "corect"], 'Did you mean "correct"?'],
    ["a range of nothing", ["--range", "words=0..9"], 'names "words", which is not in base.jsonl nor in new.jsonl'],
    ["less of nothing", ["--lower-is-better", "words"], '--lower-is-better names "words"'],
    ["a seed in words", ["--seed", "x"], "whole number"],
  ])("%s", async (_, options, told) => {
    const { exitCode, errors, output } = await gate(fine, fine, ...options);
    expect(exitCode).toBe(2);
    expect(errors).toContain(told);
    expect(output).toBe("");
  });

  it.each([
    ["0.05", 0.05],
    ["5%", 0.05],
    [".2", 0.2],
    ["1", 1],
    ["100%", 1],
  ])("but a margin of %s is fine", async (written, margin) => {
    expect((await gate(fine, fine, "--margin", written)).report.gate.margin).toBe(margin);
  });

  it("no id in common, with examples of both", async () => {
    const { exitCode, errors } = await gate(fine, fine.replaceAll("case-", "other-"));
    expect(exitCode).toBe(2);
    expect(errors).toContain('the files have no id in common: base.jsonl has "case-0", "case-1"');
    expect(errors).toContain('new.jsonl has "other-0"');
  });

  it("no metric in common", async () => {
    const { exitCode, errors } = await gate(fine, fine.replaceAll("correct", "right"));
    expect(exitCode).toBe(2);
    expect(errors).toContain('the files have no metric in common: base.jsonl has "correct"; new.jsonl has "right"');
  });

  it("nothing that gates", async () => {
    const rows = graded(20, () => 100, "latency");
    const { exitCode, errors } = await gate(rows, rows);
    expect([exitCode, errors]).toEqual([2, expect.stringContaining("--metric latency")]);
  });

  it("scores outside their range, with their lines", async () => {
    const { exitCode, errors } = await gate(fine, `${fine}{"id": "case-99", "scores": {"correct": 4}}\n`);
    expect(exitCode).toBe(2);
    expect(errors).toContain('new.jsonl:31: "correct" is 4, outside 0…1');
    expect(errors).toContain("--range 'correct=LOW..HIGH'");
  });

  it("a latency below 0", async () => {
    const rows = graded(20, () => -1, "latency");
    expect((await gate(rows, rows, "--metric", "latency")).errors).toContain('"latency" is -1, below 0');
  });

  it("all of it at once, and no stack", async () => {
    const { exitCode, errors } = await gate(
      `${fine}oops\n{"id": "case-0", "scores": {"correct": 1}}\n`,
      '{"id": "case-1", "scores": {"correct": 7}}\n{"scores": {}}\n',
      "--margin",
      "0",
    );
    expect(exitCode).toBe(2);
    for (const told of ["--margin", "base.jsonl:31", "base.jsonl:32", "new.jsonl:1", "new.jsonl:2", "5 mistakes"]) {
      expect(errors).toContain(told);
    }
    expect(errors).not.toMatch(/^\s+at /m);
  });

  it("one file, or three", async () => {
    const folder = await folderWith({ a: fine });
    expect((await run(folder, "gate", "a")).exitCode).toBe(2);
    expect((await run(folder, "gate", "a", "a", "a")).exitCode).toBe(2);
  });
});

describe("what cannot be judged: exit 3", () => {
  it.each([0, 1])("%i cases with values in both files", async (pairs) => {
    const { exitCode, output, report, comparison } = await gate(
      passFail(20, 0),
      graded(20, (index) => (index < pairs ? 0 : null), "correct"),
    );
    expect([exitCode, report.verdict, report.passed]).toEqual([3, "error", false]);
    expect(comparison("correct")).toMatchObject({ pairs, verdict: "error", difference: null, pValue: null });
    expect(output).toMatch(/^Could not judge: /);
    expect(output).not.toMatch(/regression/i);
  });

  it("one common case, however many trials it has", async () => {
    const trials = (value: number): string =>
      lines(Array.from({ length: 8 }, (_, trial) => ({ id: "only", trial, scores: { x: value } })));
    const { exitCode, output } = await gate(trials(1), trials(0));
    expect(exitCode).toBe(3);
    expect(output).toMatch(/^Could not judge: fewer than two cases have a result in both files\./);
    expect(output).toContain("only 1 case with a result in both versions");
  });
});

describe("hostile files", () => {
  it("reach the terminal, the comment and the report as visible text only", async () => {
    const evil = "::error::\u001b[31m\u202e<script>`|";
    const rows = (value: number): string =>
      lines(
        Array.from({ length: 40 }, (_, index) => ({ id: `${evil}${index}`, tags: [evil], scores: { [evil]: value } })),
      );
    const folder = await folderWith({ "a.jsonl": rows(1), "b.jsonl": rows(0) });
    const { exitCode, output } = await run(
      folder,
      "gate",
      "a.jsonl",
      "b.jsonl",
      "--markdown",
      "c.md",
      "--json",
      "r.json",
    );
    expect(exitCode).toBe(1);
    for (const text of [
      output,
      await readFile(join(folder, "c.md"), "utf8"),
      await readFile(join(folder, "r.json"), "utf8"),
    ]) {
      expect(text).not.toMatch(/^\s*::/m);
      expect(text.includes("\u001b") || text.includes("\u202e")).toBe(false);
    }
  });

  it("are named visibly where they are refused", async () => {
    const { errors } = await gate('{"id": "a", "scores": {"x\\u001b[31m": "\\u202e"}}\n', "::error::\n");
    expect(errors.includes("\u001b") || errors.includes("\u202e")).toBe(false);
    expect(errors).not.toMatch(/^::/m);
  });
});

it("help tells the files, the options and an example", async () => {
  const { exitCode, output } = await run(".", "gate", "--help");
  expect(exitCode).toBe(0);
  for (const told of ["<baseline> <candidate>", "JUnit", "--metric", "--lower-is-better", "$ prompt-assay gate"]) {
    expect(output).toContain(told);
  }
});
