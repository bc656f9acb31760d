import { attempt, isFailure, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import type { Repository } from "./event.ts";
import { type GitHubFailure, UnreadableAnswer } from "./failure.ts";

/** How a check run ends. */
export type Conclusion = "success" | "failure" | "neutral";

/** A place in a file of the head that a check run points at. */
export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "failure" | "warning";
  /** Plain text of one line. */
  readonly message: string;
}

/** What a check run says in the end. */
export interface CheckResult {
  readonly conclusion: Conclusion;
  /** Plain text; GitHub shows it as it is. */
  readonly title: string;
  /** Markdown of at most 65,535 characters. */
  readonly summary: string;
  /** Further Markdown; for readers that are programs. */
  readonly text?: string;
  readonly annotations: readonly Annotation[];
}

/** A check run that was begun. */
export interface CheckRun {
  readonly status: "begun";
  readonly id: number;
  readonly repository: Repository;
}

/** GitHub takes no more annotations in one request. */
const mostAnnotations = 50;
const longestTitle = 200;

/** One name for the whole repository is what a branch protection rule can require. */
function checkName(key: string): string {
  return key === "default" ? "Prompt Assay" : `Prompt Assay (${key})`;
}

/**
 * Begins the check run of a commit. It is pending until it is finished, so a run that dies on its way leaves no success
 * behind, and an earlier success on the same commit no longer counts.
 */
export async function beginCheck(
  client: GitHubClient,
  repository: Repository,
  check: {
    readonly key: string;
    readonly sha: string;
    /** Tells this attempt of this run apart from all others. */
    readonly runId: string;
    readonly detailsUrl: string | null;
  },
  sleep: Sleep,
): Promise<CheckRun | GitHubFailure> {
  const { owner, name } = repository;
  const { key, sha, runId, detailsUrl } = check;
  let attempts = 0;
  return attempt(async () => {
    // An answer that was lost may belong to a check run that was made: a second one would stay pending for ever.
    const made = attempts++ === 0 ? null : await findCheck(client, repository, check);
    if (made !== null) return { status: "begun", id: made, repository };
    const { data } = await client.rest.checks.create({
      owner,
      repo: name,
      name: checkName(key),
      head_sha: sha,
      status: "in_progress",
      external_id: runId,
      ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
    });
    if (typeof data?.id !== "number") throw new UnreadableAnswer("GitHub's answer to the check run cannot be read");
    return { status: "begun", id: data.id, repository };
  }, sleep);
}

async function findCheck(
  client: GitHubClient,
  { owner, name }: Repository,
  { key, sha, runId }: { readonly key: string; readonly sha: string; readonly runId: string },
): Promise<number | null> {
  const { data } = await client.rest.checks.listForRef({ owner, repo: name, ref: sha, check_name: checkName(key) });
  return data.check_runs.find((each) => each.external_id === runId)?.id ?? null;
}

/** Finishes a check run with its verdict. Repeating it changes nothing. */
export async function finishCheck(
  client: GitHubClient,
  check: CheckRun,
  result: CheckResult,
  sleep: Sleep,
): Promise<{ readonly status: "finished" } | GitHubFailure> {
  const { owner, name } = check.repository;
  const answer = await attempt(
    () =>
      client.rest.checks.update({
        owner,
        repo: name,
        check_run_id: check.id,
        status: "completed",
        conclusion: result.conclusion,
        output: {
          title: result.title.slice(0, longestTitle).toWellFormed(),
          summary: result.summary,
          ...(result.text === undefined ? {} : { text: result.text }),
          annotations: result.annotations.slice(0, mostAnnotations).map(toApi),
        },
      }),
    sleep,
  );
  return isFailure(answer) ? answer : { status: "finished" };
}

function toApi({ path, startLine, endLine, level, message }: Annotation) {
  return { path, start_line: startLine, end_line: endLine, annotation_level: level, message };
}
