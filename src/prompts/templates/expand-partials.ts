import { UserError } from "../../errors.ts";

/** `{{> name}}`. */
const inclusion = /\{\{>\s*([\p{L}\p{N}_.-]+)\s*\}\}/gu;

/** Partials within partials; one that includes itself is told before. */
const depthLimit = 20;
const sizeLimit = 4 * 2 ** 20;
const countLimit = 10_000;

/** The names of the partials that a text includes, each with the offset of its first use. */
export function partialUses(text: string): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { 1: name = "", index } of text.matchAll(inclusion)) if (!uses.has(name)) uses.set(name, index);
  return uses;
}

/** The text with its partials put in; a name that is no partial stays as it is. */
export function expandPartials(text: string, partials: Readonly<Record<string, string>>): string {
  let count = 0;
  const expand = (part: string, depth: number): string => {
    if (++count > countLimit)
      throw new UserError({ message: "the prompt includes too many partials", hint: "Include less." });
    const expanded = part.replace(inclusion, (written, name: string) =>
      Object.hasOwn(partials, name) && depth < depthLimit ? expand(partials[name] ?? "", depth + 1) : written,
    );
    if (expanded.length <= sizeLimit) return expanded;
    throw new UserError({ message: "the prompt is longer than 4 MiB with its partials", hint: "Include less." });
  };
  return expand(text, 0);
}
