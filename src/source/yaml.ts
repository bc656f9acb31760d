import {
  Composer,
  type CST,
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  visit,
} from "yaml";
import { InternalError, UserError } from "../errors.ts";
import type { Json, Place, Problem } from "../model.ts";
import { isPlainData } from "./json.ts";

/** A YAML (or JSON) text as plain data that still knows where each value stands. */
export interface YamlSource {
  readonly value: Json;
  /** Where the value under these keys stands; the nearest enclosing one where there is none. */
  place(keys: readonly (string | number)[]): Place;
  /** Where the key itself stands: the line to mend when a key is unknown. */
  keyPlace(keys: readonly (string | number)[]): Place;
  /** Offsets of a value in the text given, for searching inside a scalar; null where there is none. */
  range(keys: readonly (string | number)[]): readonly [start: number, end: number] | null;
  /** The place of an offset in the text given. */
  placeAt(offset: number): Place;
}

/** Aliases may be resolved this often: anchors are a convenience, not a way to build a bomb. */
const aliasLimit = 100;

/** Collections within each other. The reader recurses, and the runtime may end the process where its stack ends. */
const depthLimit = 100;

/**
 * Reads YAML 1.2 as data: one document, no custom tags, no merge keys, unique keys, bounded aliases and nesting.
 * `lineOffset` is added to every line, for front matter that does not begin on the first line.
 * Throws a UserError with every syntax error.
 */
export function readYaml(path: string, text: string, lineOffset = 0): YamlSource {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, line: line + lineOffset, column: col };
  };
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const [document, second] = composer.compose(boundedTokens(text, lines, placeAt), true, text.length);
  if (document === undefined) throw new InternalError("the YAML reader composed no document");
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    message: `not valid YAML: ${error.message}`,
    place: placeAt(error.pos[0]),
  }));
  problems.push(...mistakesWithin(document, placeAt));
  if (second !== undefined) {
    problems.push({ message: "more than one YAML document", place: placeAt(second.range[0]) });
  }
  if (problems.length > 0) throw new UserError(problems.sort(byPlace));
  const value = toPlainData(document, placeAt);
  const find = (keys: readonly (string | number)[]): { node: Node | null; pair: Pair | null } => {
    let node = document.contents as Node | null;
    let pair: Pair | null = null;
    for (const key of keys) {
      if (!isCollection(node)) break;
      const item: unknown = isMap(node)
        ? node.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === String(key))
        : node.items[key as number];
      if (item === undefined) break;
      pair = isPair(item) ? item : null;
      const next = isPair(item) ? item.value : item;
      if (next === null || next === undefined) break;
      node = next as Node;
    }
    return { node, pair };
  };
  const start = (node: Node | null): Place => placeAt(node?.range?.[0] ?? 0);
  return {
    value,
    place: (keys) => start(find(keys).node),
    keyPlace: (keys) => {
      const { node, pair } = find(keys);
      return start((pair?.key as Node | undefined) ?? node);
    },
    range: (keys) => {
      const range = find(keys).node?.range;
      return range ? [range[0], range[1]] : null;
    },
    placeAt,
  };
}

/** The tokens of a text, as long as it is not nested too deeply: known before anything recurses. */
function* boundedTokens(text: string, lines: LineCounter, placeAt: (offset: number) => Place): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // Above the collections stand the document and the scalar at hand.
    if (parser.stack.length > depthLimit + 2) {
      throw new UserError({ message: "nested too deeply", place: placeAt(parser.offset) });
    }
  }
  yield* parser.end();
}

function byPlace(left: Problem, right: Problem): number {
  const [one, other] = [left.place, right.place];
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}

/**
 * What is YAML but no data: numbers that JSON does not know, and keys that stand twice (an own check, because that of the
 * reader takes the square of the number of keys).
 */
function mistakesWithin(document: Document.Parsed, placeAt: (offset: number) => Place): readonly Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar(_, { value, range }) {
      if (typeof value !== "number" || Number.isFinite(value)) return;
      problems.push({
        message: "not a finite number",
        hint: "Write a number such as 0.7.",
        place: placeAt(range?.[0] ?? 0),
      });
    },
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          problems.push({ message: "not valid YAML: the key stands twice", place: placeAt(key.range?.[0] ?? 0) });
        }
        seen.add(name);
      }
    },
  });
  return problems;
}

function toPlainData(document: Document.Parsed, placeAt: (offset: number) => Place): Json {
  let value: Json;
  try {
    value = (document.toJS({ maxAliasCount: aliasLimit }) ?? null) as Json;
  } catch (error) {
    throw new UserError({ message: `not valid YAML: ${(error as Error).message}`, place: placeAt(0) });
  }
  // Aliases nest without standing within each other.
  if (isPlainData(value)) return value;
  throw new UserError({ message: "nested too deeply", place: placeAt(0) });
}
