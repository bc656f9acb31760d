import { nearest } from "../../../errors.ts";
import type { TemplateMistake } from "../template-engine.ts";

/** A tag of a template: `{{ … }}` or `{% word … %}`. */
export interface Tag {
  readonly offset: number;
  /** The tag as written. */
  readonly text: string;
  /** The first word of a statement; null for an expression. */
  readonly word: string | null;
}

const tag = /\{\{[\s\S]*?\}\}|\{%-?\s*([a-z]*)[\s\S]*?%\}|\{#[\s\S]*?#\}/g;
const statements = ["if", "elif", "else", "endif", "for", "endfor", "set"];

/** The tags of a template in their order; comments are left out. */
export function scanTags(template: string): readonly Tag[] {
  return [...template.matchAll(tag)]
    .filter(({ 0: text }) => !text.startsWith("{#"))
    .map(({ 0: text, 1: word, index }) => ({ offset: index, text, word: text.startsWith("{%") ? (word ?? "") : null }));
}

/** Statements that are not known, not closed or not opened: what a parser tells without a line. */
export function checkTags(template: string, tags: readonly Tag[]): readonly TemplateMistake[] {
  const mistakes: TemplateMistake[] = [];
  const open: Tag[] = [];
  for (const each of tags) {
    const { word, offset } = each;
    if (word === null || word === "set") continue;
    if (!statements.includes(word)) {
      const near = nearest(word, statements);
      mistakes.push({
        message: `{% ${word} %} is no part of the template language here`,
        hint: near === null ? `Statements: ${statements.join(", ")}.` : `Did you mean {% ${near} %}?`,
        offset,
      });
    } else if (word === "if" || word === "for") open.push(each);
    else {
      const opened = open.at(-1);
      const fits =
        word === "endfor" ? opened?.word === "for" : word === "else" ? opened !== undefined : opened?.word === "if";
      if (!fits) mistakes.push({ message: `{% ${word} %} closes nothing that is open`, offset });
      else if (word.startsWith("end")) open.pop();
    }
  }
  for (const { word, offset } of open) {
    mistakes.push({ message: `{% ${word} %} is not closed`, hint: `Close it with {% end${word} %}.`, offset });
  }
  const half = /\{\{|\{%/.exec(template.replace(tag, (written) => " ".repeat(written.length)));
  if (half !== null) mistakes.push({ message: `${half[0]} is not closed`, offset: half.index });
  return mistakes;
}
