import type { DriftAnswer, DriftRecord } from "../model.ts";

/** The version of the lines; a line of a newer one is not read. */
const schema = 1;

const kinds: readonly string[] = ["reference", "night", "gap", "pool", "event"];

/** What was read of a file of lines. */
export interface ReadLines<T> {
  readonly entries: readonly T[];
  /** Lines that were left out: cut off, damaged, or written by a newer version. */
  readonly dropped: number;
}

/** The history of one prompt, oldest first. A line that was cut off says nothing. */
export function readRecords(text: string): ReadLines<DriftRecord> {
  return readLines(text, (line) => kinds.includes(String(line["kind"])) && typeof line["at"] === "string");
}

/** One line a record, with the version. */
export function writeRecords(records: readonly DriftRecord[]): string {
  return records.map((record) => `${JSON.stringify({ v: schema, ...record })}\n`).join("");
}

export function readAnswers(text: string): ReadLines<DriftAnswer> {
  return readLines(text, (line) => typeof line["output"] === "string" && typeof line["case"] === "string");
}

export function writeAnswers(answers: readonly DriftAnswer[]): string {
  return answers.map((answer) => `${JSON.stringify({ v: schema, ...answer })}\n`).join("");
}

function readLines<T>(text: string, accept: (line: Readonly<Record<string, unknown>>) => boolean): ReadLines<T> {
  const entries: T[] = [];
  let dropped = 0;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const entry = parse(line);
    if (entry !== null && entry["v"] === schema && accept(entry)) {
      const { v: _version, ...rest } = entry;
      entries.push(rest as T);
    } else dropped++;
  }
  return { entries, dropped };
}

function parse(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
