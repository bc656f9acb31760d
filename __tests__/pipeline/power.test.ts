import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { main } from "../../src/commands/main.ts";
import { defaultConfig } from "../../src/config/config.ts";
import { expectShareTaken } from "../../src/gate/expect-calls.ts";
import type { GoldenSetPower, PowerReport } from "../../src/model.ts";
import { powerOf } from "../../src/pipeline/project/golden-power.ts";
import { planGolden } from "../../src/pipeline/project/plan-golden.ts";
import { columns } from "../../src/report/layout.ts";
import { renderPower } from "../../src/report/power-text.ts";
import { createRepository } from "../support/repository.ts";

const settings = defaultConfig();
const { gate } = settings;

function planned(cases: number, wishes: Parameters<typeof planGolden>[1] = {}): GoldenSetPower {
  const [set] = planGolden(cases, wishes).sets;
  if (set === undefined) throw new Error("one set is planned");
  return set;
}

describe("the detectable drop", () => {
  // Simulated with 80 % power for mixed golden sets; the formula is within 1.5 points from 20 cases on.
  const simulated: readonly (readonly [trials: readonly [number, number], passRate: number, drops: string])[] = [
    [[1, 1], 0.8, "30.8 23.0 16.9 11.3 7.5 4.7 3.2"],
    [[1, 1], 0.95, "27.6 19.5 12.5 7.5 4.7 2.7 1.9"],
    [[3, 3], 0.8, "15.4 11.8 9.1 6.1 4.2 2.6 1.8"],
    [[5, 1], 0.8, "20.8 16.2 12.4 8.1 5.9 3.6 2.6"],
    [[5, 5], 0.8, "11.6 9.4 6.9 4.8 3.2 1.9 1.4"],
  ];
  const sizes = [20, 30, 50, 100, 200, 500, 1000];

  it.each(simulated)(
    "of %j trials at a pass rate of %d is what a simulation finds",
    ([baseline, candidate], rate, row) => {
      const published = row.split(" ").map(Number);
      for (const [index, cases] of sizes.entries()) {
        const size = { cases, effectiveCases: cases };
        const { detectableDrop } = powerOf(
          { ...size, passRate: rate, margin: 0.05, settings },
          { baseline, candidate },
        );
        const drop = 100 * (detectableDrop ?? Number.NaN);
        // Five trials against one may be 1.7 off at 20 cases.
        expect(Math.abs(drop - (published[index] ?? 0)), `${cases} cases`).toBeLessThan(1.75);
      }
    },
  );

  it("is none where it would be above 100 points, and the text says that no drop can be seen", () => {
    const few = planned(4, { trials: 1 });
    expect(few.planned.detectableDrop).toBeNull();
    expect(renderPower({ schemaVersion: 1, sets: [few], warnings: [] }, 80)).toContain(
      "The detectable drop is above 100 points: no drop can be seen.",
    );
  });

  it("counts cases by what their weights make of them", () => {
    const plan = { passRate: 0.8, margin: 0.05, settings };
    const trials = { baseline: 1, candidate: 1 };
    const weighted = powerOf({ ...plan, cases: 100, effectiveCases: 50 }, trials);
    const half = powerOf({ ...plan, cases: 50, effectiveCases: 50 }, trials);
    expect(weighted.detectableDrop).toBe(half.detectableDrop);
    expect(weighted.calls).toBe(200);
    expect(weighted.casesNeeded / half.casesNeeded).toBeCloseTo(2, 1);
  });
});

describe("what it takes", () => {
  it.each([
    [0.05, 0.8],
    [0.03, 0.95],
    [0.2, 0.5],
    [0.1, 1],
  ])("a margin of %d at a pass rate of %d is told with the cases named, and not with one fewer", (margin, passRate) => {
    for (const { trials, casesNeeded } of planned(50, { margin, passRate }).byTrials) {
      const drop = (cases: number): number =>
        powerOf({ cases, effectiveCases: cases, passRate, margin, settings }, trials).detectableDrop ?? 2;
      expect(drop(casesNeeded)).toBeLessThanOrEqual(margin + 1e-12);
      expect(drop(casesNeeded - 1)).toBeGreaterThan(margin);
    }
  });

  it("trials that these cases need are the fewest of the table; none where five do not do", () => {
    expect(planned(100).trialsNeeded).toBe(5);
    expect(planned(500).trialsNeeded).toBe(1);
    expect(planned(40).trialsNeeded).toBeNull();
  });

  it("a comparison takes the trials that a run would buy", () => {
    expect(planned(300).planned.trials).toEqual({ baseline: 1, candidate: 1 });
    expect(planned(100).planned).toMatchObject({ trials: { baseline: 2, candidate: 2 }, calls: 400 });
    expect(planned(30).planned.trials).toEqual({ baseline: 5, candidate: 5 });
    expect(planned(30, { trials: 1 }).planned.trials).toEqual({ baseline: 1, candidate: 1 });
    expect(planned(30, { margin: 0.2 }).planned.trials).toEqual({ baseline: 1, candidate: 1 });
  });
});

describe("expected calls", () => {
  const single = { baseline: 1, candidate: 1 };

  // Simulated with another program: one trial in each arm, pass rate 80 %, ten looks. Bounds for whole-case losses came
  // after it and cost some calls where nothing changed.
  it.each([
    [100, 0.05, 0.92, 0.5],
    [100, 0.1, 0.77, 0.5],
    [200, 0.05, 0.85, 0.33],
    [200, 0.1, 0.58, 0.33],
  ])("of %i cases with a margin of %d: share %d where nothing changed, %d after a drop of 20 points", (...row) => {
    const [cases, margin, unchanged, dropped] = row;
    const plan = { cases, trials: single, passRate: 0.8, gate: { ...gate, margin } };
    const still = expectShareTaken({ ...plan, drop: 0 }, 150) ?? 0;
    expect(still).toBeGreaterThan(unchanged - 0.05);
    expect(still).toBeLessThan(unchanged + 0.14);
    expect(Math.abs((expectShareTaken({ ...plan, drop: 0.2 }, 150) ?? 0) - dropped)).toBeLessThan(0.07);
  });

  it("are the same for the same plan, and fewer for a drop that shows", () => {
    const one = planned(60);
    expect(planned(60)).toEqual(one);
    expect(one.expectedCalls.unchanged).toBeLessThanOrEqual(one.planned.calls);
    expect(one.expectedCalls.dropped).toBeLessThan(0.6 * (one.expectedCalls.unchanged ?? 0));
  });

  it.each([0.2, 0.1])("are unknown after a drop of 20 points from a pass rate of %d", (passRate) => {
    const { expectedCalls } = planned(20, { passRate });
    expect(expectedCalls).toEqual({ unchanged: expect.any(Number), dropped: null });
  });

  it.each([0.21, 0.999, 1])("are told at a pass rate of %d, too", (passRate) => {
    const { unchanged, dropped } = planned(20, { passRate }).expectedCalls;
    expect(unchanged).toBeGreaterThan(0);
    expect(dropped).toBeGreaterThan(0);
  });

  it("are all where there is no room for an early look", () => {
    expect(planned(5, { trials: 2 }).expectedCalls).toEqual({ unchanged: 20, dropped: 20 });
  });

  it("of a million cases come in seconds, and say for how many they were simulated", () => {
    const huge = planned(1_000_000);
    expect(huge.expectedCalls.unchanged).toBeLessThan(0.7 * huge.planned.calls);
    expect(huge.notes.join()).toContain("1,000 cases");
  });
});

// ── The command ─────────────────────────────────────────────────────────────

interface Finished {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

async function run(directory: string, ...words: readonly string[]): Promise<Finished> {
  let output = "";
  let errors = "";
  const exitCode = await main(words, {
    directory,
    environment: { PATH: process.env["PATH"] },
    writeOutput: (text) => {
      output += text;
    },
    writeError: (text) => {
      errors += text;
    },
    outputIsTerminal: false,
    errorIsTerminal: false,
    columns: 80,
  });
  return { exitCode, output, errors };
}

function promptFile(changes: Readonly<Record<string, unknown>> = {}): string {
  return stringify({ model: "openai/x", messages: [{ role: "user", content: "Case {{n}}" }], ...changes });
}

function goldenFile(cases: number, weight: (n: number) => number = () => 1): string {
  const lines = Array.from({ length: cases }, (_, n) =>
    JSON.stringify({ id: `case-${n}`, vars: { n }, expected: `answer ${n}`, weight: weight(n) }),
  );
  return `${lines.join("\n")}\n`;
}

const equals = [{ equals: { value: "{{expected}}" } }];

async function createProject(
  config: Readonly<Record<string, unknown>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { directory } = await createRepository({
    "assay.yml": stringify({ scorers: equals, ...config }),
    "prompts/small.prompt.yml": promptFile(),
    "prompts/large.prompt.yml": promptFile(),
    "golden/small.jsonl": goldenFile(20),
    "golden/large.jsonl": goldenFile(120),
    ...files,
  });
  return directory;
}

describe("prompt-assay power", () => {
  it("--cases plans a set without a project, in 80 columns", async () => {
    const words = ["--cases", "100", "--pass-rate", "80%", "--trials", "1", "--margin", ".05"];
    const { exitCode, output, errors } = await run("/", "power", ...words);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
    expect(output).toMatch(/^A golden set of 100 cases\n {2}pass rate 80 %, tolerance 5 points, false alarms 5 %\n/);
    expect(output).toMatch(/^ +1 +200 +11\.6 points +458$/m);
    expect(output).toMatch(/^ +5 +1,000 +4\.8 points +92$/m);
    const told = output.replaceAll(/\s+/g, " ");
    expect(told).toMatch(
      /A comparison takes 1 trial of each case: 200 calls at most\. With early stopping it takes about 1\d\d where nothing changed and about \d+ after a drop of 20 points\./,
    );
    expect(told).toContain("To tell 5 points, these 100 cases take 5 trials each.");
    expect(told).toContain("A drop of 11.6 points is more than twice the tolerance");
    for (const line of output.split("\n")) expect(columns(line)).toBeLessThanOrEqual(80);
  });

  it("tells of every prompt of the project, or of one by its name or path, by its own settings", async () => {
    const directory = await createProject(
      { gate: { margin: 0.1, stopEarly: false, scope: "population" }, baseline: { trials: 5 } },
      {
        "golden/large.jsonl": goldenFile(120, (n) => 1 + (n % 3)),
        "prompts/small.prompt.yml": promptFile({ modelParameters: { temperature: 0 } }),
      },
    );
    const all = await run(directory, "power");
    expect(all).toMatchObject({ exitCode: 0, errors: "" });
    const told = all.output.replaceAll(/\s+/g, " ");
    expect(told).toContain("large (prompts/large.prompt.yml) 120 cases (by their weights worth 103), pass rate 80 %");
    expect(told).toContain("tolerance 10 points");
    expect(told).toContain("for gate.stopEarly is off");
    expect(told).toContain("gate.scope is population");
    expect(told).toContain("The temperature is 0");
    expect(all.output).toMatch(/^ +5\+1 +120 /m);
    for (const line of all.output.split("\n")) expect(columns(line)).toBeLessThanOrEqual(80);
    for (const wanted of ["small", "prompts/small.prompt.yml"]) {
      const one = await run(directory, "power", wanted);
      expect(one.exitCode).toBe(0);
      expect(one.output).toContain("small (prompts/small.prompt.yml)");
      expect(one.output).not.toContain("large");
    }
    expect(
      (await run(join(directory, "prompts"), "power", "small.prompt.yml", "--config", "../assay.yml")).output,
    ).toContain("small (prompts/small.prompt.yml)");
  });

  it("a set whose cases weigh nothing tells nothing, and a long name fits the line", async () => {
    const path = `prompts/${"long".repeat(30)}.prompt.yml`;
    const golden = `golden/${"long".repeat(30)}.jsonl`;
    const directory = await createProject({}, { [path]: promptFile(), [golden]: goldenFile(9, () => 0) });
    const { exitCode, output } = await run(directory, "power", path);
    expect(exitCode).toBe(0);
    expect(output.replaceAll(/\s+/g, " ")).toContain("90 calls at most. To tell");
    expect(output).toContain("no drop can be seen");
    for (const line of output.split("\n")) expect(columns(line)).toBeLessThanOrEqual(80);
  });

  it("--json writes the numbers", async () => {
    const directory = await createProject();
    const words = ["large", "--margin", "10%", "--pass-rate", "0.9", "--trials", "2", "--json", "out/power.json"];
    expect((await run(directory, "power", ...words)).exitCode).toBe(0);
    const report = JSON.parse(await readFile(join(directory, "out", "power.json"), "utf8")) as PowerReport;
    expect(report).toMatchObject({ schemaVersion: 1, warnings: [] });
    expect(report.sets).toMatchObject([
      { name: "large", cases: 120, effectiveCases: 120, passRate: 0.9, margin: 0.1, alpha: 0.05, trialsNeeded: 1 },
    ]);
    expect(report.sets[0]?.planned).toMatchObject({ trials: { baseline: 2, candidate: 2 }, calls: 480 });
    expect(report.sets[0]?.byTrials.map(({ calls }) => calls)).toEqual([240, 480, 720, 960, 1200]);
  });

  it("takes the smallest margin of the scores that decide, and says where none does", async () => {
    const metrics = { equals: { margin: "3%" }, latency: { gate: true, margin: 0.01 } };
    const strict = await createProject({ gate: { metrics } });
    const told = (await run(strict, "power", "small")).output.replaceAll(/\s+/g, " ");
    expect(told).toContain("tolerance 3 points");
    expect(told).toContain("2 metrics decide");
    const slow = await createProject({ gate: { metrics: { latency: { gate: true } } } });
    expect((await run(slow, "power", "small")).output).toContain("No score decides here");
  });

  it("--help has an example", async () => {
    const { exitCode, output } = await run("/", "power", "--help");
    expect(exitCode).toBe(0);
    expect(output).toContain("$ prompt-assay power --cases 100");
    for (const line of output.split("\n")) expect(columns(line)).toBeLessThanOrEqual(80);
  });

  it.each([
    [["--cases", "0"], "Give a whole number from 1 to 1000000."],
    [["--cases", "many"], "Give a whole number from 1 to 1000000."],
    [["--cases", "9", "--trials", "6"], "Give a whole number from 1 to 5, or auto."],
    [["--cases", "9", "--pass-rate", "0"], "Give a number above 0 and at most 1"],
    [["--cases", "9", "--pass-rate", "80"], "Give a number above 0 and at most 1"],
    [["--cases", "9", "--margin", "101%"], "Give a number above 0 and at most 1"],
    [["--cases", "9", "--margin", "-5%"], "Give a number above 0 and at most 1"],
    [["--cases", "9", "--margin", "NaN"], "Give a number above 0 and at most 1"],
    [["small", "--cases", "9"], "do not go with it"],
    [["--cases", "9", "--config", "assay.yml"], "do not go with it"],
    [["one", "two"], "too many arguments"],
  ])("%j: exit 2", async (words, told) => {
    const finished = await run("/", "power", ...words);
    expect(finished).toMatchObject({ exitCode: 2, output: "" });
    expect(finished.errors).toContain(told);
    expect(finished.errors).not.toContain("    at ");
  });

  it("a name that no prompt has, and a golden set that does not hold: exit 2", async () => {
    const directory = await createProject({}, { "golden/small.jsonl": '{"id": 1\n' });
    const slip = await run(directory, "power", "larg");
    expect(slip).toMatchObject({ exitCode: 2, output: "" });
    expect(slip.errors).toContain("Did you mean large?");
    const broken = await run(directory, "power");
    expect(broken).toMatchObject({ exitCode: 2, output: "" });
    expect(broken.errors).toContain("golden/small.jsonl:1");
    expect((await run(directory, "power", "large")).exitCode).toBe(0);
  });

  it("without a prompt warns which globs were tried", async () => {
    const { directory } = await createRepository({ "assay.yml": stringify({ scorers: equals }) });
    const finished = await run(directory, "power");
    expect(finished.exitCode).toBe(0);
    expect(finished.errors).toContain("No prompt found");
  });
});

describe("check", () => {
  it("warns of a golden set that cannot tell twice its margin with the most trials, and says how many cases would do", async () => {
    const { exitCode, output, errors } = await run(await createProject(), "check");
    expect(exitCode).toBe(0);
    expect(errors.trim().split("\n")).toEqual([
      "warning: prompts/small.prompt.yml: 20 cases with 5 trials each can show a drop of 11.6 points at best, more than twice the tolerance of 5 points, so most comparisons would end inconclusive. About 26 cases would do.",
    ]);
    expect(output).toContain("  calls    20 in a run, at most 200 in a comparison\n");
    expect(output).toContain("  calls    120 in a run, at most 480 in a comparison\n");
    expect(output).toContain("A run of all prompts makes 140 calls, a comparison of all at most 680.");
    expect(output).toContain("up to 560 more to confirm a regression");
  });

  it("26 cases do", async () => {
    const directory = await createProject({}, { "golden/small.jsonl": goldenFile(26) });
    expect((await run(directory, "check")).errors).toBe("");
  });

  it("counts trials that are fixed, and names those that would do", async () => {
    const { output, errors } = await run(await createProject({ run: { trials: 1 } }), "check");
    expect(errors).toContain("large.prompt.yml: 120 cases with 1 trial each can show a drop of 10.5 points at best");
    expect(errors).toContain("About 130 cases would do, or 2 trials each.");
    expect(output).toContain("  calls    120 in a run, at most 240 in a comparison\n");
    const twice = await run(await createProject({ run: { trials: 2 } }), "check");
    expect(twice.output).toContain("  calls    240 in a run, at most 480 in a comparison\n");
  });

  it("says where no drop can be shown, and nothing where no score decides", async () => {
    const files = { "golden/small.jsonl": goldenFile(3) };
    const few = await run(await createProject({ run: { trials: 1 } }, files), "check");
    expect(few.errors).toContain(
      "small.prompt.yml: 3 cases with 1 trial each can show no drop at all; the tolerance is 5",
    );
    const config = { run: { trials: 1 }, gate: { metrics: { latency: { gate: true } } } };
    expect((await run(await createProject(config, files), "check")).errors).toBe("");
  });
});
