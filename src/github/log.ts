/**
 * Controls, format characters (which reverse, hide or join what is shown), line and paragraph separators, lone
 * surrogates; of two colons in a row and of a leading colon, the first; the second # of what begins `##[`.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|:(?=:)|^:|(?<=#)#(?=\[|$)/gu;

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Makes hostile text safe within a line of a log: it stays on one line, forms no workflow command (`::`, `##[`, also not
 * together with what follows), and shows control and direction characters as escapes. Escaping twice changes nothing.
 */
export function escapeLogLine(text: string): string {
  return text.replace(
    unsafe,
    (character) => shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
