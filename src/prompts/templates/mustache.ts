import Mustache from "mustache";
import type { Json, JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { MessageWriter } from "./message-writer.ts";
import { remember } from "./remember.ts";
import type { Inspection, TemplateEngine, TemplateMistake, TemplateVariable } from "./template-engine.ts";
import { ownValue, toText } from "./values.ts";

/** A token as the parser makes it: what it is, what it names or holds, where it stands, and what stands within it. */
type Token = readonly [kind: string, value: string, start: number, end: number, inner?: readonly Token[]];

/** Sections within each other; the interpreter recurses. */
const depthLimit = 50;
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

const parsed = remember((template: string): { tokens: readonly Token[]; inspection: Inspection } => {
  try {
    const tokens = new Mustache.Writer().parse(template) as unknown as readonly Token[];
    return { tokens, inspection: inspect(tokens) };
  } catch (error) {
    const offset = Number(/at (\d+)$/.exec((error as Error).message)?.[1] ?? 0);
    const message = (error as Error).message.replace(/ at \d+$/, "");
    return { tokens: [], inspection: { variables: [], partials: [], mistakes: [{ message, offset }] } };
  }
});

/** Mustache without lambdas, which data cannot hold, and without partials, which nobody names a file for. */
export const mustache: TemplateEngine = {
  description: "Mustache: {{name}}, {{{name}}}, sections and inverted sections",
  inspect: (template) => parsed(template).inspection,
  render: (template, values, writer) => write(parsed(template).tokens, [values], writer),
};

function inspect(tokens: readonly Token[]): Inspection {
  const variables = new Map<string, TemplateVariable>();
  const mistakes: TemplateMistake[] = [];
  const visit = (inner: readonly Token[], depth: number): void => {
    for (const [kind, value, offset, , within] of inner) {
      if (kind === ">") mistakes.push({ message: `the partial ${value} cannot be included`, offset });
      if (depth > depthLimit) mistakes.push({ message: "the template is nested too deeply", offset });
      if (mistakes.length > 0) return;
      // Within a section a name may belong to an item; there, and where a section asks for it, it need not be there.
      const optional = depth > 0 || kind === "#" || kind === "^";
      if (/^(?:name|&|#|\^)$/.test(kind) && value !== "." && !variables.has(value)) {
        variables.set(value, { name: value, offset, optional });
      }
      if (within !== undefined) visit(within, depth + 1);
    }
  };
  visit(tokens, 0);
  return { variables: [...variables.values()], partials: [], mistakes };
}

/** `stack`: the values around, the innermost last. */
function write(tokens: readonly Token[], stack: readonly Json[], writer: MessageWriter): void {
  for (const [kind, name, , , inner = []] of tokens) {
    writer.step();
    if (kind === "text") writer.write(name);
    if (kind === "name" || kind === "&") {
      const value = find(stack, name);
      if (value === undefined) writer.missing.add(name);
      else writer.write(kind === "name" ? escapeText(toText(value)) : toText(value));
    }
    if (kind === "#") {
      const value = find(stack, name);
      if (Array.isArray(value)) for (const item of value as readonly Json[]) write(inner, [...stack, item], writer);
      else if (isThere(value)) write(inner, isObject(value) ? [...stack, value] : stack, writer);
    }
    if (kind === "^" && !isThere(find(stack, name))) write(inner, stack, writer);
  }
}

function find(stack: readonly Json[], name: string): Json | undefined {
  if (name === ".") return stack.at(-1);
  const [first = "", ...rest] = name.split(".");
  const holder = stack.findLast((values) => isObject(values) && ownValue(values, first) !== undefined) as
    | JsonObject
    | undefined;
  return rest.reduce<Json | undefined>(ownValue, ownValue(holder, first));
}

function isThere(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** As LangChain's own renderer does. */
function escapeText(text: string): string {
  return text.replace(/[&"<>]/g, (character) => escapes[character] ?? character);
}
