import { resolve as resolvePath } from "node:path";
import { UserError } from "../errors.ts";
import type { RemoteRepository, Tree } from "../model.ts";
import { findDefaultBase, findMergeBase } from "./bases.ts";
import { checkOut } from "./check-out.ts";
import { createGit } from "./git.ts";
import { type History, openHistory } from "./history.ts";
import { createObjectReader } from "./object-reader.ts";
import { cannotOpen } from "./problems.ts";
import { createRemoteTree, createRevisionTree } from "./revision-tree.ts";
import { isShallow, resolveRevision } from "./revisions.ts";
import { createWorkingTree } from "./working-tree.ts";

/** A git repository, read but never written, without hooks, filters or anything else that runs code. */
export interface Repository {
  /** Absolute. */
  readonly root: string;
  /** The folder that was opened, relative to the root; "" at the root. */
  readonly prefix: string;
  /** The full id of the commit that a revision names. */
  resolve(revision: string): Promise<string>;
  /** The files of a revision, from git's objects. */
  tree(revision: string): Promise<Tree>;
  /** The files on disk that are not ignored. */
  workingTree(): Promise<Tree>;
  /** The commit from which two histories went apart. */
  mergeBase(one: string, other: string): Promise<string>;
  /** The merge base of a head (null: HEAD) with the default branch. */
  defaultBase(head: string | null): Promise<{ commit: string; description: string }>;
  /** The branch that is checked out; null for a detached head. */
  branch(): Promise<string | null>;
  /** The commits of a branch, the newest first. Null: the default branch, and where there is none, HEAD. */
  history(revision: string | null): Promise<History>;
  /** Puts the files of a commit into an empty folder. */
  checkOut(commit: string, folder: string): Promise<void>;
  /** Whether the history of this clone was cut off. */
  isShallow(): Promise<boolean>;
  /** Ends the process that reads objects. */
  close(): Promise<void>;
}

/** Opens the repository that a folder belongs to. */
export async function openRepository(
  directory: string,
  environment: NodeJS.ProcessEnv = process.env,
  remote: RemoteRepository | null = null,
): Promise<Repository> {
  const folder = resolvePath(directory);
  const opened = createGit(folder, environment);
  // Asked for apart, because both may hold line ends.
  const [top, inside] = await Promise.all([
    opened.run("rev-parse", "--show-toplevel"),
    opened.run("rev-parse", "--show-prefix"),
  ]);
  if (top.exitCode !== 0) throw new UserError(cannotOpen(folder, top.complaint));
  const root = dropLineEnd(top.output);
  const prefix = dropLineEnd(inside.output).replace(/\/$/, "");
  const git = createGit(root, environment);
  const objects = createObjectReader(git);
  /** Commits that were found: git need not be asked whether they are there. */
  const commits = new Set<string>();
  const find = async (revision: string): Promise<string> => {
    const commit = commits.has(revision) ? revision : await resolveRevision(git, revision);
    commits.add(commit);
    return commit;
  };
  return {
    root,
    prefix,
    // A full id names itself, also of a commit that only the server has.
    resolve: (revision) => (remote !== null && isCommitId(revision) ? Promise.resolve(revision) : find(revision)),
    async tree(revision) {
      const found = await find(revision).catch((error: unknown) => error);
      if (typeof found === "string") return createRevisionTree(git, objects, found, remote);
      const tree = remote && isCommitId(revision) ? await createRemoteTree(objects, revision, remote) : null;
      if (tree === null) throw found;
      return tree;
    },
    workingTree: async () => createWorkingTree(git, objects, root),
    async mergeBase(one, other) {
      const askable = remote !== null && isCommitId(one) && isCommitId(other);
      // A history that was cut off may show a wrong one.
      const told = askable && (await isShallow(git)) ? await remote.mergeBase(one, other) : null;
      if (told !== null) return told;
      const found = await findMergeBase(git, one, other).catch((error: unknown) => error);
      if (typeof found === "string") return found;
      const asked = askable ? await remote.mergeBase(one, other) : null;
      if (asked === null) throw found;
      return asked;
    },
    defaultBase: (head) => findDefaultBase(git, head ?? "HEAD"),
    branch: async () => {
      const { exitCode, output } = await git.run("symbolic-ref", "--quiet", "--short", "HEAD");
      return exitCode === 0 ? dropLineEnd(output) : null;
    },
    history: (revision) => openHistory(git, revision),
    checkOut: (commit, folder) => checkOut(root, environment, commit, folder),
    isShallow: () => isShallow(git),
    close: () => objects.close(),
  };
}

function isCommitId(revision: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(revision);
}

/** A folder's name may itself begin or end with white space: only the line end goes. */
function dropLineEnd(output: string): string {
  return output.replace(/\r?\n$/, "");
}
