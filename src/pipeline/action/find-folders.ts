import { posix } from "node:path";
import { openRepository } from "../../changes/repository.ts";
import type { Tree } from "../../model.ts";
import type { RunOptions } from "../options.ts";

/** The options that one assay.yml of several is judged with. */
export type FolderOptions = Pick<RunOptions, "config" | "folder" | "otherFolders">;

/**
 * Which assay.yml judge: those that are listed; else the one of the folder at hand or of the root; else, where neither has
 * one, every one below the folder, among the goalposts or at the head. Each judges the prompts of its own folder.
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
    const atHead = await configFolders(head);
    const judging =
      goalpostsRevision === undefined ? [] : await configFolders(await repository.tree(goalpostsRevision));
    const folders = chooseFolders(judging, atHead, prefix);
    const [first = {}, ...others] = folders.map((folder) => ({ folder, otherFolders: folders }));
    return folders.length === 0 ? [{}] : [first, ...others];
  } finally {
    await repository.close();
  }
}

/**
 * The folders that judge; none where the one at hand or the root judges for all. What the goalposts have cannot be taken
 * out of their hands: what only the head has judges beside them, never prompts of theirs.
 */
export function chooseFolders(
  judging: readonly string[],
  atHead: readonly string[],
  prefix: string,
): readonly string[] {
  const concerned = (folder: string): boolean => prefix === "" || folder === "" || isWithin(folder, prefix);
  const known = judging.filter(concerned);
  const authority = known.length > 0 ? known : atHead.filter(concerned);
  if (authority.includes(prefix) || authority.includes("")) return [];
  const added = atHead.filter(
    (folder) => (folder === prefix || isWithin(folder, prefix)) && !authority.some((each) => isWithin(folder, each)),
  );
  return [...new Set([...authority, ...added])].sort();
}

function isWithin(folder: string, other: string): boolean {
  return folder === other || other === "" || folder.startsWith(`${other}/`);
}

async function configFolders(tree: Tree): Promise<readonly string[]> {
  const entries = await tree.entries();
  const files = entries.filter(({ path }) => /^assay\.ya?ml$/.test(posix.basename(path)));
  return [...new Set(files.map(({ path }) => folderOf(path)))];
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === "." ? "" : folder;
}
