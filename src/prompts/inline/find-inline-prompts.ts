import type { InlinePrompt, Place } from "../../model.ts";
import { anyCall, type CallSite, callSites, promptKeys, roleWords } from "./call-sites.ts";
import { lexJavascript } from "./lex-javascript.ts";
import { lexPython } from "./lex-python.ts";
import type { Lexer, Token } from "./tokens.ts";

/** Characters of one source: what is larger was made by a program. */
const sizeLimit = 1_000_000;
const promptLimit = 10_000;
const firstWordsLimit = 80;
/** Brackets within each other. */
const depthLimit = 1_000;

const lexers: readonly (readonly [endings: RegExp, lexer: Lexer])[] = [
  [/(?<!\.d)\.[cm]?tsx?$|\.[cm]?jsx?$/, lexJavascript],
  [/\.pyi?$/, lexPython],
];

/** A source text by its path. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Whether prompts are looked for in a file of this name: what others wrote and what programs make is left out. */
export function isSource(path: string): boolean {
  const foreign = /(?:^|\/)(?:node_modules|dist|build|vendor|third_party|\.venv|venv|site-packages)\/|\.min\.js$/;
  return lexers.some(([endings]) => endings.test(path)) && !foreign.test(path);
}

/**
 * Strings at the call sites of known SDKs, and constants of the same file that stand there by name: found by reading
 * tokens, never run. Time grows with the length of the texts.
 */
export function findInlinePrompts(sources: Iterable<SourceText>): readonly InlinePrompt[] {
  const found: InlinePrompt[] = [];
  for (const { path, text } of sources) {
    const lexer = lexers.find(([endings]) => endings.test(path))?.[1];
    if (lexer === undefined || text.length > sizeLimit || !anyCall.test(text)) continue;
    found.push(...findInSource(path, text, lexer));
    if (found.length > promptLimit) break;
  }
  return found.slice(0, promptLimit);
}

/** A string, or several that are joined, that a call is given. */
interface Piece {
  readonly start: number;
  text: string;
  readonly call: string;
  readonly sdk: string;
}

/** What stands between two brackets. */
interface Frame {
  readonly bracket: string;
  /** The call that the bracket belongs to or stands in. */
  readonly call: { readonly name: string; readonly site: CallSite } | null;
  /** Whether the bracket is that of the call itself. */
  readonly isCall: boolean;
  /** The name under which the value at hand is given. */
  key: string | null;
  /** As it was when the frame was opened: what a comma goes back to. */
  readonly outerKey: string | null;
  /** Values before the one at hand. */
  index: number;
  /** The first value, where it is a text. */
  first: string | null;
  isTernary: boolean;
  /** What the value at hand has given so far. */
  piece: Piece | null;
}

function findInSource(path: string, text: string, lexer: Lexer): readonly InlinePrompt[] {
  const tokens = [...lexer(text)];
  const constants = findConstants(tokens);
  const litellm = /\blitellm\b/.test(text);
  const pieces = new Map<number, Piece>();
  const frames: Frame[] = [newFrame("", null, false, null)];
  for (const [index, token] of tokens.entries()) {
    const frame = frames.at(-1) as Frame;
    const next = tokens[index + 1];
    if (token.kind === "mark") {
      if (/[([{]/.test(token.text)) {
        const called = token.text === "(" ? calledAt(tokens, index, litellm) : null;
        const key = token.text === "{" ? null : frame.key;
        if (frames.length < depthLimit) {
          frames.push(newFrame(token.text, called ?? frame.call, called !== null, called === null ? key : null));
        }
      } else if (/[)\]}]/.test(token.text)) {
        if (frames.length > 1) frames.pop();
      } else if (token.text === ",") {
        frame.index += 1;
        frame.key = frame.outerKey;
        frame.isTernary = false;
        frame.piece = null;
      } else if (token.text === "?" && next?.text !== "." && next?.text !== "?") frame.isTernary = true;
      // Of two texts one is chosen: they are not joined.
      else if (token.text === ":" && frame.isTernary) frame.piece = null;
      continue;
    }
    if (token.kind === "name" && token.text === "else") frame.piece = null;
    if (frame.call === null) continue;
    const isKey =
      next?.kind === "mark" &&
      ((next.text === ":" && frame.bracket === "{" && !frame.isTernary) ||
        (next.text === "=" && token.kind === "name" && !isMark(tokens[index + 2], /[=>]/)));
    if (isKey) {
      frame.key = token.text;
      frame.piece = null;
      continue;
    }
    const given = token.kind === "string" ? token : constantAt(tokens, index, constants);
    if (given === null) continue;
    if (isPrompt(frame)) take(frame, given, pieces);
    if (frame.index === 0) frame.first ??= given.text;
  }
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  let line = 0;
  return [...pieces.values()]
    .sort((one, other) => one.start - other.start)
    .map((piece) => {
      while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= piece.start) line += 1;
      const column = piece.start - (lineStarts[line] ?? 0) + 1;
      return toInlinePrompt({ path, line: line + 1, column }, piece);
    });
}

function newFrame(bracket: string, call: Frame["call"], isCall: boolean, key: string | null): Frame {
  return { bracket, call, isCall, key, outerKey: key, index: 0, first: null, isTernary: false, piece: null };
}

/** Whether a text at this place is a prompt: by its name, by the role before it, or by its place in the call. */
function isPrompt(frame: Frame): boolean {
  const isPair = frame.index === 1 && frame.first !== null && roleWords.has(frame.first);
  if (isPair && (frame.bracket === "(" || frame.bracket === "[")) return true;
  if (frame.key !== null) return promptKeys.has(frame.key);
  return frame.isCall && frame.index === 0 && frame.call?.site.positional === true;
}

/** Strings that are joined are one text; the same constant is told once. */
function take(frame: Frame, given: Token, pieces: Map<number, Piece>): void {
  if (frame.piece !== null) {
    frame.piece.text += given.text;
    return;
  }
  if (!/\p{L}/u.test(given.text) || frame.call === null) return;
  if (pieces.has(given.start)) return;
  frame.piece = { start: given.start, text: given.text, call: frame.call.name, sdk: frame.call.site.sdk };
  pieces.set(given.start, frame.piece);
}

/** The call whose bracket opens here. */
function calledAt(tokens: readonly Token[], index: number, litellm: boolean): Frame["call"] {
  const parts: string[] = [];
  let at = index - 1;
  while (parts.length < 3 && tokens[at]?.kind === "name") {
    parts.unshift(tokens[at]?.text ?? "");
    if (tokens[at - 1]?.text !== "." || tokens[at - 1]?.kind !== "mark") break;
    at -= tokens[at - 2]?.text === "?" ? 3 : 2;
  }
  for (let from = 0; from < parts.length; from += 1) {
    const name = parts.slice(from).join(".");
    const site = Object.hasOwn(callSites, name) ? callSites[name] : undefined;
    // `completion` is a name that anybody gives to anything.
    if (site !== undefined && (litellm || !/^a?completion$/.test(name))) return { name, site };
  }
  return null;
}

/** `NAME = "…"` anywhere in the file, also through a function or a tag: what a call is given by name. */
function findConstants(tokens: readonly Token[]): ReadonlyMap<string, Token> {
  const constants = new Map<string, Token>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "string") continue;
    let at = index - 1;
    if (isMark(tokens[at], /\(/)) at -= 1;
    // textwrap.dedent
    for (let steps = 0; steps < 6 && (tokens[at]?.kind === "name" || isMark(tokens[at], /\./)); steps += 1) at -= 1;
    if (!isMark(tokens[at], /=/)) continue;
    // A type may stand between the name and its value.
    const name = isMark(tokens[at - 2], /:/) ? tokens[at - 3] : tokens[at - 1];
    if (name?.kind === "name" && !constants.has(name.text)) constants.set(name.text, token);
  }
  return constants;
}

function isMark(token: Token | undefined, pattern: RegExp): boolean {
  return token?.kind === "mark" && pattern.test(token.text);
}

/** The constant that a name stands for, where it is a value by itself. */
function constantAt(tokens: readonly Token[], index: number, constants: ReadonlyMap<string, Token>): Token | null {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (before?.kind === "mark" && before.text === ".") return null;
  if (next?.kind === "mark" && /[([:=]/.test(next.text)) return null;
  return constants.get(tokens[index]?.text ?? "") ?? null;
}

function toInlinePrompt(place: Place, { text, call, sdk }: Piece): InlinePrompt {
  const words = text
    .slice(0, 10 * firstWordsLimit)
    .replace(/\\[nrt]|\\\n/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const firstWords = words.length > firstWordsLimit ? `${words.slice(0, firstWordsLimit - 1)}…` : words;
  return { place, call, sdk, firstWords, length: text.length };
}
