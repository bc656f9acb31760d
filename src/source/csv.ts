import { CsvError, parse } from "csv-parse/sync";
import { UserError } from "../errors.ts";

/** A record of a CSV text, and the line on which it begins. */
export interface CsvRecord {
  readonly record: readonly string[];
  readonly line: number;
}

/** The records of comma-separated values, its header among them. Throws a UserError where a quote is not closed. */
export function readCsv(path: string, text: string): readonly CsvRecord[] {
  try {
    const records = parse(text, {
      info: true,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { record: readonly string[]; info: { lines: number } }[];
    // The parser tells the line on which a record ends.
    return records.map(({ record, info }) => ({ record, line: info.lines - lineEndsIn(record) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error["lines"]);
    const place = Number.isInteger(line) ? { path, line } : { path };
    throw new UserError({ message: `not valid CSV: ${error.message}`, hint: "Double a quote within quotes.", place });
  }
}

function lineEndsIn(record: readonly string[]): number {
  return record.reduce((count, cell) => count + cell.split("\n").length - 1, 0);
}
