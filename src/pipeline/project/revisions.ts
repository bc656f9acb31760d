import type { Repository } from "../../changes/repository.ts";
import { openRepository } from "../../changes/repository.ts";
import { underlay } from "../../changes/underlay.ts";
import type { GoalpostsSource, Tree } from "../../model.ts";
import type { RunOptions } from "../options.ts";

/** The trees of a comparison. */
export interface Revisions {
  readonly repository: Repository;
  readonly baseline: Tree;
  readonly head: Tree;
  /** What judges is read from here. */
  readonly goalposts: Tree;
  readonly goalpostsSource: GoalpostsSource;
  /** How the baseline was chosen, for the report. */
  readonly baselineDescription: string;
}

/** Opens the repository and finds the three trees; the caller closes `repository`. */
export async function openRevisions(options: RunOptions): Promise<Revisions> {
  const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
  try {
    const { underlay: beneath } = options;
    const lay = (tree: Tree): Tree => (beneath === undefined ? tree : underlay(tree, beneath));
    const head = lay(options.head === undefined ? await repository.workingTree() : await repository.tree(options.head));
    const base = await findBase(repository, head, options);
    const baseline = lay(await repository.tree(base.commit));
    const goalpostsSource = options.goalposts ?? "head";
    const goalposts =
      goalpostsSource === "head"
        ? head
        : options.goalpostsRevision === undefined
          ? baseline
          : lay(await repository.tree(options.goalpostsRevision));
    return { repository, baseline, head, goalposts, goalpostsSource, baselineDescription: base.description };
  } catch (error) {
    await repository.close();
    throw error;
  }
}

async function findBase(
  repository: Repository,
  head: Tree,
  options: RunOptions,
): Promise<{ readonly commit: string; readonly description: string }> {
  if (options.base === undefined) return repository.defaultBase(head.commit);
  const commit = await repository.resolve(options.base);
  if (!options.fromMergeBase) return { commit, description: options.base };
  return {
    commit: await repository.mergeBase(commit, head.commit ?? "HEAD"),
    description: `merge base with ${options.base}`,
  };
}
