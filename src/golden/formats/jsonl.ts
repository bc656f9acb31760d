import { type GoldenFormat, megabyte, type RowResult } from "../golden-format.ts";
import { readJsonRow } from "../json-row.ts";

/** One JSON object a line; blank lines count for nothing. */
export const jsonlFormat: GoldenFormat = {
  endings: [".jsonl", ".ndjson"],
  description: "one JSON object a line",
  // A longer text would not fit into one string of the runtime.
  sizeLimit: 400 * megabyte,
  *read(path, text): Iterable<RowResult> {
    let line = 1;
    for (let start = 0; start < text.length; line += 1) {
      const lineEnd = text.indexOf("\n", start);
      const end = lineEnd === -1 ? text.length : lineEnd;
      const written = text.slice(start, end);
      if (written.trim() !== "") yield readJsonRow(written, { path, line });
      start = end + 1;
    }
  },
};
