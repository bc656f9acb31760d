import { closeSync, openSync, readSync } from "node:fs";

/** Reads pieces of segments. */
export interface SegmentReader {
  /** Null where the file has gone or is shorter than it was. */
  read(path: string, offset: number, length: number): Buffer | null;
  close(): void;
}

/** Kept open at once; the lines of one run mostly stand in few segments. */
const mostOpen = 32;

/** Keeps the files that were read last open. */
export function createSegmentReader(): SegmentReader {
  const descriptors = new Map<string, number>();

  const open = (path: string): number => {
    const descriptor = descriptors.get(path) ?? openSync(path, "r");
    descriptors.delete(path);
    descriptors.set(path, descriptor);
    const [oldest] = descriptors;
    if (descriptors.size > mostOpen && oldest !== undefined) {
      descriptors.delete(oldest[0]);
      closeSync(oldest[1]);
    }
    return descriptor;
  };

  return {
    read(path, offset, length) {
      try {
        const bytes = Buffer.allocUnsafe(length);
        return readSync(open(path), bytes, 0, length, offset) === length ? bytes : null;
      } catch {
        return null;
      }
    },
    close() {
      for (const descriptor of descriptors.values()) closeSync(descriptor);
      descriptors.clear();
    },
  };
}
