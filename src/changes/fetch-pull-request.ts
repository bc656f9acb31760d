import { UserError } from "../errors.ts";
import { createGit, firstComplaint } from "./git.ts";

/** How a fetch asks for what the server wants to know; every other variable of git stays out. */
const credentials = ["GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "SSH_ASKPASS"];

/**
 * Brings the last commit of a pull request into the repository, under a name of our own, and returns that name: the one
 * time that a server is asked and the repository written to, because its user said so.
 */
export async function fetchPullRequest(root: string, environment: NodeJS.ProcessEnv, number: number): Promise<string> {
  const own = Object.fromEntries(credentials.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const git = createGit(root, environment, { ...own, GIT_ALLOW_PROTOCOL: "https:ssh:file:git" });
  const remotes = (await git.read("remote")).split("\n").filter((name) => name !== "");
  // In a clone of a fork the pull request is where it was opened.
  const remote = ["upstream", "origin"].find((name) => remotes.includes(name)) ?? remotes[0];
  if (remote === undefined) {
    throw new UserError({
      message: `the pull request ${number} cannot be fetched: this repository has no remote`,
      hint: "Name a branch instead.",
    });
  }
  const name = `refs/prompt-assay/pull/${number}`;
  const quiet = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head"];
  const { exitCode, complaint } = await git.run("fetch", ...quiet, remote, `+refs/pull/${number}/head:${name}`);
  if (exitCode === 0) return name;
  throw new UserError({
    message: `the pull request ${number} cannot be fetched from ${remote}: ${firstComplaint(complaint)}`,
    hint: "Fetch its branch yourself, and name the branch instead of the number.",
  });
}
