import { quote, UserError } from "../errors.ts";
import { decodeText } from "../source/text.ts";
import { megabyte } from "./golden-format.ts";
import { type HoldCase, type ReadCases, readCases } from "./read-case.ts";
import { goldenEndings, goldenFormatOf } from "./registry.ts";
import { tellFirst } from "./tell-first.ts";

/**
 * Reads a golden file by its format. A case that has a mistake is not among the cases; `hold` may put another in the
 * place of one that has none, as soon as it is read.
 */
export function parseGolden(path: string, source: Uint8Array, hold?: HoldCase): ReadCases {
  try {
    return readFile(path, source, hold);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { cases: [], problems: tellFirst(error.problems, (problem) => problem, { path }), drafts: 0 };
  }
}

function readFile(path: string, source: Uint8Array, hold: HoldCase | undefined): ReadCases {
  const format = goldenFormatOf(path);
  if (format === null) {
    throw new UserError({
      message: `${quote(path)} is no golden set that can be read`,
      hint: `A golden set's file name ends in ${goldenEndings.join(", ")}.`,
      place: { path },
    });
  }
  if (source.byteLength > format.sizeLimit) {
    throw new UserError({
      message: `the golden set is larger than ${format.sizeLimit / megabyte} MB`,
      hint: "Split it into several files, or write it as JSON Lines (.jsonl).",
      place: { path },
    });
  }
  return readCases(format.read(path, decodeText(path, source)), hold);
}
