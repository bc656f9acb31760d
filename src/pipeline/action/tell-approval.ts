import { approvingLabel } from "../../github/approval.ts";
import type { Report } from "../../model.ts";
import type { JudgeTask } from "./plan-task.ts";

/** The report of what was not judged for want of a key or of an approval, and how a maintainer has it judged. */
export function tellApproval(report: Report, { pull, unprivileged, awaits }: JudgeTask): Report {
  const held = report.prompts.some(({ reason }) => reason === "no-key" || reason === "approval");
  if (pull === null || !held) return report;
  const { sha } = pull.head;
  const told =
    awaits !== undefined
      ? [
          ...(awaits.refused === null ? [] : [`The label “${approvingLabel}” does not count: ${awaits.refused}.`]),
          `Nothing was called for commit ${sha.slice(0, 7)}. To have it judged, somebody with write permission reads the pull request and comments /assay run ${sha}, or sets the label “${approvingLabel}” now that this is told.`,
        ]
      : unprivileged
        ? [
            `This run has no key. To have commit ${sha.slice(0, 7)} judged, a maintainer comments /assay run ${sha}, where the repository has a workflow for that (docs/workflows/forks.md).`,
          ]
        : [];
  return { ...report, warnings: [...told, ...report.warnings] };
}
