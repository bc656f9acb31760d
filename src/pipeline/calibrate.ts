import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix, resolve } from "node:path";
import { openRepository } from "../changes/repository.ts";
import { nearest, quote, throwProblems, UserError } from "../errors.ts";
import { copyCase } from "../golden/copy-case.ts";
import type { CalibrationReport, Case, Judge, Problem, Scorer } from "../model.ts";
import type { SampleLog } from "../run/sample-log.ts";
import { createExecutor } from "./calls/executor.ts";
import { calibrationPath, judgesOf } from "./kept/calibrations.ts";
import { type Label, readLabels } from "./kept/labels.ts";
import { openRunStore, storePlace, storeWarnings } from "./kept/run-store.ts";
import type { RunOptions } from "./options.ts";
import { connectProviders } from "./plan/connect-providers.ts";
import { type PromptPlan, planRun } from "./plan/plan-run.ts";
import { callSettings } from "./plan/spending.ts";
import { allFactories, loadOptions } from "./project/find-changes.ts";
import { loadProject } from "./project/load-project.ts";
import { categoriesOf, categoryOf, type LabelledCase, measureJudge } from "./reports/measure-judge.ts";
import { asNew } from "./run.ts";
import { brokenProblems } from "./warnings.ts";

/** A judge with all that people labelled for it, over every prompt that has it. */
interface Measured {
  readonly scorer: Scorer;
  readonly judge: Judge;
  readonly labelled: LabelledCase[];
}

/** Nothing is logged: what was judged stands in the file of labels. */
const noLog: SampleLog = { append: () => {}, read: () => null, writeInOrder: () => "", close: () => {} };

/**
 * Runs the judges of a project over labels of people, and keeps how far they agree beside assay.yml. Throws a UserError
 * with every mistake in the labels before a call is made.
 *
 * @param file of labels, relative to the options' directory
 * @param wanted the one judge to measure; unset: all that have labels
 */
export async function calibrate(options: RunOptions, file: string, wanted?: string): Promise<CalibrationReport> {
  const { labels, problems } = readLabels(file, await readFileAt(options.directory, file));
  const repository = await openRepository(options.directory, { ...options.environment });
  try {
    const project = await loadProject(await repository.workingTree(), loadOptions(repository.prefix, options));
    const { plans: all, problems: mistakes } = planRun({
      changes: project.prompts.map(asNew),
      baseline: null,
      head: project,
      goalposts: project,
      fromBase: false,
      fork: false,
      factories: allFactories(options),
    });
    // Judges are asked, prompts are not.
    const plans = all.map((plan) => ({ ...plan, candidate: null }));
    const assigned = assignLabels(labels, plans, wanted);
    const told = [...problems, ...brokenProblems(project), ...mistakes, ...assigned.problems];
    if (told.length === 0 && assigned.judges.length === 0) throw new UserError(noLabels(file));
    throwProblems(told);
    const connection = await connectProviders(onlyAsking(plans, assigned.judges), project, repository.root, options);
    throwProblems(connection.problems);
    const warnings: string[] = [];
    const providers = Object.values(project.config.providers);
    const place = storePlace(repository.root, project.config);
    const store = openRunStore(place, providers, options, "calibrate", (warning) => warnings.push(warning));
    const settings = { ...project.config.run, ...callSettings(connection, project.config) };
    const executor = createExecutor(connection, settings, noLog, store?.journal ?? null, options);
    try {
      const now = (options.now ?? (() => new Date()))();
      const judges: CalibrationReport["judges"][number][] = [];
      for (const { scorer, judge, labelled } of assigned.judges) {
        const measured = await measureJudge(scorer, judge, labelled, executor, now);
        const path = posix.join(project.config.directory, calibrationPath(scorer.metric.name));
        if (measured.calibration.labels > 0) {
          await writeJson(join(repository.root, path), measured.calibration as unknown as object);
        }
        judges.push({ ...measured, path });
      }
      if (store !== null) warnings.push(...storeWarnings(store));
      const { made, cached } = executor.counts;
      return { judges, calls: { made, cached, failed: executor.failures.length }, warnings };
    } finally {
      executor.close();
      store?.store.close();
    }
  } finally {
    await repository.close();
  }
}

/** Every label to the judges that it is for; what fits none is told. */
function assignLabels(
  labels: readonly Label[],
  plans: readonly PromptPlan[],
  wanted: string | undefined,
): { readonly judges: readonly Measured[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const judges = new Map<string, Measured>();
  const known = [...new Set(plans.flatMap((plan) => judgesOf(plan).map(({ metric }) => metric.name)))];
  if (known.length === 0) problems.push({ message: "no scorer of this project is a judge", hint: addOne });
  else if (wanted !== undefined && !known.includes(wanted)) {
    problems.push({ message: `no judge is called ${quote(wanted)}`, hint: `Judges here: ${known.join(", ")}.` });
  }
  if (problems.length > 0) return { judges: [], problems };
  for (const label of labels) {
    const name = label.scorer ?? wanted;
    if (wanted !== undefined && name !== wanted) continue;
    const found = findPlan(label, plans);
    if ("message" in found) {
      problems.push({ ...found, place: label.place });
      continue;
    }
    const testCase = caseOf(label, found);
    const judged = judgesOf(found);
    const names = judged.map(({ metric }) => metric.name);
    const own = judged.filter((scorer) => isFor(label, scorer, name));
    const near = name === undefined || names.includes(name) ? null : nearest(name, names);
    if (testCase === null)
      problems.push({ message: `no case has the id ${quote(label.id)}`, place: label.place, hint: giveVars });
    else if (name !== undefined && !names.includes(name))
      problems.push({
        message: `no judge of this prompt is called ${quote(name)}`,
        hint: near === null ? `Judges here: ${names.join(", ")}.` : `Did you mean ${quote(near)}?`,
        place: label.place,
      });
    else if (own.length === 0)
      problems.push({ message: "no judge of this prompt is what it labels", place: label.place });
    for (const scorer of testCase === null ? [] : own) {
      const judge = scorer.judge as Judge;
      if (categoryOf(label, judge) === null) {
        const names = categoriesOf(judge).map((category) => category.name);
        const hint = `Labels for ${scorer.metric.name}: ${names.join(", ")}.`;
        problems.push({ message: `the label ${quote(label.label)} is none of the judge's`, hint, place: label.place });
        continue;
      }
      const entry = judges.get(scorer.metric.name) ?? { scorer, judge, labelled: [] };
      if (entry.judge.fingerprint !== judge.fingerprint) {
        const message = `two judges are called ${scorer.metric.name}, and they are not the same`;
        problems.push({ message, hint: "Give each a name of its own.", ...(scorer.place && { place: scorer.place }) });
        break;
      }
      entry.labelled.push({ label, testCase: testCase as Case });
      judges.set(scorer.metric.name, entry);
    }
    if (problems.length >= 20) break;
  }
  return { judges: [...judges.values()], problems: distinct(problems) };
}

function noLabels(path: string): Problem {
  const message = "there is no label for a judge of this project";
  return { message, hint: "prompt-assay review makes a file of labels.", place: { path } };
}

const addOne =
  "For example: scorers: [{ judge: { name: helpful, rubric: rubrics/helpful.md, model: openai/gpt-6-sol } }].";
const giveVars = "Name a case of the golden set, or give the label its own vars.";

function findPlan({ prompt }: Label, plans: readonly PromptPlan[]): PromptPlan | Pick<Problem, "message" | "hint"> {
  const candidates = plans.filter((plan) => judgesOf(plan).length > 0);
  const named =
    prompt === null ? candidates : plans.filter(({ change }) => [change.path, change.name].includes(prompt));
  const [plan] = named;
  if (plan !== undefined && (prompt !== null || named.length === 1)) return plan;
  if (prompt !== null) return { message: `no prompt is called ${quote(prompt)}` };
  return { message: "the label names no prompt, and several have judges", hint: 'Add "prompt": its path or name.' };
}

/** The golden set's case with what the label itself says of it. */
function caseOf({ id, own, place }: Label, plan: PromptPlan): Case | null {
  const found = plan.cases.find(({ testCase }) => testCase.id === id)?.testCase;
  if (found !== undefined) return { ...copyCase(found), ...own };
  if (own.vars === undefined) return null;
  const none = { expected: null, context: null, tags: [], weight: 1, cluster: null, scorers: [] };
  return { ...none, id, named: true, vars: own.vars, ...own, place };
}

function isFor({ shown }: Label, { metric, compare }: Scorer, name: string | undefined): boolean {
  const pairs = compare !== undefined;
  return (name === undefined || metric.name === name) && pairs === "baseline" in shown;
}

/** The plans with the judges that are measured alone: keys of the others are not needed. */
function onlyAsking(plans: readonly PromptPlan[], judges: readonly Measured[]): readonly PromptPlan[] {
  const names = judges.map(({ scorer }) => scorer.metric.name);
  return plans.map((plan) => ({
    ...plan,
    scorersFor: (testCase) => plan.scorersFor(testCase).filter(({ metric }) => names.includes(metric.name)),
  }));
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

async function readFileAt(directory: string, file: string): Promise<string> {
  try {
    return await readFile(resolve(directory, file), "utf8");
  } catch {
    throw new UserError({
      message: `cannot read the labels in ${quote(file)}`,
      hint: "prompt-assay review makes such a file.",
    });
  }
}

async function writeJson(path: string, value: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
