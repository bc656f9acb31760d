import { attempt, isFailure, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import type { Post } from "./comment.ts";
import type { PullRequestEvent } from "./event.ts";
import type { GitHubFailure } from "./failure.ts";
import { readPages } from "./pages.ts";
import { mayWrite } from "./permission.ts";

/** The label that starts the paid run of the commit that our comment told of. */
export const approvingLabel = "assay: run";

/** Whether the paid run may begin. */
export type Approval =
  | { readonly status: "approved"; readonly by: string }
  /** `labelled`: whether the label is set; it counts for nothing then, and `why` says so. */
  | { readonly status: "open"; readonly labelled: boolean; readonly why: string | null };

/**
 * Reads who approved, from the pull request's own timeline, anew each time. The label counts where a person with write
 * permission now set it after our comment told of this very head, and where nothing was changed since. Each push has the
 * comment written anew, and so takes every label's force, also where it could not be taken off.
 */
export async function readApproval(
  client: GitHubClient,
  { number, repository, head }: PullRequestEvent,
  post: Post | null,
  sleep: Sleep,
): Promise<Approval | GitHubFailure> {
  const list = { owner: repository.owner, repo: repository.name, issue_number: number, per_page: 100 };
  const events = await attempt(() => readPages((page) => client.rest.issues.listEvents({ ...list, page })), sleep);
  if (isFailure(events)) return events;
  const last = events.findLast((event) => "label" in event && event.label?.name === approvingLabel);
  if (last?.event !== "labeled" || !last.actor) return { status: "open", labelled: false, why: null };
  const refuse = (why: string): Approval => ({ status: "open", labelled: true, why });
  const { login, type } = last.actor;
  if (post === null || post.commit !== head.sha) return refuse("it was set before the plan of this head was told");
  // The clock of both is GitHub's, and counts in seconds: in the same second nobody has read what was told.
  if (Date.parse(last.created_at) <= Date.parse(post.writtenAt)) return refuse("it was set before this was told");
  const rebased = events.some(
    (event) => event.event === "base_ref_changed" && Date.parse(event.created_at) >= Date.parse(post.writtenAt),
  );
  if (rebased) return refuse("the base branch was changed since");
  if (type !== "User") return refuse("a program cannot approve");
  const may = await mayWrite(client, repository, login, sleep);
  if (isFailure(may)) return may;
  return may ? { status: "approved", by: login } : refuse(`${login} has no write permission`);
}

/** Takes the label off, so that it can be set for what is told now. Whether that worked decides nothing. */
export async function removeApproval(
  client: GitHubClient,
  { number, repository }: PullRequestEvent,
  sleep: Sleep,
): Promise<void> {
  const label = { owner: repository.owner, repo: repository.name, issue_number: number, name: approvingLabel };
  await attempt(() => client.rest.issues.removeLabel(label), sleep);
}
