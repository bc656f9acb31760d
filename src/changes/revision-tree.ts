import type { RemoteRepository, Tree } from "../model.ts";
import type { Git } from "./git.ts";
import { kindOfMode, splitFields } from "./listing.ts";
import type { ObjectReader } from "./object-reader.ts";
import { createTree, type ListedEntry, loadObject, scanObject } from "./tree.ts";

/** How many characters of a commit id people read. */
const shortLength = 7;

/** The files of a commit, read from git's objects. */
export function createRevisionTree(
  git: Git,
  objects: ObjectReader,
  commit: string,
  remote: RemoteRepository | null = null,
): Tree {
  const label = commit.slice(0, shortLength);
  return createTree({
    label,
    commit,
    async list() {
      return splitFields(await git.read("ls-tree", "-r", "-z", "--full-tree", commit)).map(parseLine);
    },
    load: (entry) => loadObject(objects, entry, label, remote),
    scan: (entry, onPiece) => scanObject(objects, entry, label, onPiece, remote),
  });
}

/**
 * The files of a commit that the clone lacks, as the server lists them. Most of their contents are those of other commits,
 * so each is looked for in git's objects first. Null where the server cannot tell.
 */
export async function createRemoteTree(
  objects: ObjectReader,
  commit: string,
  remote: RemoteRepository,
): Promise<Tree | null> {
  const label = commit.slice(0, shortLength);
  const entries = await remote.entries(commit);
  if (entries === null) return null;
  return createTree({
    label,
    commit,
    list: async () => entries,
    load: (entry) => loadObject(objects, entry, label, remote),
    scan: (entry, onPiece) => scanObject(objects, entry, label, onPiece, remote),
  });
}

/** `<mode> <type> <object>\t<path>` */
function parseLine(line: string): ListedEntry {
  const tab = line.indexOf("\t");
  const [mode = "", , object = ""] = line.slice(0, tab).split(" ");
  return { path: line.slice(tab + 1), kind: kindOfMode(mode), object };
}
