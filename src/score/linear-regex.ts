import { RE2JS } from "re2js";
import type { Finding } from "./factory.ts";

/** A regular expression that takes time linear in the text, whatever the pattern. */
export interface LinearRegex {
  /** Instructions × characters: an upper bound of the work, in units of some 5 ns. */
  work(text: string): number;
  /** Whether it matches somewhere in the text. */
  test(text: string): boolean;
  /** The first match from a position on; null where there is none. */
  find(text: string, from: number): RegexMatch | null;
  /** The text with every match replaced by these very characters. */
  replaceAll(text: string, replacement: string): string;
}

export interface RegexMatch {
  readonly text: string;
  /** What the first group matched; null where there is no group or it took no part. */
  readonly group: string | null;
  /** Where the match ends. */
  readonly end: number;
}

/** What a pattern may cost over one text: some 100 ms at worst, a hundredth of that with common ones. */
export const maximumWork = 20_000_000;

const maximumPattern = 1_000;
/** `a{1000}` makes a thousand instructions of seven characters: the program is bounded, too. */
const maximumProgram = 10_000;
/** Characters × repeats, which can be told before the program is made: that may take long itself. */
const maximumExpansion = 50_000;

const flagValues: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

/** Compiles a pattern in the syntax of RE2; the escapes of JavaScript (`\u00e9`, `\cJ`, `\/`) are understood. */
export function compileRegex(pattern: string, flags = ""): LinearRegex | Finding {
  if (pattern.length > maximumPattern) return { message: "a pattern of more than 1,000 characters", hint: tooLarge };
  if (repeats(pattern) * pattern.length > maximumExpansion)
    return { message: "a pattern that repeats too much", hint: tooLarge };
  const mask = [...flags].reduce((sum, flag) => sum | (flagValues[flag] ?? 0), 0);
  let program: RE2JS;
  try {
    program = RE2JS.compile(RE2JS.translateRegExp(pattern), mask);
  } catch (error) {
    const detail = (error as Error).message.replace(/^error parsing regexp: /, "");
    return {
      message: `not a regular expression: ${detail}`,
      hint: "Patterns are written in RE2's syntax: no look-around, no back-references, repeats up to 1,000.",
    };
  }
  const size = program.programSize();
  if (size > maximumProgram) return { message: "a pattern that repeats too much", hint: tooLarge };
  return {
    work: (text) => size * text.length,
    test: (text) => program.test(text),
    replaceAll: (text, replacement) => program.matcher(text).replaceAll(RE2JS.quoteReplacement(replacement)),
    find: (text, from) => {
      const matcher = program.matcher(text);
      if (!matcher.find(from)) return null;
      return {
        text: matcher.group() ?? "",
        group: matcher.groupCount() > 0 ? (matcher.group(1) ?? null) : null,
        end: matcher.end(),
      };
    },
  };
}

/** The sum of all that stands in braces. */
function repeats(pattern: string): number {
  const counts = pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g);
  return [...counts].reduce((sum, [, least, most]) => sum + Number(most || least), 0);
}

const tooLarge = "Make it shorter, or split it into several scorers.";
