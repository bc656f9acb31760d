import { UserError } from "../errors.ts";
import { regionOf } from "./region.ts";
import type { Region } from "./variable-uses.ts";

/** The front matter's last line; its first is the same alone on a line. */
const fences: Readonly<Record<string, RegExp>> = { "---": /^---[ \t]*$/m, "+++": /^\+\+\+[ \t]*$/m };

/** A file split into its front matter and the text beside it. */
export interface SplitFile {
  readonly frontMatter: string;
  /** Lines of the file before the front matter. */
  readonly lineOffset: number;
  readonly body: Region;
  /** Where the body begins. */
  readonly bodyStart: number;
}

/**
 * Splits a file at its front matter. `preamble`: what may stand before it, such as lines of a licence. Throws a UserError
 * where the front matter is not closed.
 */
export function splitFrontMatter(path: string, whole: string, preamble = /^/): SplitFile {
  const before = preamble.exec(whole)?.[0].length ?? 0;
  const opening = /^(---|\+\+\+)[ \t]*\n/.exec(whole.slice(before));
  if (opening === null) return { frontMatter: "", lineOffset: 0, body: bodyFrom(path, whole, 0), bodyStart: 0 };
  const start = before + opening[0].length;
  const closing = fences[opening[1] ?? "---"]?.exec(whole.slice(start)) ?? null;
  const lineOffset = whole.slice(0, start).split("\n").length - 1;
  if (closing === null) {
    throw new UserError({
      message: "the front matter is not closed",
      hint: `End it with a line of ${opening[1]} alone, or let the file not begin with one.`,
      place: { path, line: lineOffset },
    });
  }
  const end = start + closing.index;
  const bodyStart = Math.min(whole.length, end + closing[0].length + 1);
  return { frontMatter: whole.slice(start, end), lineOffset, body: bodyFrom(path, whole, bodyStart), bodyStart };
}

/** The body is kept as it is, but for the one line end that every editor puts last. */
function bodyFrom(path: string, whole: string, start: number): Region {
  const end = whole.endsWith("\n") && whole.length > start ? whole.length - 1 : whole.length;
  return regionOf(path, whole, start, end);
}
