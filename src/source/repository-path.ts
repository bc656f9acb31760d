import { posix } from "node:path";

/** The folder of a path relative to the repository's root; `.` for the root. */
export function folderOf(path: string): string {
  return posix.dirname(path);
}

/** The file of a prompt by its path: where several stand in one file, each has a path `FILE#NAME`. */
export function fileOfPrompt(path: string): string {
  return /^(.+?\.(?:ya?ml|json))#/.exec(path)?.[1] ?? path;
}

/** Joins parts of a path relative to the repository's root. */
export function joinPath(...parts: readonly string[]): string {
  return posix.join(...parts);
}

/** The last part of a path. */
export function fileName(path: string): string {
  return posix.basename(path);
}

/** A path as a file writes it, relative to the file's folder; relative to the root, or null where it leaves the repository. */
export function resolveWithin(from: string, written: string): string | null {
  const path = posix.normalize(posix.join(posix.dirname(from), written));
  const leaves = posix.isAbsolute(written) || path === ".." || path.startsWith("../") || /^[a-z]:/i.test(written);
  return leaves || written.includes("\\") || written.includes("\0") ? null : path;
}
