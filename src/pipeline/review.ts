import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { openRepository } from "../changes/repository.ts";
import { quote, UserError } from "../errors.ts";
import type { Case, Json, Judge, Report } from "../model.ts";
import type { ReviewData, ReviewItem, ReviewTask } from "../report/review-page.ts";
import { canonicalHash, canonicalJson, isObject } from "../source/json.ts";
import { readSample } from "./calls/outcome.ts";
import { judgesOf } from "./kept/calibrations.ts";
import type { RunOptions } from "./options.ts";
import { planRun } from "./plan/plan-run.ts";
import { allFactories, loadOptions } from "./project/find-changes.ts";
import { loadProject } from "./project/load-project.ts";
import { categoriesOf } from "./reports/measure-judge.ts";
import { createShield, type Shield } from "./reports/shield.ts";
import { asNew } from "./run.ts";

/** Nobody labels more at a time; the ones taken are drawn by lot, or the labels would be about odd cases. */
const mostItems = 300;

/** What the project at hand knows of the prompts of a report. */
interface Known {
  readonly cases: ReadonlyMap<string, Case>;
  readonly judges: readonly { readonly name: string; readonly judge: Judge }[];
  /** What assay.yml holds back is not shown to whoever labels either. */
  readonly shield: Shield;
}

interface Output {
  readonly prompt: string;
  readonly id: string;
  readonly baseline: string | null;
  readonly candidate: string | null;
}

/**
 * What people are to label of a report: pairs of outputs, blind and in random order, and single outputs; with the cases as
 * the project at hand has them, where there is one.
 *
 * @param file report.json, relative to the options' directory; the samples are read from beside it
 */
export async function review(options: RunOptions, file: string): Promise<ReviewData> {
  const path = resolve(options.directory, file);
  const report = await readReport(path, file);
  const known = await readProject(options);
  const outputs = await readOutputs(report, path, file, known.shield);
  const names = new Map(report.prompts.map(({ path: prompt, name }) => [prompt, name]));
  const describe = ({ prompt, id }: Output) => {
    const testCase = known.cases.get(keyOf(prompt, id));
    return {
      prompt,
      promptName: names.get(prompt) ?? prompt,
      id,
      input: testCase === undefined ? null : known.shield.caseText(textOf(testCase.vars)),
      context: testCase === undefined ? null : known.shield.caseText(textOf(testCase.context)),
      expected: testCase === undefined ? null : known.shield.caseText(textOf(testCase.expected)),
    };
  };
  const lot = (value: Json): string => canonicalHash([report.samples?.sha256 ?? "", value]);
  const pairs = outputs.flatMap((output): Omit<ReviewItem, "number">[] => {
    const { baseline, candidate, prompt, id } = output;
    if (baseline === null || candidate === null || baseline === candidate) return [];
    const swapped = Number.parseInt(lot([prompt, id, "side"]).slice(0, 2), 16) % 2 === 1;
    const [left, right] = swapped ? [candidate, baseline] : [baseline, candidate];
    return [{ ...describe(output), left, right, swapped }];
  });
  const singles = outputs.flatMap((output): Omit<ReviewItem, "number">[] =>
    [...new Set([output.baseline, output.candidate])].flatMap((left) =>
      left === null ? [] : [{ ...describe(output), left }],
    ),
  );
  const draw = (items: readonly Omit<ReviewItem, "number">[]) =>
    items
      .map((item) => ({ item, by: lot([item.prompt, item.id, item.left]) }))
      .sort((one, other) => (one.by < other.by ? -1 : 1))
      .slice(0, mostItems)
      .map(({ item }) => item);
  const items = [...draw(pairs), ...draw(singles)].map((item, number) => ({ ...item, number }));
  if (items.length === 0) {
    const hint = known.shield.holds
      ? "assay.yml holds answers back: let report.content be full where people label, and run compare again with --json."
      : "Run compare again with --json.";
    throw new UserError({ message: `${quote(file)} has no output to label`, hint });
  }
  return { id: lot("review").slice(0, 16), tasks: tasksOf(known, pairs.length > 0), items };
}

function tasksOf({ judges }: Known, pairs: boolean): readonly ReviewTask[] {
  const side = ["left is better", "neither", "right is better"];
  const own = judges.map(({ name, judge }): ReviewTask => {
    const pair = judge.kind === "pairwise";
    const categories = pair ? side : categoriesOf(judge).map((category) => category.name);
    return { name, title: `for the judge ${name}`, scorer: name, pair, categories };
  });
  const common: readonly ReviewTask[] = [
    { name: "pairs", title: "which is better", scorer: null, pair: true, categories: side },
    { name: "singles", title: "pass or fail", scorer: null, pair: false, categories: ["fail", "pass"] },
  ];
  const all = own.length > 0 ? own : common;
  const usable = all.filter(({ pair }) => !pair || pairs);
  return usable.length > 0 ? usable : common.slice(1);
}

async function readReport(path: string, file: string): Promise<Report> {
  const value = parse(await read(path, file));
  if (!isObject(value) || value["schemaVersion"] !== 1 || !Array.isArray(value["prompts"])) {
    throw new UserError({
      message: `${quote(file)} is no report`,
      hint: "Make one: prompt-assay compare --json report.json",
    });
  }
  return value as unknown as Report;
}

/** The first answer of each case in each version. */
async function readOutputs(report: Report, path: string, file: string, shield: Shield): Promise<readonly Output[]> {
  if (report.samples === null) {
    throw new UserError({
      message: `${quote(file)} has no samples`,
      hint: "A verdict from the store has none: run again.",
    });
  }
  const samples = join(dirname(path), report.samples.path);
  const text = await read(samples, report.samples.path);
  if (createHash("sha256").update(text).digest("hex") !== report.samples.sha256) {
    throw new UserError({
      message: `${quote(report.samples.path)} is not the file that ${quote(file)} was written with`,
      hint: "Keep both files of one run together.",
    });
  }
  const outputs = new Map<string, { -readonly [Key in keyof Output]: Output[Key] }>();
  for (const line of text.split("\n")) {
    const written = line === "" ? null : parse(line);
    const sample = readSample(written);
    // What is held back is no answer to label, and no empty one.
    if (sample === null || (isObject(written) && written["output"] === null && !sample.reply.refusal)) continue;
    const { prompt, caseId, arm, reply } = sample;
    const key = keyOf(prompt, caseId);
    const entry = outputs.get(key) ?? { prompt, id: caseId, baseline: null, candidate: null };
    entry[arm] ??= shield.text(reply.text || (reply.refusal ?? ""));
    outputs.set(key, entry);
  }
  return [...outputs.values()];
}

/** Cases and judges of the project at hand; none where there is no project, or it does not hold. */
async function readProject(options: RunOptions): Promise<Known> {
  try {
    const repository = await openRepository(options.directory, { ...options.environment });
    try {
      const project = await loadProject(await repository.workingTree(), loadOptions(repository.prefix, options));
      const { plans } = planRun({
        changes: project.prompts.map(asNew),
        baseline: null,
        head: project,
        goalposts: project,
        fromBase: false,
        fork: false,
        factories: allFactories(options),
      });
      const cases = plans.flatMap(({ change, cases: own }) =>
        own.map(({ testCase }) => [keyOf(change.path, testCase.id), testCase] as const),
      );
      const judges = new Map(
        plans.flatMap((plan) => judgesOf(plan).map(({ metric, judge }) => [metric.name, judge as Judge] as const)),
      );
      return {
        cases: new Map(cases),
        judges: [...judges].map(([name, judge]) => ({ name, judge })),
        shield: createShield(project.config),
      };
    } finally {
      await repository.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { cases: new Map(), judges: [], shield: createShield({}) };
  }
}

function keyOf(prompt: string, id: string): string {
  return `${prompt}\0${id}`;
}

function textOf(value: Json): string | null {
  if (value === null) return null;
  if (typeof value === "string") return value;
  if (!isObject(value)) return canonicalJson(value);
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${typeof each === "string" ? each : canonicalJson(each)}`)
    .join("\n");
}

async function read(path: string, told: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new UserError({ message: `cannot read ${quote(told)}`, hint: "The samples file lies beside report.json." });
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
