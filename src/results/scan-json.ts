/** What a text that the JSON parser refused is about. */
export interface JsonScan {
  /** Where the first mistake stands; null where NaN is the only one. */
  readonly mistake: number | null;
  /** Where NaN stands in place of a value. */
  readonly notNumbers: readonly number[];
}

const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapeAt = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Finds the place of a mistake, which the parser's own messages do not always tell. */
export function scanJson(text: string): JsonScan {
  const notNumbers: number[] = [];
  const open: ("{" | "[")[] = [];
  let expected: "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end" | "nothing" = "value";
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (" \n\r\t".includes(character)) at++;
    else if (expected === "colon") {
      if (character !== ":") return { mistake: at, notNumbers };
      expected = "value";
      at++;
    } else if (expected === "comma or end" && character === ",") {
      expected = open.at(-1) === "{" ? "key" : "value";
      at++;
    } else if (closes(character, expected, open.at(-1))) {
      open.pop();
      expected = open.length === 0 ? "nothing" : "comma or end";
      at++;
    } else if (expected === "key" || expected === "key or }") {
      const end = endOfString(text, at);
      if (end === null) return { mistake: at, notNumbers };
      expected = "colon";
      at = end;
    } else if (expected === "nothing" || expected === "comma or end") {
      return { mistake: at, notNumbers };
    } else if (character === "{" || character === "[") {
      open.push(character);
      expected = character === "{" ? "key or }" : "value or ]";
      at++;
    } else {
      const written = text.startsWith("NaN", at);
      if (written) notNumbers.push(at);
      const end = written ? at + 3 : endOfScalar(text, at);
      if (end === null) return { mistake: at, notNumbers };
      expected = open.length === 0 ? "nothing" : "comma or end";
      at = end;
    }
  }
  return { mistake: expected === "nothing" ? null : text.length, notNumbers };
}

/** The number of the line on which a character stands, from 1. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function closes(character: string, expected: string, innermost: "{" | "[" | undefined): boolean {
  if (character === "}") return innermost === "{" && (expected === "comma or end" || expected === "key or }");
  if (character === "]") return innermost === "[" && (expected === "comma or end" || expected === "value or ]");
  return false;
}

function endOfScalar(text: string, at: number): number | null {
  if (text.charAt(at) === '"') return endOfString(text, at);
  const word = ["true", "false", "null"].find((each) => text.startsWith(each, at));
  if (word !== undefined) return at + word.length;
  numberAt.lastIndex = at;
  return numberAt.test(text) ? numberAt.lastIndex : null;
}

function endOfString(text: string, start: number): number | null {
  if (text.charAt(start) !== '"') return null;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return null;
    if (code !== 0x5c) continue;
    escapeAt.lastIndex = at;
    if (!escapeAt.test(text)) return null;
    at = escapeAt.lastIndex - 1;
  }
  return null;
}
