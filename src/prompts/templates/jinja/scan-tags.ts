import { nearest } from "../../../errors.ts";
import { findTags } from "../find-tags.ts";
import type { TemplateMistake } from "../template-engine.ts";

/** A tag of a template: `{{ … }}` or `{% word … %}`. */
export interface Tag {
  readonly offset: number;
  /** The tag as written. */
  readonly text: string;
  /** The first word of a statement; null for an expression. */
  readonly word: string | null;
}

const statements = ["if", "elif", "else", "endif", "for", "endfor", "set"];

export interface ScannedTags {
  /** In their order; comments are left out. */
  readonly tags: readonly Tag[];
  /** The first one that is never closed; null where all are. */
  readonly half: { readonly text: string; readonly offset: number } | null;
}

/** The tags of a template. */
export function scanTags(template: string): ScannedTags {
  const tags: Tag[] = [];
  let half: ScannedTags["half"] = null;
  for (const { opener, start, end } of findTags(template)) {
    const text = template.slice(start, end ?? start + opener.length);
    if (end === null) {
      if (opener !== "{#") half ??= { text, offset: start };
    } else if (opener !== "{#") {
      const [, word = ""] = /^\{%-?\s*([a-z]*)/.exec(text) ?? [];
      tags.push({ offset: start, text, word: opener === "{%" ? word : null });
    }
  }
  return { tags, half };
}

/** Statements that are not known, not closed or not opened: what a parser tells without a line. */
export function checkTags({ tags, half }: ScannedTags): readonly TemplateMistake[] {
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
  if (half !== null) mistakes.push({ message: `${half.text} is not closed`, offset: half.offset });
  return mistakes;
}
