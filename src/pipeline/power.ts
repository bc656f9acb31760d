import { openRepository } from "../changes/repository.ts";
import { nearest, quote, throwProblems, UserError } from "../errors.ts";
import type { PowerReport, PromptAtRevision } from "../model.ts";
import { effectiveCases } from "../stats/weights.ts";
import { loadOptions } from "./find-changes.ts";
import { type PowerPlan, tellPower, usualPassRate } from "./golden-power.ts";
import { loadProject, type Project } from "./load-project.ts";
import type { RunOptions } from "./options.ts";
import { metricsOfPrompt, smallestMargin } from "./prompt-metrics.ts";
import { emptyWarning } from "./run.ts";
import { brokenProblems, problemText } from "./warnings.ts";

/** What is planned for, where it is not what the project says. */
export interface PowerWishes {
  /** Name or path of a prompt; unset: all. */
  readonly prompt?: string;
  /** Of the baseline, above 0 and at most 1. */
  readonly passRate?: number;
  readonly trials?: number;
  /** Tolerated loss that is to be told, above 0 and at most 1. */
  readonly margin?: number;
}

/** What the golden sets of a project can tell. Makes no call and needs no key. */
export async function power(options: RunOptions, wishes: PowerWishes): Promise<PowerReport> {
  const repository = await openRepository(options.directory, { ...options.environment });
  try {
    const tree = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const project = await loadProject(tree, loadOptions(repository.prefix, options));
    const prompts = choosePrompts(project, wishes.prompt);
    const problems = project.problems.filter(
      ({ prompt }) => prompt === null || prompts.some(({ version }) => version.path === prompt),
    );
    const broken = wishes.prompt === undefined ? brokenProblems(project) : [];
    throwProblems([...broken, ...problems.map(({ problem }) => problem)]);
    const plans = prompts.map((prompt) => planPower(prompt, project, options, wishes));
    return {
      schemaVersion: 1,
      sets: plans.map((plan) => tellPower(plan, plans.length)),
      warnings: [...project.warnings.map(problemText), ...emptyWarning(project)],
    };
  } finally {
    await repository.close();
  }
}

function choosePrompts(project: Project, wanted: string | undefined): readonly PromptAtRevision[] {
  const { prompts, broken } = project;
  if (wanted === undefined) return prompts;
  const chosen = prompts.filter(({ version }) => version.name === wanted || version.path === wanted);
  if (chosen.length > 0) return chosen;
  throwProblems(broken.filter(({ path }) => path === wanted).flatMap(({ problems }) => problems));
  const names = prompts.map(({ version }) => version.name);
  const near = nearest(wanted, [...names, ...prompts.map(({ version }) => version.path)]);
  const known = names.length === 0 ? "There is none here." : `Prompts here: ${names.slice(0, 20).join(", ")}.`;
  throw new UserError({
    message: `no prompt is called ${quote(wanted)}`,
    hint: near === null ? known : `Did you mean ${near}?`,
  });
}

function planPower(
  prompt: PromptAtRevision,
  project: Project,
  options: RunOptions,
  { passRate = usualPassRate, trials, margin }: PowerWishes,
): PowerPlan {
  const { config } = project;
  const { name, path } = prompt.version;
  const metrics = metricsOfPrompt(prompt, project, options);
  const own = smallestMargin(metrics, config.gate);
  const count = metrics.gating.length;
  const notes = [
    ...(own === null ? ["No score decides here: the numbers hold for a pass rate."] : []),
    ...(count > 1 ? [`${count} metrics decide: the correction for chance makes a drop of one harder to find.`] : []),
    ...(config.gate.scope === "population"
      ? ["gate.scope is population: the numbers hold for these cases; about cases like these, trials tell less."]
      : []),
  ];
  return {
    name,
    path,
    cases: prompt.golden.cases.length,
    effectiveCases: effectiveCases(prompt.golden.cases.map(({ weight }) => weight)),
    passRate,
    margin: margin ?? own ?? config.gate.margin,
    settings: {
      ...config,
      run: { ...config.run, ...(trials === undefined ? {} : { trials }) },
      gate: { ...config.gate, ...(margin === undefined ? {} : { margin }) },
    },
    notes,
  };
}
