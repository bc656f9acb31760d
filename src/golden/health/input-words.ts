import type { Case, Json } from "../../model.ts";
import { canonicalJson } from "../../source/json.ts";

/** Scripts without spaces between words: each character counts as one. Marks belong to the letter before them. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;

/** More words of one text are not looked at: what is alike is alike before. */
const mostWords = 400;
/** Characters that are looked at for them. */
const mostCharacters = 8_000;

/** The words of a text in lower case, without marks between them; at most the first 400. */
export function wordsOf(text: string): readonly string[] {
  const words = text.slice(0, mostCharacters).normalize("NFKC").toLowerCase().match(word) ?? [];
  return words.length > mostWords ? words.slice(0, mostWords) : words;
}

/** All words of a text, however long: the prompt's own. */
export function allWordsOf(text: string): readonly string[] {
  return text.normalize("NFKC").toLowerCase().match(word) ?? [];
}

/** What a case asks with, by name: its variables, its context and its earlier turns, each as words. */
export function inputWords({ vars, context, conversation }: Case): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  const add = (name: string, value: Json): void => {
    words.set(name, wordsOf(typeof value === "string" ? value : canonicalJson(value)));
  };
  for (const [name, value] of Object.entries(vars)) add(name, value);
  if (context !== null) add("\0context", context);
  if (conversation?.messages) add("\0messages", conversation.messages as unknown as Json);
  return words;
}
