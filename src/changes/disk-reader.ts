import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import pLimit from "p-limit";
import { UserError } from "../errors.ts";
import { maximumFileSize } from "./object-reader.ts";
import { tooLarge, unreadableFile } from "./problems.ts";

/** Files open at the same time: well below what operating systems allow a process. */
const openFiles = 32;

/** No link is followed, and a pipe that was put in a file's place does not block us. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Error codes of a path that is no regular file any more. */
const vanished = new Set(["ENOENT", "ENOTDIR", "ELOOP", "EMLINK", "EISDIR", "ENXIO"]);

/** Reads regular files inside of `root`; null for whatever else stands there. */
export function createDiskReader(root: string, label: string): (path: string) => Promise<Uint8Array | null> {
  const limit = pLimit(openFiles);

  async function readOpened(file: FileHandle, path: string): Promise<Uint8Array | null> {
    const stats = await file.stat();
    if (!stats.isFile() || !(await isInside(root, join(root, path)))) return null;
    if (stats.size > maximumFileSize) throw new UserError(tooLarge(path, label, maximumFileSize));
    return file.readFile();
  }

  async function read(path: string): Promise<Uint8Array | null> {
    let file: FileHandle | null = null;
    try {
      file = await open(join(root, path), flags);
      return await readOpened(file, path);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined) throw error;
      if (vanished.has(code)) return null;
      throw new UserError(unreadableFile(path, code));
    } finally {
      await file?.close();
    }
  }

  return (path) => limit(read, path);
}

/** Whether a path, with all links on the way resolved, stands below the root. */
async function isInside(root: string, path: string): Promise<boolean> {
  const way = relative(await realpath(root), await realpath(path));
  return way !== "" && !isAbsolute(way) && !/^\.\.(?:[\\/]|$)/.test(way);
}
