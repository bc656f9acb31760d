import { appendFile, cp, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare, merge, type Report, UserError } from "../../src/index.ts";
import { createFolder } from "../support/repository.ts";
import { createSuite, promptText, type Suite, takeAndMerge } from "./project.ts";

let suite: Suite;
let whole: string;
const foreign: Record<string, string> = {};

/** Takes shard 2 of 3 of something else, or of another number. */
async function takeForeign(name: string, options: Suite["options"] = suite.options, of = 3): Promise<void> {
  const folder = await createFolder();
  const samplesFile = join(folder, "shard-2.samples.jsonl");
  const report = await compare({ ...options, shard: { index: 2, of }, samplesFile });
  await writeFile(join(folder, "shard-2.json"), JSON.stringify(report));
  foreign[name] = folder;
}

beforeAll(async () => {
  suite = await createSuite({ prompts: { one: { before: 90, after: 80 }, two: { before: 90, after: 90 } }, cases: 20 });
  whole = await createFolder();
  await takeAndMerge(suite, 3, whole);
  await rm(join(whole, "merged.samples.jsonl"));
  const { repository, options } = suite;
  await takeForeign("of four", options, 4);
  await takeForeign("two trials", { ...options, trials: 2 });
  await takeForeign("another base", { ...options, base: "HEAD" });
  await repository.write({ "assay.yml": (await read("assay.yml")).replace("trials: 1", "trials: 1\n  maxTrials: 4") });
  await repository.write({ "assay.yml": (await read("assay.yml")).replace("gate:", "gate:\n  margin: 0.2") });
  await repository.commit("Tolerate more");
  await takeForeign("another gate", { ...options, base: "HEAD~2" });
  await repository.write({ "prompts/two.prompt.yml": promptText("two", "after").replace("case", "the case") });
  await repository.commit("Edit again");
  await takeForeign("another prompt", { ...options, base: "HEAD~3" });
}, 60_000);
afterAll(() => suite.server.close());

function read(path: string): Promise<string> {
  return readFile(join(suite.repository.directory, path), "utf8");
}

/** What `merge` has against these shards, once they are changed. */
async function refuse(
  change: (folder: string) => Promise<void>,
  ...files: readonly string[]
): Promise<readonly string[]> {
  const folder = await createFolder();
  await cp(whole, folder, { recursive: true });
  await change(folder);
  const merging = merge({ directory: folder, files: files.length === 0 ? ["."] : files });
  const error = await merging.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw error ?? new Error("nothing was refused");
  for (const { hint } of error.problems) expect(hint).toMatch(/\.$/);
  return error.problems.map(
    ({ message, place }) => `${place === undefined ? "" : `${place.path}:${place.line}: `}${message}`,
  );
}

/** Puts the shard that was taken of something else in the place of shard 2. */
const replaceBy = (name: string) => (folder: string) =>
  cp(foreign[name] as string, folder, { recursive: true, force: true });

async function edit(folder: string, change: (report: Report) => unknown): Promise<void> {
  const path = join(folder, "shard-2.json");
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, "utf8")) as Report)));
}

const samples = "shard-2.samples.jsonl";

describe("merge refuses by name", () => {
  it("what is missing", async () => {
    expect(await refuse((folder) => rm(join(folder, "shard-2.json")))).toEqual(["shard 2 of 3 is missing"]);
    expect(await refuse(async () => {}, "shard-3.json")).toEqual(["shards 1, 2 of 3 are missing"]);
    expect(await refuse(async () => {}, "shard-1.json", "shard-4.json", "shard-3.json")).toEqual([
      'there is no file "shard-4.json"',
      "shard 2 of 3 is missing",
    ]);
  });

  it("what is there twice, but not a file that is named twice", async () => {
    const doubled = await refuse((folder) => cp(join(folder, "shard-2.json"), join(folder, "again.json")));
    expect(doubled).toEqual(['shard 2 of 3 is there 2 times: "again.json", "shard-2.json"']);
    const folder = await createFolder();
    await cp(whole, folder, { recursive: true });
    expect(await merge({ directory: folder, files: [".", "shard-1.json"] })).toMatchObject({ command: "compare" });
  });

  it.each([
    ["of four", /it is one of 4 instead of 3/],
    ["two trials", /its prompt "prompts\/one.prompt.yml" differs in its trials/],
    ["another base", /its base is "[0-9a-f]{40}" instead of "[0-9a-f]{40}"; its prompts are \[\]/],
    ["another gate", /its head is .*its configuration has gate.margin 0.2 instead of 0.05/],
    ["another prompt", /its prompt "prompts\/two.prompt.yml" differs in the fingerprint of its candidate/],
  ])("a foreign one: %s", async (name, difference) => {
    const problems = await refuse(replaceBy(name));
    expect(problems[0]).toMatch(/^"shard-2.json" belongs to another run than "shard-1.json": /);
    expect(problems[0]).toMatch(difference);
    expect(problems.slice(1)).toEqual(name === "of four" ? ["shard 2 of 3 is missing"] : []);
  });

  it("one of another version of Prompt Assay, or with other providers", async () => {
    const change = (changes: object) => (folder: string) =>
      edit(folder, (report) => ({ ...report, shard: { ...report.shard, run: "0".repeat(64), ...changes } }));
    expect((await refuse(change({ version: "9.9.9" })))[0]).toContain('by the version "9.9.9" instead of ');
    expect((await refuse(change({ providers: "0".repeat(64) })))[0]).toContain("other providers");
  });

  it("samples that are missing, cut off, edited, or of another shard", async () => {
    expect(await refuse((folder) => rm(join(folder, samples)))).toEqual([
      `the samples file "${samples}" of "shard-2.json" is not there`,
    ]);
    expect(await refuse(async (folder) => truncate(join(folder, samples), 1000))).toEqual([
      `the samples file "${samples}" of "shard-2.json" is cut off in the middle of a line`,
    ]);
    const changed = [
      `the samples file "${samples}" is not the one that "shard-2.json" was written with: its SHA-256 is another`,
    ];
    expect(await refuse((folder) => appendFile(join(folder, samples), "{}\n"))).toEqual(changed);
    expect(await refuse((folder) => cp(join(folder, "shard-1.samples.jsonl"), join(folder, samples)))).toEqual(changed);
  });

  it("samples that hold less or more than the shard planned, though the hash is theirs", async () => {
    const rewrite = (change: (lines: readonly string[]) => readonly string[]) => async (folder: string) => {
      const lines = (await readFile(join(folder, samples), "utf8")).trimEnd().split("\n");
      const text = `${change(lines).join("\n")}\n`;
      await writeFile(join(folder, samples), text);
      const sha256 = (await import("node:crypto")).createHash("sha256").update(text).digest("hex");
      await edit(folder, (report) => ({ ...report, samples: { ...report.samples, sha256 } }));
    };
    const planned = (await readFile(join(whole, samples), "utf8")).trimEnd().split("\n").length;
    expect(await refuse(rewrite((lines) => lines.slice(1)))).toEqual([
      `"shard-2.json" has ${planned - 1} of its ${planned} samples`,
    ]);
    expect(await refuse(rewrite((lines) => [...lines, lines[0] ?? ""]))).toEqual([
      expect.stringMatching(/^shard-2.samples.jsonl:\d+: the case "case-\d+" has this sample twice$/),
    ]);
    expect(await refuse(rewrite((lines) => ['{"prompt":1}', "no json", ...lines]))).toEqual([
      expect.stringContaining("shard-2.samples.jsonl:1: no sample: "),
      expect.stringContaining("shard-2.samples.jsonl:2: no sample: "),
    ]);
    const other = (await readFile(join(whole, "shard-1.samples.jsonl"), "utf8")).split("\n")[0] ?? "";
    expect(await refuse(rewrite((lines) => [other, ...lines]))).toEqual([
      expect.stringMatching(/^shard-2.samples.jsonl:1: the case "case-\d+" is of another shard$/),
    ]);
    const strange = other.replace('"trial":0', '"trial":7');
    expect(await refuse(rewrite((lines) => [strange, ...lines]))).toEqual([
      "shard-2.samples.jsonl:1: a sample that this run does not have",
    ]);
  });

  it("what is no shard at all", async () => {
    const put = (name: string, content: unknown) => (folder: string) =>
      writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
    const { shard: _shard, ...report } = JSON.parse(await readFile(join(whole, "shard-1.json"), "utf8")) as Report;
    expect(await refuse(put("whole.json", report))).toEqual([
      '"whole.json" is the report of a whole run, not of a shard',
    ]);
    expect(await refuse(put("x.json", "{"))).toEqual(['"x.json" is no JSON']);
    expect(await refuse(put("x.json", { ...report, schemaVersion: 2 }))).toEqual([
      '"x.json" was written by a newer Prompt Assay: its schemaVersion is 2, and this one reads 1',
    ]);
    expect(await refuse((folder) => edit(folder, (one) => ({ ...one, samples: null })))).toEqual([
      '"shard-2.json" names no samples file',
      "shard 2 of 3 is missing",
    ]);
    const halved = (folder: string) =>
      edit(folder, (one) => ({ ...one, shard: { ...one.shard, prompts: one.shard?.prompts.slice(1) } }));
    expect((await refuse(halved))[0]).toContain("its shard is not of its prompts");
    const empty = await createFolder();
    expect(await refuse(async () => {}, empty)).toEqual([`there is no .json file in the folder "${empty}"`]);
  });

  it("everything at once", async () => {
    const problems = await refuse(async (folder) => {
      await rename(join(folder, "shard-1.json"), join(folder, "first.json"));
      await truncate(join(folder, "shard-1.samples.jsonl"), 500);
      await rm(join(folder, "shard-3.json"));
      await writeFile(join(folder, "notes.json"), "[]");
    });
    expect(problems).toEqual([
      'the samples file "shard-1.samples.jsonl" of "first.json" is cut off in the middle of a line',
      '"notes.json" is no report',
      "shard 3 of 3 is missing",
    ]);
  });
});
