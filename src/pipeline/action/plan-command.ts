import { isFailure, type Sleep } from "../../github/attempt.ts";
import type { GitHubClient } from "../../github/client.ts";
import { parseCommand } from "../../github/command.ts";
import type { CommentEvent } from "../../github/event.ts";
import type { ActionInputs } from "../../github/inputs.ts";
import { mayWrite } from "../../github/permission.ts";
import { readBranchTip, readPullRequest } from "../../github/pull-request.ts";
import { idle, planPullRequest, type Task } from "./plan-task.ts";

/**
 * What a comment asks for. Only a comment that a person with write permission now just wrote commands anything, and
 * `/assay run` only the head that it names. What it accepts is read with all other acceptances, when there is a verdict.
 */
export async function planCommand(
  event: CommentEvent,
  inputs: ActionInputs,
  connect: () => Promise<GitHubClient>,
  sleep: Sleep,
): Promise<Task> {
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
  if (pull.fork) return idle("The pull request comes from a fork: commands do not run what a fork brings.", true);
  if (command.kind === "run" && !pull.head.sha.toLowerCase().startsWith(command.sha)) {
    return idle(`The head is ${pull.head.sha.slice(0, 7)} now, not ${command.sha}: nothing was run.`, true);
  }
  const tip = await readBranchTip(client, repository, pull.base.ref, sleep);
  if (isFailure(tip)) return idle(`The base branch could not be read: ${tip.message}. ${tip.hint}`, true);
  // Whoever asks for a draft to be judged wants it.
  const wanted = { ...pull, draft: false, base: { ...pull.base, sha: tip } };
  // Shards that were taken for it are merged for it.
  const asked = inputs.command === "merge" ? "merge" : "compare";
  return planPullRequest(wanted, { ...inputs, command: asked }, undefined);
}
