import type { Place, Problem } from "../model.ts";
import { megabyte, type RowResult } from "./golden-format.ts";

/** Characters of one row: no model reads as much. */
export const longestRow = 10 * megabyte;

/** Reads a row of JSON. */
export function readJsonRow(text: string, place: Place): RowResult {
  if (text.length > longestRow) return { problem: tooLong(place) };
  try {
    return { row: { value: JSON.parse(text), place } };
  } catch (error) {
    return { problem: { message: `not valid JSON: ${withoutQuote((error as Error).message)}`, place } };
  }
}

export function tooLong(place: Place): Problem {
  return { message: "the case is longer than 10 MB", hint: "Shorten its variables.", place };
}

/** The engine quotes the text around a mistake; a row may be nobody's business, and its place says where to look. */
function withoutQuote(message: string): string {
  return message.replace(/, (?:\.\.\.)?".*$/s, "");
}
