import { createGit } from "./git.ts";

/** `owner/name` as the remote `origin` names it; null where there is none. */
export async function readOrigin(root: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  const { exitCode, output } = await createGit(root, environment).run("config", "--get", "remote.origin.url");
  const found = exitCode === 0 ? /[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/.exec(output) : null;
  return found?.[1] ?? null;
}
