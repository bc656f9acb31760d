import { nearest, UserError } from "../errors.ts";
import type { Git } from "./git.ts";
import { revisionHints, unknownRevision } from "./problems.ts";

/** The full id of the commit that a revision names; a UserError that says why where it names none. */
export async function resolveRevision(git: Git, revision: string): Promise<string> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  if (!/^[^-\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f]*$/.test(revision)) {
    throw new UserError(unknownRevision(revision, revisionHints.form));
  }
  const { output, complaint } = await git.run("rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`);
  // `^main` is understood, too, but names no commit.
  const commit = /^[0-9a-f]{40,64}$/.exec(output.trim())?.[0];
  if (commit !== undefined) return commit;
  throw new UserError(unknownRevision(revision, await explain(git, revision, complaint)));
}

/** Whether the history of this clone was cut off. */
export async function isShallow(git: Git): Promise<boolean> {
  return (await git.read("rev-parse", "--is-shallow-repository")).trim() === "true";
}

/** How many commits there are, but no more than two are counted. */
export async function countCommits(git: Git): Promise<number> {
  return Number(await git.read("rev-list", "--count", "--max-count=2", "--all"));
}

async function explain(git: Git, revision: string, complaint: string): Promise<string> {
  if (/is ambiguous/.test(complaint)) return revisionHints.ambiguous;
  const [commits, shallow, names] = await Promise.all([countCommits(git), isShallow(git), listNames(git)]);
  if (commits === 0 || revision === "HEAD") return revisionHints.noCommit;
  const remote = names.find((name) => name.endsWith(`/${revision}`));
  if (remote !== undefined) return revisionHints.remote(remote);
  if (shallow) return revisionHints.shallow;
  // In `main~3`, `main^` and `main@{1}`, main is the anchor; without one it is HEAD.
  const anchor = /^(?<anchor>[^~^@:]*)[~^@:]/.exec(revision)?.groups?.["anchor"];
  if (anchor !== undefined && (anchor === "" || anchor === "HEAD" || names.includes(anchor))) {
    return commits === 1 ? revisionHints.oneCommit : revisionHints.shortHistory(anchor || "HEAD");
  }
  const near = nearest(anchor ?? revision, names);
  if (near !== null) return revisionHints.near(near);
  return /^[0-9a-f]{7,64}$/.test(revision) ? revisionHints.absentCommit : revisionHints.form;
}

async function listNames(git: Git): Promise<readonly string[]> {
  const output = await git.read("for-each-ref", "--format=%(refname:short)");
  return output.split("\n").filter((name) => name !== "");
}
