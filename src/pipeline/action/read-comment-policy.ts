import { openRepository } from "../../changes/repository.ts";
import { UserError } from "../../errors.ts";
import type { CommentPolicy } from "../../model.ts";
import type { RunOptions } from "../options.ts";
import { loadOptions } from "../project/find-changes.ts";
import { loadConfig } from "../project/load-config.ts";
import { findFolders } from "./find-folders.ts";

/** From the one that speaks most to the one that never does: with several folders, one comment tells of all. */
const policies: readonly CommentPolicy[] = ["always", "on-change", "on-problem", "never"];

/** When assay.yml, as it stands among the goalposts, wants a comment. Where it cannot be read, as by default. */
export async function readCommentPolicy(options: RunOptions, listed: readonly string[]): Promise<CommentPolicy> {
  const wanted: CommentPolicy[] = [];
  try {
    const folders = await findFolders(options, listed);
    const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
    try {
      const revision = options.goalpostsRevision ?? options.head;
      const tree = revision === undefined ? await repository.workingTree() : await repository.tree(revision);
      for (const folder of folders) {
        const own = { ...loadOptions(repository.prefix, { ...options, ...folder }), optional: true };
        wanted.push((await loadConfig(tree, own)).config.comment);
      }
    } finally {
      await repository.close();
    }
  } catch (error) {
    // The run itself has told or will tell of it.
    if (!(error instanceof UserError)) throw error;
  }
  return policies.find((policy) => wanted.includes(policy)) ?? "on-change";
}
