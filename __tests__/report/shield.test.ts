import { describe, expect, test } from "vitest";
import type { CaseReport, Json, PromptReport, Reply, Report } from "../../src/model.ts";
import { checkRedactions, createShield, type ShieldSettings } from "../../src/pipeline/reports/shield.ts";
import { reporters } from "../../src/report/registry.ts";
import { defaultRenderOptions } from "../../src/report/reporter.ts";
import { sampleReports } from "./sample-reports.ts";

const place = { path: "assay.yml", line: 9 };
const canary = "canary-4111-1111-1111-1111";
const redact = [{ pattern: "canary(-\\d{4}){4}", place }];
const silent: ShieldSettings = { content: "none" };
const redacting: ShieldSettings = { redact };

/** A case with a canary in every text that somebody wrote or a model said. */
function plantInCase(testCase: CaseReport): CaseReport {
  const output = { status: "completed", text: `said ${canary}`, failure: null, toolCalls: [`f("${canary}")`] } as const;
  const candidate = testCase.change === "failed" ? { ...output, text: null, failure: canary } : output;
  return {
    ...testCase,
    expected: canary,
    baseline: { ...output, status: "completed" },
    candidate: { ...candidate, status: candidate.text === null ? "failed" : "completed" },
    reasons: { helpful: `because ${canary}` },
  };
}

function plant(report: Report): Report {
  const prompts = report.prompts.map((prompt): PromptReport => ({ ...prompt, cases: prompt.cases.map(plantInCase) }));
  const failures = [{ message: `400: you sent ${canary}`, kind: "server" as const, calls: 2 }];
  return { ...report, prompts, failures };
}

/** And in what is told about the run, which may quote either. */
function plantInNotes(report: Report): Report {
  const prompts = report.prompts.map((prompt) => ({ ...prompt, notes: [...prompt.notes, `the case says ${canary}`] }));
  return { ...report, prompts, warnings: [...report.warnings, `“${canary}” is no value`] };
}

/** Every reporter that there is: one that is added is tested by being registered. */
const everyReporter = Object.entries(reporters).map(([name, reporter]) => [name, reporter] as const);
const everyReport = Object.entries(sampleReports).map(([name, report]) => [name, report] as const);

describe.each(everyReporter)("%s", (_name, reporter) => {
  const render = async (report: Report): Promise<string> =>
    reporter.render(report, { ...defaultRenderOptions, onPullRequest: true });

  test.each(everyReport)("of %s tells no text of a case where report.content is none", async (_, sample) => {
    expect(await render(createShield(silent).report(plant(sample)))).not.toContain("canary");
  });

  test.each(everyReport)("of %s tells nothing that redact matches", async (_, sample) => {
    expect(await render(createShield(redacting).report(plantInNotes(plant(sample))))).not.toContain("canary");
  });
});

test("the canaries would be told", async () => {
  const told = await Promise.all(
    everyReport.map(async ([, sample]) => {
      const render = async ([, reporter]: (typeof everyReporter)[number]) =>
        reporter.render(plant(sample), defaultRenderOptions);
      const texts = await Promise.all(everyReporter.map(render));
      return texts.some((text) => text.includes(canary));
    }),
  );
  expect(told.filter(Boolean).length).toBeGreaterThan(everyReport.length / 2);
});

test("worst tells the texts of cases that got worse alone", () => {
  for (const [, sample] of everyReport) {
    const { prompts } = createShield({ content: "worst" }).report(plant(sample));
    for (const testCase of prompts.flatMap(({ cases }) => cases)) {
      expect(JSON.stringify(testCase).includes(canary)).toBe(testCase.change === "worse");
    }
  }
});

test("what a report says of its numbers, names and verdicts stays", () => {
  for (const [, sample] of everyReport) {
    const everything = createShield({ redact: [{ pattern: "[a-z]+", place }] }).report(sample);
    expect(everything).toMatchObject({ verdict: sample.verdict, exitCode: sample.exitCode, head: sample.head });
    for (const [index, { comparisons }] of everything.prompts.entries()) {
      expect(comparisons).toEqual(sample.prompts[index]?.comparisons);
    }
    expect(reporters.text.render(everything, defaultRenderOptions)).toMatch(/\n$/);
  }
});

test("without settings nothing changes, and doing it twice changes nothing", () => {
  const redactsMark = createShield({ redact: [{ pattern: "e|red", place }] });
  for (const [, sample] of everyReport) {
    expect(createShield({}).report(sample)).toEqual(sample);
    const once = redactsMark.report(sample);
    expect(redactsMark.report(once)).toEqual(once);
  }
});

describe("a line of the samples file", () => {
  const line = {
    prompt: "prompts/a.prompt.yml",
    arm: "candidate",
    id: "case-1",
    trial: 0,
    status: "failed",
    output: canary,
    refusal: canary,
    failure: { kind: "other", message: canary, httpStatus: 400 },
    repeatedAfter: [{ kind: "other", message: canary }],
    exchange: [{ role: "assistant", content: canary }],
    toolCalls: [{ id: "1", name: "f", arguments: `{"a":"${canary}"}` }],
    scores: { helpful: 0.5 },
    reasons: { helpful: canary },
    opinions: { helpful: { asked: 1, agreeing: 1, votes: [{ model: "a/b", choice: "pass", why: canary }] } },
    tags: [],
  } satisfies Json;

  test.each([
    ["none", silent],
    ["worst", { content: "worst" } as const],
    ["redact", redacting],
  ])("holds no canary with %s, and keeps its scores", (_, settings) => {
    const told = createShield(settings).line(line);
    expect(JSON.stringify(told)).not.toContain("canary");
    expect(told).toMatchObject({ id: "case-1", status: "failed", scores: { helpful: 0.5 } });
  });
});

test("an answer is not kept that redact matches, nor any where nothing is told", () => {
  const reply = (text: string): Reply => ({ text, toolCalls: [], exchange: [] }) as unknown as Reply;
  expect(createShield(redacting).keeps(reply(`a ${canary}`))).toBe(false);
  expect(createShield(redacting).keeps(reply("a word"))).toBe(true);
  expect(createShield(silent).keeps(reply("a word"))).toBe(false);
  expect(createShield({}).keeps(reply(canary))).toBe(true);
});

test.each([
  ["(", "not a regular expression"],
  ["(?=a)b", "not a regular expression"],
  ["a*", "matches where there is nothing"],
  ["a{999}".repeat(9), "repeats too much"],
])("the pattern %s is a mistake at its place", (pattern, words) => {
  expect(checkRedactions({ redact: [{ pattern, place }] })).toMatchObject([
    { message: expect.stringContaining(words), place },
  ]);
});

test("redacting takes time linear in the text, whatever the pattern", () => {
  const shield = createShield({ redact: [{ pattern: "(a+)+b", place }] });
  const begun = performance.now();
  shield.text("a".repeat(100_000));
  expect(performance.now() - begun).toBeLessThan(2_000);
});
