import { readAcceptances } from "../../github/acceptances.ts";
import { isFailure, type Sleep } from "../../github/attempt.ts";
import type { GitHubClient } from "../../github/client.ts";
import type { PullRequestEvent, Repository } from "../../github/event.ts";
import { readPullRequest } from "../../github/pull-request.ts";
import type { Report } from "../../model.ts";
import { isOpenLoss } from "../../report/losses.ts";
import { applyAcceptances } from "../reports/apply-acceptances.ts";

/**
 * The reports, one for each gate, with what people accepted on the pull request. GitHub is asked only where a regression
 * stands, and once; what cannot be asked accepts nothing, and the first report says so.
 */
export async function acceptRegressions(
  reports: readonly [Report, ...Report[]],
  subject: { readonly repository: Repository; readonly pull: PullRequestEvent | null; readonly queued: number | null },
  connect: () => Promise<GitHubClient>,
  sleep: Sleep,
): Promise<readonly [Report, ...Report[]]> {
  const open = reports.flatMap(({ prompts }) => prompts).some(isOpenLoss);
  if (!open || (subject.pull === null && subject.queued === null)) return reports;
  const client = await connect();
  const pull = subject.pull ?? (await readPullRequest(client, subject.repository, subject.queued ?? 0, sleep));
  const found = isFailure(pull) ? pull : await readAcceptances(client, pull, sleep);
  if (isFailure(found)) {
    const warning = `Whether somebody accepts the regression could not be read: ${found.message}.`;
    return warn(reports, [warning]);
  }
  const given = found.accepted.map((each) => ({ ...each, until: null }));
  const [first, ...others] = reports;
  const settled = others.map((report) => applyAcceptances(report, given));
  return warn([applyAcceptances(first, given), ...settled], found.refused);
}

function warn(
  [first, ...others]: readonly [Report, ...Report[]],
  warnings: readonly string[],
): readonly [Report, ...Report[]] {
  return [{ ...first, warnings: [...first.warnings, ...warnings] }, ...others];
}
