import { quote, UserError } from "../errors.ts";
import { decodeText } from "../source/text.ts";
import { type EvalClass, usualClass } from "./evals/classes.ts";
import { readSamples } from "./evals/samples.ts";
import { megabyte } from "./golden-format.ts";
import { type HoldCase, type ReadCases, readCases } from "./read-case.ts";
import { goldenEndings, goldenFormatOf } from "./registry.ts";
import { tellFirst } from "./tell-first.ts";

/**
 * Reads a golden file by its format. A case that has a mistake is not among the cases; `hold` may put another in the
 * place of one that has none, as soon as it is read. Samples of OpenAI Evals are judged by `evalClass`.
 */
export function parseGolden(
  path: string,
  source: Uint8Array,
  hold?: HoldCase,
  evalClass: EvalClass = usualClass,
): ReadCases {
  try {
    return readFile(path, source, hold, evalClass);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { cases: [], problems: tellFirst(error.problems, (problem) => problem, { path }) };
  }
}

function readFile(path: string, source: Uint8Array, hold: HoldCase | undefined, evalClass: EvalClass): ReadCases {
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
  return readCases(readSamples(format.read(path, decodeText(path, source)), evalClass), hold);
}
