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
  readonly base: Tip;
  /** `repository` is `owner/name`; null where the fork has been deleted. */
  readonly head: Tip & { readonly repository: string | null };
  /** Whether the head may come from somebody who cannot write to the repository. */
  readonly fork: boolean;
  readonly draft: boolean;
  readonly state: "open" | "closed";
  readonly repository: Repository;
}

/** Why the workflow runs. */
export type GitHubEvent =
  | PullRequestEvent
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
  if (name !== "pull_request") return { kind: "other", name, repository };
  const path = readVariable(environment, "GITHUB_EVENT_PATH");
  return readPullRequest(path, await readPayload(path, readFile), repository);
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
    throw new UserError({ message: "the event cannot be read as JSON", hint: hint(path), place: { path } });
  }
  return isObject(payload) ? payload : {};
}

function readPullRequest(path: string, payload: JsonObject, repository: Repository): PullRequestEvent {
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
    problems.push({ message, hint: hint(path), place: { path } });
    return fallback;
  };
  const readTip = (side: string): Tip => ({
    sha: read(`pull_request.${side}.sha`, matches(shaPattern), "a commit id", ""),
    ref: read(`pull_request.${side}.ref`, matches(refPattern), "the name of a branch", ""),
  });
  const number = read("pull_request.number", isNumber, "a number", 0);
  const base = readTip("base");
  const head = readTip("head");
  const state = read("pull_request.state", isState, "open or closed", "open");
  // GitHub gives null for the repository of a head whose fork is gone.
  const gone = (find(payload, "pull_request.head.repo") ?? null) === null;
  const source = gone ? null : read("pull_request.head.repo.full_name", matches(repositoryPattern), "owner/name", "");
  const draft = find(payload, "pull_request.draft") === true;
  throwProblems(problems);
  const fork = source?.toLowerCase() !== `${repository.owner}/${repository.name}`.toLowerCase();
  return { kind: "pull-request", number, base, head: { ...head, repository: source }, fork, draft, state, repository };
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

function isState(value: Json): value is "open" | "closed" {
  return value === "open" || value === "closed";
}

function hint(path: string): string {
  return `GITHUB_EVENT_PATH (${path}) holds what GitHub sent for a pull_request event.`;
}
