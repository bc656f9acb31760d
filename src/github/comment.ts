import type { RestEndpointMethodTypes } from "@octokit/rest";
import { attempt, isFailure, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import { describeFailure, type GitHubFailure, UnreadableAnswer } from "./failure.ts";
import { isSameLogin, readLogin } from "./identity.ts";
import { createMarker, foldLines, readMarker } from "./marker.ts";
import { readPages } from "./pages.ts";
import { fetchPullRequest } from "./pull-request.ts";

/** What became of the comment. A failure never changes the verdict. */
export type CommentOutcome =
  | { readonly status: "created" | "updated" | "unchanged"; readonly url: string }
  /** Nothing to say, and no comment there that would have to be brought up to date. */
  | { readonly status: "not-needed" }
  /** The pull request has moved on, or a newer run has spoken. */
  | { readonly status: "outdated"; readonly message: string }
  | GitHubFailure;

/** Where the comment stands, and which of ours it is. */
interface CommentAddress {
  readonly owner: string;
  readonly repo: string;
  readonly issueNumber: number;
  /** Tells apart the comments of several jobs on one pull request. */
  readonly key: string;
}

/** What is to stand in the comment. */
export interface CommentRequest extends CommentAddress {
  /** When the run began (ISO 8601): an older one never overwrites what a newer one wrote. */
  readonly begun: string;
  /** What was judged: where the pull request has moved on, nothing is written. Null: whatever it is now. */
  readonly judged: { readonly head: string; readonly baseRef: string } | null;
  /** Markdown. The marker is added below it. Null: none is made. */
  readonly body: string | null;
  /** What an earlier comment says from now on, where none would be made. */
  readonly bodyOfUpdate?: string;
}

type Comment = RestEndpointMethodTypes["issues"]["listComments"]["response"]["data"][number];

interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  /** When the run began that wrote it, and the commit that it is about; null where the marker does not say. */
  readonly begun: string | null;
  readonly commit: string | null;
  /** When it was written last, by GitHub's clock (ISO 8601). */
  readonly writtenAt: string;
}

/**
 * Sees to it that the pull request has one comment of ours with this key and body. Ours is what the token's own login
 * wrote and what carries the marker; nothing else of it is read, and what others wrote is never touched.
 * What GitHub answers is data; only a key that is none is thrown.
 */
export async function publishComment(
  client: GitHubClient,
  request: CommentRequest,
  sleep: Sleep,
): Promise<CommentOutcome> {
  // A key that is none is told before anything is asked.
  createMarker(request.key, request.begun);
  const login = await readLogin(client, sleep);
  if (isFailure(login)) return login;
  return attempt(() => publishOnce(client, request, login), sleep);
}

/** The commit that our comment told of last, and when it did: what somebody who approves has seen. */
export interface Post {
  readonly commit: string;
  readonly writtenAt: string;
}

/** What our comment told; null where there is none of ours, or where it names no commit. */
export async function readPost(
  client: GitHubClient,
  address: CommentAddress,
  sleep: Sleep,
): Promise<Post | null | GitHubFailure> {
  const login = await readLogin(client, sleep);
  if (isFailure(login)) return login;
  const found = await attempt(() => findComments(client, address, login), sleep);
  if (isFailure(found)) return found;
  const [post] = found;
  return post === undefined || post.commit === null ? null : { commit: post.commit, writtenAt: post.writtenAt };
}

/**
 * One search and one write. A failed write is repeated with its search, because an answer that was lost may belong to a
 * comment that was made.
 */
async function publishOnce(client: GitHubClient, request: CommentRequest, login: string): Promise<CommentOutcome> {
  const { owner, repo, issueNumber, key, begun } = request;
  const [existing, ...others] = await findComments(client, request, login);
  const text = existing === undefined ? request.body : (request.body ?? request.bodyOfUpdate ?? null);
  if (text === null) return { status: "not-needed" };
  const newer = [existing, ...others].find((comment) => isNewer(comment, begun));
  if (newer !== undefined) return { status: "outdated", message: "a newer run has written the comment" };
  const moved = await findMove(client, request);
  if (moved !== null) return moved;
  const body = `${text.trimEnd()}\n\n${createMarker(key, begun, request.judged?.head ?? null)}`;
  if (existing === undefined) {
    const { data } = await client.rest.issues.createComment({ owner, repo, issue_number: issueNumber, body });
    return settleRace(client, request, login, { id: data.id, url: readUrl(data), body });
  }
  const outcome = await write(client, request, existing, body);
  if (others.length > 0) await removeOthers(client, request, login, existing.id);
  return outcome;
}

async function write(
  client: GitHubClient,
  { owner, repo }: CommentRequest,
  existing: OwnComment,
  body: string,
): Promise<CommentOutcome> {
  if (foldLines(existing.body) === foldLines(body)) return { status: "unchanged", url: existing.url };
  const { data } = await client.rest.issues.updateComment({ owner, repo, comment_id: existing.id, body });
  return { status: "updated", url: readUrl(data) };
}

/**
 * Two runs that found no comment both make one. Each looks again after it has: the lowest id stays and gets the text of
 * the newer run; the run that made the other one removes it.
 */
async function settleRace(
  client: GitHubClient,
  request: CommentRequest,
  login: string,
  made: { readonly id: number; readonly url: string; readonly body: string },
): Promise<CommentOutcome> {
  const own = await findComments(client, request, login);
  const [lowest] = own;
  if (lowest === undefined || lowest.id === made.id || !own.some(({ id }) => id === made.id)) {
    return { status: "created", url: made.url };
  }
  if (!isNewer(lowest, request.begun)) await write(client, request, lowest, made.body);
  await removeComment(client, request, made.id);
  return { status: "updated", url: lowest.url };
}

/** What an earlier race left behind goes, once it has been seen again; what a newer run just made is left to that run. */
async function removeOthers(client: GitHubClient, request: CommentRequest, login: string, kept: number): Promise<void> {
  for (const comment of await findComments(client, request, login)) {
    if (comment.id > kept && !isNewer(comment, request.begun)) await removeComment(client, request, comment.id);
  }
}

async function removeComment(client: GitHubClient, { owner, repo }: CommentRequest, id: number): Promise<void> {
  // What is not removed now is removed by the next run; the other run may have been faster, too.
  await client.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(describeFailure);
}

/** Whether the pull request is no longer what was judged. */
async function findMove(client: GitHubClient, request: CommentRequest): Promise<CommentOutcome | null> {
  const { owner, repo, issueNumber, judged } = request;
  if (judged === null) return null;
  const pull = await fetchPullRequest(client, { owner, name: repo }, issueNumber);
  if (pull.head.sha !== judged.head) return { status: "outdated", message: "the pull request has a newer head" };
  if (pull.base.ref !== judged.baseRef) return { status: "outdated", message: "the pull request has another base" };
  return null;
}

/** Our comments with this key over all pages, the lowest id first. */
async function findComments(
  client: GitHubClient,
  { owner, repo, issueNumber, key }: CommentAddress,
  login: string,
): Promise<readonly OwnComment[]> {
  const comments: readonly Comment[] = await readPages((page) =>
    client.rest.issues.listComments({ owner, repo, issue_number: issueNumber, per_page: 100, page }),
  );
  return comments
    .flatMap(({ id, html_url: url, body, user, updated_at: writtenAt }): OwnComment[] => {
      const marker = isSameLogin(user?.login, login) ? readMarker(body ?? "", key) : null;
      return marker === null ? [] : [{ id, url, body: body ?? "", writtenAt, ...marker }];
    })
    .sort((one, other) => one.id - other.id);
}

function isNewer(comment: OwnComment | undefined, begun: string): boolean {
  return comment !== undefined && comment.begun !== null && comment.begun > begun;
}

function readUrl(comment: { readonly html_url?: string }): string {
  const url = comment.html_url;
  if (typeof url !== "string") throw new UnreadableAnswer("GitHub's answer to the comment cannot be read");
  return url;
}
