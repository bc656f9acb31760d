import { readOrigin } from "../changes/origin.ts";
import { UserError } from "../errors.ts";
import { createClient, type GitHubClient } from "../github/client.ts";
import type { Repository } from "../github/event.ts";
import { version } from "../version.ts";

/** The repository on GitHub as a command knows it that somebody types. */
export interface GitHubHere {
  readonly repository: Repository;
  readonly connect: () => Promise<GitHubClient>;
}

/**
 * Finds the repository of a folder, by GITHUB_REPOSITORY or its remote `origin`, and the token to ask with. Throws a
 * UserError where either is not known.
 */
export async function findGitHub(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<GitHubHere> {
  const token = environment["GITHUB_TOKEN"] || environment["GH_TOKEN"];
  if (!token) throw new UserError({ message: "there is no token for GitHub", hint: "Set GITHUB_TOKEN or GH_TOKEN." });
  const named = environment["GITHUB_REPOSITORY"] || (await readOrigin(directory, { ...environment }));
  const [owner, name] = (named ?? "").split("/");
  if (!owner || !name) {
    const hint = "Set GITHUB_REPOSITORY to OWNER/NAME, or name it in the remote origin.";
    throw new UserError({ message: "the repository on GitHub is not known", hint });
  }
  const apiUrl = environment["GITHUB_API_URL"] || "https://api.github.com";
  const connect = () => createClient({ token, apiUrl, userAgent: `prompt-assay/${version}` });
  return { repository: { owner, name }, connect };
}
