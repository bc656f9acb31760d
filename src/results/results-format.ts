import type { Json, JsonObject } from "../model.ts";
import type { ResultsTable } from "./results-table.ts";

interface FormatBase {
  /** For messages, notes and documentation. */
  readonly description: string;
  /** Whether a metric that a row does not name does not apply to it; else it is unscored. */
  readonly sparse?: true;
}

/** Read line by line, each a JSON object, in memory that does not grow with the length of the texts in it. */
export interface LinesFormat extends FormatBase {
  readonly shape: "lines";
  /** Whether a file that begins with this object is of this format. */
  accepts(first: JsonObject): boolean;
  /** What puts the objects into the table, one after the other. */
  open(table: ResultsTable): (row: JsonObject, line: number) => void;
}

/** One JSON document, read whole. */
export interface DocumentFormat extends FormatBase {
  readonly shape: "document";
  /** Whether the runner writes NaN where there is no score, which JSON does not know; it is read as null. */
  readonly writesNaN?: true;
  accepts(document: Json): boolean;
  read(document: Json, table: ResultsTable): void;
}

/** Text that begins with `<`, read whole. */
export interface MarkupFormat extends FormatBase {
  readonly shape: "markup";
  read(text: string, table: ResultsTable): void;
}

/** A kind of results file: recognised by what it holds, whatever its name. */
export type ResultsFormat = LinesFormat | DocumentFormat | MarkupFormat;
