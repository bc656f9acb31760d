import { resolve } from "node:path";
import type { Json, JsonObject } from "../model.ts";
import { isObject } from "../source/json.ts";
import type { CaseIds } from "./case-ids.ts";
import type { Mistakes } from "./mistakes.ts";
import { resultsFormats } from "./registry.ts";
import type { DocumentFormat, LinesFormat, ResultsFormat } from "./results-format.ts";
import { createTable, type Results, type ResultsTable } from "./results-table.ts";
import { lineAt, scanJson } from "./scan-json.ts";
import { forEachLine, openSource, readWhole, type SourceFile } from "./source-file.ts";

/** In bytes: formats that do not stream are read whole up to here. */
const wholeLimit = 200_000_000;

const formats: readonly ResultsFormat[] = Object.values(resultsFormats);
const known = `Known are ${[...new Set(formats.map((format) => format.description))].join(", ")}.`;
const ownForm = 'For example, a trial a line: {"id": "case-1", "trial": 0, "scores": {"correct": 1}}';

/**
 * Reads a results file of any known format. Mistakes are collected, so that those of both files are told at once; the
 * results are of use only if there are none.
 */
export function readResults(path: string, directory: string, ids: CaseIds, mistakes: Mistakes): Results {
  const table = createTable(path, ids, mistakes);
  let format: ResultsFormat = resultsFormats.jsonl;
  let source: SourceFile | null = null;
  const before = mistakes.count;
  try {
    source = openSource(resolve(directory, path));
    format = readSource(source, table) ?? format;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const reason = code === "ENOENT" ? "there is no such file" : `it cannot be read: ${code}`;
    table.refuse(reason, "Name two results files: prompt-assay gate BASELINE CANDIDATE");
  } finally {
    source?.close();
  }
  const results = table.finish(format);
  if (results.rows === 0 && mistakes.count === before) table.refuse("the file holds no results", ownForm);
  return results;
}

function readSource(source: SourceFile, table: ResultsTable): ResultsFormat | null {
  const start = source.head
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (start.startsWith("PK\u0003\u0004")) {
    table.refuse("the file is an archive", "Write an inspect log as JSON: inspect log dump FILE > log.json");
    return null;
  }
  if (start.startsWith("<")) {
    const text = readText(source, table);
    if (text !== null) resultsFormats.junit.read(text, table);
    return resultsFormats.junit;
  }
  const shape = shapeOf(start, source.ended);
  return shape === "document" ? readDocument(source, table) : readLines(source, shape, table);
}

/** Whether JSON stands in lines, with the format that accepts its first one, or is one document. */
function shapeOf(start: string, ended: boolean): LinesFormat | "document" {
  const [first = "", second] = start.split("\n", 20).filter((line) => line.trim() !== "");
  const whole = ended || start.length > first.length;
  const value = whole ? parse(first) : undefined;
  if (isObject(value)) {
    if (formats.some((format) => format.shape === "document" && format.accepts(value))) return "document";
    return linesFormatOf(value);
  }
  if (value !== undefined) return Array.isArray(value) ? "document" : resultsFormats.jsonl;
  // What is no JSON in its first line is a document that goes on, unless the second line begins anew.
  const goesOn = /^[[{]/.test(start) && (second === undefined ? !whole : !second.startsWith("{"));
  return goesOn ? "document" : resultsFormats.jsonl;
}

function linesFormatOf(first: JsonObject): LinesFormat {
  for (const format of formats) if (format.shape === "lines" && format.accepts(first)) return format;
  return resultsFormats.jsonl;
}

function readLines(source: SourceFile, format: LinesFormat, table: ResultsTable): ResultsFormat {
  table.expectRows(countLines(source.head) * Math.max(1, source.size / source.head.length));
  const read = format.open(table);
  forEachLine(
    source.chunks(),
    (text, line) => {
      let row: Json;
      try {
        row = JSON.parse(text) as Json;
      } catch (error) {
        const hint = /\b(?:NaN|Infinity)\b/.test(text) ? "Write null where there is no score." : undefined;
        table.refuse(`not valid JSON: ${(error as Error).message}`, hint, line);
        return;
      }
      if (isObject(row)) read(row, line);
      else table.refuse("the row is no object", ownForm, line);
    },
    (message, line) => table.refuse(message, undefined, line),
  );
  return format;
}

function countLines(head: Buffer): number {
  let lines = 1;
  for (let at = head.indexOf("\n"); at !== -1; at = head.indexOf("\n", at + 1)) lines++;
  return lines;
}

function readDocument(source: SourceFile, table: ResultsTable): ResultsFormat | null {
  const text = readText(source, table);
  if (text === null) return null;
  const { document, notNumbers } = parseDocument(text, table);
  if (document === undefined) return null;
  const format = formats.find((each): each is DocumentFormat => each.shape === "document" && each.accepts(document));
  if (format === undefined) {
    table.refuse("no results of a known format", `${known} ${ownForm}`);
    return null;
  }
  if (format.writesNaN !== true) {
    for (const position of notNumbers) {
      table.refuse("NaN is no JSON", "Write null where there is no score.", lineAt(text, position));
    }
  }
  format.read(document, table);
  return format;
}

function readText(source: SourceFile, table: ResultsTable): string | null {
  const whole = readWhole(source.chunks(), wholeLimit);
  if ("text" in whole) return whole.text;
  if (whole.mistake === "no-text") table.refuse("not UTF-8 text", "Save the file as UTF-8.");
  else table.refuse("the file is larger than 200 MB, and only JSON Lines are read beyond that", ownForm);
  return null;
}

/** The document, with null for NaN, or undefined where it does not parse, which is told. */
function parseDocument(
  text: string,
  table: ResultsTable,
): { readonly document: Json | undefined; readonly notNumbers: readonly number[] } {
  const document = parse(text);
  if (document !== undefined) return { document, notNumbers: [] };
  const { mistake, notNumbers } = scanJson(text);
  const mended = mistake === null ? parse(replaceAt(text, notNumbers, "NaN".length, "null")) : undefined;
  if (mended === undefined) {
    const at = mistake ?? 0;
    const found = at < text.length ? `unexpected ${JSON.stringify(text.slice(at, at + 10))}` : "it ends too early";
    table.refuse(`not valid JSON: ${found}`, known, lineAt(text, at));
  }
  return { document: mended, notNumbers };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function replaceAt(text: string, positions: readonly number[], length: number, replacement: string): string {
  let start = 0;
  const parts: string[] = [];
  for (const position of positions) {
    parts.push(text.slice(start, position));
    start = position + length;
  }
  return [...parts, text.slice(start)].join(replacement);
}
