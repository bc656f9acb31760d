import { quote, UserError } from "../../errors.ts";
import type { Json } from "../../model.ts";
import type { ScorerFactory } from "../factory.ts";
import { includesText } from "../find-text.ts";
import { compileRegex, type LinearRegex, maximumWork } from "../linear-regex.ts";
import { passOrFail, unscored } from "../scores.ts";

interface CitationOptions {
  readonly pattern: string;
  readonly sources: "context" | "any";
}

const maximumSources = 200;

/** The output cites, and what it cites is there. */
export const citation: ScorerFactory = {
  description:
    "Passes where the output cites a source and, where the case has a `context`, everything that it cites stands in it.",
  example: "- citation: { pattern: '\\[([^\\[\\]]+)\\]' }",
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      pattern: {
        type: "string",
        minLength: 1,
        default: "\\[([^\\[\\]]+)\\]",
        description:
          "A regular expression (RE2's syntax) that matches a citation within a line; its first group, else the match without brackets, names the source.",
      },
      sources: {
        enum: ["context", "any"],
        default: "context",
        description:
          "With `context`, a source is a text that stands in the case's context, or the place of an entry where the context is a list: 1 for the first. With `any` it is enough that something is cited.",
      },
    },
  },
  check: ({ pattern }) => {
    const compiled = compileRegex(pattern as string);
    return "message" in compiled ? [compiled] : [];
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options) => {
    const { pattern, sources } = options as unknown as CitationOptions;
    const compiled = compileRegex(pattern);
    if ("message" in compiled) throw new UserError(compiled);
    return ({ reply: { text } }, { context }) => {
      const cited = findCitations(text, compiled);
      if (cited === null) return unscored("the output is too long for the pattern");
      if (cited.length === 0) return passOrFail(false, () => "nothing is cited");
      if (cited.length > maximumSources) return unscored("more than 200 different sources are not looked up");
      if (sources === "any" || context === null) return passOrFail(true, () => "");
      const known = Array.isArray(context) ? context.length : 0;
      const texts = textsOf(context);
      const unknown = cited.filter(
        (source) => !isPlace(source, known) && !texts.some((each) => includesText(each, source)),
      );
      return passOrFail(
        unknown.length === 0,
        () => `cites what the context has not: ${unknown.slice(0, 5).map(quote).join(", ")}`,
      );
    };
  },
};

/** Every source that is cited, each once; null where to find them costs too much. */
function findCitations(text: string, pattern: LinearRegex): readonly string[] | null {
  const sources = new Set<string>();
  let left = maximumWork - pattern.work(text);
  if (left < 0) return null;
  for (const line of text.split("\n")) {
    for (let from = 0; from <= line.length; ) {
      const match = pattern.find(line, from);
      if (match === null) break;
      // A search costs at most the rest of the line.
      left -= pattern.work(line.slice(from));
      if (left < 0) return null;
      const source = (match.group ?? match.text.replace(/^[[(【{<]+|[\])】}>]+$/gu, "")).trim();
      if (source !== "") sources.add(source);
      from = Math.max(match.end, from + 1);
    }
  }
  return [...sources];
}

/** Whether a source is the place of one of so many entries. */
function isPlace(source: string, entries: number): boolean {
  return /^\d{1,6}$/.test(source) && Number(source) >= 1 && Number(source) <= entries;
}

/** All texts of a context, names among them; walks without recursion, since a golden set may nest as it likes. */
function textsOf(context: Json): readonly string[] {
  const texts: string[] = [];
  const open: Json[] = [context];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === "object" && value !== null) {
      if (!Array.isArray(value)) texts.push(...Object.keys(value));
      open.push(...Object.values(value));
    } else if (value !== null) texts.push(String(value));
  }
  return texts;
}
