import { UserError } from "../errors.ts";
import type { Json, JsonObject, Message } from "../model.ts";

/** `{{name}}` or `{{ a.b }}`; anything else in braces is text. */
const variable = /\{\{\s*([\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*)\s*\}\}/gu;

/** Characters in all that rendering may produce: 4 MiB, more than any model reads. */
const outputLimit = 4 * 2 ** 20;

/** The first place of each variable in a template, as an offset, in the order of use. */
export function variableOffsets(template: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  for (const { 1: name = "", index } of template.matchAll(variable)) {
    if (!offsets.has(name)) offsets.set(name, index);
  }
  return offsets;
}

/** The variables of a template, each once, in the order of use. */
export function templateVariables(template: string): readonly string[] {
  return [...variableOffsets(template).keys()];
}

/**
 * Puts values into a template in one pass: a value that contains `{{x}}` stays as it is. A variable without a value
 * stays verbatim and is named in `missing`. Throws a UserError where the result is too long.
 */
export function renderTemplate(
  template: string,
  values: JsonObject,
): { readonly text: string; readonly missing: readonly string[] } {
  const { pieces, missing } = render(template, values, outputLimit);
  return { text: pieces.join(""), missing: [...missing] };
}

/** Renders the content of each message. Roles are fixed before, so that no value can create a message. */
export function renderMessages(
  messages: readonly Message[],
  values: JsonObject,
): { readonly messages: readonly Message[]; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  let budget = outputLimit;
  const rendered = messages.map(({ role, content }) => {
    const result = render(content, values, budget);
    budget -= result.length;
    for (const name of result.missing) missing.add(name);
    return { role, content: result.pieces.join("") };
  });
  return { messages: rendered, missing: [...missing] };
}

function render(template: string, values: JsonObject, budget: number) {
  const pieces: string[] = [];
  const missing = new Set<string>();
  let length = 0;
  let end = 0;
  const add = (piece: string) => {
    length += piece.length;
    if (length > budget) {
      throw new UserError({
        message: "the prompt is longer than 4 MiB once the values of the case are put in",
        hint: "Shorten the case, or use its long values less often.",
      });
    }
    pieces.push(piece);
  };
  for (const { 0: written, 1: name = "", index } of template.matchAll(variable)) {
    const value = lookUp(values, name);
    if (value === undefined) missing.add(name);
    add(template.slice(end, index));
    add(value === undefined ? written : toText(value));
    end = index + written.length;
  }
  add(template.slice(end));
  return { pieces, missing, length };
}

/** Own properties only: a template from a stranger walks no prototype. */
function lookUp(values: JsonObject, path: string): Json | undefined {
  let current: Json | undefined = values;
  for (const key of path.split(".")) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as JsonObject)[key];
  }
  return current;
}

function toText(value: Json): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
