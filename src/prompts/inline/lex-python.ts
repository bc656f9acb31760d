import { endOfQuoted, matchAt, nameAt, type Token } from "./tokens.ts";

const prefixAt = /(?:[rbfu]|rb|br|rf|fr)?(?:"""|'''|"|')/iy;
const numberAt = /\d[\w.]*/y;

/** Tokens of Python. */
export function* lexPython(text: string): Iterable<Token> {
  let offset = 0;
  while (offset < text.length) {
    const character = text[offset] ?? "";
    const start = offset;
    if (/[\s\\]/.test(character)) {
      offset += 1;
      continue;
    }
    if (character === "#") {
      const end = text.indexOf("\n", offset);
      offset = end === -1 ? text.length : end;
      continue;
    }
    const opening = matchAt(prefixAt, text, offset);
    if (opening !== null) {
      const quote = opening.replace(/^[a-z]+/i, "");
      const from = offset + opening.length;
      const end = endOfQuoted(text, from, quote, quote.length === 1);
      yield { kind: "string", text: text.slice(from, end), start };
      offset = end + quote.length;
      continue;
    }
    const name = matchAt(nameAt, text, offset);
    const number = name === null ? matchAt(numberAt, text, offset) : null;
    yield name === null
      ? { kind: "mark", text: number === null ? character : "0", start }
      : { kind: "name", text: name, start };
    offset += (name ?? number ?? character).length;
  }
}
