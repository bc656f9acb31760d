import type { Report, Tree } from "../model.ts";
import { allFactories, findChanges } from "./find-changes.ts";
import { describeGoalpostChanges } from "./goalpost-changes.ts";
import { createGoldenMemory } from "./golden-memory.ts";
import { judgePlans } from "./judge-plans.ts";
import type { RunOptions } from "./options.ts";
import { planRun } from "./plan-run.ts";
import { openRevisions } from "./revisions.ts";
import { baseWarnings, brokenProblems, projectWarnings } from "./warnings.ts";

/**
 * Runs both versions of every changed prompt over its golden set, compares and decides.
 * Throws a UserError with every mistake that must be mended before a call is made.
 */
export async function compare(options: RunOptions): Promise<Report> {
  const revisions = await openRevisions(options);
  const golden = createGoldenMemory();
  try {
    const project = await findChanges(revisions, options, golden);
    const fromBase = revisions.goalpostsSource === "base";
    const fork = options.fork ?? false;
    const { plans, problems } = planRun({ ...project, fromBase, fork, factories: allFactories(options) });
    const goalpostChanges = fromBase ? describeGoalpostChanges(project.goalposts.config, project.head.config) : [];
    // What is committed came with somebody's checkout: nobody knows who wrote it.
    const committed = revisions.head.commit !== null && (await holdsStore(revisions.head));
    return await judgePlans({
      command: "compare",
      plans,
      problems: [...brokenProblems(project.head), ...problems],
      baseline: revisions.baseline,
      head: revisions.head,
      goalposts: project.goalposts,
      goalpostsSource: revisions.goalpostsSource,
      warnings: [
        ...goalpostChanges,
        ...baseWarnings([project.baseline, project.goalposts], project.head),
        ...projectWarnings(project.head, project.changes),
        ...(committed ? ["the folder .assay is committed, so it is not used as the store; remove it from git"] : []),
      ],
      root: revisions.repository.root,
      scope: options.scope ?? `branch ${(await revisions.repository.branch()) ?? "of a detached head"}`,
      options: committed && options.store === undefined ? { ...options, store: false } : options,
    });
  } finally {
    golden.close();
    await revisions.repository.close();
  }
}

async function holdsStore(tree: Tree): Promise<boolean> {
  return (await tree.entries()).some((entry) => entry.path.startsWith(".assay/"));
}
