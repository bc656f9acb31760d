import { attempt, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import type { PullRequestEvent, Repository } from "./event.ts";
import { type GitHubFailure, UnreadableAnswer } from "./failure.ts";
import { readPages } from "./pages.ts";

/** A pull request as it is now. */
export function readPullRequest(
  client: GitHubClient,
  repository: Repository,
  number: number,
  sleep: Sleep,
): Promise<PullRequestEvent | GitHubFailure> {
  return attempt(() => fetchPullRequest(client, repository, number), sleep);
}

/** The commit at the tip of a branch now: what a pull request names as its base may be older. */
export function readBranchTip(
  client: GitHubClient,
  { owner, name }: Repository,
  branch: string,
  sleep: Sleep,
): Promise<string | GitHubFailure> {
  return attempt(async () => {
    const { data } = await client.rest.repos.getBranch({ owner, repo: name, branch });
    if (typeof data?.commit?.sha !== "string") {
      throw new UnreadableAnswer("GitHub's answer about the branch cannot be read");
    }
    return data.commit.sha;
  }, sleep);
}

/** The same with one request; throws what the HTTP client throws. */
export async function fetchPullRequest(
  client: GitHubClient,
  repository: Repository,
  number: number,
): Promise<PullRequestEvent> {
  const { owner, name } = repository;
  const { data } = await client.rest.pulls.get({ owner, repo: name, pull_number: number });
  if (typeof data?.head?.sha !== "string" || typeof data.base?.sha !== "string") {
    throw new UnreadableAnswer("GitHub's answer about the pull request cannot be read");
  }
  // GitHub gives null for the repository of a head whose fork is gone.
  const source = (data.head.repo as { readonly full_name: string } | null)?.full_name ?? null;
  return {
    kind: "pull-request",
    number,
    author: data.user?.login ?? null,
    base: { sha: data.base.sha, ref: data.base.ref },
    head: { sha: data.head.sha, ref: data.head.ref, repository: source },
    fork: source?.toLowerCase() !== `${owner}/${name}`.toLowerCase(),
    draft: data.draft === true,
    state: data.state,
    repository,
  };
}

/** The open pull requests of exactly this commit of this repository (`owner/name`): one branch may have several. */
export function findPullRequests(
  client: GitHubClient,
  repository: Repository,
  head: { readonly sha: string; readonly ref: string; readonly repository: string },
  sleep: Sleep,
): Promise<readonly number[] | GitHubFailure> {
  const [owner] = head.repository.split("/");
  const list = { owner: repository.owner, repo: repository.name, state: "open", head: `${owner}:${head.ref}` } as const;
  return attempt(async () => {
    const pulls = await readPages((page) => client.rest.pulls.list({ ...list, per_page: 100, page }));
    return pulls.flatMap(({ number, head: { sha, repo } }) => {
      const source = (repo as { readonly full_name: string } | null)?.full_name;
      return sha === head.sha && source?.toLowerCase() === head.repository.toLowerCase() ? [number] : [];
    });
  }, sleep);
}
