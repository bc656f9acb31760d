import { UserError } from "../../errors.ts";
import { approvingLabel, readApproval, removeApproval } from "../../github/approval.ts";
import { isFailure, type Sleep } from "../../github/attempt.ts";
import type { GitHubClient } from "../../github/client.ts";
import { readPost } from "../../github/comment.ts";
import type { PullRequestEvent, TargetEvent, WorkflowRunEvent } from "../../github/event.ts";
import type { GitHubFailure } from "../../github/failure.ts";
import type { ActionInputs } from "../../github/inputs.ts";
import { findPullRequests, readBranchTip, readPullRequest } from "../../github/pull-request.ts";
import { type IdleTask, idle, type JudgeTask, planPullRequest, type Task } from "./plan-task.ts";

/** What planning a run with keys in reach asks of the world. */
export interface PrivilegedContext {
  readonly inputs: ActionInputs;
  readonly connect: () => Promise<GitHubClient>;
  readonly sleep: Sleep;
  /** Branches that the default branch's assay.yml lists beside itself, read at this commit. */
  readonly listBranches: (commit: string) => Promise<readonly string[]>;
}

/**
 * A pull request of anybody's, in a run that has keys in reach. Nothing is called before a person approved this very
 * head; nothing that the event, an artifact or the head says decides anything: GitHub is asked.
 */
export async function planPrivileged(event: TargetEvent | WorkflowRunEvent, context: PrivilegedContext): Promise<Task> {
  refuseInputs(context.inputs);
  if (event.kind === "workflow-run" && event.cause !== "pull_request") {
    return idle("The run that ended was about no pull request.");
  }
  if (event.kind === "target" && isAboutOtherLabel(event)) return idle("The label is not one that starts a run.");
  const found = event.kind === "target" ? event.pull.number : await findNumber(event, context);
  if (typeof found !== "number") return found;
  const expected = event.kind === "target" ? event.pull.head.sha : event.head.sha;
  const { connect, sleep, inputs } = context;
  const client = await connect();
  const pull = await readPullRequest(client, event.repository, found, sleep);
  if (isFailure(pull)) return failed("The pull request could not be read", pull);
  if (pull.head.sha !== expected) {
    return idle(`The head is ${pull.head.sha.slice(0, 7)} by now: nothing was run for ${expected.slice(0, 7)}.`, true);
  }
  const task = await planServed(pull, event.defaultBranch, context);
  if (task.kind === "idle") return task;
  const address = {
    owner: pull.repository.owner,
    repo: pull.repository.name,
    issueNumber: found,
    key: inputs.commentKey,
  };
  const post = await readPost(client, address, sleep);
  if (isFailure(post)) return failed("What was told before could not be read", post);
  const approval = await readApproval(client, pull, post, sleep);
  if (isFailure(approval)) return failed("Whether the run is approved could not be read", approval);
  if (approval.status === "approved") return approve(task);
  if (approval.labelled) await removeApproval(client, pull, sleep);
  return { ...task, awaits: { refused: approval.why }, options: { ...task.options, privileged: "awaits" } };
}

/** The same for whoever commands it: the comment itself is the approval. */
export async function planCommanded(
  pull: PullRequestEvent,
  defaultBranch: string,
  context: PrivilegedContext,
): Promise<Task> {
  refuseInputs(context.inputs);
  const task = await planServed(pull, defaultBranch, context);
  return task.kind === "idle" ? task : approve(task);
}

/**
 * The branch that a pull request is for, at its tip: served is the default branch, and what its assay.yml lists. Any
 * other may hold goalposts that somebody left behind.
 */
export async function readServedTip(
  { base, repository }: PullRequestEvent,
  defaultBranch: string,
  { connect, sleep, listBranches }: PrivilegedContext,
): Promise<string | IdleTask> {
  const client = await connect();
  const main = await readBranchTip(client, repository, defaultBranch, sleep);
  if (isFailure(main)) return failed("The default branch could not be read", main);
  if (base.ref === defaultBranch) return main;
  if (!(await listBranches(main)).includes(base.ref)) {
    return idle(
      `The pull request is for ${base.ref}: nothing is run for it with a key, because assay.yml of ${defaultBranch} does not list it under forks.branches.`,
      true,
    );
  }
  const tip = await readBranchTip(client, repository, base.ref, sleep);
  return isFailure(tip) ? failed("The base branch could not be read", tip) : tip;
}

async function planServed(
  pull: PullRequestEvent,
  defaultBranch: string,
  context: PrivilegedContext,
): Promise<JudgeTask | IdleTask> {
  const tip = await readServedTip(pull, defaultBranch, context);
  if (typeof tip !== "string") return tip;
  const task = planPullRequest({ ...pull, base: { ...pull.base, sha: tip } }, context.inputs, undefined);
  if (task.kind === "idle") return task;
  return { ...task, options: { ...task.options, fork: true }, unprivileged: false, sha: pull.head.sha };
}

function approve(task: JudgeTask): JudgeTask {
  return { ...task, options: { ...task.options, privileged: "approved" } };
}

function isAboutOtherLabel({ action, label }: TargetEvent): boolean {
  return ["labeled", "unlabeled"].includes(action) && label !== approvingLabel;
}

/** Found by the head's repository and commit alone; where several match, none is meant. */
async function findNumber(
  { head, repository }: WorkflowRunEvent,
  { connect, sleep }: PrivilegedContext,
): Promise<number | IdleTask> {
  if (head.repository === null) return idle("The head's repository is gone, so its pull request cannot be told.", true);
  const named = { ...head, repository: head.repository };
  const found = await findPullRequests(await connect(), repository, named, sleep);
  if (isFailure(found)) return failed("The pull request could not be looked up", found);
  const [only, ...others] = found;
  if (only === undefined) return idle("No open pull request has this head any more.");
  if (others.length > 0) {
    return idle(`${found.length} pull requests have this head (${found.join(", ")}): nothing was run or posted.`, true);
  }
  return only;
}

/** What a run takes from a workflow's own files or from elsewhere could come from the head. */
function refuseInputs(inputs: ActionInputs): void {
  const { command, files, replay, store, base, head, shard } = inputs;
  const given = {
    "command: merge": command === "merge",
    files: files.length > 0,
    replay: replay !== undefined,
    store: store !== undefined,
    base: base !== undefined,
    head: head !== undefined,
    shard: shard !== undefined,
  };
  const problems = Object.entries(given)
    .filter(([, isGiven]) => isGiven)
    .map(([name]) => ({
      message: `${name} is not taken where anybody's pull request is judged with a key`,
      hint: "Leave it out: the run finds the commits itself, makes all calls itself, and believes no file.",
    }));
  if (problems.length > 0) throw new UserError(problems);
}

function failed(what: string, { message, hint }: GitHubFailure): IdleTask {
  return idle(`${what}: ${message}. ${hint}`, true);
}
