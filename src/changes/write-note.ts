import { UserError } from "../errors.ts";
import { createGit, firstComplaint } from "./git.ts";
import { noteNotWritten } from "./problems.ts";

/** Who writes a note, where the configuration does not say it. */
const identity = ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"];

/** Makes `text` the note of a commit, in this repository alone: nothing is pushed. */
export async function writeNote(
  root: string,
  environment: NodeJS.ProcessEnv,
  ref: string,
  commit: string,
  text: string,
): Promise<void> {
  const own = Object.fromEntries(identity.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const git = createGit(root, environment, own);
  const child = git.start("notes", `--ref=${ref}`, "add", "--force", "--file=-", commit);
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  // A process that has gone tells by its exit code why.
  child.stdin.on("error", () => {});
  child.stdin.end(text);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (exitCode !== 0) throw new UserError(noteNotWritten(firstComplaint(complaint)));
}
