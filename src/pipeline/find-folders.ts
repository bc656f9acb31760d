import { posix } from "node:path";
import { openRepository } from "../changes/repository.ts";
import type { Tree } from "../model.ts";
import type { RunOptions } from "./options.ts";

/** The options that one assay.yml of several is judged with. */
export type FolderOptions = Pick<RunOptions, "config" | "folder" | "otherFolders">;

/**
 * Which assay.yml judge: those that are listed; else the one of the folder at hand or of the root; else, where neither has
 * one, every one below the folder, at the head or among the goalposts. Each judges the prompts of its own folder.
 */
export async function findFolders(
  options: RunOptions,
  listed: readonly string[],
): Promise<readonly [FolderOptions, ...FolderOptions[]]> {
  const [only] = listed;
  if (only !== undefined && listed.length === 1) return [{ config: only }];
  const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
  try {
    const { prefix } = repository;
    if (only !== undefined) {
      const folders = listed.map((path) => folderOf(posix.join(prefix, path)));
      const [first = {}, ...others] = listed.map((config) => ({ config, otherFolders: folders }));
      return [first, ...others];
    }
    const head = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const { goalpostsRevision } = options;
    const trees = goalpostsRevision === undefined ? [head] : [head, await repository.tree(goalpostsRevision)];
    const folders = [...new Set((await Promise.all(trees.map(configFolders))).flat())].sort();
    const below = folders.filter((folder) => prefix === "" || folder.startsWith(`${prefix}/`));
    if (folders.includes(prefix) || folders.includes("") || below.length === 0) return [{}];
    const [first = {}, ...others] = below.map((folder) => ({ folder, otherFolders: below }));
    return [first, ...others];
  } finally {
    await repository.close();
  }
}

async function configFolders(tree: Tree): Promise<readonly string[]> {
  const entries = await tree.entries();
  return entries.filter(({ path }) => /^assay\.ya?ml$/.test(posix.basename(path))).map(({ path }) => folderOf(path));
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === "." ? "" : folder;
}
