import { createCodeRunner } from "../code/code-runner.ts";
import { formatPlace } from "../errors.ts";
import { onlyWatch } from "../gate/only-watch.ts";
import type { Report, Tree } from "../model.ts";
import { judgePlans } from "./judge-plans.ts";
import { cacheOf } from "./kept/run-store.ts";
import type { RunOptions } from "./options.ts";
import { planRun } from "./plan/plan-run.ts";
import { changesToPlan, planVariants } from "./plan/plan-variants.ts";
import { choosePrompts } from "./project/choose-prompts.ts";
import { allFactories, findChanges } from "./project/find-changes.ts";
import { describeGoalpostChanges } from "./project/goalpost-changes.ts";
import { createGoldenMemory } from "./project/golden-memory.ts";
import { describeGuardChanges } from "./project/guard-changes.ts";
import { describeJudgeChanges } from "./project/judge-changes.ts";
import { openRevisions, type Revisions } from "./project/revisions.ts";
import { applyTrust } from "./project/trust.ts";
import { applyAcceptances, readAccepted } from "./reports/apply-acceptances.ts";
import { baseWarnings, brokenProblems, projectWarnings } from "./warnings.ts";

/**
 * Runs both versions of every changed prompt over its golden set, compares and decides.
 * Throws a UserError with every mistake that must be mended before a call is made.
 */
export async function compare(options: RunOptions): Promise<Report> {
  const revisions = await openTrusted(options);
  const code = createCodeRunner(options);
  const golden = createGoldenMemory();
  try {
    const [project, branch] = await Promise.all([
      findChanges(revisions, options, golden),
      options.scope === undefined ? revisions.repository.branch() : null,
    ]);
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
    const folder = cacheOf(project.goalposts.config) ?? ".assay";
    const committed = revisions.head.commit !== null && (await holdsStore(revisions.head, folder));
    const { acceptances, lapsed } = readAccepted(
      project.goalposts.config.accepted,
      (options.now ?? (() => new Date()))(),
    );
    const report = await judgePlans({
      command: "compare",
      plans: varied.plans,
      problems: [...brokenProblems(project.head), ...problems],
      baseline: revisions.baseline,
      head: revisions.head,
      goalposts: project.goalposts,
      goalpostsSource: revisions.goalpostsSource,
      warnings: [
        ...(options.restricted ? await describeGuardChanges(revisions.baseline, revisions.head) : []),
        ...goalpostChanges,
        ...judgeChanges,
        ...baseWarnings([project.baseline, project.goalposts], project.head),
        ...project.warnings,
        ...projectWarnings(project.head, choice.varied.length > 0 ? changes : project.changes),
        ...varied.warnings,
        ...lapsed.map(({ place, until }) => `${formatPlace(place)}: the accepted regression lapsed on ${until}`),
        ...(committed ? [committedStore(folder)] : []),
      ],
      root: revisions.repository.root,
      checkOut: revisions.repository.checkOut,
      scope: options.scope ?? `branch ${branch ?? "of a detached head"}`,
      options: committed && options.store === undefined ? { ...options, store: false } : options,
    });
    const settled = applyAcceptances(report, acceptances);
    return project.goalposts.config.watch ? onlyWatch(settled) : settled;
  } finally {
    golden.close();
    await code.close();
    await revisions.repository.close();
  }
}

async function openTrusted(options: RunOptions): Promise<Revisions> {
  const revisions = await openRevisions(options);
  try {
    return await applyTrust(revisions, options);
  } catch (error) {
    await revisions.repository.close();
    throw error;
  }
}

/** Told where a committed store is left alone. */
export function committedStore(folder: string): string {
  return `the folder ${folder} is committed, so it is not used as the store; remove it from git`;
}

/** Whether the revision brings a store with it. */
export async function holdsStore(tree: Tree, folder: string): Promise<boolean> {
  return (await tree.entries()).some((entry) => entry.path.startsWith(`${folder}/`));
}
