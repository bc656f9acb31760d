import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { UserError } from "../errors.ts";
import type { Json, Place, Problem } from "../model.ts";

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

/**
 * Reads YAML 1.2 as data: no custom tags, no merge keys, unique keys, bounded aliases.
 * `lineOffset` is added to every line, for front matter that does not begin on the first line.
 * Throws a UserError with every syntax error.
 */
export function readYaml(path: string, text: string, lineOffset = 0): YamlSource {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, line: line + lineOffset, column: col };
  };
  const document = withinStack(path, () =>
    parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, logLevel: "silent" }),
  );
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    message: `not valid YAML: ${error.message}`,
    place: placeAt(error.pos[0]),
  }));
  if (problems.length > 0) throw new UserError(problems);
  const value = withinStack(path, () => {
    try {
      return (document.toJS({ maxAliasCount: aliasLimit }) ?? null) as Json;
    } catch (error) {
      if (error instanceof RangeError) throw error;
      throw new UserError({ message: `not valid YAML: ${(error as Error).message}`, place: placeAt(0) });
    }
  });
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

/** A recursive reader runs out of stack on deep nesting: that is the file's mistake, not ours. */
function withinStack<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new UserError({ message: "nested too deeply", place: { path } });
    throw error;
  }
}
