import { readAcceptances } from "../github/acceptances.ts";
import { isFailure, type Sleep } from "../github/attempt.ts";
import type { GitHubClient } from "../github/client.ts";
import type { PullRequestEvent, Repository } from "../github/event.ts";
import { readPullRequest } from "../github/pull-request.ts";
import type { Report } from "../model.ts";
import { applyAcceptances } from "./apply-acceptances.ts";

/**
 * The report with what people accepted on the pull request. GitHub is asked only where a regression stands; what cannot
 * be asked accepts nothing, and the report says so.
 */
export async function acceptRegressions(
  report: Report,
  subject: { readonly repository: Repository; readonly pull: PullRequestEvent | null; readonly queued: number | null },
  connect: () => Promise<GitHubClient>,
  sleep: Sleep,
): Promise<Report> {
  const open = report.prompts.some(
    ({ verdict, advisory, accepted }) => verdict === "regression" && !advisory && accepted === null,
  );
  if (!open || (subject.pull === null && subject.queued === null)) return report;
  const client = await connect();
  const pull = subject.pull ?? (await readPullRequest(client, subject.repository, subject.queued ?? 0, sleep));
  const found = isFailure(pull) ? pull : await readAcceptances(client, pull, sleep);
  if (isFailure(found)) {
    const warning = `Whether somebody accepts the regression could not be read: ${found.message}.`;
    return { ...report, warnings: [...report.warnings, warning] };
  }
  const accepted = applyAcceptances(
    report,
    found.accepted.map((each) => ({ ...each, until: null })),
  );
  return { ...accepted, warnings: [...accepted.warnings, ...found.refused] };
}
