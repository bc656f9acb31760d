import type { Problem } from "../model.ts";

/** What a shallow clone needs, wherever a commit is missing for that reason. */
const deepen = "set fetch-depth: 0 in actions/checkout, or run git fetch --unshallow.";

/** Hints on why a revision is unknown. */
export const revisionHints = {
  form: "Give a branch, a tag or a commit id.",
  ambiguous: "Several objects begin like this; give more characters of the commit id.",
  noCommit: "The current branch has no commit yet: commit the prompts once, then compare.",
  shallow: `This clone is shallow and lacks the commit; ${deepen}`,
  oneCommit:
    "This repository has one commit: there is no earlier version to compare with. Commit the change, or give --base HEAD to compare uncommitted edits.",
  shortHistory: (anchor: string) => `The history of ${anchor} does not reach back that far.`,
  remote: (name: string) => `Give the full name: ${name}.`,
  near: (name: string) => `Did you mean ${name}?`,
  absentCommit: "The commit is not in this clone; fetch the branch that contains it, with git fetch origin BRANCH.",
} as const;

/** The revision names no commit here. */
export const unknownRevision = (revision: string, hint: string): Problem => ({
  message: `unknown revision ${JSON.stringify(revision)}`,
  hint,
});

/** The command `git` cannot be started. */
export const gitMissing: Problem = {
  message: "git cannot be started",
  hint: "Install git 2.30 or newer, and make sure that it is in PATH.",
};

/** Why git would not open the folder, from what it wrote to standard error. */
export function cannotOpen(directory: string, complaint: string): Problem {
  const owned = /safe\.directory (?<root>.+)$/m.exec(complaint)?.groups?.["root"];
  if (owned !== undefined || complaint.includes("dubious ownership")) {
    return {
      message: `git refuses ${directory}, because it belongs to another user`,
      hint: `If you trust it, run: git config --global --add safe.directory ${owned ?? directory}`,
    };
  }
  if (complaint.includes("cannot change to")) {
    return { message: `no such folder: ${directory}`, hint: "Give a folder inside a git repository." };
  }
  if (/bare repository|must be run in a work tree/.test(complaint)) {
    return {
      message: `${directory} has no working tree`,
      hint: "Run it in a clone with its files checked out, not in a bare repository or the .git folder.",
    };
  }
  if (complaint.includes("not a git repository")) {
    return {
      message: `not a git repository: ${directory}`,
      hint: "Run it inside a clone; in a workflow, actions/checkout comes first.",
    };
  }
  return { message: `git cannot open ${directory}: ${complaint}`, hint: "Run git status there to see more." };
}

/** A command of git failed that works in every sound repository. */
export const gitFailed = (command: string, complaint: string): Problem => ({
  message: `git ${command} failed: ${complaint}`,
  hint: "Check the repository with git fsck.",
});

/** A note could not be written, from what git wrote to standard error. */
export const noteNotWritten = (complaint: string): Problem => ({
  message: `the note was not written: ${complaint}`,
  hint: /identity|tell me who you are|ident name|auto-detect/i.test(complaint)
    ? "Say who writes it: git config user.name NAME, and git config user.email ADDRESS."
    : "Check that git notes works in this clone.",
});

/** Further back there is nothing to be seen. */
export const shallowHistory = (label: string, commits: number): Problem => ({
  message: `only the last ${commits === 1 ? "commit" : `${commits} commits`} of ${label} ${commits === 1 ? "is" : "are"} known, because this clone is shallow`,
  hint: `To see further back, ${deepen}`,
});

/** Two commits have no merge base in this clone. */
export const noMergeBase = (one: string, other: string, shallow: boolean): Problem =>
  shallow
    ? {
        message: `this clone does not contain the merge base of ${one} and ${other}`,
        hint: `This clone is shallow and lacks the commit; ${deepen}`,
      }
    : {
        message: `${one} and ${other} have no common history`,
        hint: "Give a base that shares history with the head: --base REV.",
      };

/** Nothing tells which branch a change is compared with. */
export const noDefaultBranch = (shallow: boolean): Problem => ({
  message: "no default branch found: none of origin/HEAD, origin/main, origin/master, main, master is here",
  hint: shallow ? `Give the base with --base REV; this clone is shallow: ${deepen}` : "Give the base with --base REV.",
});

/** Nothing was ever committed. */
export const noCommit: Problem = { message: "the repository has no commit yet", hint: revisionHints.noCommit };

/** The file's content is kept outside git. */
export const storedInLfs = (path: string, label: string, onDisk: boolean): Problem => ({
  message: `at ${label}, ${path} is a Git LFS pointer; its content is not in git`,
  hint: onDisk
    ? "Run git lfs pull; better, keep prompts and golden sets out of Git LFS."
    : "Keep prompts and golden sets out of Git LFS: both versions are read from git itself.",
  place: { path },
});

/** The file is larger than what is read. */
export const tooLarge = (path: string, label: string, limit: number): Problem => ({
  message: `at ${label}, ${path} is larger than ${limit / 1024 / 1024} MiB`,
  hint: "Split the file.",
  place: { path },
});

/** An object of the commit is not in this clone, or damaged. */
export const unreadableObject = (path: string, label: string, complaint: string): Problem => ({
  message: `at ${label}, ${path} cannot be read from git: ${complaint}`,
  hint: "Where the clone is partial, clone without --filter; else check the repository with git fsck.",
  place: { path },
});

/** The operating system would not let us read the file. */
export const unreadableFile = (path: string, code: string): Problem => ({
  message: `${path} cannot be read: ${code}`,
  hint: "Check the file's permissions.",
  place: { path },
});
