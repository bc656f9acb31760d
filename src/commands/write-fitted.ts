import { fitLines } from "../report/layout.ts";
import type { CommandContext } from "./command.ts";

/** Writes to standard output: on a terminal no line is wider than it is; in a pipe, where programs read, lines stay whole. */
export function writeFitted(text: string, { outputIsTerminal, columns, writeOutput }: CommandContext): void {
  writeOutput(outputIsTerminal ? fitLines(text, columns) : text);
}
