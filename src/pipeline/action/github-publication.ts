import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { exitCodes } from "../../errors.ts";
import { isFailure, type Sleep } from "../../github/attempt.ts";
import { type Annotation, beginCheck, type CheckResult, type CheckRun, finishCheck } from "../../github/check-run.ts";
import type { GitHubClient } from "../../github/client.ts";
import { publishComment } from "../../github/comment.ts";
import type { Repository } from "../../github/event.ts";
import type { ActionInputs } from "../../github/inputs.ts";
import { summaryLimit, writeSummary } from "../../github/summary.ts";
import type { Place, Report } from "../../model.ts";
import { writeFooter } from "../../report/footer.ts";
import { headline } from "../../report/headline.ts";
import { reporters } from "../../report/registry.ts";
import type { RunOptions } from "../options.ts";
import { samplesBeside } from "../sample-lines.ts";
import type { ActionFiles } from "./action-options.ts";
import { findChangedLines, type LineRange } from "./changed-lines.ts";
import type { ActionContext } from "./on-github.ts";
import type { JudgeTask } from "./plan-task.ts";
import { annotatePrompts, type CommentTexts, checkResult, commentTexts } from "./publish-verdict.ts";
import { readCommentPolicy } from "./read-settings.ts";
import { describeApproval, tellApproval } from "./tell-approval.ts";
import type { ToldError } from "./tell-error.ts";

const rendering = { color: false, width: 80 };

export interface PublicationInput extends Pick<ActionContext, "environment" | "runner"> {
  readonly inputs: ActionInputs;
  readonly task: JudgeTask;
  readonly repository: Repository;
  readonly connect: () => Promise<GitHubClient>;
  readonly sleep: Sleep;
  readonly begun: Date;
  readonly options: RunOptions;
}

/** Where a run tells its verdict. Whatever GitHub answers, the verdict stands. */
export interface Publication {
  tell(report: Report, files: ActionFiles): Promise<void>;
  tellMistakes(told: ToldError): Promise<void>;
}

/** Begins the check run, so that the commit waits for this run's verdict and no earlier one counts. */
export async function createPublication(input: PublicationInput): Promise<Publication> {
  const { environment, runner, task, inputs } = input;
  const runUrl = findRunUrl(environment);
  const origin = {
    ...(runUrl === null ? {} : { runUrl }),
    ...(inputs.commentKey === "default" ? {} : { commentKey: inputs.commentKey }),
  };
  // A run that waits for its approval leaves the commit waiting, too.
  let check = task.awaits === undefined ? await begin(input, runUrl) : null;

  const finish = async (result: CheckResult): Promise<void> => {
    if (check === null) return;
    const outcome = await finishCheck(await input.connect(), check, result, input.sleep);
    if (isFailure(outcome)) {
      runner.warning(`The check run stays pending: ${outcome.message}. Run the job again. The verdict stands.`);
    }
  };

  return {
    async tell(judged, files) {
      const report = tellApproval(judged, task);
      const onPullRequest = task.pull !== null;
      const approval = describeApproval(judged, task);
      const limit = summaryLimit - 1024 - approval.length;
      const summary = reporters.markdown.render(judged, { ...rendering, onPullRequest, limit });
      const written = await writeSummary(environment, withApproval(summary, approval), { appendFile });
      if (written.status === "failed") runner.warning(written.message);
      const lines = await findLines(report, input.options);
      const options = { ...rendering, ...origin, onPullRequest, lines, ...samplesBeside(report, files.json) };
      await write(files.json, reporters.json.render(report, options));
      for (const { reporter, path } of files.others)
        await write(path, await reporters[reporter].render(report, options));
      const markdown = withApproval(reporters.markdown.render(judged, options), approval);
      runner.info(headline(report));
      runner.group("The whole report", reporters.text.render(report, rendering).split("\n"));
      // Where nothing had to be called, nothing is waited for.
      if (task.awaits !== undefined && report.verdict !== "skipped") check = await begin(input, runUrl);
      if (check === null) annotateLog(annotatePrompts(report, lines), runner);
      const url = await comment(input, (policy) => commentTexts(report, markdown, policy));
      await finish(checkResult(report, markdown, lines));
      setOutputs(input, report, files, url);
      if (report.exitCode !== exitCodes.pass) runner.fail(headline(report));
    },
    async tellMistakes({ title, markdown }) {
      const body = `${markdown}\n${writeFooter(origin)}\n`;
      const url = await comment(input, () => ({ body, bodyOfUpdate: body }));
      if (url !== "") runner.setOutput("comment-url", url);
      await finish({
        conclusion: "failure",
        title,
        summary: markdown,
        annotations: [],
      });
    },
  };
}

/** The Markdown with how it is approved right below its headline. */
function withApproval(markdown: string, approval: string): string {
  if (approval === "") return markdown;
  const [headline = "", ...rest] = markdown.split("\n\n");
  return [headline, approval, ...rest].join("\n\n");
}

/** The lines that changed of the prompts that are pointed at. */
async function findLines(report: Report, options: RunOptions): Promise<ReadonlyMap<string, LineRange>> {
  const pointsAt = annotatePrompts(report, new Map()).map(({ path }) => path);
  const prompts = report.prompts.filter(({ path }) => pointsAt.includes(path));
  return prompts.length > 0 ? findChangedLines(prompts, options) : new Map();
}

/** The runner shows ten errors and ten warnings of a step; one of each is kept for what else there is to say. */
const mostInLog = 9;

/** Where there is no check run that could point at the prompts' files, the step's own log does. */
function annotateLog(annotations: readonly Annotation[], runner: ActionContext["runner"]): void {
  const tell = (level: Annotation["level"], write: (line: string, place: Place) => void): void => {
    const own = annotations.filter((annotation) => annotation.level === level).slice(0, mostInLog);
    for (const { message, path, startLine } of own) write(message, { path, line: startLine });
  };
  tell("failure", runner.error);
  tell("warning", runner.warning);
}

/** A token that may not write checks is a common one: the step's own result stands for the verdict then. */
async function begin(input: PublicationInput, detailsUrl: string | null): Promise<CheckRun | null> {
  const { environment, task, repository, inputs, runner } = input;
  // A shard has nothing to tell yet: the merge does.
  if (task.sha === null || inputs.shard !== undefined) return null;
  const runId = `${environment["GITHUB_RUN_ID"] ?? ""}.${environment["GITHUB_RUN_ATTEMPT"] ?? ""}`;
  const check = { key: inputs.commentKey, sha: task.sha, runId, detailsUrl };
  const begun = await beginCheck(await input.connect(), repository, check, input.sleep);
  if (!isFailure(begun)) return begun;
  if (begun.reason === "forbidden") runner.info("No check run: the job has no permission checks: write.");
  else runner.warning(`No check run: ${begun.message}. The verdict stands.`);
  return null;
}

type TextsOf = (policy: "always" | "on-change" | "on-problem") => CommentTexts;

/** Posts or updates the one comment, and returns its address; "" where there is none. */
async function comment(input: PublicationInput, textsOf: TextsOf): Promise<string> {
  const { inputs, task, repository, runner, begun } = input;
  const { pull } = task;
  // A token that only reads could not, and says nothing new by failing.
  if (pull === null || task.unprivileged || inputs.shard !== undefined) return "";
  const policy = inputs.comment ?? (await readCommentPolicy(input.options, inputs.configs));
  if (policy === "never") return "";
  const request = {
    owner: repository.owner,
    repo: repository.name,
    issueNumber: pull.number,
    key: inputs.commentKey,
    begun: begun.toISOString(),
    judged: { head: pull.head.sha, baseRef: pull.base.ref },
    ...textsOf(policy),
  };
  const outcome = await publishComment(await input.connect(), request, input.sleep);
  if (outcome.status === "failed") {
    runner.warning(`No comment: ${outcome.message}. ${outcome.hint} The verdict stands.`);
    return "";
  }
  if (outcome.status === "outdated") runner.info(`No comment: ${outcome.message}.`);
  return "url" in outcome ? outcome.url : "";
}

function setOutputs({ runner }: PublicationInput, report: Report, files: ActionFiles, commentUrl: string): void {
  const regressed = report.prompts.filter((prompt) => prompt.verdict === "regression").map((prompt) => prompt.name);
  const outputs = {
    verdict: report.verdict,
    passed: report.passed === null ? "" : String(report.passed),
    report: files.json,
    "comment-url": commentUrl,
    regressed: JSON.stringify(regressed),
    cost: report.cost === null ? "" : String(report.cost),
    calls: String(report.calls.made),
  };
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
}

/** The page of this run, which holds the whole report; null where the runner does not say. */
function findRunUrl(environment: PublicationInput["environment"]): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
