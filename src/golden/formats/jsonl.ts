import type { GoldenFormat } from "../golden-format.ts";
import { longestRow, readJsonRow } from "../json-row.ts";

/** One JSON object a line; blank lines count for nothing. */
export const jsonlFormat = {
  endings: [".jsonl", ".ndjson"],
  description: "one JSON object a line",
  // A character takes three bytes at most, or four for two.
  lineLimit: 3 * longestRow,
  readLine: readJsonRow,
} as const satisfies GoldenFormat;
