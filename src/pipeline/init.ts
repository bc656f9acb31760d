import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openRepository } from "../changes/repository.ts";
import type { RunOptions } from "./options.ts";
import { proposeSetup, type Setup } from "./setup/propose-setup.ts";

/**
 * Finds the prompts of the working tree and writes what they need to be judged: assay.yml, a golden set where there is
 * none, and the workflow. No file that is there is changed, so a second time does nothing. Makes no call.
 */
export async function init(options: Pick<RunOptions, "directory" | "environment">): Promise<Setup> {
  const repository = await openRepository(options.directory, { ...options.environment });
  try {
    const setup = await proposeSetup(await repository.workingTree(), repository.prefix);
    for (const [path, text] of setup.files) {
      const target = join(repository.root, path);
      await mkdir(dirname(target), { recursive: true });
      // Nothing is written over: what is ignored by git is not in the listing, but may be there.
      await writeFile(target, text, { flag: "wx" });
    }
    return setup;
  } finally {
    await repository.close();
  }
}
