import { attempt, isFailure, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import type { GitHubFailure } from "./failure.ts";

/** Who the job's own token speaks as. */
const defaultLogin = "github-actions[bot]";

/**
 * Whom the token speaks as: by this a comment is known to be ours. Asked of GraphQL, because the REST API tells it to
 * people only, not to the token of a job or of an App. Where the server has no answer to give, it is the job's own token.
 */
export async function readLogin(client: GitHubClient, sleep: Sleep): Promise<string | GitHubFailure> {
  const answer = await attempt(() => client.graphql<{ viewer?: { login?: unknown } }>("query{viewer{login}}"), sleep);
  if (isFailure(answer)) {
    // Without knowing who we are a second comment would be made: trouble that may pass is no reason to guess.
    const passing = ["server", "connection", "rate-limit"].includes(answer.reason);
    return passing ? answer : defaultLogin;
  }
  const login = answer.viewer?.login;
  return typeof login === "string" && login !== "" ? login : defaultLogin;
}

/** Logins are the same whatever their case. */
export function isSameLogin(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
