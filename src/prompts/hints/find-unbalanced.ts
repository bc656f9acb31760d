import type { CallConfiguration } from "../../model.ts";

const fencedCode = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[`~]*[ \t]*$/gm;
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
  return /^(?:`{3,}|~{3,})/m.test(text.replace(fencedCode, ""));
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
    const words = text.replace(fencedCode, "").replace(inlineCode, "");
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
