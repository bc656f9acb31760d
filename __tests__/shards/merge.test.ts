import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compare, type Report, run } from "../../src/index.ts";
import { createFolder } from "../support/repository.ts";
import {
  createSuite,
  goldenLine,
  promptText,
  readSamples,
  type Suite,
  type SuiteOptions,
  takeAndMerge,
  withoutTimes,
} from "./project.ts";

const suites: Suite[] = [];
afterAll(() => Promise.all(suites.map(({ server }) => server.close())));

interface Kind extends SuiteOptions {
  readonly name: string;
  readonly verdicts: readonly string[];
  readonly check?: (report: Report) => void;
  readonly command?: "run";
}

/** Nobody takes it for another one renamed. */
const freshPrompt =
  "model: local/answers\nmessages: [{ role: user, content: 'Tell me {{n}} times why, in your own words' }]\n";

const slices = (number: number) => ({ tags: number % 3 === 0 ? ["long", "legal"] : ["short"] });

const kinds: readonly Kind[] = [
  {
    name: "several prompts of several verdicts",
    prompts: { worse: { before: 90, after: 40 }, same: { before: 100, after: 100 }, better: { before: 40, after: 90 } },
    verdicts: ["improvement", "no-regression", "regression"],
    config: { gate: { margin: 0.1, metrics: { equals: { gate: true } } } },
  },
  {
    name: "what could go either way, at three trials",
    prompts: { close: { before: 80, after: 72 }, other: { before: 75, after: 80 } },
    verdicts: ["inconclusive", "inconclusive"],
    config: { run: { trials: 3 }, gate: { inconclusive: "fail" } },
    cases: 30,
  },
  {
    name: "trials: auto, planned over the whole set",
    prompts: { close: { before: 95, after: 95 } },
    verdicts: ["inconclusive"],
    config: { run: { trials: "auto", maxTrials: 4 } },
    cases: 40,
    check: ({ prompts, calls }) => {
      expect(calls.planned).toBe(40 * 2 * 4);
      // All repeats are copies, which only the whole shows for sure.
      expect(prompts[0]?.trials).toEqual({ baseline: 1, candidate: 1 });
    },
  },
  {
    name: "slices that gate, and weights",
    prompts: { sliced: { before: 90, after: 55 }, fine: { before: 96, after: 96 } },
    verdicts: ["no-regression", "regression"],
    config: { gate: { margin: 0.15, slices: ["legal"], metrics: { equals: { gate: true } } } },
    cases: 90,
    describeCase: (number) => ({ ...slices(number), weight: 1 + (number % 4) }),
    check: ({ prompts }) => {
      expect(prompts[0]?.comparisons.some(({ slice }) => slice === "legal")).toBe(true);
      expect(prompts[0]?.comparisons[0]?.effectiveCases).not.toBe(90);
    },
  },
  {
    name: "clusters, over a population, with scorers of single cases and ids that are hard to read",
    prompts: { grouped: { before: 85, after: 50 } },
    verdicts: ["regression"],
    config: { gate: { scope: "population", metrics: { equals: { gate: true } } } },
    cases: 120,
    describeCase: (number) => ({
      id: `§${number}\u2028"\u{1f600}`,
      cluster: `document-${number % 17}`,
      ...(number % 5 === 0 ? { scorers: [{ contains: { name: "own", value: "answer" } }] } : {}),
    }),
    check: ({ prompts }) => expect(prompts[0]?.comparisons.find(({ metric }) => metric === "own")?.pairs).toBe(24),
  },
  {
    name: "failed samples, refusals and empty answers",
    prompts: { shaky: { before: 90, after: 60 } },
    verdicts: ["regression"],
    onCall: ({ number, version }) => {
      if (number % 9 === 4) return { status: 400, body: { error: { message: `broken ${number}` } } };
      if (number % 9 === 5 && version === "after")
        return { status: 422, body: { error: { message: "unprocessable" } } };
      return number % 9 === 6 ? { text: "" } : null;
    },
    check: ({ calls, failures, prompts }) => {
      expect(calls.failed).toBeGreaterThan(10);
      expect(failures.map(({ message }) => message.slice(0, 3))).toEqual(["400", "422"]);
      expect(prompts[0]?.cases.filter(({ change }) => change === "failed").length).toBeGreaterThan(5);
    },
  },
  {
    name: "a candidate that nobody answers",
    prompts: { silent: { before: 90, after: 90 } },
    verdicts: ["error"],
    onCall: ({ version }) =>
      version === "after" ? { status: 400, body: { error: { message: "out of order" } } } : null,
  },
  {
    name: "a baseline whose model is gone",
    prompts: { moved: { before: 90, after: 90 } },
    modelBefore: "old",
    verdicts: ["new"],
    onCall: ({ version }) =>
      version === "before" ? { status: 404, body: { error: { message: "no such model" } } } : null,
    check: ({ prompts }) => expect(prompts[0]?.notes.join(" ")).toContain("no longer has the baseline's model"),
  },
  {
    name: "new, deleted and only re-judged prompts, and added cases",
    prompts: { worse: { before: 95, after: 40 }, judged: { before: 90, after: 90 }, gone: { before: 90, after: 90 } },
    verdicts: ["deleted", "new", "regression", "unchanged"],
    cases: 40,
    edits: {
      "prompts/fresh.prompt.yml": freshPrompt,
      "golden/fresh.jsonl": Array.from({ length: 12 }, (_, number) => goldenLine(number)).join("\n"),
      "prompts/judged.prompt.yml": promptText("judged", "before"),
      "golden/judged.jsonl": Array.from({ length: 44 }, (_, number) =>
        goldenLine(number, number === 3 ? { expected: "another answer" } : {}),
      ).join("\n"),
    },
    check: ({ prompts }) => expect(prompts.find(({ name }) => name === "judged")?.added?.cases).toBe(5),
  },
  {
    name: "prompts that state a version, which the verdict has a say in",
    prompts: { worse: { before: 90, after: 40 }, same: { before: 100, after: 100 } },
    stated: "1.2.3",
    verdicts: ["no-regression", "regression"],
    config: { gate: { margin: 0.1, metrics: { equals: { gate: true } } } },
    check: ({ prompts }) =>
      expect(prompts.map(({ notes }) => notes.at(-1))).toEqual([
        expect.stringContaining("this change would be 1.2.4 (patch)"),
        expect.stringContaining("this change would be 1.3.0 (minor)"),
      ]),
  },
  {
    name: "run, against a threshold",
    prompts: { alone: { before: 60, after: 60 } },
    verdicts: ["below-threshold"],
    config: { gate: { metrics: { equals: { atLeast: 0.8 } } } },
    command: "run",
  },
];

describe.each(kinds)("$name", ({ verdicts, check, command, ...options }) => {
  async function prepare(): Promise<Suite & { readonly undivided: Report; readonly samples: readonly string[] }> {
    const suite = await createSuite(options);
    suites.push(suite);
    if (options.edits !== undefined) {
      await suite.repository.remove("prompts/gone.prompt.yml");
      await suite.repository.git("commit", "--quiet", "--all", "--amend", "--no-edit");
    }
    const take = command === "run" ? run : compare;
    const { recordings } = suite;
    await take({ ...suite.options, record: recordings });
    // What failed is not recorded; replayed, it has no recording, and fails again.
    const replaying = options.onCall === undefined ? { ...suite.options, replay: recordings } : suite.options;
    const samplesFile = join(await createFolder(), "undivided.samples.jsonl");
    const undivided = await take({ ...replaying, samplesFile });
    return { ...suite, options: replaying, undivided, samples: await readSamples(samplesFile) };
  }
  let prepared: ReturnType<typeof prepare> | undefined;

  it("has the verdicts that it is about", async () => {
    prepared ??= prepare();
    const { undivided } = await prepared;
    expect(undivided.prompts.map(({ verdict }) => verdict).sort()).toEqual(verdicts);
    check?.(undivided);
  });

  it.each([1, 3, 8])("%i shards, merged, are the undivided run byte for byte", async (of) => {
    prepared ??= prepare();
    const suite = await prepared;
    const folder = await createFolder();
    const { shards, merged } = await takeAndMerge(suite, of, folder, command);
    // Each shard finds out for itself that a model is gone, with one call.
    const gone = suite.undivided.failures.filter(({ kind }) => kind === "missing-model").length;
    const { calls } = suite.undivided;
    const made = calls.made + gone * (of - 1);
    expect(withoutTimes(merged)).toBe(withoutTimes(suite.undivided, { calls: { ...calls, made } }));
    expect(await readSamples(join(folder, "merged.samples.jsonl"))).toEqual(suite.samples);
    expect(shards.reduce((sum, { calls }) => sum + calls.planned, 0)).toBe(suite.undivided.calls.planned);
    expect(shards.map(({ exitCode, verdict }) => [exitCode, verdict])).toEqual(
      shards.map(({ calls }) => (calls.planned > 0 && calls.failed === calls.planned ? [3, "error"] : [0, "skipped"])),
    );
  });
});
