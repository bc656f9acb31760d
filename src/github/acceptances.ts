import { attempt, isFailure, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import { parseCommand } from "./command.ts";
import type { PullRequestEvent } from "./event.ts";
import type { GitHubFailure } from "./failure.ts";
import { isSameLogin } from "./identity.ts";
import { readPages } from "./pages.ts";
import { mayWrite } from "./permission.ts";

/** The label that accepts what a pull request does to its prompts, as it stands. */
const acceptingLabel = "assay: accepted";

/** That somebody accepts a regression of a pull request. */
export interface PullRequestAcceptance {
  /** First digits of the pair that it is for; "": everything at this head. */
  readonly pair: string;
  readonly by: string;
  readonly how: "label" | "comment";
  readonly reason: string | null;
}

/** Every acceptance that counts now, and why others do not: one sentence each. */
export interface Acceptances {
  readonly accepted: readonly PullRequestAcceptance[];
  readonly refused: readonly string[];
}

interface Candidate extends PullRequestAcceptance {
  readonly byBot: boolean;
}

/**
 * Reads who accepted a regression, from the label and from commands in comments, anew each time. Only what a person
 * with write permission now did counts, and never what the author of the pull request did; a comment that was edited
 * commands nothing; a label holds for the head it was set on.
 */
export async function readAcceptances(
  client: GitHubClient,
  pull: PullRequestEvent,
  sleep: Sleep,
): Promise<Acceptances | GitHubFailure> {
  const comments = await attempt(() => readComments(client, pull), sleep);
  if (isFailure(comments)) return comments;
  const label = await attempt(() => readLabel(client, pull), sleep);
  const accepted: PullRequestAcceptance[] = [];
  const refused: string[] = [];
  // A server that does not know of pushes can still tell who commanded.
  if (isFailure(label)) refused.push(`Whether “${acceptingLabel}” counts could not be read: ${label.message}.`);
  else if (label.refused !== null) refused.push(label.refused);
  for (const { byBot, ...each } of [...comments, ...(isFailure(label) ? [] : label.found)]) {
    const reason = await refuse(client, pull, each.by, byBot, sleep);
    if (isFailure(reason)) return reason;
    if (reason === null) accepted.push(each);
    else refused.push(`The ${each.how} of ${each.by} that accepts a regression does not count: ${reason}.`);
  }
  return { accepted, refused };
}

async function refuse(
  client: GitHubClient,
  { repository, author }: PullRequestEvent,
  by: string,
  byBot: boolean,
  sleep: Sleep,
): Promise<string | null | GitHubFailure> {
  if (byBot) return "a program cannot accept";
  if (author === null || isSameLogin(by, author)) return "the author cannot accept their own pull request";
  const may = await mayWrite(client, repository, by, sleep);
  if (isFailure(may)) return may;
  return may ? null : "it takes write permission to the repository";
}

async function readComments(client: GitHubClient, pull: PullRequestEvent): Promise<readonly Candidate[]> {
  const { number, repository } = pull;
  const list = { owner: repository.owner, repo: repository.name, issue_number: number, per_page: 100 };
  const comments = await readPages((page) => client.rest.issues.listComments({ ...list, page }));
  return comments.flatMap(({ body, user, created_at, updated_at }): Candidate[] => {
    const command = parseCommand(body ?? "");
    if (command?.kind !== "accept" || !user || created_at !== updated_at) return [];
    const { pair, reason } = command;
    return [{ pair, reason, by: user.login, how: "comment", byBot: user.type !== "User" }];
  });
}

/** Who set the label last, where it is still there and was set on this head. */
async function readLabel(
  client: GitHubClient,
  pull: PullRequestEvent,
): Promise<{ readonly found: readonly Candidate[]; readonly refused: string | null }> {
  const { number, repository } = pull;
  const list = { owner: repository.owner, repo: repository.name, issue_number: number, per_page: 100 };
  const events = await readPages((page) => client.rest.issues.listEvents({ ...list, page }));
  const last = events.findLast((event) => "label" in event && event.label?.name === acceptingLabel);
  if (last?.event !== "labeled" || !last.actor) return { found: [], refused: null };
  const pushed = await readPushTime(client, pull);
  // Another base is another baseline, too.
  const rebased = events.findLast((event) => event.event === "base_ref_changed")?.created_at;
  const since = pushed === null ? null : Math.max(pushed, rebased === undefined ? 0 : Date.parse(rebased));
  if (since === null || Date.parse(last.created_at) < since) {
    const why = since === null ? "GitHub does not tell when this head was pushed" : "it was set before the last change";
    return {
      found: [],
      refused: `The label “${acceptingLabel}” does not count: ${why}. Take it off and set it again.`,
    };
  }
  const byBot = last.actor.type !== "User";
  return { found: [{ pair: "", by: last.actor.login, how: "label", reason: null, byBot }], refused: null };
}

/** When the head came to its branch, by the server's clock: the dates of a commit are its author's to choose. */
async function readPushTime(
  client: GitHubClient,
  { head, fork, repository }: PullRequestEvent,
): Promise<number | null> {
  if (fork) return null;
  const { data } = await client.rest.repos.listActivities({
    owner: repository.owner,
    repo: repository.name,
    ref: `refs/heads/${head.ref}`,
    per_page: 100,
  });
  const activity = data.find(({ after }) => after === head.sha);
  return activity === undefined ? null : Date.parse(activity.timestamp);
}
