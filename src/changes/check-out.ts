import { rm } from "node:fs/promises";
import { cannotCheckOut } from "../errors.ts";
import { createGit, firstComplaint } from "./git.ts";

/**
 * Puts the files of a commit into an empty folder. The repository is only read: the index that git needs for it is a file
 * beside the folder, so that nothing has to be locked, registered or cleaned up in a clone that others work in.
 */
export async function checkOut(
  root: string,
  environment: NodeJS.ProcessEnv,
  commit: string,
  folder: string,
): Promise<void> {
  const index = `${folder}.index`;
  const git = createGit(root, environment, { GIT_INDEX_FILE: index });
  try {
    const whole = ["-c", "core.sparseCheckout=false", "--work-tree", folder];
    const { exitCode, complaint } = await git.run(...whole, "read-tree", "--reset", "-u", commit);
    if (exitCode !== 0) throw cannotCheckOut(commit.slice(0, 7), firstComplaint(complaint));
  } finally {
    await rm(index, { force: true });
  }
}
