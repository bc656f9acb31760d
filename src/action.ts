import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as core from "@actions/core";
import { limitGarbage } from "./commands/limit-garbage.ts";
import { progressWriter } from "./commands/progress.ts";
import { exitCodes, formatPlace, UserError } from "./errors.ts";
import { createClient } from "./github/client.ts";
import { commentMarker, publishComment } from "./github/comment.ts";
import { type GitHubEvent, readEvent } from "./github/event.ts";
import { type ActionInputs, readInputs } from "./github/inputs.ts";
import { escapeLogLine } from "./github/log.ts";
import { writeSummary } from "./github/summary.ts";
import type { Problem, Report } from "./model.ts";
import { compare } from "./pipeline/compare.ts";
import type { RunOptions } from "./pipeline/options.ts";
import { run } from "./pipeline/run.ts";
import { prose } from "./report/escape.ts";
import { headline } from "./report/headline.ts";
import { reporters } from "./report/registry.ts";
import { version } from "./version.ts";

const rendering = { color: false, width: 80 };

/** The Action: reads inputs and event, runs the pipeline, then summary, outputs, comment and the step's result. */
async function main(): Promise<void> {
  const inputs = readInputs(core.getInput);
  commentMarker(inputs.commentKey);
  const event = await readEvent(process.env, (path) => readFile(path, "utf8"));
  const files = reportFiles(inputs);
  const options = runOptions(inputs, event, files.json);
  const report = inputs.command === "run" ? await run(options) : await compare(options);
  const markdown = reporters.markdown.render(report, rendering);
  const summary = await writeSummary(process.env, markdown, { appendFile });
  if (summary.status === "failed") core.warning(escapeLogLine(summary.message));
  await write(files.json, reporters.json.render(report, rendering));
  if (files.markdown !== null) await write(files.markdown, markdown);
  for (const line of reporters.text.render(report, rendering).split("\n")) core.info(escapeLogLine(line));
  const commentUrl = await comment(report, markdown, inputs, event);
  setOutputs(report, files.json, commentUrl);
  finish(report);
}

/** What a pull request fixes: its own base and head, and goalposts from the tip of the base branch. */
function runOptions(inputs: ActionInputs, event: GitHubEvent, json: string): RunOptions {
  const { config, base, head, concurrency, maxCost, trials, seed, store, replay, record } = inputs;
  const directory = resolve(process.env["GITHUB_WORKSPACE"] ?? ".", inputs.workingDirectory);
  const given = { config, base, head, concurrency, maxCost, trials, seed };
  const shared = {
    directory,
    environment: process.env,
    samplesFile: samplesFile(json),
    ...progressWriter({
      write: (text) => process.stdout.write(text),
      live: false,
      folded: true,
      now: () => performance.now(),
    }),
    signal: interruption(),
    restricted: true,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(store === undefined ? {} : { store: resolve(directory, store) }),
    ...(replay === undefined ? {} : { replay: resolve(directory, replay) }),
    ...(record === undefined ? {} : { record: resolve(directory, record) }),
  };
  if (event.kind === "pull-request") {
    const { sha } = event.base;
    return {
      ...shared,
      fork: event.fork,
      scope: `pull request ${event.number}`,
      head: head ?? event.head.sha,
      base: base ?? sha,
      fromMergeBase: base === undefined,
      goalposts: "base",
      goalpostsRevision: sha,
    };
  }
  if (inputs.command === "compare" && base === undefined) {
    throw new UserError({
      message: `the event ${event.name} has no base to compare with`,
      hint: "Run on pull_request, give the inputs base and head, or set command: run.",
    });
  }
  return inputs.command === "compare" ? { ...shared, goalposts: "base" } : shared;
}

/** Posts or updates the one comment. Whatever GitHub answers, the verdict stands. */
async function comment(report: Report, markdown: string, inputs: ActionInputs, event: GitHubEvent): Promise<string> {
  if (!inputs.comment || event.kind !== "pull-request") return "";
  const { owner, name } = event.repository;
  const client = await createClient({
    token: inputs.token,
    apiUrl: process.env["GITHUB_API_URL"] ?? "https://api.github.com",
    userAgent: `prompt-assay/${version}`,
  });
  const request = { owner, repo: name, issueNumber: event.number, key: inputs.commentKey, body: markdown };
  // Silence where nothing changed; but an earlier comment is brought up to date.
  const outcome = await publishComment(client, { ...request, onlyUpdate: report.prompts.length === 0 }, sleep);
  if (outcome.status === "failed") {
    core.warning(escapeLogLine(`No comment: ${outcome.message}. ${outcome.hint} The verdict stands.`));
    return "";
  }
  return outcome.status === "not-needed" ? "" : outcome.url;
}

function setOutputs(report: Report, json: string, commentUrl: string): void {
  const regressed = report.prompts.filter((prompt) => prompt.verdict === "regression").map((prompt) => prompt.name);
  core.setOutput("verdict", report.verdict);
  core.setOutput("passed", report.passed === null ? "" : String(report.passed));
  core.setOutput("report", json);
  core.setOutput("comment-url", commentUrl);
  core.setOutput("regressed", JSON.stringify(regressed));
  core.setOutput("cost", report.cost === null ? "" : String(report.cost));
  core.setOutput("calls", String(report.calls.made));
}

function finish(report: Report): void {
  if (report.exitCode === exitCodes.pass) return;
  core.setFailed(escapeLogLine(headline(report)));
  process.exitCode = report.exitCode;
}

interface ReportFiles {
  readonly json: string;
  readonly markdown: string | null;
}

function reportFiles(inputs: ActionInputs): ReportFiles {
  const directory = resolve(process.env["GITHUB_WORKSPACE"] ?? ".", inputs.workingDirectory);
  const temporary = process.env["RUNNER_TEMP"] ?? tmpdir();
  return {
    json: inputs.json === undefined ? join(temporary, "prompt-assay", "report.json") : resolve(directory, inputs.json),
    markdown: inputs.markdown === undefined ? null : resolve(directory, inputs.markdown),
  };
}

function samplesFile(json: string): string {
  return join(dirname(json), `${basename(json, ".json")}.samples.jsonl`);
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** A job that is cancelled still tells what there is: the runner waits some seconds before it ends the process. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort(signal));
  return controller.signal;
}

/** Mistakes become one error annotation each, and a summary; a bug of ours says that it is one. */
async function tellError(error: unknown): Promise<void> {
  if (!(error instanceof UserError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of stack.split("\n")) core.info(escapeLogLine(line));
    core.setFailed("Could not judge: this is a bug in Prompt Assay. Please report it with the lines above.");
    process.exitCode = exitCodes.notJudged;
    return;
  }
  const lines = error.problems.map(problemLine);
  const list = lines.map((line) => `- ${prose(line)}`).join("\n");
  await writeSummary(process.env, `Nothing was judged: there is something to mend.\n\n${list}\n`, { appendFile });
  for (const [index, problem] of error.problems.entries()) {
    const { place } = problem;
    core.error(escapeLogLine(lines[index] ?? ""), {
      ...(place === undefined ? {} : { file: place.path }),
      ...(place?.line === undefined ? {} : { startLine: place.line }),
    });
  }
  core.setFailed(
    `Nothing was judged: ${error.problems.length === 1 ? "1 mistake" : `${lines.length} mistakes`} to mend.`,
  );
  process.exitCode = exitCodes.userError;
}

function problemLine({ message, hint, place }: Problem): string {
  return `${place === undefined ? "" : `${formatPlace(place)}: `}${message}${hint === undefined ? "" : `. ${hint}`}`;
}

limitGarbage();
await main().catch(tellError);
