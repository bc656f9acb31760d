import { quote, throwProblems } from "../../errors.ts";
import type { Json, JsonObject } from "../../model.ts";
import { readCsv } from "../../source/csv.ts";
import { type GoldenFormat, megabyte, type RowResult } from "../golden-format.ts";
import { isReserved } from "../read-case.ts";

/** Columns whose cells are JSON. */
const jsonColumns = ["messages", "toolResults"];

/** Comma-separated values with a header; every cell is a text, but for those of a conversation. */
export const csvFormat: GoldenFormat = {
  endings: [".csv"],
  description: "comma-separated values with a header row; tags are separated by , or ; within their cell",
  sizeLimit: 50 * megabyte,
  *read(path, text): Iterable<RowResult> {
    const [header, ...rows] = readCsv(path, text);
    if (header === undefined) return;
    const names = header.record.map((name) => name.trim());
    throwProblems(headerMistakes(names).map((message) => ({ message, place: { path, line: header.line } })));
    for (const { record, line } of rows) {
      const place = { path, line };
      if (record.length === names.length) yield { row: { value: toRow(names, record), place } };
      else {
        const message = `the row has ${record.length} cells, the header ${names.length}`;
        yield { problem: { message, hint: "Put a cell with a comma or a line end in double quotes.", place } };
      }
    }
  },
};

function headerMistakes(names: readonly string[]): readonly string[] {
  const empty = names.flatMap((name, index) => (name === "" ? [`column ${index + 1} has no name`] : []));
  const repeated = new Set(names.filter((name, index) => name !== "" && names.indexOf(name) !== index));
  return [...empty, ...[...repeated].map((name) => `two columns are named ${quote(name)}`)];
}

/** An empty cell is an empty variable; but an empty id, weight or expected answer is none. */
function toRow(names: readonly string[], record: readonly string[]): JsonObject {
  const cells = names.map((name, index): readonly [string, string] => [name, record[index] ?? ""]);
  return Object.fromEntries(
    cells
      .filter(([name, cell]) => cell.trim() !== "" || !isReserved(name))
      .map(([name, cell]): readonly [string, Json] => [name, toValue(name, cell)]),
  );
}

function toValue(name: string, cell: string): Json {
  if (name === "weight" || name === "maxTurns") return Number.isFinite(Number(cell)) ? Number(cell) : cell;
  if (jsonColumns.includes(name)) return parseCell(cell);
  if (name !== "tags") return cell;
  const tags = cell.split(/[,;]/).map((tag) => tag.trim());
  return tags.filter((tag) => tag !== "");
}

/** What is no JSON stays a text, which is told as no list. */
function parseCell(cell: string): Json {
  try {
    return JSON.parse(cell) as Json;
  } catch {
    return cell;
  }
}
