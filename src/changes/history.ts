import { UserError } from "../errors.ts";
import { findDefaultBranch, shorten } from "./bases.ts";
import type { Git } from "./git.ts";
import { splitFields } from "./listing.ts";
import { noCommit } from "./problems.ts";
import { countCommits, resolveRevision } from "./revisions.ts";

/** What became of a branch, commit by commit. */
export interface History {
  /** As people name the branch. */
  readonly label: string;
  /** The full id of its newest commit. */
  readonly commit: string;
  /** The newest first; read page by page as they are asked for. */
  readonly commits: AsyncIterable<PastCommit>;
}

/** A commit as it came to its branch: what it changed against its first parent. */
export interface PastCommit {
  readonly commit: string;
  /** Null for the first commit, and for the oldest one that a shallow clone has. */
  readonly parent: string | null;
  /** The first line of its message. */
  readonly subject: string;
  readonly author: string;
  /** When it was written (ISO 8601, with the author's offset). */
  readonly date: string;
  /** Paths whose content differs from the first parent's; of a renamed file both. */
  readonly paths: readonly string[];
}

/** Commits that are read at once. */
const pageSize = 500;

/**
 * Each field ends with a NUL byte, and those of the header begin with a slash: no path does.
 * A line end stands between the header and the first path.
 */
const format = "--format=/%H %P%x00/%s%x00/%an%x00/%aI";

/** Nothing here renders a difference, asks for a signature or depends on what the repository configures. */
const flags = [
  "--first-parent",
  "-m",
  "--name-only",
  "-z",
  "--no-renames",
  "--no-relative",
  "--no-ext-diff",
  "--no-textconv",
  "--no-show-signature",
  "--no-notes",
  "--no-color",
  "--encoding=UTF-8",
];

/** The history of a branch by its first parents. Null: of the default branch, and where there is none, of HEAD. */
export async function openHistory(git: Git, revision: string | null): Promise<History> {
  if ((await countCommits(git)) === 0) throw new UserError(noCommit);
  const name = revision ?? (await findDefaultBranch(git)) ?? "HEAD";
  const commit = await resolveRevision(git, name);
  return { label: shorten(name), commit, commits: walkHistory(git, commit) };
}

async function* walkHistory(git: Git, head: string): AsyncGenerator<PastCommit> {
  for (let next: string | null = head; next !== null; ) {
    const output: string = await git.read(
      "log",
      ...flags,
      format,
      `--max-count=${pageSize}`,
      "--end-of-options",
      next,
      "--",
    );
    const page = readPage(splitFields(output));
    yield* page;
    next = page.at(-1)?.parent ?? null;
  }
}

function readPage(fields: readonly string[]): readonly PastCommit[] {
  const page: (PastCommit & { readonly paths: string[] })[] = [];
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? "";
    const last = page.at(-1);
    if (field.startsWith("/")) {
      const [commit = "", parent = ""] = field.slice(1).split(" ");
      const [subject = "", author = "", date = ""] = [1, 2, 3].map((ahead) => fields[at + ahead]?.slice(1) ?? "");
      at += 3;
      page.push({ commit, parent: parent === "" ? null : parent, subject, author, date, paths: [] });
    } else {
      last?.paths.push(last.paths.length === 0 ? field.replace(/^\n/, "") : field);
    }
  }
  return page;
}
