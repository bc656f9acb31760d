import { closeSync, openSync } from "node:fs";

/** Writes at the end of a file and returns how many bytes it took: `fs.writeSync`, or what a test has in its place. */
export type WriteBytes = (descriptor: number, bytes: Uint8Array, offset: number, length: number) => number;

/** Appends lines to a segment of this process alone, made with the first line. */
export interface SegmentWriter {
  /** In one write. Returns where the line stands; throws what the file system does, and may be called again then. */
  append(line: Buffer): { readonly path: string; readonly offset: number };
  close(): void;
}

/** A new segment is begun beyond this size, so that the oldest lines can be removed without the newest. */
const segmentLimit = 1 << 26;

const newline = Buffer.from("\n");

/** `nextPath` names each new segment. */
export function createSegmentWriter(nextPath: () => string, writeBytes: WriteBytes): SegmentWriter {
  let descriptor: number | null = null;
  let path = "";
  let size = 0;
  let torn = false;

  const close = (): void => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };

  const open = (): number => {
    path = nextPath();
    size = 0;
    torn = false;
    descriptor = openSync(path, "ax", 0o600);
    return descriptor;
  };

  return {
    append(line) {
      if (size + line.length > segmentLimit) close();
      const file = descriptor ?? open();
      // What a failed write left is ended first, so that it spoils no line but its own.
      const bytes = torn ? Buffer.concat([newline, line]) : line;
      const offset = size + bytes.length - line.length;
      torn = true;
      for (let written = 0; written < bytes.length; ) {
        const count = writeBytes(file, bytes, written, bytes.length - written);
        written += count;
        size += count;
      }
      torn = false;
      return { path, offset };
    },
    close,
  };
}
