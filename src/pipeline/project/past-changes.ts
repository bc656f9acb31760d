import picomatch from "picomatch";
import type { History, PastCommit } from "../../changes/history.ts";
import { detectChanges } from "../../changes/pair-prompts.ts";
import type { Repository } from "../../changes/repository.ts";
import { createSimilarityPairing } from "../../changes/similarity.ts";
import type { Change, PromptVersion, Tree } from "../../model.ts";
import { changedParts } from "../../prompts/changed-parts.ts";
import { problemText } from "../warnings.ts";
import { createDependencyMatcher } from "./dependencies.ts";
import { loadConfig } from "./load-config.ts";
import { type LoadOptions, loadProject, type Project, rootGlobs } from "./load-project.ts";

/** A prompt that a commit changed, and where it stands today. */
export interface FoundPrompt {
  readonly change: Change;
  readonly pathToday: string;
}

/** A commit that changed how at least one prompt asks its model. */
export interface FoundChange {
  readonly commit: PastCommit;
  readonly before: Tree;
  readonly after: Tree;
  readonly prompts: readonly FoundPrompt[];
}

export interface PastChanges {
  /** The newest first. */
  readonly found: readonly FoundChange[];
  /** Commits that were looked at. */
  readonly seen: number;
  /** Whether the walk came to the end of what there is. */
  readonly ended: boolean;
  readonly warnings: readonly string[];
}

export interface SearchSettings {
  /** How many changes are wanted. */
  readonly last: number;
  readonly load: LoadOptions;
  readonly environment: NodeJS.ProcessEnv;
  /** Which prompts of a commit are wanted; unset: those whose call changed. */
  readonly wants?: (found: FoundPrompt) => boolean;
  /** Whether the first commit counts, which changed nothing and brought all. */
  readonly fromNothing?: boolean;
}

/** Further back nobody looks: a history without prompts must not keep us for hours. */
const mostCommits = 20_000;
const mostWarnings = 5;

/**
 * Walks back over a history until as many changes are found as are wanted. Most commits are told by their paths to be
 * none; of the others only the prompts that they touch are read, or all of them where assay.yml changed.
 */
export async function findPastChanges(
  repository: Repository,
  history: History,
  today: Project,
  { last, load, environment, wants = ({ change }) => change.kind === "changed", fromNothing = false }: SearchSettings,
): Promise<PastChanges> {
  const found: FoundChange[] = [];
  const warnings: string[] = [];
  const isPrompt = createMatcher(rootGlobs(today.config));
  // Files that a prompt includes, as far as they are known: a change of one may be a change of any prompt.
  const included = new Set(today.prompts.flatMap(({ version }) => filesOf(version)));
  const isDependency = createDependencyMatcher(today.config);
  const reaches = (path: string): boolean => included.has(path) || isDependency(path);
  const isConfig = (path: string): boolean => path === load.configPath || /(?:^|\/)assay\.ya?ml$/.test(path);
  // Where a prompt stood at the commit at hand → where it stands today.
  const moved = new Map<string, string>();
  let seen = 0;
  for await (const commit of history.commits) {
    if (found.length === last || seen === mostCommits) return finish(false);
    seen++;
    const counts = (path: string): boolean => isConfig(path) || isPrompt.matches(path) || reaches(path);
    if ((commit.parent === null && !fromNothing) || !commit.paths.some(counts)) continue;
    const touched = new Set(commit.paths);
    const anyPrompt = commit.paths.some((path) => isConfig(path) || reaches(path));
    const shows = (path: string): boolean => isConfig(path) || (anyPrompt ? isPrompt.matches(path) : touched.has(path));
    const before = commit.parent === null ? nothing : await repository.tree(commit.parent);
    const after = await repository.tree(commit.commit);
    const projects = await loadBoth(before, after, isPrompt, shows, { load, today });
    warnings.push(...projects.flatMap(troubles));
    const changes = await pair(projects, environment);
    const prompts = changes.map((change) => ({ change, pathToday: moved.get(change.path) ?? change.path }));
    for (const { change, pathToday } of prompts) {
      if (change.previousPath === null) continue;
      moved.delete(change.path);
      moved.set(change.previousPath, pathToday);
    }
    for (const { version } of projects.flatMap((project) => project.prompts)) {
      for (const path of filesOf(version)) included.add(path);
    }
    const changed = prompts.filter(wants);
    if (changed.length > 0) found.push({ commit, before, after, prompts: changed });
  }
  return finish(true);

  function finish(ended: boolean): PastChanges {
    const distinct = [...new Set(warnings)];
    const more = distinct.length - mostWarnings;
    const told = more > 0 ? [...distinct.slice(0, mostWarnings), `and ${more} more of this kind`] : distinct;
    return { found, seen, ended, warnings: told };
  }
}

/** Files that a prompt reads beside its own. */
function filesOf({ configuration, shared = {} }: PromptVersion): readonly string[] {
  return [...Object.keys(configuration.included), ...Object.keys(shared)];
}

/** Whether a commit brought a version of a prompt: another call, or another number for the same. */
export function bringsVersion({ change: { kind, baseline, candidate } }: FoundPrompt): boolean {
  if (candidate === null) return false;
  if (kind === "changed" || kind === "new" || kind === "repaired") return true;
  return baseline !== null && baseline.version.semanticVersion !== candidate.version.semanticVersion;
}

/** What there was before the first commit. */
const nothing: Tree = { label: "nothing", commit: null, entries: async () => [], read: async () => null };

interface Matcher {
  matches(path: string): boolean;
  add(globs: readonly string[]): void;
}

/** Grows on the way back: an older assay.yml may name other prompts. */
function createMatcher(first: readonly string[]): Matcher {
  const matchers = new Map<string, (path: string) => boolean>();
  const add = (globs: readonly string[]): void => {
    for (const glob of globs) if (!matchers.has(glob)) matchers.set(glob, picomatch(glob, { dot: true }));
  };
  add(first);
  return { add, matches: (path) => [...matchers.values()].some((matches) => matches(path)) };
}

type Sides = readonly [before: Project, after: Project];

/** Both sides of a commit, with nothing of them but what may have changed, and without golden sets. */
async function loadBoth(
  before: Tree,
  after: Tree,
  isPrompt: Matcher,
  shows: (path: string) => boolean,
  { load, today }: { readonly load: LoadOptions; readonly today: Project },
): Promise<Sides> {
  const later = { ...load, optional: true, fallbackConfig: today.config, callsOnly: true };
  const { config: own } = await loadConfig(after, later);
  const earlier = { ...later, fallbackConfig: own };
  const { config: base } = await loadConfig(before, earlier);
  for (const config of [own, base]) isPrompt.add(rootGlobs(config));
  // A rename out of the globs of one side must not hide a prompt.
  return [
    await loadProject(narrow(before, shows), { ...earlier, whole: before, furtherGlobs: rootGlobs(own) }),
    await loadProject(narrow(after, shows), { ...later, whole: after, furtherGlobs: rootGlobs(base) }),
  ];
}

/** A tree that lists only some of its files; what they include is read all the same. */
function narrow(tree: Tree, shows: (path: string) => boolean): Tree {
  return {
    label: tree.label,
    commit: tree.commit,
    entries: async () => (await tree.entries()).filter(({ path }) => shows(path)),
    read: (path) => tree.read(path),
  };
}

function pair([before, after]: Sides, environment: NodeJS.ProcessEnv): Promise<readonly Change[]> {
  return detectChanges({
    base: before.prompts,
    head: after.prompts,
    brokenAtBase: before.broken,
    changedParts,
    pairBySimilarity: createSimilarityPairing(before.tree, after.tree, environment),
  });
}

/** What could not be read of a revision, and so is no change that anybody sees. */
function troubles({ tree, broken, configWarnings }: Project): readonly string[] {
  const [first] = broken.flatMap(({ problems }) => problems);
  return [
    ...configWarnings.map(problemText),
    ...(first === undefined ? [] : [`At ${tree.label} a prompt cannot be read: ${problemText(first)}`]),
  ];
}
