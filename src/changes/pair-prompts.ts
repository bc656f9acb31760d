import type { BrokenPrompt, CallConfiguration, Change, Part, PromptAtRevision } from "../model.ts";

/** The prompts of two revisions, and how to compare them. */
export interface ChangeInput {
  readonly base: readonly PromptAtRevision[];
  readonly head: readonly PromptAtRevision[];
  readonly brokenAtBase: readonly BrokenPrompt[];
  readonly changedParts: (before: CallConfiguration, after: CallConfiguration) => readonly Part[];
  /** Path at the head → path at the base, one to one. */
  readonly pairBySimilarity: (
    deleted: readonly string[],
    added: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
}

/** What a prompt may be compared with: a file that does not parse has no name, but a path and a content. */
type Baseline = PromptAtRevision | BrokenPrompt;

const isReadable = (baseline: Baseline): baseline is PromptAtRevision => "version" in baseline;

/** What happened to every prompt: by the path at the head, then the deleted ones by the path at the base. */
export async function detectChanges(input: ChangeInput): Promise<readonly Change[]> {
  const pairs = await pairPrompts(input);
  const present = sortByPath(input.head).map((candidate) => {
    const baseline = pairs.get(candidate.version.path);
    if (baseline === undefined) return { ...unpaired, kind: "new" as const, ...identify(candidate), candidate };
    return isReadable(baseline)
      ? compare(baseline, candidate, input.changedParts)
      : describeRepair(baseline, candidate);
  });
  const paired = new Set(pairs.values());
  const deleted = sortByPath(input.base)
    .filter((baseline) => !paired.has(baseline))
    .map((baseline) => ({ ...unpaired, kind: "deleted" as const, ...identify(baseline), baseline }));
  return [...present, ...deleted];
}

/** Path at the head → its baseline: by path, then by written name, then by similarity. */
async function pairPrompts(input: ChangeInput): Promise<ReadonlyMap<string, Baseline>> {
  const added = new Map(sortByPath(input.head).map((prompt) => [prompt.version.path, prompt]));
  const removed = new Map<string, Baseline>([
    ...input.brokenAtBase.map((prompt) => [prompt.path, prompt] as const),
    ...sortByPath(input.base).map((prompt) => [prompt.version.path, prompt] as const),
  ]);
  const pairs = new Map<string, Baseline>();
  const pair = (headPath: string, basePath: string | undefined) => {
    const baseline = removed.get(basePath ?? "");
    if (basePath === undefined || baseline === undefined || !added.delete(headPath)) return;
    removed.delete(basePath);
    pairs.set(headPath, baseline);
  };

  for (const path of [...added.keys()]) pair(path, path);

  const removedNames = findUniqueNames([...removed.values()].filter(isReadable));
  for (const [name, path] of findUniqueNames([...added.values()])) pair(path, removedNames.get(name));

  if (added.size > 0 && removed.size > 0) {
    const similar = await input.pairBySimilarity([...removed.keys()].sort(), [...added.keys()]);
    for (const [headPath, basePath] of similar) pair(headPath, basePath);
  }
  return pairs;
}

/** Written name → path, for names that stand in one file only. */
function findUniqueNames(prompts: readonly PromptAtRevision[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { version } of prompts) {
    if (!version.named) continue;
    if (paths.has(version.name)) repeated.add(version.name);
    paths.set(version.name, version.path);
  }
  for (const name of repeated) paths.delete(name);
  return paths;
}

const unpaired = { previousPath: null, parts: [], baseline: null, candidate: null, broken: null } as const;

function compare(
  baseline: PromptAtRevision,
  candidate: PromptAtRevision,
  changedParts: ChangeInput["changedParts"],
): Change {
  const asksTheSame = baseline.version.fingerprint === candidate.version.fingerprint;
  const parts = asksTheSame ? [] : [...changedParts(baseline.version.configuration, candidate.version.configuration)];
  if (baseline.goldenHash !== candidate.goldenHash) parts.push("golden");
  if (baseline.scorersHash !== candidate.scorersHash) parts.push("scorers");
  const previousPath = findPreviousPath(baseline.version.path, candidate);
  const untouched = previousPath === null ? "unchanged" : "renamed";
  const kind = asksTheSame ? (parts.length > 0 ? "judging" : untouched) : "changed";
  return { kind, ...identify(candidate), previousPath, parts, baseline, candidate, broken: null };
}

function describeRepair(broken: BrokenPrompt, candidate: PromptAtRevision): Change {
  const previousPath = findPreviousPath(broken.path, candidate);
  return { ...unpaired, kind: "repaired", ...identify(candidate), previousPath, candidate, broken };
}

function findPreviousPath(path: string, candidate: PromptAtRevision): string | null {
  return path === candidate.version.path ? null : path;
}

function identify({ version }: PromptAtRevision): Pick<Change, "name" | "path"> {
  return { name: version.name, path: version.path };
}

function sortByPath(prompts: readonly PromptAtRevision[]): readonly PromptAtRevision[] {
  return prompts.toSorted((one, other) => (one.version.path < other.version.path ? -1 : 1));
}
