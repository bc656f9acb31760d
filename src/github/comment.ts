import type { RestEndpointMethodTypes } from "@octokit/rest";
import { UserError } from "../errors.ts";
import type { GitHubClient } from "./client.ts";
import { describeFailure, type GitHubFailure, UnreadableAnswer } from "./failure.ts";

/** What became of the comment. A failure never changes the verdict. */
export type CommentOutcome =
  | { readonly status: "created" | "updated" | "unchanged"; readonly url: string }
  | { readonly status: "not-needed" }
  | GitHubFailure;

/** Where the comment goes, and which of ours it is. */
export interface CommentRequest {
  readonly owner: string;
  readonly repo: string;
  readonly issueNumber: number;
  /** Tells apart the comments of several jobs on one pull request. */
  readonly key: string;
  /** Markdown. The marker is added below it. */
  readonly body: string;
  /** Brings an earlier comment up to date, but makes none. */
  readonly onlyUpdate?: boolean;
}

type Comment = RestEndpointMethodTypes["issues"]["listComments"]["response"]["data"][number];

type ExistingComment = Readonly<Pick<Comment, "id" | "url"> & { body: string }>;

/** Seconds before each further attempt, where GitHub names no time. */
const retryDelays = [1, 2, 4];

/** Nobody waits longer than this for a comment; in seconds. */
const longestDelay = 30;

/** The hidden last line by which a comment is found again. Throws a UserError for a key that could break out of it. */
export function commentMarker(key: string): string {
  if (!/^[\w.-]{1,64}$/.test(key)) {
    throw new UserError({
      message: `comment-key ${JSON.stringify(key.slice(0, 80))} is not a key`,
      hint: "Use 1 to 64 letters, digits, dots, hyphens and underscores.",
    });
  }
  return `<!-- prompt-assay:${key} -->`;
}

/**
 * Sees to it that the pull request has one comment with this key and body. Of several with the key, the oldest is ours.
 * What GitHub answers is data; only a key that is none is thrown.
 */
export async function publishComment(
  client: GitHubClient,
  request: CommentRequest,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<CommentOutcome> {
  const marker = commentMarker(request.key);
  const body = `${request.body.trimEnd()}\n\n${marker}`;
  for (const delay of retryDelays) {
    const outcome = await publishOnce(client, request, marker, body);
    const seconds = outcome.status === "failed" ? secondsToWait(outcome, delay) : null;
    if (seconds === null) return outcome;
    await sleep(seconds * 1000);
  }
  return publishOnce(client, request, marker, body);
}

/**
 * One search and one write. A failed write is repeated with its search, because an answer that was lost may belong to a
 * comment that was made.
 */
async function publishOnce(
  client: GitHubClient,
  request: CommentRequest,
  marker: string,
  body: string,
): Promise<CommentOutcome> {
  const { owner, repo, issueNumber } = request;
  try {
    const existing = await findComment(client, request, marker);
    if (existing === null && request.onlyUpdate) return { status: "not-needed" };
    if (existing === null) {
      const { data } = await client.rest.issues.createComment({ owner, repo, issue_number: issueNumber, body });
      return { status: "created", url: readUrl(data) };
    }
    if (foldLines(existing.body) === foldLines(body)) return { status: "unchanged", url: existing.url };
    const { data } = await client.rest.issues.updateComment({ owner, repo, comment_id: existing.id, body });
    return { status: "updated", url: readUrl(data) };
  } catch (error) {
    return describeFailure(error);
  }
}

/**
 * The comment with the lowest id whose last line is the marker, over all pages. The pages are counted here because
 * octokit's paginate takes an answer that was cut off for the last page, and a second comment would follow.
 */
async function findComment(
  client: GitHubClient,
  { owner, repo, issueNumber }: CommentRequest,
  marker: string,
): Promise<ExistingComment | null> {
  let found: ExistingComment | null = null;
  for (let page = 1, more = true; more; page++) {
    const list = { owner, repo, issue_number: issueNumber, per_page: 100, page };
    const { data, headers } = await client.rest.issues.listComments(list);
    if (!Array.isArray(data)) throw new UnreadableAnswer("GitHub's list of comments cannot be read");
    for (const { id, html_url: url, body } of data) {
      const text = body ?? "";
      if ((found === null || id < found.id) && hasMarker(text, marker)) found = { id, url, body: text };
    }
    more = /\brel="next"/.test(headers.link ?? "");
  }
  return found;
}

function hasMarker(body: string, marker: string): boolean {
  return foldLines(body).split("\n").at(-1) === marker;
}

/** As GitHub may give back what it was sent: with other line ends, and trimmed. */
function foldLines(body: string): string {
  return body.replaceAll("\r\n", "\n").trim();
}

function readUrl(comment: { readonly html_url?: string }): string {
  const url = comment.html_url;
  if (typeof url !== "string") throw new UnreadableAnswer("GitHub's answer to the comment cannot be read");
  return url;
}

/** Worth another attempt: a server in trouble, a connection lost, a limit that says how long it lasts. */
function secondsToWait({ reason, retryAfterSeconds }: GitHubFailure, delay: number): number | null {
  if (reason !== "server" && reason !== "connection" && reason !== "rate-limit") return null;
  const seconds = retryAfterSeconds ?? (reason === "rate-limit" ? null : delay);
  return seconds !== null && seconds <= longestDelay ? seconds : null;
}
