import { parse, tokenize } from "@huggingface/jinja";
import { InternalError } from "../../../errors.ts";
import { remember } from "../remember.ts";
import { markRoleLines } from "../role-lines.ts";
import type { Inspection, TemplateEngine } from "../template-engine.ts";
import { type Dialect, javascript, python } from "./dialects.ts";
import { inspectNodes } from "./inspect.ts";
import { renderNodes } from "./render.ts";
import { checkTags, scanTags } from "./scan-tags.ts";
import { childrenOf, type Node } from "./syntax.ts";

/** A template within which tags nest deeper is no prompt; the parser recurses. */
const depthLimit = 100;

interface Parsed {
  readonly nodes: readonly Node[];
  readonly inspection: Inspection;
}

/**
 * The subset of Jinja that Prompty's specification asks of every runtime, with loops' variables and a little more. Lines
 * such as `system:` in the template's own text begin messages.
 */
export const jinja: TemplateEngine = createEngine(
  "Jinja's variables, filters, if, for, set and comments",
  python,
  markRoleLines,
);

/** The same of nunjucks, in which promptfoo's prompts are written; a text is one message. */
export const nunjucks: TemplateEngine = createEngine(
  "nunjucks: variables, filters, if, for, set and comments",
  javascript,
  // What marks a role in the other language is text here.
  (template) => template.replaceAll("\uE000", "\uFFFD"),
);

function createEngine(description: string, dialect: Dialect, prepare: (template: string) => string): TemplateEngine {
  const parsed = remember((template: string) => parseTemplate(template, dialect, prepare));
  return {
    description,
    inspect: (template) => parsed(template).inspection,
    render(template, values, writer) {
      const { nodes, inspection } = parsed(template);
      if (inspection.mistakes.length > 0) throw new InternalError("a template with mistakes is not rendered");
      renderNodes(nodes, values, dialect, writer);
    },
  };
}

function parseTemplate(template: string, dialect: Dialect, prepare: (template: string) => string): Parsed {
  const scanned = scanTags(template);
  const { tags } = scanned;
  const mistakes = checkTags(scanned);
  const refuse = (all: Inspection["mistakes"]): Parsed => ({
    nodes: [],
    inspection: { variables: [], partials: [], mistakes: all },
  });
  if (mistakes.length > 0) return refuse(mistakes);
  const blanks = findTooManyBlanks(template);
  if (blanks !== null) {
    return refuse([{ message: "too many blanks stand in a row", hint: "Take them out.", offset: blanks }]);
  }
  const offset = tags[0]?.offset ?? 0;
  if (deepest(template) > depthLimit) return refuse([{ message: "the template is nested too deeply", offset }]);
  try {
    const nodes = parse(tokenize(prepare(template))).body as unknown as readonly Node[];
    if (isDeep(nodes)) return refuse([{ message: "an expression of the template is nested too deeply", offset }]);
    return { nodes, inspection: inspectNodes(nodes, tags, dialect) };
  } catch (error) {
    return refuse([{ message: `the template does not parse: ${(error as Error).message}`, offset }]);
  }
}

/** What the tokeniser takes for runs of white space: the square of the length of each. */
const blankLimit = 20_000_000;

/** Where the run of white space stands with which they become too many; null where they do not. */
function findTooManyBlanks(template: string): number | null {
  let cost = 0;
  for (const { 0: run, index } of template.matchAll(/\s+/g)) {
    cost += run.length ** 2;
    if (cost > blankLimit) return index;
  }
  return null;
}

/** How deep statements and brackets stand within each other, at most; found without recursion. */
function deepest(template: string): number {
  let depth = 0;
  let most = 0;
  for (const [token] of template.matchAll(/\{%-?\s*(?:if|for)\b|\{%-?\s*end|[([{]|[)\]}]|\bnot\b/g)) {
    const closes = token.endsWith("end") || /^[)\]}]$/.test(token);
    depth += closes ? -1 : 1;
    if (/^[)\]}]$/.test(token) && depth < 0) depth = 0;
    most = Math.max(most, depth);
    if (token === "not") depth -= 1;
  }
  return most;
}

/** Whether nodes stand within each other deeper than the interpreter may recurse: a sum of a thousand terms does. */
function isDeep(nodes: readonly Node[]): boolean {
  let level: readonly Node[] = nodes;
  for (let depth = 0; depth <= depthLimit * 2; depth++) {
    if (level.length === 0) return false;
    level = level.flatMap(childrenOf);
  }
  return true;
}
