import { UserError } from "../../errors.ts";
import { type GoldenFormat, megabyte, type RowResult } from "../golden-format.ts";
import { readJsonRow } from "../json-row.ts";

/** One JSON array of cases. Its elements are parsed one by one, so that each has its line and every mistake is told. */
export const jsonFormat: GoldenFormat = {
  endings: [".json"],
  description: "a JSON array of objects",
  sizeLimit: 50 * megabyte,
  *read(path, text): Iterable<RowResult> {
    for (const { start, end, line } of elementsOf(path, text))
      yield readJsonRow(text.slice(start, end), { path, line });
  },
};

/** A stretch of the text and the line it begins on. */
interface Element {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Splits the outermost array at its commas; what stands between them is for the parser to judge. */
function* elementsOf(path: string, text: string): Iterable<Element> {
  let line = 1;
  let depth = 0;
  let quoted = false;
  let closed = false;
  /** Where the element at hand begins; null before its first character. */
  let begun: { readonly start: number; readonly line: number } | null = null;
  let commas = 0;
  const mistake = (message: string) =>
    new UserError({ message, hint: "The file is one array: [ {...}, {...} ].", place: { path, line } });

  for (let offset = 0; offset < text.length; offset += 1) {
    if (quoted) offset = nextStop(text, offset);
    const character = text.charAt(offset);
    if (character === "\n") line += 1;
    if (quoted) {
      if (character === "\\") offset += 1;
      else if (character === '"') quoted = false;
      continue;
    }
    if (" \n\t\r".includes(character)) continue;
    if (closed) throw mistake("there is more after the end of the array");
    if (depth === 0) {
      if (character !== "[") throw mistake("a golden set in JSON is an array of cases");
      depth = 1;
    } else if (depth === 1 && (character === "," || character === "]")) {
      closed = character === "]";
      if (!closed) commas += 1;
      // `[]` has no element; `[1,]` has an empty second one, which the parser refuses.
      if (begun !== null || commas > 0) yield { end: offset, ...(begun ?? { start: offset, line }) };
      begun = null;
    } else {
      begun ??= { start: offset, line };
      if (character === '"') quoted = true;
      else if (character === "[" || character === "{") depth += 1;
      else if ((character === "]" || character === "}") && depth > 1) depth -= 1;
    }
  }
  if (text.trim() !== "" && !closed) throw mistake("the array is not closed");
}

const stop = /["\\\n]/g;

/** Where the next character within quotes stands that means something: most of a long text does not. */
function nextStop(text: string, offset: number): number {
  stop.lastIndex = offset;
  return stop.exec(text)?.index ?? text.length;
}
