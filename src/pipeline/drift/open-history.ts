import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openRepository } from "../../changes/repository.ts";
import { openFolderHistory } from "../../drift/folder-history.ts";
import type { HistoryStore } from "../../drift/history.ts";
import { openHistoryBranch } from "../../github/history-branch.ts";
import { makeFolder } from "../../run/store/folder.ts";
import { findGitHub } from "../github-here.ts";
import type { RunOptions } from "../options.ts";

/** Where somebody wants the history: in a folder (absolute), on the branch on GitHub, or where it usually is. */
export interface HistoryPlace extends Pick<RunOptions, "directory" | "environment"> {
  readonly folder?: string;
  readonly onBranch?: boolean;
}

/** Opens the history of a repository. Throws a UserError where GitHub cannot be asked. */
export async function openHistory({ directory, environment, folder, onBranch }: HistoryPlace): Promise<HistoryStore> {
  if (folder !== undefined) return openFolderHistory(folder, sleep);
  if (onBranch) {
    const { connect, repository } = await findGitHub(directory, environment);
    return openHistoryBranch(connect, repository, sleep);
  }
  const repository = await openRepository(directory, { ...environment });
  await repository.close();
  return openUsualHistory(repository.root);
}

/** Within `.assay` at the root, which is kept out of git. */
export function openUsualHistory(root: string): HistoryStore {
  makeFolder(join(root, ".assay"));
  return openFolderHistory(join(root, ".assay", "drift"), sleep);
}
