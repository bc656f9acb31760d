import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Bytes read at once; also how far a file is looked into to tell its format. */
const chunkSize = 1 << 20;

/** A file, or a pipe, that is read once from its beginning. */
export interface SourceFile {
  /** The first bytes. */
  readonly head: Buffer;
  /** Whether the head is all there is. */
  readonly ended: boolean;
  /** In bytes; 0 for a pipe, which does not tell. */
  readonly size: number;
  /** The whole, in pieces that hold only until the next one is asked for. */
  chunks(): Iterable<Buffer>;
  close(): void;
}

/** Opens a file. Throws what the file system throws. */
export function openSource(path: string): SourceFile {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(chunkSize);
    const head = fill(file, buffer);
    const ended = head.length < chunkSize;
    return {
      head,
      ended,
      size: fstatSync(file).size,
      *chunks() {
        yield head;
        for (let more = !ended; more; ) {
          const chunk = fill(file, buffer);
          more = chunk.length === chunkSize;
          if (chunk.length > 0) yield chunk;
        }
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Fills the buffer, as far as the file goes: a pipe gives less at a time. */
function fill(file: number, buffer: Buffer): Buffer {
  let filled = 0;
  while (filled < buffer.length) {
    const read = readSync(file, buffer, filled, buffer.length - filled, null);
    if (read === 0) break;
    filled += read;
  }
  return buffer.subarray(0, filled);
}

/** A line longer than this is no row of results. */
const longestLine = 64 << 20;

/** Visits the lines that are not blank, with their numbers from 1; tells lines that cannot be read. */
export function forEachLine(
  chunks: Iterable<Buffer>,
  visit: (text: string, line: number) => void,
  refuse: (message: string, line: number) => void,
): void {
  let line = 0;
  let carried: Buffer[] = [];
  let length = 0;
  for (const chunk of chunks) {
    const end = chunk.lastIndexOf("\n");
    const rest = chunk.subarray(end + 1);
    if (end !== -1) {
      line = visitBlock([...carried, chunk.subarray(0, end)], line, visit, refuse);
      carried = [];
      length = 0;
    }
    length += rest.length;
    if (length > longestLine) {
      refuse("the line is longer than 64 MB", line + 1);
      return;
    }
    // Copied, because the chunk is filled anew.
    if (rest.length > 0) carried.push(Buffer.from(rest));
  }
  if (carried.length > 0) visitBlock(carried, line, visit, refuse);
}

function visitBlock(
  parts: readonly Buffer[],
  before: number,
  visit: (text: string, line: number) => void,
  refuse: (message: string, line: number) => void,
): number {
  const [only] = parts;
  const block = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  const valid = isUtf8(block);
  const text = block.toString("utf8");
  let line = before;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    line++;
    const content = text.slice(line === 1 && text.startsWith("\uFEFF") ? 1 : start, end);
    // What is no UTF-8 was decoded to U+FFFD.
    if (!valid && content.includes("\uFFFD")) refuse("not UTF-8 text", line);
    else if (content.trim() !== "") visit(content, line);
    start = end + 1;
  }
  return line;
}

/** All text of a file up to so many bytes; or why it cannot be read. */
export function readWhole(
  chunks: Iterable<Buffer>,
  limit: number,
): { readonly text: string } | { readonly mistake: "too-large" | "no-text" } {
  const parts: Buffer[] = [];
  let length = 0;
  for (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return { mistake: "too-large" };
    parts.push(Buffer.from(chunk));
  }
  const bytes = Buffer.concat(parts);
  if (!isUtf8(bytes)) return { mistake: "no-text" };
  return { text: bytes.toString("utf8").replace(/^\uFEFF/, "") };
}
