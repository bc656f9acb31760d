import { posix } from "node:path";
import { detectChanges } from "../../changes/pair-prompts.ts";
import { createSimilarityPairing } from "../../changes/similarity.ts";
import type { Change, Tree } from "../../model.ts";
import { changedParts } from "../../prompts/changed-parts.ts";
import { type ScorerFactories, scorerFactories } from "../../score/registry.ts";
import type { RunOptions } from "../options.ts";
import type { GoldenMemory } from "./golden-memory.ts";
import { type LoadOptions, loadProject, type Project, rootGlobs } from "./load-project.ts";
import { findMovedPrompts } from "./moved-prompts.ts";
import type { Revisions } from "./revisions.ts";

/** Both sides of a comparison, what judges it, and what changed between the sides. */
export interface ChangedProject {
  readonly baseline: Project;
  readonly head: Project;
  readonly goalposts: Project;
  readonly changes: readonly Change[];
  /** Prompts that were moved to where no glob looks. */
  readonly warnings: readonly string[];
}

/** Reads the projects of all three trees and pairs their prompts. */
export async function findChanges(
  revisions: Revisions,
  options: RunOptions,
  golden?: GoldenMemory,
): Promise<ChangedProject> {
  const shared = { ...loadOptions(revisions.repository.prefix, options), ...(golden && { golden }) };
  const own = await loadProject(revisions.head, shared);
  const baseline = await loadProject(revisions.baseline, {
    ...shared,
    optional: true,
    furtherGlobs: rootGlobs(own.config),
    fallbackConfig: own.config,
  });
  const globs = rootGlobs(baseline.config);
  // A prompt that a rename takes out of the head's globs is still found by the base's.
  const found = globs.every((glob) => rootGlobs(own.config).includes(glob))
    ? own
    : await loadProject(revisions.head, { ...shared, furtherGlobs: globs });
  const environment = { ...options.environment };
  const detect = (head: Project): Promise<readonly Change[]> =>
    detectChanges({
      base: baseline.prompts,
      head: head.prompts,
      brokenAtBase: baseline.broken,
      changedParts,
      pairBySimilarity: createSimilarityPairing(revisions.baseline, revisions.head, environment),
    });
  const changes = await detect(found);
  const { paths, warnings } = await findMovedPrompts(changes, revisions, environment);
  const head =
    paths.length === 0
      ? found
      : await loadProject(revisions.head, { ...shared, furtherGlobs: globs, furtherPaths: paths });
  const goalposts = await loadGoalposts(revisions, head, baseline, { ...shared, fork: options.fork ?? false });
  return { baseline, head, goalposts, changes: head === found ? changes : await detect(head), warnings };
}

/** How the trees of a run are read: where assay.yml is and which scorers there are. */
export function loadOptions(prefix: string, options: RunOptions): LoadOptions {
  return {
    directory: options.folder ?? prefix,
    ...(options.otherFolders === undefined ? {} : { otherFolders: options.otherFolders }),
    configPath: options.config === undefined ? null : posix.join(prefix, options.config),
    factories: allFactories(options),
  };
}

/** The built-in scorers and those that the library's caller registers. */
export function allFactories(options: RunOptions): ScorerFactories {
  return { ...scorerFactories, ...options.scorers };
}

async function loadGoalposts(
  { goalposts: tree, head: headTree, baseline: baselineTree }: Revisions,
  head: Project,
  baseline: Project,
  { fork, ...shared }: LoadOptions & { readonly fork: boolean },
): Promise<Project> {
  if (tree === headTree) return head;
  if (!fork && sameTree(tree, baselineTree)) return adoptConfig(baseline, head);
  return loadBaseGoalposts(tree, head, { ...shared, fork });
}

/** What judges at the base. A fork brings nothing to it, whatever the base's own settings lack. */
export async function loadBaseGoalposts(
  tree: Tree,
  head: Project,
  { fork, ...shared }: LoadOptions & { readonly fork: boolean },
): Promise<Project> {
  const options = { ...shared, optional: true };
  if (fork) return loadProject(tree, options);
  return adoptConfig(await loadProject(tree, { ...options, fallbackConfig: head.config }), head);
}

/** A first run: where the base has no assay.yml that holds, the head's settings are used, and cannot fail. */
function adoptConfig(goalposts: Project, head: Project): Project {
  return goalposts.config.path === null ? { ...goalposts, config: { ...head.config, path: null } } : goalposts;
}

function sameTree(left: Tree, right: Tree): boolean {
  return left === right || (left.commit !== null && left.commit === right.commit);
}
