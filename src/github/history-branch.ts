import pLimit from "p-limit";
import { UserError } from "../errors.ts";
import { attempt, isFailure, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import type { Repository } from "./event.ts";
import { type GitHubFailure, UnreadableAnswer } from "./failure.ts";

/** The branch on which the history is kept: it shares nothing with the others. */
export const historyBranch = "assay-history";

/** How often a change is made anew because somebody else wrote meanwhile. */
const mostRaces = 8;

/** Characters of files that go within one request. */
const mostInTree = 8_000_000;

/** Files that are read at once. */
const mostReads = 8;

interface TreeEntry {
  readonly path: string;
  readonly mode: "100644";
  readonly type: "blob";
  readonly sha?: string | null;
  readonly content?: string;
}

interface Tip {
  readonly commit: string;
  readonly tree: string;
  readonly files: ReadonlyMap<string, string>;
  /** Of all files, those among them that only people look at. */
  readonly paths: ReadonlySet<string>;
}

interface Edit<T> {
  /** Files to write, and to remove where null. */
  readonly changes: ReadonlyMap<string, string | null>;
  readonly result: T;
}

/** A history on a branch, read and written through GitHub's API: no checkout, and nothing is ever pushed by force. */
export interface HistoryBranch {
  readonly label: string;
  read(): Promise<ReadonlyMap<string, string>>;
  /** `rewrite`: the branch starts anew with one commit, so that what is gone cannot be found behind it. */
  update<T>(message: string, edit: (files: ReadonlyMap<string, string>) => Edit<T>, rewrite?: boolean): Promise<T>;
}

/** Opens the history. Throws a UserError where GitHub refuses: a night that cannot be kept must not look like one. */
export function openHistoryBranch(
  connect: () => Promise<GitHubClient>,
  { owner, name: repo }: Repository,
  sleep: Sleep,
): HistoryBranch {
  const ask = async <T>(question: (client: GitHubClient) => Promise<T>): Promise<T | GitHubFailure> => {
    const client = await connect();
    return attempt(() => question(client), sleep);
  };
  const must = async <T>(question: (client: GitHubClient) => Promise<T>): Promise<T> => {
    const answer = await ask(question);
    if (isFailure(answer)) throw notKept(answer);
    return answer;
  };

  const readTip = async (): Promise<Tip | null> => {
    const ref = await ask((client) => client.rest.git.getRef({ owner, repo, ref: `heads/${historyBranch}` }));
    if (isFailure(ref)) {
      // No branch yet, or one that was deleted: a history begins.
      if (ref.reason === "not-found") return null;
      throw notKept(ref);
    }
    const commit = readSha(ref.data.object);
    const tree = await must(async (client) => {
      const { data } = await client.rest.git.getCommit({ owner, repo, commit_sha: commit });
      return readSha(data.tree);
    });
    const entries = await must(async (client) => {
      const { data } = await client.rest.git.getTree({ owner, repo, tree_sha: tree, recursive: "1" });
      if (!Array.isArray(data?.tree)) throw new UnreadableAnswer("GitHub's list of files cannot be read");
      return data.tree.filter(({ type }) => type === "blob");
    });
    const limit = pLimit(mostReads);
    const readFile = (sha: string): Promise<string> =>
      must(async (client) => {
        const { data } = await client.rest.git.getBlob({ owner, repo, file_sha: sha });
        if (data?.encoding !== "base64") throw new UnreadableAnswer("GitHub's answer with a file cannot be read");
        return Buffer.from(data.content, "base64").toString("utf8");
      });
    const lines = entries.filter(({ path }) => path.endsWith(".jsonl"));
    const files = new Map(
      await Promise.all(lines.map(async ({ path, sha }) => [path, await limit(readFile, sha)] as const)),
    );
    return { commit, tree, files, paths: new Set(entries.map(({ path }) => path)) };
  };

  const writeTree = async (changes: Edit<unknown>["changes"], base: Tip | null): Promise<string> => {
    const tree: TreeEntry[] = [];
    let room = mostInTree;
    for (const [path, text] of changes) {
      const entry = { path, mode: "100644", type: "blob" } as const;
      if (text === null) {
        // GitHub refuses to remove what is not there.
        if (base?.paths.has(path)) tree.push({ ...entry, sha: null });
        continue;
      }
      // In one request as far as it goes: GitHub counts what makes content, and bears some eighty of it a minute.
      if (text.length <= room) {
        room -= text.length;
        tree.push({ ...entry, content: text });
        continue;
      }
      const content = Buffer.from(text).toString("base64");
      const sha = await must(async (client) => {
        const { data } = await client.rest.git.createBlob({ owner, repo, content, encoding: "base64" });
        return readSha(data);
      });
      tree.push({ ...entry, sha });
    }
    return must(async (client) => {
      const { data } = await client.rest.git.createTree({
        owner,
        repo,
        tree,
        ...(base === null ? {} : { base_tree: base.tree }),
      });
      return readSha(data);
    });
  };

  /** Whether the branch now stands at the commit; false where somebody else was faster. */
  const moveTo = async (commit: string, from: string | null, force: boolean): Promise<boolean> => {
    const ref = `heads/${historyBranch}`;
    const moved = await ask(async (client) => {
      if (from === null) await client.rest.git.createRef({ owner, repo, ref: `refs/${ref}`, sha: commit });
      else await client.rest.git.updateRef({ owner, repo, ref, sha: commit, force });
      return commit;
    });
    if (!isFailure(moved)) return true;
    // An answer that was lost may belong to a move that was made.
    if (moved.reason === "rejected" || moved.reason === "not-found") return (await readTipCommit()) === commit;
    throw notKept(moved);
  };

  const readTipCommit = async (): Promise<string | null> => {
    const ref = await ask((client) => client.rest.git.getRef({ owner, repo, ref: `heads/${historyBranch}` }));
    return isFailure(ref) ? null : readSha(ref.data.object);
  };

  return {
    label: `branch ${historyBranch}`,
    read: async () => (await readTip())?.files ?? new Map(),
    async update(message, edit, rewrite = false) {
      for (let race = 0; race < mostRaces; race++) {
        const tip = await readTip();
        const { changes, result } = edit(tip?.files ?? new Map());
        if (changes.size === 0) return result;
        const all = rewrite ? new Map([...(tip?.files ?? []), ...changes]) : changes;
        const tree = await writeTree(all, rewrite ? null : tip);
        // Marked, so that neither a workflow nor a deployment starts for it.
        const commit = await must(async (client) => {
          const parents = tip === null || rewrite ? [] : [tip.commit];
          const { data } = await client.rest.git.createCommit({
            owner,
            repo,
            message: `${message} [skip ci]`,
            tree,
            parents,
          });
          return readSha(data);
        });
        if (await moveTo(commit, tip?.commit ?? null, rewrite)) return result;
        await sleep(250 * (race + 1));
      }
      throw new UserError({
        message: `${mostRaces} other runs wrote the branch ${historyBranch} meanwhile`,
        hint: "Give the workflow a concurrency group, so that one night runs at a time.",
      });
    },
  };
}

function readSha(object: { readonly sha?: unknown } | undefined): string {
  if (typeof object?.sha !== "string") throw new UnreadableAnswer("GitHub's answer about the history cannot be read");
  return object.sha;
}

function notKept({ message, reason }: GitHubFailure): UserError {
  const hint =
    reason === "forbidden" || reason === "not-found"
      ? "Give the job `permissions: { contents: write, issues: write }`, or keep the history in a folder: history: DIR."
      : "Run the job again.";
  return new UserError({ message: `the history cannot be kept on the branch ${historyBranch}: ${message}`, hint });
}
