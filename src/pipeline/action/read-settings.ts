import { openRepository } from "../../changes/repository.ts";
import { UserError } from "../../errors.ts";
import type { CommentPolicy, Config } from "../../model.ts";
import type { RunOptions } from "../options.ts";
import { loadOptions } from "../project/find-changes.ts";
import { loadConfig } from "../project/load-config.ts";
import { createShield, type Shield } from "../reports/shield.ts";
import { findFolders } from "./find-folders.ts";

/** From the one that speaks most to the one that never does: with several folders, one comment tells of all. */
const policies: readonly CommentPolicy[] = ["always", "on-change", "on-problem", "never"];

/** When assay.yml, as it stands among the goalposts, wants a comment. Where it cannot be read, as by default. */
export async function readCommentPolicy(options: RunOptions, listed: readonly string[]): Promise<CommentPolicy> {
  const wanted = (await readConfigs(options, listed)).map(({ comment }) => comment);
  return policies.find((policy) => wanted.includes(policy)) ?? "on-change";
}

/** What assay.yml, as it stands among the goalposts, holds back: with several folders, all that any of them does. */
export async function readShield(options: RunOptions, listed: readonly string[]): Promise<Shield> {
  const configs = await readConfigs(options, listed);
  return createShield({ redact: configs.flatMap(({ redact = [] }) => redact) });
}

/** The branches beside the default branch for which forks are judged: with several folders, those that all of them list. */
export async function listForkBranches(options: RunOptions, listed: readonly string[]): Promise<readonly string[]> {
  const [first = [], ...others] = (await readConfigs(options, listed)).map(({ forks }) => forks?.branches ?? []);
  return first.filter((branch) => others.every((branches) => branches.includes(branch)));
}

/** assay.yml of every folder at the goalposts; none where one cannot be read: the run itself tells of it. */
async function readConfigs(options: RunOptions, listed: readonly string[]): Promise<readonly Config[]> {
  try {
    const folders = await findFolders(options, listed);
    const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
    try {
      const revision = options.goalpostsRevision ?? options.head;
      const tree = revision === undefined ? await repository.workingTree() : await repository.tree(revision);
      const configs: Config[] = [];
      for (const folder of folders) {
        const own = { ...loadOptions(repository.prefix, { ...options, ...folder }), optional: true };
        configs.push((await loadConfig(tree, own)).config);
      }
      return configs;
    } finally {
      await repository.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}
