import { isFailure } from "../../github/attempt.ts";
import { type Command, parseCommand } from "../../github/command.ts";
import { readPost } from "../../github/comment.ts";
import type { CommentEvent, PullRequestEvent } from "../../github/event.ts";
import { mayWrite } from "../../github/permission.ts";
import { readPullRequest } from "../../github/pull-request.ts";
import { type PrivilegedContext, planCommanded, readServedTip } from "./plan-privileged.ts";
import { dependabot, type IdleTask, idle, planPullRequest, type Task } from "./plan-task.ts";

/**
 * What a comment asks for. Only a comment that a person with write permission now just wrote commands anything, and
 * `/assay run` only the head that it names. What it accepts is read with all other acceptances, when there is a verdict.
 */
export async function planCommand(event: CommentEvent, context: PrivilegedContext): Promise<Task> {
  const { inputs, connect, sleep } = context;
  const command = event.created && event.onPullRequest && !event.byBot ? parseCommand(event.body) : null;
  if (command === null) return idle("The comment asks for nothing.");
  if (command.kind === "mistaken") return idle(`The comment is no command. ${command.usage}`, true);
  const client = await connect();
  const { author, number, repository } = event;
  const may = await mayWrite(client, repository, author, sleep);
  if (isFailure(may)) return idle(`Whether ${author} may command could not be told: ${may.message}. ${may.hint}`, true);
  if (!may) return idle(`${author} has no write permission, so the command does nothing.`, true);
  const pull = await readPullRequest(client, repository, number, sleep);
  if (isFailure(pull)) return idle(`The pull request could not be read: ${pull.message}. ${pull.hint}`, true);
  const foreign = pull.fork || pull.author === dependabot;
  if (foreign && command.kind !== "run") {
    return idle("The pull request comes from a fork: write /assay run SHA to have it judged.", true);
  }
  if (command.kind === "run" && !pull.head.sha.toLowerCase().startsWith(command.sha)) {
    return idle(`The head is ${pull.head.sha.slice(0, 7)} now, not ${command.sha}: nothing was run.`, true);
  }
  // Whoever asks for a draft to be judged wants it.
  const ready = { ...pull, draft: false };
  if (foreign) {
    const doubt = await doubtShortCommit(event, command, ready, context);
    return doubt ?? planCommanded(ready, event.defaultBranch, context);
  }
  const tip = await readServedTip(pull, event.defaultBranch, context);
  if (typeof tip !== "string") return tip;
  const wanted = { ...ready, base: { ...pull.base, sha: tip } };
  // Shards that were taken for it are merged for it.
  const asked = inputs.command === "merge" ? "merge" : "compare";
  return planPullRequest(wanted, { ...inputs, command: asked }, undefined);
}

/**
 * Whoever owns a fork can find, in a moment, another commit with the same first digits, and push it once the command is
 * written. So short digits hold for the commit that our comment named before; all digits always do.
 */
async function doubtShortCommit(
  { createdAt }: CommentEvent,
  command: Command,
  { head, number, repository }: PullRequestEvent,
  { inputs, connect, sleep }: PrivilegedContext,
): Promise<IdleTask | null> {
  if (command.kind === "run" && command.sha === head.sha.toLowerCase()) return null;
  const address = {
    owner: repository.owner,
    repo: repository.name,
    issueNumber: number,
    key: inputs.commentKey,
  };
  const post = await readPost(await connect(), address, sleep);
  if (isFailure(post)) return idle(`What was told before could not be read: ${post.message}. ${post.hint}`, true);
  const told = post !== null && post.commit === head.sha && Date.parse(post.writtenAt) < Date.parse(createdAt);
  return told ? null : idle("Write all digits of the commit: other commits can be made to begin like it.", true);
}
