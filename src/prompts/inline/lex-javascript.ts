import { endOfQuoted, matchAt, nameAt, type Token } from "./tokens.ts";

const numberAt = /\d[\w.]*/y;
/** Characters of a regular expression; a longer one is read as a division. */
const regexLimit = 300;
const flagsAt = /\w*/y;
/** Behind these words a slash begins a regular expression. */
const words = new Set(["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "await"]);

/** Tokens of TypeScript and JavaScript. A template literal is one string, in which `{…}` stands for what is put in. */
export function* lexJavascript(text: string): Iterable<Token> {
  /** For each template literal around: how many braces of the expression in it are open. */
  const templates: { depth: number; readonly start: number; written: string }[] = [];
  let last: Token | null = null;
  let offset = text.startsWith("#!") ? lineEnd(text, 0) : 0;
  const open = (start: number, written: string, from: number): Token | null => {
    const end = endOfTemplate(text, from);
    const whole = written + text.slice(from, end.offset);
    if (!end.isExpression) {
      offset = end.offset + 1;
      return { kind: "string", text: whole, start };
    }
    templates.push({ depth: 0, start, written: `${whole}{…}` });
    offset = end.offset + 2;
    return null;
  };
  while (offset < text.length) {
    const character = text[offset] ?? "";
    const start = offset;
    let token: Token | null = null;
    const inner = templates.at(-1);
    if (/\s/.test(character)) {
      offset += 1;
      continue;
    }
    if (text.startsWith("//", offset)) {
      offset = lineEnd(text, offset);
      continue;
    }
    if (text.startsWith("/*", offset)) {
      const end = text.indexOf("*/", offset + 2);
      offset = end === -1 ? text.length : end + 2;
      continue;
    }
    if (inner !== undefined && character === "}" && inner.depth === 0) {
      templates.pop();
      token = open(inner.start, inner.written, offset + 1);
    } else if (character === '"' || character === "'") {
      const end = endOfQuoted(text, offset + 1, character, true);
      token = { kind: "string", text: text.slice(offset + 1, end), start };
      offset = end + 1;
    } else if (character === "`") token = open(offset, "", offset + 1);
    else {
      const regex: string | null = character === "/" && mayBeginRegex(last) ? regexFrom(text, offset) : null;
      const name: string | null = regex === null ? matchAt(nameAt, text, offset) : null;
      const number: string | null = regex ?? (name === null ? matchAt(numberAt, text, offset) : null);
      if (name !== null) token = { kind: "name", text: name, start };
      else if (number === null) {
        token = { kind: "mark", text: character, start };
        if (inner !== undefined && character === "{") inner.depth += 1;
        if (inner !== undefined && character === "}") inner.depth -= 1;
      } else token = { kind: "mark", text: "0", start };
      offset += (name ?? number ?? character).length;
    }
    // What stands within a template literal is not told by itself: the literal is one value.
    if (token !== null && templates.length === 0) yield token;
    last = token ?? { kind: "mark", text: "`", start };
  }
}

/** The regular expression that begins here, with its flags; null where none ends on this line. */
function regexFrom(text: string, start: number): string | null {
  let isClass = false;
  for (let offset = start + 1; offset < Math.min(text.length, start + regexLimit); offset += 1) {
    const character = text[offset];
    if (character === "\n") return null;
    if (character === "\\") offset += 1;
    else if (character === "[") isClass = true;
    else if (character === "]") isClass = false;
    else if (character === "/" && !isClass) {
      return text.slice(start, offset + 1) + (matchAt(flagsAt, text, offset + 1) ?? "");
    }
  }
  return null;
}

/** A slash divides behind a value; everywhere else it begins a regular expression. */
function mayBeginRegex(last: Token | null): boolean {
  if (last === null) return true;
  if (last.kind === "name") return words.has(last.text);
  return last.kind === "mark" && !/[)\]}0]/.test(last.text);
}

function endOfTemplate(text: string, from: number): { readonly offset: number; readonly isExpression: boolean } {
  for (let offset = from; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === "\\") offset += 1;
    else if (character === "`") return { offset, isExpression: false };
    else if (character === "$" && text[offset + 1] === "{") return { offset, isExpression: true };
  }
  return { offset: text.length, isExpression: false };
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}
