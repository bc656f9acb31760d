import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { compare, type Report } from "../../src/index.ts";
import { reportSchema } from "../../src/report/report-schema.ts";
import { sampleSchema } from "../../src/report/samples-schema.ts";
import { runMain } from "../commands/support.ts";
import { createFolder } from "../support/repository.ts";
import { createSuite, type Suite, type SuiteOptions, takeAndMerge, withoutTimes } from "./project.ts";

const suites: Suite[] = [];
afterAll(() => Promise.all(suites.map(({ server }) => server.close())));

async function create(options: Partial<SuiteOptions> = {}): Promise<Suite> {
  const suite = await createSuite({ prompts: { one: { before: 90, after: 80 } }, cases: 30, ...options });
  suites.push(suite);
  return suite;
}

/** A suite with built-in scorers alone, for the command line. */
const plain = { config: { scorers: [{ equals: { value: "{{expected}}" } }] } };

describe("compare --shard", () => {
  it("has no verdict, and says so", async () => {
    const { repository } = await create(plain);
    const words = ["compare", "--base", "HEAD~1", "--no-cache", "--shard", "2/3", "--json", "out/shard-2.json"];
    const { exitCode, output, errors } = await runMain(repository.directory, ...words);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
    expect(output).toContain("Skipped, not judged: one: this is one shard of the run");
    expect(output.replaceAll(/\s+/g, " ")).toMatch(
      /This is shard 2 of 3, with \d+ samples: merge all 3 for the verdict/,
    );
    const report = JSON.parse(await readFile(join(repository.directory, "out/shard-2.json"), "utf8")) as Report;
    expect(report).toMatchObject({ verdict: "skipped", passed: null, prompts: [{ reason: "shard", comparisons: [] }] });
    expect(await readdir(join(repository.directory, "out"))).toEqual(["shard-2.json", "shard-2.samples.jsonl"]);
  });

  it("writes what its schemas say", async () => {
    const { repository } = await create(plain);
    await runMain(repository.directory, ..."compare --base HEAD~1 --no-cache --shard 1/2 --json one.json".split(" "));
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
    const [isReport, isSample] = [ajv.compile(reportSchema), ajv.compile(sampleSchema)];
    const report: unknown = JSON.parse(await readFile(join(repository.directory, "one.json"), "utf8"));
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
    const lines = (await readFile(join(repository.directory, "one.samples.jsonl"), "utf8")).trimEnd().split("\n");
    for (const line of lines) expect(isSample(JSON.parse(line)), JSON.stringify(isSample.errors)).toBe(true);
  });

  it("does not stop early, whatever the gate says", async () => {
    const { options, server } = await create({
      prompts: { one: { before: 100, after: 10 } },
      cases: 200,
      config: { gate: { stopEarly: true } },
    });
    const undivided = await compare(options);
    expect(undivided.prompts[0]?.stopped).not.toBeNull();
    const before = server.calls;
    for (const index of [1, 2]) await compare({ ...options, shard: { index, of: 2 } });
    expect(server.calls - before).toBe(2 * 200);
  });

  it("plans trials: auto over the whole set, however small its own part is", async () => {
    const { options } = await create({ cases: 400, config: { run: { trials: "auto" } } });
    const trials = new Set<string>();
    for (const index of [1, 50, 100]) {
      const { shard } = await compare({ ...options, shard: { index, of: 100 } });
      trials.add(JSON.stringify(shard?.prompts[0]?.trials));
    }
    expect([...trials]).toEqual(['{"baseline":1,"candidate":1}']);
  });

  it("takes no baseline that another run left in the store, and no verdict either", async () => {
    const { options, server } = await create();
    const store = join(await createFolder(), "store");
    await compare({ ...options, store });
    const before = server.calls;
    const shards = [];
    for (const index of [1, 2]) shards.push(await compare({ ...options, store, shard: { index, of: 2 } }));
    expect(server.calls - before).toBe(2 * 30);
    expect(shards.map(({ calls }) => calls.cached)).toEqual([0, 0]);
  });

  it("started again, it makes no call twice: within one run of a workflow, and on one day elsewhere", async () => {
    const { options, server } = await create();
    const store = join(await createFolder(), "store");
    const shard = { index: 1, of: 2 };
    const calls = async (environment: object, now = "2026-01-01T10:00:00Z"): Promise<number> => {
      const before = server.calls;
      const all = { ...options.environment, ...environment };
      const report = await compare({ ...options, environment: all, now: () => new Date(now), store, shard });
      expect(report.calls.made + report.calls.cached).toBe(report.calls.planned);
      return server.calls - before;
    };
    const planned = await calls({ GITHUB_RUN_ID: "1" });
    expect(planned).toBeGreaterThan(20);
    expect(await calls({ GITHUB_RUN_ID: "1" })).toBe(0);
    expect(await calls({ GITHUB_RUN_ID: "2" })).toBe(planned);
    expect(await calls({})).toBe(planned);
    expect(await calls({}, "2026-01-01T23:59:00Z")).toBe(0);
    expect(await calls({}, "2026-01-02T00:01:00Z")).toBe(planned);
  });

  it("none of whose calls is answered, could not be taken", async () => {
    const { options } = await create({ onCall: () => ({ status: 401, body: { error: { message: "no such key" } } }) });
    const report = await compare({ ...options, shard: { index: 1, of: 2 } });
    expect(report).toMatchObject({ verdict: "error", exitCode: 3, prompts: [{ reason: "refused-key" }] });
  });

  it("from a fork without a key takes nothing, and the merge skips as the undivided run does", async () => {
    const providers = { local: { baseUrl: "http://127.0.0.1:9/v1", keyEnv: "KEY_OF_NOBODY" } };
    const suite = await create({ config: { providers } });
    const options = { ...suite.options, fork: true, goalposts: "base" as const, goalpostsRevision: "HEAD~1" };
    const undivided = await compare(options);
    expect(undivided).toMatchObject({ verdict: "skipped", prompts: [{ reason: "no-key" }] });
    const { shards, merged } = await takeAndMerge({ options }, 2, await createFolder());
    expect(shards.map(({ exitCode, prompts }) => [exitCode, prompts[0]?.reason])).toEqual([
      [0, "no-key"],
      [0, "no-key"],
    ]);
    expect(withoutTimes(merged)).toBe(withoutTimes(undivided));
  });

  it("where no prompt changed there is nothing to take, and nothing to merge but that", async () => {
    const { options } = await create();
    const report = await compare({ ...options, base: "HEAD", shard: { index: 1, of: 2 } });
    expect(report).toMatchObject({ verdict: "unchanged", exitCode: 0, prompts: [], shard: { index: 1, of: 2 } });
  });
});

describe("bad usage", () => {
  it.each([
    [["compare", "--shard", "0/3", "--json", "x.json"], "There is no shard 0 of 3: they are 1/3 to 3/3."],
    [["compare", "--shard", "4/3", "--json", "x.json"], "There is no shard 4 of 3: they are 1/3 to 3/3."],
    [["compare", "--shard", "x", "--json", "x.json"], "Give a shard as i/n, for example 3/8"],
    [["run", "--shard", "1/0", "--json", "x.json"], "There can be 1 to 1000 shards."],
    [["compare", "--shard", "2/3"], "--shard 2/3 needs --json"],
    [["compare", "--shard", "2/3", "--json", "x.json", "--markdown", "x.md"], "no verdict that --markdown could write"],
    [["compare", "--shard", "2/3", "--json", "x.json", "--html", "x.html"], "no verdict that --html could write"],
    [["merge"], "missing required argument 'files'"],
    [["merge", "nothing.json"], 'there is no file "nothing.json"'],
    [["merge", "."], 'there is no .json file in the folder "."'],
    [["gate", "a.jsonl", "b.jsonl", "--shard", "1/2"], "unknown option '--shard'"],
  ])("%j", async (words, message) => {
    const { exitCode, errors, output } = await runMain(await createFolder(), ...words);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
    expect(errors).toContain(message);
  });
});

describe("limits of the whole run", () => {
  it("are dealt to the shards; what one of them could not take, the merge leaves out and says so", async () => {
    const suite = await create({ prompts: { one: { before: 95, after: 20 } }, cases: 60 });
    const folder = await createFolder();
    const options = { ...suite.options, maxCalls: 90 };
    const { shards, merged } = await takeAndMerge({ options }, 3, folder);
    expect(suite.server.calls).toBe(90);
    for (const { exitCode, verdict, calls } of shards) {
      expect({ exitCode, verdict }).toEqual({ exitCode: 0, verdict: "skipped" });
      expect(calls.made).toBeLessThanOrEqual(30);
    }
    expect(merged.calls).toMatchObject({ planned: 120, made: 90, failed: 0 });
    expect(merged.warnings).toContain("30 of 120 samples were not taken: maxCalls is used up.");
    // What was compared is complete pairs, and a regression among them stands.
    expect(merged.prompts[0]).toMatchObject({ verdict: "regression" });
    expect(merged.prompts[0]?.notes.join(" ")).toMatch(/Cut short, maxCalls is used up: \d+ of 60 cases were compared/);
  });
});
