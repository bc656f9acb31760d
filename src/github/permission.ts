import { attempt, isFailure, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import type { Repository } from "./event.ts";
import type { GitHubFailure } from "./failure.ts";

/**
 * Whether somebody may write to the repository now, by the API: an association in an event may be out of date, and
 * triage does not do.
 */
export async function mayWrite(
  client: GitHubClient,
  { owner, name }: Repository,
  login: string,
  sleep: Sleep,
): Promise<boolean | GitHubFailure> {
  const answer = await attempt(
    () => client.rest.repos.getCollaboratorPermissionLevel({ owner, repo: name, username: login }),
    sleep,
  );
  if (!isFailure(answer)) return ["admin", "write"].includes(answer.data.permission);
  // GitHub answers 404 for somebody who is no collaborator.
  return answer.reason === "not-found" ? false : answer;
}
