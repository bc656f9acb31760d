import { attempt, type Sleep } from "./attempt.ts";
import { type CheckNote, readCheckNote } from "./check-note.ts";
import type { GitHubClient } from "./client.ts";
import type { Repository } from "./event.ts";
import { type GitHubFailure, UnreadableAnswer } from "./failure.ts";
import { readPages } from "./pages.ts";

/** A check run that ended. */
export interface WatchedCheck {
  readonly name: string;
  readonly conclusion: string;
  readonly title: string;
  /** What it carries, where it was written by a job of the repository. */
  readonly note: CheckNote | null;
}

/** A pull request with the check runs of its head. */
export interface WatchedPull {
  readonly number: number;
  readonly checks: readonly WatchedCheck[];
}

const onePage = 100;

/** Pull requests updated since then, the newest first, with the check runs of their heads. */
export async function readWatchedPulls(
  client: GitHubClient,
  { owner, name: repo }: Repository,
  since: Date,
  sleep: Sleep,
): Promise<readonly WatchedPull[] | GitHubFailure> {
  return attempt(async () => {
    const pulls: WatchedPull[] = [];
    for (let page = 1; ; page++) {
      const order = { state: "all", sort: "updated", direction: "desc", per_page: onePage, page } as const;
      const { data } = await client.rest.pulls.list({ owner, repo, ...order });
      if (!Array.isArray(data)) throw new UnreadableAnswer("GitHub's list of pull requests cannot be read");
      const recent = data.filter((pull) => Date.parse(pull.updated_at) >= since.getTime());
      for (const { number, head } of recent) {
        pulls.push({ number, checks: await readChecks(client, { owner, name: repo }, head.sha) });
      }
      if (recent.length < onePage) return pulls;
    }
  }, sleep);
}

/** The check runs of a commit that ended, of each app and name the newest: a job that was run again counts as it ended. */
async function readChecks(
  client: GitHubClient,
  { owner, name: repo }: Repository,
  ref: string,
): Promise<readonly WatchedCheck[]> {
  const all = await readPages(async (page) => {
    const { data, headers } = await client.rest.checks.listForRef({ owner, repo, ref, per_page: onePage, page });
    return { data: data?.check_runs, headers };
  });
  const newest = new Map(
    all.toSorted((one, other) => one.id - other.id).map((run) => [`${run.app?.slug} ${run.name}`, run]),
  );
  return [...newest.values()].flatMap(({ name, conclusion, output, app }) => {
    if (typeof conclusion !== "string") return [];
    // Whoever may make check runs may write such a note: only what a job of the repository wrote is believed.
    const ours = app?.slug === "github-actions";
    return [{ name, conclusion, title: output?.title ?? "", note: ours ? readCheckNote(output?.text ?? null) : null }];
  });
}
