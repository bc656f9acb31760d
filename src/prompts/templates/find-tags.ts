/** `{{ … }}`, `{% … %}` or `{# … #}` in a template. */
export interface FoundTag {
  readonly opener: string;
  readonly start: number;
  /** Behind it; null where it is never closed. */
  readonly end: number | null;
}

const closers: Readonly<Record<string, string>> = { "{{": "}}", "{%": "%}", "{#": "#}" };

/**
 * The tags of a text from left to right, none within another. What is not closed is passed over. Takes time linear in the
 * length of the text, whatever it opens and never closes.
 */
export function* findTags(text: string): Iterable<FoundTag> {
  const opening = /\{[{%#]/g;
  const never = new Set<string>();
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [opener] = match;
    const end = never.has(opener) ? -1 : text.indexOf(closers[opener] ?? "", opening.lastIndex);
    if (end < 0) never.add(opener);
    else opening.lastIndex = end + 2;
    yield { opener, start: match.index, end: end < 0 ? null : end + 2 };
  }
}
