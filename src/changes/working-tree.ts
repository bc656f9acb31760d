import { lstatSync, type Stats } from "node:fs";
import { join, posix } from "node:path";
import type { EntryKind, Tree } from "../model.ts";
import { createDiskReader } from "./disk-reader.ts";
import type { Git } from "./git.ts";
import { kindOfMode, splitFields } from "./listing.ts";
import type { ObjectReader } from "./object-reader.ts";
import { createTree, type ListedEntry, loadObject, scanObject } from "./tree.ts";

const label = "working tree";

/** The files on disk: tracked ones, and untracked ones that are not ignored. */
export function createWorkingTree(git: Git, objects: ObjectReader, root: string): Tree {
  const disk = createDiskReader(root, label);
  return createTree({
    label,
    commit: null,
    async list() {
      const [tracked, untracked] = await Promise.all([
        git.read("ls-files", "-z", "--cached", "--stage", "-t"),
        git.read("ls-files", "-z", "--others", "--exclude-standard"),
      ]);
      const look = createKindFinder(root);
      const entries = [
        ...splitFields(tracked).map((line) => findTracked(line, look)),
        ...splitFields(untracked).map((path) => findUntracked(path, look)),
      ];
      return entries.filter((entry) => entry !== null);
    },
    load: (entry) => (entry.object === null ? disk.read(entry.path) : loadObject(objects, entry, label)),
    scan: (entry, onPiece) =>
      entry.object === null ? disk.scan(entry.path, onPiece) : scanObject(objects, entry, label, onPiece),
  });
}

/** `<tag> <mode> <object> <stage>\t<path>` */
function findTracked(line: string, look: KindFinder): ListedEntry | null {
  const tab = line.indexOf("\t");
  const [tag, mode = "", object = ""] = line.slice(0, tab).split(" ");
  const path = line.slice(tab + 1);
  const found = look(path);
  // A sparse checkout leaves files out that nobody has deleted: what stands for them is the index.
  if (found === null && tag === "S") return { path, kind: kindOfMode(mode), object };
  if (found === null || (found === "directory" && mode !== "160000")) return null;
  return { path, kind: found === "directory" ? "submodule" : found, object: null };
}

/** An untracked repository within the working tree is listed as a folder: what would become a submodule. */
function findUntracked(path: string, look: KindFinder): ListedEntry | null {
  if (path.endsWith("/")) return { path: path.slice(0, -1), kind: "submodule", object: null };
  const found = look(path);
  return found === null || found === "directory" ? null : { path, kind: found, object: null };
}

type KindFinder = (path: string) => Exclude<EntryKind, "submodule"> | "directory" | null;

/** Looks at the disk without following a link, neither at the path's end nor on the way there. */
function createKindFinder(root: string): KindFinder {
  const directories = new Map([[".", true]]);

  function isDirectory(path: string): boolean {
    let answer = directories.get(path);
    if (answer === undefined) {
      answer = isDirectory(posix.dirname(path)) && lookAt(join(root, path))?.isDirectory() === true;
      directories.set(path, answer);
    }
    return answer;
  }

  return (path) => {
    const found = isDirectory(posix.dirname(path)) ? lookAt(join(root, path)) : null;
    if (found?.isSymbolicLink()) return "link";
    if (found?.isFile()) return "file";
    return found?.isDirectory() ? "directory" : null;
  };
}

/** Synchronous: for the many files of a repository that is several times faster, and nothing else runs yet. */
function lookAt(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}
