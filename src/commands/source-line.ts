import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Place } from "../model.ts";
import { escapeTerminal, inline, visible } from "../report/escape.ts";
import { columns } from "../report/layout.ts";

/** A file longer than this is no place where a person looks. */
const largest = 16 * 1024 * 1024;

/**
 * The line of a file at which a mistake stands, with its number, and a caret below where the column is known: two lines, or
 * none where it cannot be shown. `tell`: what of the line may be seen. A path is looked for beside the user, then in the folders above, up to the repository's root.
 */
export function showSourceLine(
  { path, line, column }: Place,
  directory: string,
  width: number,
  tell: (path: string, line: string) => string | null = (_path, written) => written,
): readonly string[] {
  if (line === undefined) return [];
  const file = findFile(path, resolve(directory));
  const written = file === null ? undefined : readLine(file, line);
  const text = written === undefined ? null : tell(path, written);
  if (text === null || text.trim() === "") return [];
  const margin = `${String(line).padStart(5)} | `;
  const shown = escapeTerminal(inline(text.replace(/^\s+/, ""), width - margin.length));
  const indent = text.length - text.replace(/^\s+/, "").length;
  const start = columns(visible(text.slice(indent, (column ?? 0) - 1)));
  const hasCaret = column !== undefined && text === written && column > indent && start < width - margin.length - 1;
  return [margin + shown, ...(hasCaret ? [`${" ".repeat(5)} | ${" ".repeat(start)}^`] : [])];
}

function findFile(path: string, directory: string): string | null {
  const file = resolve(directory, path);
  if (existsSync(file)) return file;
  const above = dirname(directory);
  return existsSync(join(directory, ".git")) || above === directory ? null : findFile(path, above);
}

function readLine(file: string, line: number): string | undefined {
  try {
    const bytes = readFileSync(file);
    return bytes.length > largest ? undefined : bytes.toString("utf8").split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}
