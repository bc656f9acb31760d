import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unwritableStore } from "../../errors.ts";

/**
 * Makes a store's folder, for the user's eyes only. One that is new is kept out of git, for its answers and its key are
 * for nobody else; in one that was there, other things may be. Throws a UserError where it cannot.
 */
export function makeFolder(directory: string): void {
  if (!makeWritable(directory, directory)) return;
  try {
    writeFileSync(join(directory, ".gitignore"), "*\n", { flag: "wx" });
  } catch {
    // Whatever hinders it is told by what matters more.
  }
}

/** Makes the folders within it; what cannot be written is told before anything is paid for. */
export function makeFolders(directory: string, folders: readonly string[]): void {
  makeFolder(directory);
  for (const folder of folders) makeWritable(folder, directory);
}

/** Returns whether the folder is new. */
function makeWritable(folder: string, directory: string): boolean {
  try {
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return made !== undefined;
  } catch (error) {
    throw unwritableStore(directory, (error as NodeJS.ErrnoException).code);
  }
}
