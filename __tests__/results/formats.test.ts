import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resultsFormats } from "../../src/results/registry.ts";
import { folderWith, read } from "./support.ts";

const fixtures = "fixtures/results";
const names = Object.keys(resultsFormats) as (keyof typeof resultsFormats)[];

describe("every format", async () => {
  const files = await readdir(fixtures);
  const fileOf = (name: string): string => files.find((file) => file.split(".")[0] === name) ?? "";

  it.each(names)("%s is recognised by what the file holds, whatever its name", async (name) => {
    const folder = await folderWith({ results: await readFile(join(fixtures, fileOf(name))) });
    const { results, problems } = read("results", folder);
    expect(problems).toEqual([]);
    expect(results.format).toBe(resultsFormats[name].description);
  });

  it.each(names)("%s is read through a byte order mark and with Windows line ends", async (name) => {
    const text = (await readFile(join(fixtures, fileOf(name)), "utf8")).replaceAll("\n", "\r\n");
    const folder = await folderWith({ results: `\uFEFF${text}` });
    const { told, problems } = read("results", folder);
    expect(problems).toEqual([]);
    expect(told).toEqual(read(fileOf(name)).told);
  });

  it.each(names)("%s has passes, failures and failed calls apart", (name) => {
    const { told } = read(fileOf(name));
    const values = ["pass", "correct", "match"].map((metric) => told[metric]).find((each) => each !== undefined);
    expect(Object.values(values ?? {}).flat()).toEqual(expect.arrayContaining([0, 1, "failed"]));
  });

  it.each(names)("%s, cut off anywhere, is told or read, and never a crash", async (name) => {
    const bytes = await readFile(join(fixtures, fileOf(name)));
    for (let cut = 0; cut < bytes.length; cut += 23) {
      const folder = await folderWith({ results: bytes.subarray(0, cut) });
      const { results, problems } = read("results", folder);
      expect(results.rows > 0 || problems.length > 0).toBe(true);
    }
  });
});

describe("what each format tells", () => {
  it("JSON Lines", () => {
    const { told, results } = read("jsonl.jsonl");
    expect(told["pass"]).toEqual({ right: [1, 1], wrong: [0], 7: [0], open: ["unscored"], broken: ["failed"] });
    expect(told["latency"]?.["right"]).toEqual([120, "unscored"]);
    expect(results.facts[0]).toEqual({ tags: ["easy"], cluster: "a", weight: 2 });
    expect([...results.lines]).toEqual([1, 2, 4, 5, 6, 7]);
  });

  it("promptfoo: repeats are trials, a column of its own is a case of its own", () => {
    const { told } = read("promptfoo.json");
    const ada = '{"name":"Ada"}';
    expect(told["pass"]).toEqual({ right: [1, 1], [ada]: [0], [`${ada} (column 2)`]: [1], "test 3": ["failed"] });
    expect(told["score"]?.[ada]).toEqual([0.25]);
    expect(told["tone"]?.["right"]).toEqual([0.5, "nothing"]);
    // What came from the cache took no time, and cost and tokens of 0 are unknown.
    for (const [metric, value] of [
      ["latency", 120],
      ["cost", 0.002],
      ["tokens", 30],
    ] as const) {
      expect(told[metric]?.["right"]).toEqual([value, "nothing"]);
    }
  });

  it.each([
    ["results in a list", (rows: unknown) => ({ results: rows })],
    ["results of a stored evaluation", (rows: unknown) => ({ evalResults: rows })],
    ["an older version", (rows: unknown) => ({ results: { version: 2, results: rows, table: {} } })],
  ])("promptfoo: %s", async (_, wrap) => {
    const rows = [
      { vars: { q: 1 }, success: true, score: 1, namedScores: {}, gradingResult: { pass: true } },
      { vars: { q: 2 }, success: false, score: 0, namedScores: {}, error: "no answer" },
    ];
    const folder = await folderWith({ "results.json": JSON.stringify(wrap(rows)) });
    expect(read("results.json", folder).told["pass"]).toEqual({ '{"q":1}': [1], '{"q":2}': ["failed"] });
  });

  it("promptfoo: long variables are named short, and by all they hold", async () => {
    const row = (end: string) => ({ success: true, vars: { text: `${"long ".repeat(100)}${end}` } });
    const folder = await folderWith({ "results.json": JSON.stringify({ results: [row("one"), row("other")] }) });
    const cases = Object.keys(read("results.json", folder).told["pass"] ?? {});
    expect(new Set(cases).size).toBe(2);
    expect(Math.max(...cases.map((name) => name.length))).toBeLessThan(120);
  });

  it("inspect: grades in letters, an unreadable one is none", () => {
    const { told, results } = read("inspect.json");
    expect(told["match"]).toEqual({
      right: [1, 1],
      7: [0],
      partial: [0.5],
      silent: [0],
      open: ["unscored"],
      odd: ["unscored"],
      broken: ["failed"],
    });
    expect(told["rubric.form"]?.["right"]).toEqual([0.5, "nothing"]);
    expect(told["latency"]?.["right"]?.[0]).toBe(120);
    expect(told["tokens"]?.["right"]?.[0]).toBe(30);
    expect(results.warnings).toEqual(["its status is error, so that samples may be missing."]);
  });

  it("OpenAI Evals: the k-th event is the k-th trial", () => {
    const { told } = read("openai-evals.jsonl");
    expect(told["correct"]).toEqual({
      "arithmetic.dev.0": [1, 0],
      "arithmetic.dev.1": [0],
      "arithmetic.dev.2": ["nothing"],
      "arithmetic.dev.3": ["failed"],
    });
    expect(told["accuracy"]?.["arithmetic.dev.0"]).toEqual([0.5, "nothing"]);
    expect(Object.keys(told)).toEqual(["correct", "accuracy"]);
  });

  it("JUnit: an error is a failed call, what is skipped is unscored", () => {
    const { told } = read("junit.xml");
    expect(told["pass"]).toEqual({
      'triage › says "yes" & no': [1],
      "triage › wrong": [0],
      "triage › open": ["unscored"],
      "triage › broken": ["failed"],
      twice: [1, 0],
    });
    expect(told["latency"]?.['triage › says "yes" & no']).toEqual([120]);
    expect(told["latency"]?.["triage › wrong"]).toEqual([1_200_500]);
  });
});
