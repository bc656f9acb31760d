import { randomBytes } from "node:crypto";
import { readdirSync, readSync, statSync, unlinkSync } from "node:fs";
import { basename, join } from "node:path";

/** A line is shorter than this, or neither written nor read: a bound on memory, far above what a model answers. */
export const longestLine = 1 << 24;

/** What is read at once. */
const chunkSize = 1 << 18;

/** Nobody who writes pauses as long as this. */
const idleMs = 3_600_000;

/** Nothing else in a folder is read or removed, whatever it is. */
const pattern = /^\d{8}T\d{9}Z-\d+-[0-9a-f]{12}\.jsonl$/;

/** Sorted by time, and no two processes ever have the same: each writes files of its own, so lines cannot mix. */
export function nameSegment(now: Date): string {
  const time = now.toISOString().replaceAll(/[-:.]/g, "");
  return `${time}-${process.pid}-${randomBytes(6).toString("hex")}.jsonl`;
}

/** The segments of a folder, oldest first. Throws where it cannot be listed; a folder that is not there has none. */
export function listSegments(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && pattern.test(entry.name)).map(({ name }) => name);
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/**
 * Removes whole segments, the oldest of all folders first, until the rest fits; none that another process may still be
 * writing. What cannot be removed stays.
 */
export function trimSegments(folders: readonly string[], maximumBytes: number, now: Date): void {
  const segments = folders.flatMap(describeSegments).sort((left, right) => (left.name < right.name ? -1 : 1));
  let total = segments.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size, modifiedMs } of segments) {
    if (total <= maximumBytes) return;
    if (now.getTime() - modifiedMs <= idleMs) continue;
    try {
      unlinkSync(path);
    } catch {
      continue;
    }
    total -= size;
  }
}

interface Segment {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number;
}

function describeSegments(folder: string): readonly Segment[] {
  try {
    return listSegments(folder).flatMap((path) => {
      const status = statSync(path, { throwIfNoEntry: false });
      return status ? [{ path, name: basename(path), size: status.size, modifiedMs: status.mtimeMs }] : [];
    });
  } catch {
    return [];
  }
}

/**
 * Calls `visit` with every whole line that is not empty and its offset; the bytes are only good until it returns.
 * Returns whether the last line is torn. A line beyond the limit is visited in pieces.
 */
export function scanLines(descriptor: number, visit: (line: Buffer, offset: number) => void): boolean {
  let buffer = Buffer.allocUnsafe(chunkSize);
  /** Offset in the file of the buffer's first byte, and how many bytes of it are read. */
  let base = 0;
  let filled = 0;
  for (;;) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, base + filled);
    if (count === 0) return filled > 0;
    const bytes = buffer.subarray(0, filled + count);
    let start = 0;
    for (let end = bytes.indexOf(10, filled); end >= 0; end = bytes.indexOf(10, start)) {
      if (end > start) visit(bytes.subarray(start, end), base + start);
      start = end + 1;
    }
    if (start === 0 && bytes.length >= longestLine) {
      visit(bytes, base);
      start = bytes.length;
    }
    base += start;
    filled = bytes.length - start;
    if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    else buffer.copyWithin(0, start, bytes.length);
  }
}
