import type { getOctokit } from "@actions/github";
import { UserError } from "../errors.ts";

/** GitHub's REST API as one repository's token sees it. */
export type GitHubClient = ReturnType<typeof getOctokit>;

export interface ClientOptions {
  readonly token: string;
  /** `GITHUB_API_URL`: another one than github.com's on GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly userAgent: string;
  /** A request that takes longer has failed. */
  readonly timeoutMs?: number;
}

/**
 * Opens GitHub's API. Proxies (HTTPS_PROXY, NO_PROXY) are honoured.
 * Throws a UserError, which does not repeat it, for a token that cannot be sent.
 */
export async function createClient(options: ClientOptions): Promise<GitHubClient> {
  const { token, apiUrl, userAgent, timeoutMs = 30_000 } = options;
  // A token with a line break would be quoted in the error of the HTTP client.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new UserError({
      message: token === "" ? "github-token is empty" : "github-token is not a token",
      hint: `Leave the input out to use the job's own token, or pass a secret: github-token: \${{ secrets.NAME }}.`,
    });
  }
  // Loaded here because it brings a whole HTTP client, and reads the environment and the event as it loads.
  const { getOctokit } = await import("@actions/github");
  const client = getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, ""), userAgent });
  client.hook.before("request", (request) => {
    request.request = { ...request.request, signal: AbortSignal.timeout(timeoutMs) };
  });
  return client;
}
