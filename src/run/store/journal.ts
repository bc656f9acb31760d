import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { createLineIndex } from "./line-index.ts";
import type { Seal } from "./seal.ts";
import { createSegmentReader } from "./segment-reader.ts";
import { createSegmentWriter, type WriteBytes } from "./segment-writer.ts";
import { listSegments, longestLine, nameSegment, scanLines } from "./segments.ts";

/** What was found in a store and is not used. */
export interface Dropped {
  /** Last lines cut short: a process was stopped in the middle of writing them, which is nothing to warn of. */
  torn: number;
  /** Lines that no store has written, or not to their end. */
  garbled: number;
  /** Lines that were edited, or written under another key. */
  unverified: number;
  /** Files that could not be read. */
  unreadable: number;
}

/** A copied line still verifies; however often somebody copies it, the work has a bound. */
const mostFound = 1_000;

/** The lines of one folder: appended, and found by their keys. Texts stay on disk. */
export interface Journal<Entry extends object> {
  /** Whether there is nothing to be found: then no key need be made. */
  isEmpty(): boolean;
  /** The last 1,000 entries of a key at most, last appended first; read one by one, as they are asked for. */
  find(key: string): Generator<Entry>;
  /** Never throws: what could not be written is told through `onFailure`. */
  append(keys: readonly string[], entry: Entry): void;
  close(): void;
}

export interface JournalOptions {
  readonly folder: string;
  /** Null: nothing is read and nothing written. */
  readonly seal: Seal | null;
  readonly readonly: boolean;
  readonly now: () => Date;
  readonly writeBytes: WriteBytes;
  readonly onFailure: (code: string) => void;
}

/** Reads the keys of all lines of a folder, adding what is damaged to `dropped`. */
export function openJournal<Entry extends object>(options: JournalOptions, dropped: Dropped): Journal<Entry> {
  const { folder, seal } = options;
  if (seal === null) return { isEmpty: () => true, *find() {}, append() {}, close() {} };
  const index = createLineIndex();
  const segments: string[] = [];
  const reader = createSegmentReader();
  const writer = createSegmentWriter(() => join(folder, nameSegment(options.now())), options.writeBytes);

  const add = (path: string, offset: number, length: number, keys: readonly string[]): void => {
    if (segments.at(-1) !== path) segments.push(path);
    for (const key of keys) index.add(key, { segment: segments.length - 1, offset, length });
  };

  for (const path of listReadable(folder, dropped)) {
    readSegment(path, dropped, (line, offset) => {
      const state = seal.check(line);
      if (state === "verified") add(path, offset, line.length, seal.keysOf(line));
      else dropped[state] += 1;
    });
  }

  return {
    isEmpty: () => segments.length === 0,
    *find(key) {
      let left = mostFound;
      for (const { segment, offset, length } of index.places(key)) {
        if (left-- === 0) return;
        const line = reader.read(segments[segment] ?? "", offset, length);
        // Files may have been changed since they were opened, and keys are shortened in the index.
        if (line === null || seal.check(line) !== "verified" || !seal.keysOf(line).includes(key)) continue;
        yield seal.entryOf(line) as Entry;
      }
    },
    append(keys, entry) {
      if (options.readonly) return;
      const line = seal.close(keys, entry);
      const length = line.length - 1;
      if (length >= longestLine) return options.onFailure("an answer is longer than 16 MiB");
      try {
        const { path, offset } = writer.append(line);
        add(path, offset, length, keys);
      } catch (error) {
        options.onFailure((error as NodeJS.ErrnoException).code ?? "unknown error");
      }
    },
    close() {
      writer.close();
      reader.close();
    },
  };
}

function listReadable(folder: string, dropped: Dropped): readonly string[] {
  try {
    return listSegments(folder);
  } catch {
    dropped.unreadable += 1;
    return [];
  }
}

/** What was read before a fault is kept. */
function readSegment(path: string, dropped: Dropped, visit: (line: Buffer, offset: number) => void): void {
  try {
    const descriptor = openSync(path, "r");
    try {
      if (scanLines(descriptor, visit)) dropped.torn += 1;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    // Another process has removed it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") dropped.unreadable += 1;
  }
}
