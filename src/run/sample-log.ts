import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { unwritableSamples } from "../errors.ts";
import type { Json } from "../model.ts";
import { createNumberList } from "../source/number-list.ts";

/** Where the lines of a run are kept as they come in; memory holds only where each one stands. */
export interface SampleLog {
  /** Appends the line of the sample at this position of the plan; a later line at the same position takes its place. */
  append(index: number, line: Json): void;
  /** The line at this position of the plan; null where there is none. */
  read(index: number): Json;
  /** Writes all lines in the order of the plan, each as `tell` has it, and returns the SHA-256 (hex) of the file. */
  writeInOrder(file: string, tell?: (line: Json) => Json): string;
  close(): void;
}

/** Lines are gathered to about this many bytes a write. */
const chunkSize = 1 << 16;

/** Opens an empty log in this file; a disk that is full is a UserError. It holds what models answered: nobody else may read it. */
export function openSampleLog(file: string): SampleLog {
  const descriptor = openSync(file, "w+", 0o600);
  const offsets = createNumberList("float64");
  const lengths = createNumberList("int32");
  let end = 0;
  /** Not written yet: a write a line would take longer than all else that is done with it. */
  let pending: Buffer[] = [];
  let pendingBytes = 0;

  const flush = (): void => {
    const bytes = Buffer.concat(pending);
    writeAll(descriptor, bytes, end - pendingBytes, file);
    pending = [];
    pendingBytes = 0;
  };

  const readBytes = (index: number): Buffer | null => {
    const length = lengths.get(index);
    if (length === 0) return null;
    if (pendingBytes > 0) flush();
    const bytes = Buffer.allocUnsafe(length);
    readSync(descriptor, bytes, 0, length, offsets.get(index));
    return bytes;
  };

  return {
    append(index, line) {
      const bytes = toLine(line);
      offsets.set(index, end);
      lengths.set(index, bytes.length);
      end += bytes.length;
      pending.push(bytes);
      pendingBytes += bytes.length;
      if (pendingBytes >= chunkSize) flush();
    },
    read(index) {
      const bytes = readBytes(index);
      return bytes === null ? null : (JSON.parse(bytes.toString("utf8")) as Json);
    },
    writeInOrder(target, tell) {
      mkdirSync(dirname(target), { recursive: true });
      const hash = createHash("sha256");
      const output = openSync(target, "w");
      try {
        let chunk: Buffer[] = [];
        let size = 0;
        let position = 0;
        for (let index = 0; index <= lengths.length; index += 1) {
          const written = readBytes(index);
          const bytes = written === null || tell === undefined ? written : toldLine(written, tell);
          if (bytes !== null) {
            chunk.push(bytes);
            size += bytes.length;
          }
          if (size < chunkSize && index < lengths.length) continue;
          const joined = Buffer.concat(chunk);
          hash.update(joined);
          writeAll(output, joined, position, target);
          position += joined.length;
          chunk = [];
          size = 0;
        }
      } finally {
        closeSync(output);
      }
      return hash.digest("hex");
    },
    close: () => closeSync(descriptor),
  };
}

function toLine(line: Json): Buffer {
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

function toldLine(bytes: Buffer, tell: (line: Json) => Json): Buffer {
  return toLine(tell(JSON.parse(bytes.toString("utf8")) as Json));
}

/** A write may take fewer bytes than it is given. Throws a UserError where the disk takes no more. */
function writeAll(descriptor: number, bytes: Buffer, position: number, file: string): void {
  try {
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
    }
  } catch (error) {
    throw unwritableSamples(file, (error as NodeJS.ErrnoException).code);
  }
}
