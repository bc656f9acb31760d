/** A token of a source text: only what is needed to find strings at call sites. */
export interface Token {
  readonly kind: "name" | "string" | "mark";
  /** A name, one character of punctuation, or what a string says (its escapes as they are written). */
  readonly text: string;
  readonly start: number;
}

/** Reads the tokens of a language, one after the other, in time that grows with the text. */
export type Lexer = (text: string) => Iterable<Token>;

/** Names, of Unicode's letters, too. */
export const nameAt = /[\p{L}_$][\p{L}\p{N}_$]*/uy;

/** What a sticky pattern finds at an offset; null where it does not fit there. */
export function matchAt(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? null;
}

/** Where a quoted text ends: the offset of the quote that closes it, or of where the text stops it. */
export function endOfQuoted(text: string, start: number, quote: string, isOneLine: boolean): number {
  for (let offset = start; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === "\\") offset += 1;
    else if (character === "\n" && isOneLine) return offset;
    else if (character === quote[0] && (quote.length === 1 || text.startsWith(quote, offset))) return offset;
  }
  return text.length;
}
