import { appendFile, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { exitCodes, foreignHead, UserError } from "../../errors.ts";
import { createClient, type GitHubClient } from "../../github/client.ts";
import { type GitHubEvent, readEvent } from "../../github/event.ts";
import { type ActionInputs, readInputs } from "../../github/inputs.ts";
import { openRemoteRepository } from "../../github/remote-repository.ts";
import type { Runner } from "../../github/runner.ts";
import { writeSummary } from "../../github/summary.ts";
import type { Report } from "../../model.ts";
import { prose } from "../../report/escape.ts";
import { version } from "../../version.ts";
import { type MergeOptions, merge } from "../merge.ts";
import { acceptRegressions } from "./accept-regressions.ts";
import { actionFiles, actionOptions } from "./action-options.ts";
import { driftOnGitHub } from "./drift-on-github.ts";
import { createPublication } from "./github-publication.ts";
import { judgeFolders, type Settle } from "./judge-folders.ts";
import { planCommand } from "./plan-command.ts";
import { type PrivilegedContext, planPrivileged } from "./plan-privileged.ts";
import { type IdleTask, type JudgeTask, planTask, type Task } from "./plan-task.ts";
import { listForkBranches, readShield } from "./read-settings.ts";
import { tellError } from "./tell-error.ts";

/** What the Action touches of the world. */
export interface ActionContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly getInput: (name: string) => string;
  readonly runner: Runner;
}

/** The Action: what the event asks for is judged and told in every place where somebody looks. Returns the exit code. */
export async function runOnGitHub(context: ActionContext): Promise<number> {
  try {
    return await judgeEvent(context);
  } catch (error) {
    return (await tellError(error, context)).exitCode;
  }
}

async function judgeEvent(context: ActionContext): Promise<number> {
  const { environment, runner } = context;
  const begun = new Date();
  const inputs = readInputs(context.getInput);
  const event = await readEvent(environment, (path) => readFile(path, "utf8"));
  const { repository } = event;
  const connect = openGitHub(inputs, environment);
  const remote = openRemoteRepository({
    connect,
    repository,
    sleep,
    onFailure: ({ message, hint }) => runner.warning(`Not read through GitHub's API: ${message}. ${hint}`),
  });
  const files = actionFiles(inputs, environment);
  const shared = { ...actionOptions(inputs, environment, files, runner), remote };
  const task = await planEvent(event, environment["GITHUB_ACTOR"], {
    inputs,
    connect,
    sleep,
    listBranches: (commit) => listForkBranches({ ...shared, head: commit, goalpostsRevision: commit }, inputs.configs),
  });
  if (task.kind === "idle") return tellIdle(task, context);
  if (task.kind === "drift") return driftOnGitHub(task, { ...context, inputs, repository, connect, sleep, begun });
  const options = { ...shared, ...task.options };
  const publication = await createPublication({ ...context, inputs, task, repository, connect, sleep, begun, options });
  try {
    const settle: Settle = (reports) => acceptRegressions(reports, { ...task, repository }, connect, sleep);
    const report =
      task.command === "merge"
        ? (await settle([await mergeShards(options, inputs, task)]))[0]
        : await judgeFolders(task.command, options, inputs.configs, settle);
    await publication.tell(report, files);
    return report.exitCode;
  } catch (error) {
    const shield = await readShield(options, inputs.configs);
    const told = await tellError(error instanceof UserError ? shield.mistakes(error) : error, context);
    await publication.tellMistakes(told);
    return told.exitCode;
  }
}

function planEvent(event: GitHubEvent, actor: string | undefined, context: PrivilegedContext): Promise<Task> | Task {
  if (event.kind === "comment") return planCommand(event, context);
  if (event.kind === "target" || event.kind === "workflow-run") return planPrivileged(event, context);
  return planTask(event, context.inputs, actor);
}

/** Merges shards of this very head: what is told on a commit holds for that commit. */
async function mergeShards(
  options: Omit<MergeOptions, "files">,
  { files, head }: ActionInputs,
  { pull, sha }: JudgeTask,
): Promise<Report> {
  const report = await merge({ ...options, files });
  // Whoever names a head wants another commit judged.
  const told = head === undefined ? (pull?.head.sha ?? sha) : null;
  const { commit } = report.head;
  if (told !== null && commit !== null && commit !== told) throw new UserError(foreignHead(commit, told));
  return report;
}

/** GitHub's API, opened when first needed, and once. */
function openGitHub(inputs: ActionInputs, environment: ActionContext["environment"]): () => Promise<GitHubClient> {
  let client: Promise<GitHubClient> | null = null;
  return () => {
    client ??= createClient({
      token: inputs.token,
      apiUrl: environment["GITHUB_API_URL"] || "https://api.github.com",
      userAgent: `prompt-assay/${version}`,
    });
    return client;
  };
}

/** Nothing was run, on purpose: neither passed nor failed, and said so. */
async function tellIdle({ reason, warning }: IdleTask, { environment, runner }: ActionContext): Promise<number> {
  await writeSummary(environment, `## ⏭️ Skipped, not judged\n\n${prose(reason)}\n`, { appendFile });
  if (warning) runner.warning(reason);
  else runner.info(reason);
  const outputs = {
    verdict: "skipped",
    passed: "",
    report: "",
    "comment-url": "",
    regressed: "[]",
    cost: "",
    calls: "0",
  };
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
  return exitCodes.pass;
}
