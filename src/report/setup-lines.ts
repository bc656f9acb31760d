import { visible } from "./escape.ts";

/**
 * Writes what a program's setup says, line by line as lines become whole, each behind the name of its owner: no byte of it
 * starts a line.
 */
export function setupLines(write: (text: string) => void): (whose: string, text: string) => void {
  const open = new Map<string, string>();
  return (whose, text) => {
    const lines = ((open.get(whose) ?? "") + text).split("\n");
    open.set(whose, lines.pop() ?? "");
    for (const line of lines) write(`${visible(whose)}: ${visible(line.replace(/\r$/, ""))}\n`);
  };
}
