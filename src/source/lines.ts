import { createReadStream } from "node:fs";

/** A line of a file without its line feed, and where it starts, in bytes. */
export interface Line {
  readonly bytes: Buffer;
  readonly offset: number;
}

/** Reads a file line by line. Only a line feed ends a line: JSON may hold the other characters that some take for one. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let offset = 0;
  let parts: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const bytes = Buffer.concat([...parts, chunk.subarray(start, end)]);
      yield { bytes, offset };
      offset += bytes.length + 1;
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  }
  if (parts.length > 0) yield { bytes: Buffer.concat(parts), offset };
}
