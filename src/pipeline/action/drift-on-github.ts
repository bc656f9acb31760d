import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { openFolderHistory } from "../../drift/folder-history.ts";
import type { HistoryStore } from "../../drift/history.ts";
import { exitCodes } from "../../errors.ts";
import { isFailure, type Sleep } from "../../github/attempt.ts";
import type { GitHubClient } from "../../github/client.ts";
import type { Repository } from "../../github/event.ts";
import { historyBranch, openHistoryBranch } from "../../github/history-branch.ts";
import type { ActionInputs } from "../../github/inputs.ts";
import { type Issues, openIssues } from "../../github/issues.ts";
import { writeSummary } from "../../github/summary.ts";
import type { DriftReport } from "../../model.ts";
import { summariseDrift } from "../../report/drift-markdown.ts";
import { renderDriftPage } from "../../report/drift-page.ts";
import { concludeDrift, renderDrift } from "../../report/drift-text.ts";
import type { Acceptance } from "../drift/acceptance.ts";
import { type DriftResult, drift } from "../drift.ts";
import { actionFiles, actionOptions } from "./action-options.ts";
import { findFolders } from "./find-folders.ts";
import type { ActionContext } from "./on-github.ts";
import type { DriftTask } from "./plan-task.ts";
import { readSubjects, tellDrift } from "./tell-drift.ts";

export interface DriftInput extends Pick<ActionContext, "environment" | "runner"> {
  readonly inputs: ActionInputs;
  readonly repository: Repository;
  readonly connect: () => Promise<GitHubClient>;
  readonly sleep: Sleep;
  readonly begun: Date;
}

/** A night in a workflow: run, kept, and told in the summary and in issues. Returns the exit code. */
export async function driftOnGitHub(task: DriftTask, input: DriftInput): Promise<number> {
  const { environment, runner, inputs, repository, connect, sleep, begun } = input;
  const files = actionFiles(inputs, environment);
  const { samplesFile: _none, ...options } = actionOptions(inputs, environment, files, runner);
  const history: HistoryStore =
    inputs.history === undefined
      ? openHistoryBranch(connect, repository, sleep)
      : openFolderHistory(resolve(options.directory, inputs.history), sleep);
  const issues = openIssues(connect, repository, { key: "drift", begun: begun.toISOString(), sleep });
  const { accepts, warnings } = task.wish === "references" ? noAcceptances : await readAcceptances(issues);
  const nights: DriftResult[] = [];
  for (const folder of await findFolders(options, inputs.configs)) {
    const wish = {
      referencesOnly: task.wish === "references",
      accepts,
      acceptsOnly: task.wish === "accepted",
      ...(task.head === null ? {} : { head: task.head }),
    };
    nights.push(await drift({ ...options, ...folder, history, now: () => begun, ...wish }));
  }
  const report = joinNights(nights.map((night) => night.report));
  const lines = nights.at(-1)?.lines ?? [];
  const server = environment["GITHUB_SERVER_URL"] || "https://github.com";
  const raw = `${server}/${repository.owner}/${repository.name}/raw/${historyBranch}`;
  const told =
    task.wish === "references"
      ? []
      : await tellDrift(issues, {
          prompts: report.prompts,
          lines,
          at: report.at,
          pictureOf: (folder) => (inputs.history === undefined ? `${raw}/prompts/${folder}/line.svg` : null),
        });
  await publish({ ...report, warnings: [...report.warnings, ...warnings, ...told] }, files.json, input);
  const page = files.others.find(({ reporter }) => reporter === "html");
  if (page !== undefined) await writeAt(page.path, await renderDriftPage(lines));
  return report.exitCode;
}

const noAcceptances = { accepts: [], warnings: [] };

/** What people accepted by a label on an open issue of ours. */
async function readAcceptances(
  issues: Issues,
): Promise<{ readonly accepts: readonly Acceptance[]; readonly warnings: readonly string[] }> {
  const known = await issues.list();
  if (isFailure(known)) return { accepts: [], warnings: [`What issues accept could not be read: ${known.message}.`] };
  const accepts: Acceptance[] = [];
  const warnings: string[] = [];
  for (const issue of known.filter(({ open, labelled }) => open && labelled)) {
    const given = await issues.acceptedBy(issue);
    if ("by" in given) {
      const reason = `Accepted by ${given.by} on issue ${issue.number}.`;
      accepts.push(...readSubjects(issue).map(({ folder }) => ({ prompt: folder, reason })));
    } else {
      const why = "refused" in given ? given.refused : given.message;
      warnings.push(`The label on issue ${issue.number} does not count: ${why}.`);
    }
  }
  return { accepts, warnings };
}

/** One report of all folders that have an assay.yml of their own. */
function joinNights(reports: readonly DriftReport[]): DriftReport {
  const [first] = reports;
  if (first === undefined) throw new Error("there is at least one folder");
  const sum = (count: (report: DriftReport) => number): number => reports.reduce((all, each) => all + count(each), 0);
  const costs = reports.map(({ cost }) => cost);
  return {
    ...first,
    exitCode: reports.map(({ exitCode }) => exitCode).reduce(worstOf),
    prompts: reports.flatMap(({ prompts }) => prompts),
    calls: {
      planned: sum(({ calls }) => calls.planned),
      made: sum(({ calls }) => calls.made),
      failed: sum(({ calls }) => calls.failed),
    },
    cost: costs.includes(null) ? null : sum(({ cost }) => cost ?? 0),
    // The history is one: the last night has seen all of it.
    costOfMonth: reports.at(-1)?.costOfMonth ?? null,
    warnings: [...new Set(reports.flatMap(({ warnings }) => warnings))],
  };
}

function worstOf(one: DriftReport["exitCode"], other: DriftReport["exitCode"]): DriftReport["exitCode"] {
  if (one === exitCodes.gateFailed || other === exitCodes.gateFailed) return exitCodes.gateFailed;
  return one === exitCodes.pass ? other : one;
}

/** The summary first: whatever happens next, the night is told. */
async function publish(report: DriftReport, json: string, { environment, runner }: DriftInput): Promise<void> {
  const written = await writeSummary(environment, summariseDrift(report), { appendFile });
  if (written.status === "failed") runner.warning(written.message);
  await writeAt(json, `${JSON.stringify(report, null, 2)}\n`);
  runner.group("The whole night", renderDrift(report, 80).split("\n"));
  for (const warning of report.warnings) runner.warning(warning);
  const drifting = report.prompts.filter(({ status }) => status === "drifting").map(({ name }) => name);
  const outputs = {
    verdict: report.exitCode === exitCodes.notJudged ? "error" : drifting.length > 0 ? "drifting" : "steady",
    passed: String(report.exitCode === exitCodes.pass),
    report: json,
    "comment-url": "",
    regressed: JSON.stringify(drifting),
    cost: report.cost === null ? "" : String(report.cost),
    calls: String(report.calls.made),
  };
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
  const conclusion = concludeDrift(report);
  if (report.exitCode === exitCodes.pass) runner.info(conclusion);
  else runner.fail(report.exitCode === exitCodes.notJudged ? `Could not judge: ${conclusion}` : conclusion);
}

async function writeAt(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
