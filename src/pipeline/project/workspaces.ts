import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tree } from "../../model.ts";
import type { Workspace } from "../../models/provider-type.ts";

/** The files of the arms on disk, for programs that are tested whole. */
export interface Workspaces {
  of(tree: Tree): Workspace;
  /** Removes what was checked out. */
  close(): Promise<void>;
}

/** Where the files of a run come from and go to. */
export interface WorkspaceSource {
  /** Absolute path of the repository: its working tree is used as it is. */
  readonly root: string;
  /** Folder of assay.yml relative to the root, "" for the root. */
  readonly directory: string;
  checkOut(commit: string, folder: string): Promise<void>;
}

/** Checks a revision out when it is first asked for, once for all programs. */
export function createWorkspaces({ root, directory, checkOut }: WorkspaceSource): Workspaces {
  const made: string[] = [];
  const folders = new Map<string, Promise<string>>();
  const make = async (commit: string): Promise<string> => {
    const holder = await realpath(await mkdtemp(join(tmpdir(), "prompt-assay-")));
    made.push(holder);
    const folder = join(holder, "files");
    await mkdir(folder);
    await checkOut(commit, folder);
    // A revision older than assay.yml may lack its folder.
    const inside = join(folder, directory);
    await mkdir(inside, { recursive: true });
    return inside;
  };
  return {
    of: ({ label, commit }) => ({
      label,
      folder: () => {
        if (commit === null) return Promise.resolve(join(root, directory));
        const folder = folders.get(commit) ?? make(commit);
        folders.set(commit, folder);
        return folder;
      },
    }),
    async close() {
      for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
