import { LineCounter } from "yaml";
import type { Region } from "./variable-uses.ts";

/** The stretch of a file from one offset to another. */
export function regionOf(path: string, whole: string, start: number, end: number): Region {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of whole.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return {
    text: whole.slice(start, end),
    placeAt(offset) {
      const { line, col } = lines.linePos(start + offset);
      return { path, line, column: col };
    },
  };
}
