import { parse } from "@handlebars/parser";
import { InternalError } from "../../../errors.ts";
import { remember } from "../remember.ts";
import type { Inspection, TemplateEngine } from "../template-engine.ts";
import { inspectProgram } from "./inspect.ts";
import { renderProgram } from "./render.ts";
import type { Program } from "./syntax.ts";

interface Parsed {
  readonly program: Program;
  readonly inspection: Inspection;
}

/** Blocks within each other; the parser and the interpreter recurse. */
const depthLimit = 100;

const parsed = remember(parseTemplate);

/** dotprompt's Handlebars: its own helpers and no others, nothing escaped, partials that are given. */
export const handlebars: TemplateEngine = {
  description: "Handlebars with if, unless, each, with and the helpers of dotprompt",
  inspect: (template) => parsed(template).inspection,
  render(template, values, writer, partials) {
    const { program, inspection } = parsed(template);
    if (inspection.mistakes.length > 0) throw new InternalError("a template with mistakes is not rendered");
    renderProgram(program, values, writer, (name) => {
      const text = partials.get(name);
      return text === undefined ? null : parsed(text).program;
    });
  },
};

function parseTemplate(template: string): Parsed {
  const starts = lineStarts(template);
  const offsetOf = ({ line, column }: { readonly line: number; readonly column: number }): number =>
    (starts[line - 1] ?? 0) + column;
  const refuse = (message: string, offset: number): Parsed => ({
    program: { body: [] },
    inspection: { variables: [], partials: [], mistakes: [{ message, offset }] },
  });
  if (deepest(template) > depthLimit) return refuse("the template is nested too deeply", 0);
  try {
    const program = parse(template) as unknown as Program;
    return { program, inspection: inspectProgram(program, offsetOf) };
  } catch (error) {
    const { message, hash } = error as Error & {
      readonly hash?: { readonly loc?: { readonly last_line: number; readonly first_column: number } };
    };
    const line = hash?.loc?.last_line ?? Number(/ (\d+):\d+$/.exec(message)?.[1] ?? 1);
    const offset = offsetOf({ line, column: hash?.loc?.first_column ?? 0 });
    return refuse(`the template does not parse: ${describe(message)}`, offset);
  }
}

/** The last line says what was expected, in the parser's own terms, and what was found. */
function describe(message: string): string {
  const found = /got '([A-Z_]+)'/.exec(message)?.[1];
  if (found === "EOF") return "a block or a tag is not closed";
  if (found === "OPEN_ENDBLOCK") return "a block is closed that is not open";
  return found === undefined
    ? (message.split("\n")[0] ?? message).replace(/ - \d+:\d+$/, "")
    : "a tag is not written as it should be";
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** How deep blocks and brackets stand within each other, at most; found without recursion. */
function deepest(template: string): number {
  let depth = 0;
  let most = 0;
  for (const [token] of template.matchAll(/\{\{~?[#^]|\{\{~?\/|\(|\)/g)) {
    depth += token === ")" || token.endsWith("/") ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}
