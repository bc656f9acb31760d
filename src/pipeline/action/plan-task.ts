import { shardedBaseline, UserError } from "../../errors.ts";
import type {
  CommentEvent,
  GitHubEvent,
  MergeGroupEvent,
  PullRequestEvent,
  TargetEvent,
  WorkflowRunEvent,
} from "../../github/event.ts";
import type { ActionInputs } from "../../github/inputs.ts";
import type { RunOptions } from "../options.ts";

/** What a workflow's run has to do. */
export type Task = JudgeTask | DriftTask | IdleTask;

/** The present versions are held against their history. */
export interface DriftTask {
  readonly kind: "drift";
  /** A push takes references, a label on an issue accepts, and everything else is a night. */
  readonly wish: "night" | "references" | "accepted";
  /** The commit that was pushed; null: what is checked out. */
  readonly head: string | null;
}

/** Nothing is judged, on purpose: it costs nothing and neither passes nor fails. */
export interface IdleTask {
  readonly kind: "idle";
  /** Why, in a sentence or two. */
  readonly reason: string;
  /** Whether somebody asked for more, and should be told. */
  readonly warning: boolean;
}

export interface JudgeTask {
  readonly kind: "judge";
  readonly command: "compare" | "run" | "merge";
  readonly options: Partial<RunOptions>;
  /** The pull request that is judged, and that gets the comment. */
  readonly pull: PullRequestEvent | null;
  /** The pull request whose acceptances count, where it is judged in a merge queue. */
  readonly queued: number | null;
  /** The commit whose check run tells the verdict; null where nobody merges by it. */
  readonly sha: string | null;
  /** From a fork or by Dependabot: without keys, with a token that only reads. */
  readonly unprivileged: boolean;
  /** Set where nothing is called before somebody approves; `refused`: why an approval that is there does not count. */
  readonly awaits?: { readonly refused: string | null };
}

/** Its runs have no keys, and what it brings is others' code. */
export const dependabot = "dependabot[bot]";

/**
 * What the event asks for; the inputs may say otherwise. What takes questions to GitHub, a comment's command and a run
 * with keys in reach of anybody's pull request, is not planned here. Throws a UserError where an event brings nothing to compare.
 */
export function planTask(
  event: Exclude<GitHubEvent, CommentEvent | TargetEvent | WorkflowRunEvent>,
  inputs: ActionInputs,
  actor: string | undefined,
): Task {
  if (inputs.command === "drift" && (event.kind === "pull-request" || event.kind === "merge-group")) {
    return idle("Drift is told by night and never of a pull request, so nothing was run.");
  }
  if (event.kind === "pull-request") return planPullRequest(event, inputs, actor);
  if (event.kind === "merge-group") return planMergeGroup(event, inputs);
  const drift = planDrift(event, inputs);
  if (drift !== null) return drift;
  const shared = { kind: "judge", pull: null, queued: null, sha: null, unprivileged: false } as const;
  if (inputs.command === "merge") return { ...shared, command: "merge", options: {} };
  const { command = event.kind === "push" ? planPush(event, inputs) : "compare" } = inputs as Judging;
  if (command === "baseline") {
    if (inputs.shard !== undefined) throw new UserError(shardedBaseline());
    const head = event.kind === "push" ? { head: event.head.sha } : {};
    return { ...shared, command: "run", options: { ...head, recordBaseline: true } };
  }
  if (command === "run") return { ...shared, command, options: {} };
  const name = event.kind === "other" ? event.name : event.kind;
  if (inputs.base === undefined && name !== "workflow_dispatch") throw nothingToCompare(name);
  return { ...shared, command, options: { goalposts: "base" } };
}

/** The inputs where the history is not wanted. */
type Judging = { readonly command: Exclude<ActionInputs["command"], "drift"> };

/** Where the history is wanted: by the command, or by a schedule that names none. */
function planDrift(
  event: Exclude<GitHubEvent, CommentEvent | PullRequestEvent | MergeGroupEvent>,
  { command, base }: ActionInputs,
): DriftTask | IdleTask | null {
  const scheduled = event.kind === "other" && event.name === "schedule" && command === undefined && base === undefined;
  if (command !== "drift" && !scheduled) return null;
  if (event.kind === "push") {
    if (!event.toDefaultBranch) return idle("References are taken of the default branch alone, so nothing was run.");
    return { kind: "drift", wish: "references", head: event.head.sha };
  }
  return { kind: "drift", wish: event.kind === "other" && event.name === "issues" ? "accepted" : "night", head: null };
}

/** What a pull request fixes: its own base and head, and goalposts from the tip of the base branch. */
export function planPullRequest(
  pull: PullRequestEvent,
  inputs: ActionInputs,
  actor: string | undefined,
): JudgeTask | IdleTask {
  const { number, base, head, fork } = pull;
  if (pull.state === "closed") return idle("The pull request is closed, so nothing was run.");
  if (pull.draft && !inputs.drafts) {
    return idle(
      "The pull request is a draft, so nothing was run: it is judged once it is ready for review. The input drafts: true has drafts judged, too.",
    );
  }
  const unprivileged = fork || actor === dependabot;
  return {
    kind: "judge",
    command: judgingCommand(inputs),
    options: {
      fork: unprivileged,
      scope: `pull request ${number}`,
      head: inputs.head ?? head.sha,
      base: inputs.base ?? base.sha,
      fromMergeBase: inputs.base === undefined,
      goalposts: "base",
      goalpostsRevision: inputs.base ?? base.sha,
    },
    pull,
    queued: null,
    sha: unprivileged ? null : head.sha,
    unprivileged,
  };
}

function judgingCommand({ command }: ActionInputs): JudgeTask["command"] {
  return command === "run" || command === "merge" ? command : "compare";
}

/** A merge queue asks for the same verdict again, on top of what stands before in the queue. */
function planMergeGroup({ base, head }: MergeGroupEvent, inputs: ActionInputs): Task {
  const number = /\/pr-(\d+)-[0-9a-f]+$/.exec(head.ref)?.[1] ?? null;
  return {
    kind: "judge",
    command: judgingCommand(inputs),
    options: {
      // Versions tried in the pull request count here, too.
      scope: number === null ? `merge queue of ${base.ref}` : `pull request ${number}`,
      head: inputs.head ?? head.sha,
      base: inputs.base ?? base.sha,
      fromMergeBase: inputs.base === undefined,
      goalposts: "base",
      goalpostsRevision: inputs.base ?? base.sha,
    },
    pull: null,
    queued: number === null ? null : Number(number),
    sha: head.sha,
    unprivileged: false,
  };
}

/** Only the default branch is what later versions are compared with. */
function planPush(event: Extract<GitHubEvent, { kind: "push" }>, { base }: ActionInputs): "baseline" | "compare" {
  if (base !== undefined) return "compare";
  if (event.toDefaultBranch) return "baseline";
  throw nothingToCompare("push");
}

/** Nothing is run, and why. */
export function idle(reason: string, warning = false): IdleTask {
  return { kind: "idle", reason, warning };
}

function nothingToCompare(event: string): UserError {
  return new UserError({
    message: `the event ${event} has no base to compare with`,
    hint: "Run on pull_request, on merge_group, or on push to the default branch; give the inputs base and head; or set command: run or command: baseline.",
  });
}
