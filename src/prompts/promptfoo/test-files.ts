import type { Json, JsonObject, Place } from "../../model.ts";
import { readCsv } from "../../source/csv.ts";
import { isPlainData } from "../../source/json.ts";
import { assertionTypes } from "./assertion-types.ts";
import { readExpectedCell } from "./expected-cell.ts";
import { type ConfigReading, codeFile } from "./reading.ts";
import { Spot } from "./spot.ts";

/** The tests of a file, each with its place; a program, an address and a table that is no CSV are told and not read. */
export function readTestFile(written: string, place: Place, config: ConfigReading): readonly Spot[] {
  if (/^(?:https?|huggingface|az|s3|gs):\/\//i.test(written) || /\.xlsx?(?:#.*)?$/i.test(written)) {
    config.omit(`the tests in ${written.slice(0, 80)} are not read: they are not text of the repository`, place);
    return [];
  }
  if (codeFile.test(written)) {
    config.omit(`the tests of ${written.slice(0, 80)} are code: it is not run`, place);
    return [];
  }
  if (written.includes("*")) {
    return config.glob(written, place).flatMap((path) => {
      if (!codeFile.test(path)) return testsAt(path, place, config);
      config.omit(`the tests of ${path} are code: it is not run`, place);
      return [];
    });
  }
  const path = config.resolve(written, place);
  return path === null ? [] : testsAt(path, place, config);
}

function testsAt(path: string, place: Place, config: ConfigReading): readonly Spot[] {
  if (/\.csv$/i.test(path)) return csvTests(path, place, config);
  if (/\.jsonl$/i.test(path)) return jsonlTests(path, place, config);
  if (!/\.(?:ya?ml|json)$/i.test(path)) {
    config.complain(`${path} is no file of tests`, place, "Tests stand in .csv, .yaml, .json or .jsonl.");
    return [];
  }
  return config.data(path, place)?.items() ?? [];
}

function jsonlTests(path: string, place: Place, config: ConfigReading): readonly Spot[] {
  const text = config.text(path, place) ?? "";
  return text.split("\n").flatMap((line, index): readonly Spot[] => {
    if (line.trim() === "") return [];
    const at = { path, line: index + 1 };
    try {
      const value = JSON.parse(line) as Json;
      if (isPlainData(value)) return [new Spot(value, () => at)];
      config.complain("the test is nested too deeply", at);
    } catch (error) {
      config.complain(`not valid JSON: ${(error as Error).message}`, at);
    }
    return [];
  });
}

/** Columns that begin with two underscores say how the row is judged; all others are variables. */
function csvTests(path: string, place: Place, config: ConfigReading): readonly Spot[] {
  const [header, ...rows] = readCsv(path, config.text(path, place) ?? "");
  const names = header?.record.map((name) => name.trim()) ?? [];
  const unread = names.filter((name) => name.startsWith("__") && !knownColumn.test(name));
  for (const name of unread) config.note(`the column ${name} is not read`, { path, line: 1 });
  return rows.map(({ record, line }) => {
    const cells = new Map(names.map((name, index) => [name, record[index] ?? ""]));
    const { __description: description, __threshold: threshold } = Object.fromEntries(cells);
    const test: JsonObject = {
      vars: Object.fromEntries([...cells].filter(([name]) => name !== "" && !name.startsWith("__"))),
      assert: [...cells.keys()].flatMap((name) => assertionOf(name, cells) ?? []),
      ...(description ? { description } : {}),
      ...(numberOf(threshold) === null ? {} : { threshold: numberOf(threshold) }),
    };
    return new Spot(test, () => ({ path, line }));
  });
}

/** Columns that say how a row is judged, and those that change nothing of it. */
const knownColumn = /^__(?:expected\d*|config:__expected\d*:threshold|metric|threshold|description|metadata(?::.*)?)$/;

/** The assertion in a cell `__expected`, with what further columns say of it; null where there is none. */
function assertionOf(name: string, cells: ReadonlyMap<string, string>): JsonObject | null {
  if (!/^__expected\d*$/.test(name)) return null;
  const read = readExpectedCell(cells.get(name) ?? "", (type) => Object.hasOwn(assertionTypes, type));
  const threshold = numberOf(cells.get(`__config:${name}:threshold`));
  const metric = cells.get("__metric")?.trim() ?? "";
  return read === null
    ? null
    : { ...read, ...(threshold === null ? {} : { threshold }), ...(metric === "" ? {} : { metric }) };
}

function numberOf(cell: string | undefined): number | null {
  const number = Number(cell);
  return cell === undefined || cell.trim() === "" || !Number.isFinite(number) ? null : number;
}
