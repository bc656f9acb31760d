import { approvingLabel } from "../../github/approval.ts";
import type { Report } from "../../model.ts";
import { codeSpan, prose } from "../../report/escape.ts";
import { spendingNote } from "../plan/hold-fork.ts";
import type { JudgeTask } from "./plan-task.ts";

/** So many prompts are named with what their runs take; the notes below name all. */
const listedPrompts = 20;

/** The report of what was not judged for want of a key or of an approval, and how a maintainer has it judged. */
export function tellApproval(report: Report, task: JudgeTask): Report {
  const sha = heldCommit(report, task);
  if (sha === null) return report;
  return { ...report, warnings: [...refusals(task), ...instructions(sha, task), ...report.warnings] };
}

/** The same in Markdown, where everybody sees it: what the run takes, and the command to be copied; "" where nothing is held. */
export function describeApproval(report: Report, task: JudgeTask): string {
  const { awaits, unprivileged } = task;
  if (!unprivileged && task.pull?.fork === true) {
    // No comment and no label helps there.
    const lacking = report.prompts.filter(({ reason }) => reason === "no-key").flatMap(({ notes }) => notes);
    const [cause] = lacking.filter((note) => note.startsWith("Not judged:"));
    if (cause !== undefined) return `⚠️ ${prose(cause)}`;
  }
  const sha = heldCommit(report, task);
  if (sha === null) return "";
  const how =
    awaits !== undefined
      ? `**To have commit ${codeSpan(sha.slice(0, 7))} judged,** somebody with write permission reads the changes and comments`
      : `**This run has no key.** To have commit ${codeSpan(sha.slice(0, 7))} judged, a maintainer reads the changes and comments`;
  const otherwise =
    awaits !== undefined
      ? `or sets the label ${codeSpan(approvingLabel)} now that this is told. Nothing is called before.`
      : "where the repository has a [workflow for pull requests from forks](https://github.com/prompt-assay/prompt-assay/blob/main/docs/workflows/forks.md).";
  if (awaits === undefined && !unprivileged) return "";
  const takes = report.prompts.flatMap(({ name, notes }) =>
    notes.filter((note) => note.startsWith(spendingNote)).map((note) => `- ${codeSpan(name, 48)}: ${prose(note)}`),
  );
  const lines = [
    ...refusals(task).map((each) => `⚠️ ${prose(each)}`),
    how,
    `\`\`\`text\n/assay run ${sha}\n\`\`\``,
    otherwise,
    takes.slice(0, listedPrompts).join("\n"),
  ];
  return lines.filter((line) => line !== "").join("\n\n");
}

/** The commit that waits for a person; null where none does: where a run with keys in reach lacks one, its notes say what to mend. */
function heldCommit({ prompts }: Report, { pull, awaits }: JudgeTask): string | null {
  const waits = awaits === undefined ? "no-key" : "approval";
  return pull !== null && prompts.some(({ reason }) => reason === waits) ? pull.head.sha : null;
}

function refusals({ awaits }: JudgeTask): readonly string[] {
  return awaits === undefined || awaits.refused === null
    ? []
    : [`The label “${approvingLabel}” does not count: ${awaits.refused}.`];
}

function instructions(sha: string, { awaits, unprivileged }: JudgeTask): readonly string[] {
  const commit = sha.slice(0, 7);
  if (awaits !== undefined) {
    return [
      `Nothing was called for commit ${commit}. To have it judged, somebody with write permission reads the pull request and comments /assay run ${sha}, or sets the label “${approvingLabel}” now that this is told.`,
    ];
  }
  if (!unprivileged) return [];
  return [
    `This run has no key. To have commit ${commit} judged, a maintainer comments /assay run ${sha}, where the repository has a workflow for that (docs/workflows/forks.md).`,
  ];
}
