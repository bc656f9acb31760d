import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import pLimit from "p-limit";
import { UserError } from "../errors.ts";
import { maximumFileSize } from "./object-reader.ts";
import { tooLarge, unreadableFile } from "./problems.ts";

/** Files open at the same time: well below what operating systems allow a process. */
const openFiles = 32;

/** What is read at once. */
const pieceSize = 1 << 18;

/** No link is followed, and a pipe that was put in a file's place does not block us. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Error codes of a path that is no regular file any more. */
const vanished = new Set(["ENOENT", "ENOTDIR", "ELOOP", "EMLINK", "EISDIR", "ENXIO"]);

/** Reads regular files inside of a folder. */
export interface DiskReader {
  /** Null for whatever else stands there. */
  read(path: string): Promise<Uint8Array | null>;
  /** Hands the bytes on as they come, of a file of any size; false for whatever else stands there. */
  scan(path: string, onPiece: (piece: Uint8Array) => void): Promise<boolean>;
}

export function createDiskReader(root: string, label: string): DiskReader {
  const limit = pLimit(openFiles);

  async function use<Value>(path: string, task: (file: FileHandle, size: number) => Promise<Value>) {
    let file: FileHandle | null = null;
    try {
      file = await open(join(root, path), flags);
      const stats = await file.stat();
      const found = stats.isFile() && (await isInside(root, join(root, path)));
      return found ? await task(file, stats.size) : null;
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException;
      // What a task throws of its own is its caller's.
      if (code === undefined || syscall === "write") throw error;
      if (vanished.has(code)) return null;
      throw new UserError(unreadableFile(path, code));
    } finally {
      await file?.close();
    }
  }

  return {
    read: (path) =>
      limit(() =>
        use(path, async (file, size) => {
          if (size > maximumFileSize) throw new UserError(tooLarge(path, label, maximumFileSize));
          return await file.readFile();
        }),
      ),
    scan: async (path, onPiece) => {
      const found = await limit(() =>
        use(path, async (file) => {
          const pieces = file.createReadStream({ autoClose: false, highWaterMark: pieceSize });
          for await (const piece of pieces as AsyncIterable<Buffer>) onPiece(piece);
          return true;
        }),
      );
      return found ?? false;
    },
  };
}

/** Whether a path, with all links on the way resolved, stands below the root. */
async function isInside(root: string, path: string): Promise<boolean> {
  const way = relative(await realpath(root), await realpath(path));
  return way !== "" && !isAbsolute(way) && !/^\.\.(?:[\\/]|$)/.test(way);
}
