import { quote, UserError } from "../errors.ts";
import { splitLines } from "../source/line-splitter.ts";
import { decodeText } from "../source/text.ts";
import { type EvalClass, usualClass } from "./evals/classes.ts";
import { readSample, readSamples } from "./evals/samples.ts";
import { type GoldenFormat, type LineFormat, megabyte, type RowResult, type WholeFormat } from "./golden-format.ts";
import { tooLong } from "./json-row.ts";
import { createCaseReader, type HoldCase, type ReadCases, readCases } from "./read-case.ts";
import { goldenEndings, goldenFormatOf } from "./registry.ts";
import { tellFirst } from "./tell-first.ts";

/**
 * Reads a golden file by its format. A case that has a mistake is not among the cases; `hold` may put another in the
 * place of one that has none, as soon as it is read. Samples of OpenAI Evals are judged by `evalClass`.
 */
export function parseGolden(path: string, source: Uint8Array, hold?: HoldCase, evalClass?: EvalClass): ReadCases {
  const scan = scanGolden(path, hold, evalClass);
  scan.push(source);
  return scan.finish();
}

/** A golden file whose bytes come in pieces. */
export interface GoldenScan {
  push(piece: Uint8Array): void;
  finish(): ReadCases;
}

/** Reads a golden file as its bytes come: by lines where its format has them, so that no more than one is held; else as a whole. */
export function scanGolden(path: string, hold?: HoldCase, evalClass: EvalClass = usualClass): GoldenScan {
  const format = goldenFormatOf(path);
  return format !== null && "readLine" in format
    ? scanLines(path, format, hold, evalClass)
    : gather(path, format, hold, evalClass);
}

function scanLines(path: string, format: LineFormat, hold: HoldCase | undefined, evalClass: EvalClass): GoldenScan {
  const reader = createCaseReader(hold);
  let reading = true;
  const lines = splitLines(format.lineLimit, (bytes, line) => {
    if (!reading) return;
    const result = readLine(bytes, { path, line }, format);
    if (result !== null) reading = reader.take(readSample(result, evalClass));
  });
  return {
    push: lines.push,
    finish() {
      lines.end();
      return reader.finish();
    },
  };
}

/** Null for a line that holds nothing. */
function readLine(bytes: Buffer | null, place: { path: string; line: number }, format: LineFormat): RowResult | null {
  if (bytes === null) return { problem: tooLong(place) };
  try {
    const text = decodeText(place.path, bytes);
    return text.trim() === "" ? null : format.readLine(text, place);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [problem] = error.problems;
    return { problem: { ...problem, message: problem?.message ?? "cannot be read", place } };
  }
}

/** However much comes, no more is kept than the format takes. */
function gather(
  path: string,
  format: (GoldenFormat & WholeFormat) | null,
  hold: HoldCase | undefined,
  evalClass: EvalClass,
): GoldenScan {
  const pieces: Uint8Array[] = [];
  let size = 0;
  return {
    push(piece) {
      size += piece.length;
      if (size <= (format?.sizeLimit ?? 0)) pieces.push(piece);
    },
    finish() {
      try {
        return readWhole(path, format, size, () => Buffer.concat(pieces), hold, evalClass);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { cases: [], problems: tellFirst(error.problems, (problem) => problem, { path }), drafts: 0 };
      }
    },
  };
}

function readWhole(
  path: string,
  format: WholeFormat | null,
  size: number,
  source: () => Uint8Array,
  hold: HoldCase | undefined,
  evalClass: EvalClass,
): ReadCases {
  if (format === null) {
    throw new UserError({
      message: `${quote(path)} is no golden set that can be read`,
      hint: `A golden set's file name ends in ${goldenEndings.join(", ")}.`,
      place: { path },
    });
  }
  if (size > format.sizeLimit) {
    throw new UserError({
      message: `the golden set is larger than ${format.sizeLimit / megabyte} MB`,
      hint: "Split it into several files, or write it as JSON Lines (.jsonl), which may be of any size.",
      place: { path },
    });
  }
  return readCases(readSamples(format.read(path, decodeText(path, source())), evalClass), hold);
}
