import type { CallConfiguration } from "../../model.ts";

const fence = /^(`{3,}|~{3,})/;
const inlineCode = /`[^`\n]*`/g;
const tag = /<(\/?)([A-Za-z][\w-]{0,40})(?:\s[^<>]*)?>/g;

/** What a prompt opens and does not close, or closes and never opened: fences of code, tags, double braces. */
export function findUnbalanced({ messages, partials = {}, template }: CallConfiguration): readonly string[] {
  const texts = [...messages.map(({ content }) => content), ...Object.values(partials)];
  return [
    ...(texts.some(hasOpenFence) ? ["a fence of code is not closed"] : []),
    ...findTags(texts),
    // The engines of other languages tell of their own braces.
    ...(template === undefined && texts.some(hasOpenBraces) ? ["{{ and }} are not as many"] : []),
  ];
}

function hasOpenFence(text: string): boolean {
  return readFences(text).isOpen;
}

/** The lines that stand in no closed fence of code, and whether the last fence is never closed. */
function readFences(text: string): { readonly words: string; readonly isOpen: boolean } {
  const words: string[] = [];
  /** What the fence at hand begins with, and its lines so far. */
  let open: string | null = null;
  let within: string[] = [];
  for (const line of text.split("\n")) {
    const [mark] = fence.exec(line) ?? [];
    if (open === null && mark === undefined) words.push(line);
    else if (open === null) [open, within] = [mark ?? null, []];
    else if (mark?.startsWith(open) && line.slice(mark.length).trim() === "") open = null;
    else within.push(line);
  }
  const isOpen = open !== null;
  return { words: [...words, ...(isOpen ? within : [])].join("\n"), isOpen };
}

function hasOpenBraces(text: string): boolean {
  return text.split("{{").length !== text.split("}}").length;
}

/**
 * Tags count over all messages, for one may open and another close. A tag that is never closed anywhere is a placeholder
 * (`answer with <category>`), and what stands in code is none.
 */
function findTags(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, { opened: number; closed: number }>();
  for (const text of texts) {
    const words = readFences(text).words.replace(inlineCode, "");
    for (const [whole, slash, name = ""] of words.matchAll(tag)) {
      if (whole.endsWith("/>")) continue;
      const count = counts.get(name) ?? { opened: 0, closed: 0 };
      if (slash === "/") count.closed++;
      else count.opened++;
      counts.set(name, count);
    }
  }
  return [...counts].flatMap(([name, { opened, closed }]) => {
    if (closed === 0 || opened === closed) return [];
    return [`<${name}> is opened ${times(opened)} and closed ${times(closed)}`];
  });
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
