import { UserError } from "../errors.ts";
import type { Git } from "./git.ts";
import { noCommit, noDefaultBranch, noMergeBase } from "./problems.ts";
import { countCommits, isShallow, resolveRevision } from "./revisions.ts";

/** Where a default branch may stand, the surest first. */
const defaultBranches = [
  "refs/remotes/origin/HEAD",
  "refs/remotes/origin/main",
  "refs/remotes/origin/master",
  "refs/heads/main",
  "refs/heads/master",
];

/** The commit from which two histories went apart. */
export async function findMergeBase(git: Git, one: string, other: string): Promise<string> {
  const commits = await Promise.all([resolveRevision(git, one), resolveRevision(git, other)]);
  const { output, exitCode } = await git.run("merge-base", ...commits);
  if (exitCode === 0) return output.trim();
  throw new UserError(noMergeBase(shorten(one), shorten(other), await isShallow(git)));
}

/** The merge base with the default branch; on that branch itself it is the head. */
export async function findDefaultBase(git: Git, head: string): Promise<{ commit: string; description: string }> {
  if ((await countCommits(git)) === 0) throw new UserError(noCommit);
  const branch = await findDefaultBranch(git);
  if (branch === null) throw new UserError(noDefaultBranch(await isShallow(git)));
  return { commit: await findMergeBase(git, head, branch), description: `merge base with ${shorten(branch)}` };
}

/** The default branch, by its full name, since a tag may have the same short one; null where none is found. */
export async function findDefaultBranch(git: Git): Promise<string | null> {
  const output = await git.read("for-each-ref", "--format=%(refname) %(symref)", ...defaultBranches);
  const targets = new Map(
    output.split("\n").map((line): [name: string, target: string] => {
      const [name = "", target = ""] = line.split(" ");
      return [name, target];
    }),
  );
  const branch = defaultBranches.find((name) => targets.has(name));
  return branch === undefined ? null : targets.get(branch) || branch;
}

/** As people write it: a branch without its folder, the first digits of a commit id. */
export function shorten(revision: string): string {
  return revision.replace(/^refs\/(?:heads|remotes)\//, "").replace(/^([0-9a-f]{7})[0-9a-f]{33,}$/, "$1");
}
