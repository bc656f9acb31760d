import { quote } from "../../errors.ts";
import type { Entry } from "./entry.ts";

/** Characters; a name stands in paths, comments and tables. */
const lengthLimit = 200;

/** The prompt's name: as the file says, else the file's own name without the ending. Names become parts of paths. */
export function readName(path: string, endings: readonly string[], entry: Entry): string {
  const name = entry.exists ? entry.text() : nameOfFile(path, endings);
  if (name === null) return "";
  const mistake = mistakeOf(name);
  if (mistake !== null) {
    entry.complain(`the name ${quote(name)} ${mistake}`, "A prompt's name becomes part of file names: choose another.");
  }
  return name;
}

function nameOfFile(path: string, endings: readonly string[]): string {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const ending = endings.find((candidate) => file.endsWith(candidate)) ?? "";
  return file.slice(0, file.length - ending.length);
}

function mistakeOf(name: string): string | null {
  if (/[/\\]/.test(name)) return "contains a path separator";
  if (/\p{Cc}/u.test(name)) return "contains a control character";
  if (name.length > lengthLimit) return `is longer than ${lengthLimit} characters`;
  return /^\.{0,2}$/.test(name) ? "is no name" : null;
}
