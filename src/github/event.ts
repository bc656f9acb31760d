import { throwProblems, UserError } from "../errors.ts";
import type { Json, JsonObject, Problem } from "../model.ts";
import { isObject } from "../source/json.ts";

/** A repository on GitHub. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** One side of a pull request: the commit at the tip of a branch. */
export interface Tip {
  readonly sha: string;
  readonly ref: string;
}

/** A pull request as it was when the event happened. */
export interface PullRequestEvent {
  readonly kind: "pull-request";
  readonly number: number;
  /** Who opened it; null where GitHub no longer knows. */
  readonly author: string | null;
  readonly base: Tip;
  /** `repository` is `owner/name`; null where the fork has been deleted. */
  readonly head: Tip & { readonly repository: string | null };
  /** Whether the head may come from somebody who cannot write to the repository. */
  readonly fork: boolean;
  readonly draft: boolean;
  readonly state: "open" | "closed";
  readonly repository: Repository;
}

/** Pull requests that a merge queue tests together, on top of what stands before them in the queue. */
export interface MergeGroupEvent {
  readonly kind: "merge-group";
  readonly base: Tip;
  readonly head: Tip;
  readonly repository: Repository;
}

/** Commits that came to a branch. */
export interface PushEvent {
  readonly kind: "push";
  readonly head: Tip;
  /** Whether the branch is the repository's default branch. */
  readonly toDefaultBranch: boolean;
  readonly repository: Repository;
}

/** A pull request of anybody's in a run that has keys in reach: `pull_request_target`. */
export interface TargetEvent {
  readonly kind: "target";
  readonly pull: PullRequestEvent;
  readonly action: string;
  /** The label that was set or taken off; null where it is about none. */
  readonly label: string | null;
  readonly defaultBranch: string;
  readonly repository: Repository;
}

/** Another workflow's run has ended: what it was about is looked up, for nothing that it left behind is believed. */
export interface WorkflowRunEvent {
  readonly kind: "workflow-run";
  /** The event of that run. */
  readonly cause: string;
  /** `repository` is `owner/name`; null where it has been deleted. */
  readonly head: Tip & { readonly repository: string | null };
  readonly defaultBranch: string;
  readonly repository: Repository;
}

/** Somebody wrote a comment on an issue or a pull request, or changed one. */
export interface CommentEvent {
  readonly kind: "comment";
  readonly number: number;
  /** Whether it was written just now; an edited one commands nothing. */
  readonly created: boolean;
  readonly onPullRequest: boolean;
  readonly body: string;
  readonly author: string;
  /** Whether a program wrote it. */
  readonly byBot: boolean;
  /** By GitHub's clock (ISO 8601). */
  readonly createdAt: string;
  readonly defaultBranch: string;
  readonly repository: Repository;
}

/** Why the workflow runs. */
export type GitHubEvent =
  | PullRequestEvent
  | TargetEvent
  | WorkflowRunEvent
  | MergeGroupEvent
  | PushEvent
  | CommentEvent
  | { readonly kind: "other"; readonly name: string; readonly repository: Repository };

const shaPattern = /^[0-9a-f]{40,64}$/i;
/** What git allows in the name of a branch; none begins like an option. */
const refPattern = /^(?![-/])[^\p{Cc}\s~^:?*[\\]+$/u;
const repositoryPattern = /^([\w.-]+)\/([\w.-]+)$/;

/**
 * Reads the event from `GITHUB_EVENT_NAME`, `GITHUB_REPOSITORY` and the payload at `GITHUB_EVENT_PATH`.
 * The payload is data: throws a UserError with everything that is missing or has a wrong type.
 */
export async function readEvent(
  environment: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => Promise<string>,
): Promise<GitHubEvent> {
  const name = readVariable(environment, "GITHUB_EVENT_NAME");
  const repository = readRepository(readVariable(environment, "GITHUB_REPOSITORY"));
  const read = readers[name];
  if (read === undefined) return { kind: "other", name, repository };
  const path = readVariable(environment, "GITHUB_EVENT_PATH");
  const payload = createPayloadReader(name, path, await readPayload(path, readFile));
  const event = read(payload, repository);
  throwProblems(payload.problems);
  return event;
}

/** What is read of each event. */
const readers: Readonly<Record<string, (payload: PayloadReader, repository: Repository) => GitHubEvent>> = {
  pull_request: readPullRequest,
  pull_request_target: (payload, repository) => {
    const label = payload.find("label.name");
    return {
      kind: "target",
      pull: readPullRequest(payload, repository),
      action: payload.text("action", /^\w+$/, "a word"),
      label: typeof label === "string" ? label : null,
      defaultBranch: readDefaultBranch(payload),
      repository,
    };
  },
  workflow_run: (payload, repository) => ({
    kind: "workflow-run",
    cause: payload.text("workflow_run.event", /^\w+$/, "a word"),
    head: {
      ...payload.tip("workflow_run.head_sha", "workflow_run.head_branch"),
      repository: readSource(payload, "workflow_run.head_repository"),
    },
    defaultBranch: readDefaultBranch(payload),
    repository,
  }),
  merge_group: (payload, repository) => ({
    kind: "merge-group",
    base: payload.tip("merge_group.base_sha", "merge_group.base_ref"),
    head: payload.tip("merge_group.head_sha", "merge_group.head_ref"),
    repository,
  }),
  push: (payload, repository) => {
    const head = payload.tip("after", "ref");
    return { kind: "push", head, toDefaultBranch: head.ref === `refs/heads/${readDefaultBranch(payload)}`, repository };
  },
  issue_comment: (payload, repository) => ({
    kind: "comment",
    number: payload.number("issue.number"),
    created: payload.find("action") === "created",
    onPullRequest: isObject(payload.find("issue.pull_request") ?? null),
    body: payload.text("comment.body", /(?:)/, "a text"),
    author: payload.text("comment.user.login", /^[\w.-]+(?:\[bot\])?$/, "a login"),
    byBot: payload.find("comment.user.type") !== "User",
    createdAt: payload.text("comment.created_at", /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, "a time"),
    defaultBranch: readDefaultBranch(payload),
    repository,
  }),
};

function readPullRequest(payload: PayloadReader, repository: Repository): PullRequestEvent {
  const number = payload.number("pull_request.number");
  const base = payload.tip("pull_request.base.sha", "pull_request.base.ref");
  const head = payload.tip("pull_request.head.sha", "pull_request.head.ref");
  const state = payload.text("pull_request.state", /^(?:open|closed)$/, "open or closed");
  const source = readSource(payload, "pull_request.head.repo");
  const author = payload.find("pull_request.user.login");
  return {
    kind: "pull-request",
    number,
    author: typeof author === "string" ? author : null,
    base,
    head: { ...head, repository: source },
    fork: source?.toLowerCase() !== `${repository.owner}/${repository.name}`.toLowerCase(),
    draft: payload.find("pull_request.draft") === true,
    state: state === "closed" ? "closed" : "open",
    repository,
  };
}

/** The repository of a head; GitHub gives null where the fork is gone. */
function readSource(payload: PayloadReader, keys: string): string | null {
  const gone = (payload.find(keys) ?? null) === null;
  return gone ? null : payload.text(`${keys}.full_name`, repositoryPattern, "owner/name");
}

function readDefaultBranch(payload: PayloadReader): string {
  return payload.text("repository.default_branch", refPattern, "the name of a branch");
}

function readVariable(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = environment[name];
  if (value === undefined || value === "") {
    throw new UserError({
      message: `${name} is not set`,
      hint: "GitHub Actions sets it; elsewhere use the command line: prompt-assay compare.",
    });
  }
  return value;
}

function readRepository(written: string): Repository {
  const [, owner, name] = repositoryPattern.exec(written) ?? [];
  if (owner === undefined || name === undefined) {
    throw new UserError({ message: "GITHUB_REPOSITORY is not owner/name", hint: "For example: octo-org/prompts." });
  }
  return { owner, name };
}

async function readPayload(path: string, readFile: (path: string) => Promise<string>): Promise<JsonObject> {
  let payload: Json;
  try {
    payload = JSON.parse(await readFile(path)) as Json;
  } catch {
    throw new UserError({
      message: "the event cannot be read as JSON",
      hint: `GITHUB_EVENT_PATH (${path}) holds what GitHub sent.`,
      place: { path },
    });
  }
  return isObject(payload) ? payload : {};
}

/** Reads single values of a payload; what is missing or has a wrong type is collected. */
interface PayloadReader {
  readonly problems: readonly Problem[];
  find(keys: string): Json | undefined;
  text(keys: string, pattern: RegExp, expected: string): string;
  number(keys: string): number;
  tip(sha: string, ref: string): Tip;
}

function createPayloadReader(event: string, path: string, payload: JsonObject): PayloadReader {
  const problems: Problem[] = [];
  const read = <T extends Json>(
    keys: string,
    accept: (value: Json) => value is T,
    expected: string,
    fallback: T,
  ): T => {
    const value = find(payload, keys);
    if (value !== undefined && accept(value)) return value;
    const message = value === undefined ? `${keys} is missing in the event` : `${keys} in the event is not ${expected}`;
    problems.push({ message, hint: hint(path, event), place: { path } });
    return fallback;
  };
  const text = (keys: string, pattern: RegExp, expected: string): string => read(keys, matches(pattern), expected, "");
  return {
    problems,
    find: (keys) => find(payload, keys),
    text,
    number: (keys) => read(keys, isNumber, "a number", 0),
    tip: (sha, ref) => ({
      sha: text(sha, shaPattern, "a commit id"),
      ref: text(ref, refPattern, "the name of a branch"),
    }),
  };
}

function find(payload: JsonObject, keys: string): Json | undefined {
  let value: Json | undefined = payload;
  for (const key of keys.split(".")) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

function matches(pattern: RegExp): (value: Json) => value is string {
  return (value): value is string => typeof value === "string" && pattern.test(value);
}

function isNumber(value: Json): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function hint(path: string, event: string): string {
  return `GITHUB_EVENT_PATH (${path}) holds what GitHub sent for a ${event} event.`;
}
