import { createCodeRunner } from "../code/code-runner.ts";
import type { Report, Tree } from "../model.ts";
import { choosePrompts } from "./choose-prompts.ts";
import { allFactories, findChanges } from "./find-changes.ts";
import { describeGoalpostChanges } from "./goalpost-changes.ts";
import { describeJudgeChanges } from "./judge-changes.ts";
import { judgePlans } from "./judge-plans.ts";
import type { RunOptions } from "./options.ts";
import { planRun } from "./plan-run.ts";
import { changesToPlan, planVariants } from "./plan-variants.ts";
import { openRevisions } from "./revisions.ts";
import { baseWarnings, brokenProblems, projectWarnings } from "./warnings.ts";

/**
 * Runs both versions of every changed prompt over its golden set, compares and decides.
 * Throws a UserError with every mistake that must be mended before a call is made.
 */
export async function compare(options: RunOptions): Promise<Report> {
  const revisions = await openRevisions(options);
  const code = createCodeRunner(options);
  try {
    const project = await findChanges(revisions, options);
    const fromBase = revisions.goalpostsSource === "base";
    const fork = options.fork ?? false;
    const choice = choosePrompts(project.changes, project.goalposts, options);
    const changes = changesToPlan(choice);
    const factories = allFactories(options);
    const { plans, problems } = planRun({ ...project, changes, fromBase, fork, factories, code });
    const varied = planVariants(plans, choice);
    const goalpostChanges = fromBase ? describeGoalpostChanges(project.goalposts.config, project.head.config) : [];
    const { baseline, head, goalposts } = project;
    const judgeChanges = [
      { before: baseline, after: goalposts, consequence: "both versions are judged by the new one" },
      ...(fromBase ? [{ before: goalposts, after: head, consequence: "the change is not applied here" }] : []),
    ].flatMap((revisions) => describeJudgeChanges(revisions, factories));
    // What is committed came with somebody's checkout: nobody knows who wrote it.
    const committed = revisions.head.commit !== null && (await holdsStore(revisions.head));
    return await judgePlans({
      command: "compare",
      plans: varied.plans,
      problems: [...brokenProblems(project.head), ...problems],
      baseline: revisions.baseline,
      head: revisions.head,
      goalposts: project.goalposts,
      goalpostsSource: revisions.goalpostsSource,
      warnings: [
        ...goalpostChanges,
        ...judgeChanges,
        ...baseWarnings([project.baseline, project.goalposts], project.head),
        ...projectWarnings(project.head, choice.varied.length > 0 ? changes : project.changes),
        ...varied.warnings,
        ...(committed ? [committedStore] : []),
      ],
      root: revisions.repository.root,
      checkOut: revisions.repository.checkOut,
      scope: options.scope ?? `branch ${(await revisions.repository.branch()) ?? "of a detached head"}`,
      options: committed && options.store === undefined ? { ...options, store: false } : options,
    });
  } finally {
    await code.close();
    await revisions.repository.close();
  }
}

/** Told where a committed store is left alone. */
export const committedStore = "the folder .assay is committed, so it is not used as the store; remove it from git";

/** Whether the revision brings a store with it. */
export async function holdsStore(tree: Tree): Promise<boolean> {
  return (await tree.entries()).some((entry) => entry.path.startsWith(".assay/"));
}
