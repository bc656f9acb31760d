import { openRepository } from "../changes/repository.ts";
import { createCodeRunner } from "../code/code-runner.ts";
import { onlyWatch } from "../gate/only-watch.ts";
import type { Change, PromptAtRevision, Report } from "../model.ts";
import { judgePlans } from "./judge-plans.ts";
import type { RunOptions } from "./options.ts";
import { planRun } from "./plan/plan-run.ts";
import { allFactories, loadBaseGoalposts, loadOptions } from "./project/find-changes.ts";
import { createGoldenMemory } from "./project/golden-memory.ts";
import { loadProject, type Project } from "./project/load-project.ts";
import { trustsHead } from "./project/trust.ts";
import { baseWarnings, brokenProblems, problemText } from "./warnings.ts";

/**
 * Runs the present version of every prompt over its golden set, against the absolute thresholds of assay.yml.
 * Throws a UserError with every mistake that must be mended before a call is made.
 */
export async function run(options: RunOptions): Promise<Report> {
  const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
  const code = createCodeRunner(options);
  const golden = createGoldenMemory();
  const load = { ...loadOptions(repository.prefix, options), golden };
  try {
    const head = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const project = await loadProject(head, load);
    const { goalpostsRevision, fork = false } = options;
    const base =
      options.goalposts === "base" && goalpostsRevision !== undefined ? await repository.tree(goalpostsRevision) : null;
    const judging = base !== null && !(await trustsHead(base, repository.prefix, options)) ? base : null;
    const fromBase = judging !== null;
    const goalposts = judging === null ? project : await loadBaseGoalposts(judging, project, { ...load, fork });
    const { plans, problems } = planRun({
      changes: project.prompts.map(asNew),
      baseline: null,
      head: project,
      goalposts,
      fromBase,
      fork,
      factories: allFactories(options),
      code,
    });
    const report = await judgePlans({
      command: "run",
      plans,
      problems: [...brokenProblems(project), ...problems],
      baseline: null,
      head,
      goalposts,
      goalpostsSource: fromBase ? "base" : "head",
      warnings: [...baseWarnings([goalposts], project), ...project.warnings.map(problemText), ...emptyWarning(project)],
      root: repository.root,
      checkOut: repository.checkOut,
      scope: options.scope ?? "",
      options,
    });
    return goalposts.config.watch ? onlyWatch(report) : report;
  } finally {
    golden.close();
    await code.close();
    await repository.close();
  }
}

/** A prompt to be judged alone: as if it had no baseline. */
export function asNew(prompt: PromptAtRevision): Change {
  const { name, path } = prompt.version;
  return {
    kind: "new",
    name,
    path,
    previousPath: null,
    parts: [],
    baseline: null,
    candidate: prompt,
    broken: null,
  };
}

/** Where there is no prompt at all: which globs were tried. One that does not hold is told as a mistake. */
export function emptyWarning(project: Project): readonly string[] {
  if (project.prompts.length > 0 || project.broken.length > 0) return [];
  return [`No prompt found: nothing matches ${project.globs.map((each) => each.glob).join(", ")}.`];
}
