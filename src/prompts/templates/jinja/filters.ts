import type { Json } from "../../../model.ts";
import { isObject } from "../../../source/json.ts";
import type { MessageWriter } from "../message-writer.ts";
import { isTrue, lengthOf, pythonText, type Value } from "./python-values.ts";

/** Turns a value into another one; what it makes is charged before it is made. */
type Filter = (value: Value, args: readonly Value[], writer: MessageWriter) => Value;

const text =
  (change: (text: string) => string): Filter =>
  (value, _args, writer) => {
    const written = pythonText(value);
    writer.charge(written.length);
    return change(written);
  };

const capitalize = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();

/** The filters there are; those of the specification first. Messages are made from this list. */
export const filters = {
  upper: text((written) => written.toUpperCase()),
  lower: text((written) => written.toLowerCase()),
  trim: text((written) => written.trim()),
  join: (value, [separator = ""], writer) => {
    const items = toList(value, writer).map(pythonText);
    const between = pythonText(separator);
    writer.charge(items.reduce((sum, item) => sum + item.length + between.length, 0));
    return items.join(between);
  },
  length: (value) => lengthOf(value),
  default: (value, [fallback = "", always = false]) =>
    value === undefined || (isTrue(always) && !isTrue(value)) ? fallback : value,
  first: (value, _args, writer) => toList(value, writer)[0],
  last: (value, _args, writer) => toList(value, writer).at(-1),
  replace: (value, [from = "", to = ""], writer) => {
    const [written, searched, replacement] = [pythonText(value), pythonText(from), pythonText(to)];
    // Every place where it is found may be one more piece.
    writer.step(Math.ceil(written.length / 64));
    if (searched === "") return written;
    const parts = written.split(searched);
    writer.charge(written.length + (parts.length - 1) * replacement.length);
    return parts.join(replacement);
  },
  capitalize: text(capitalize),
  title: text((written) => written.replace(/[\p{L}\p{M}\p{N}']+/gu, capitalize)),
  string: text((written) => written),
  safe: (value) => value,
  tojson: (value, _args, writer) => {
    const json = JSON.stringify(value ?? null);
    writer.charge(json.length);
    return json;
  },
  int: (value, [fallback = 0]) => {
    const number = Number.parseInt(pythonText(value), 10);
    return Number.isFinite(number) ? number : fallback;
  },
  float: (value, [fallback = 0]) => {
    const number = Number.parseFloat(pythonText(value));
    return Number.isFinite(number) ? number : fallback;
  },
  reverse: (value, _args, writer) =>
    typeof value === "string" ? [...value].reverse().join("") : [...toList(value, writer)].reverse(),
  list: (value, _args, writer) => toList(value, writer),
  sort: (value, _args, writer) => [...toList(value, writer)].sort(compareValues),
} as const satisfies Readonly<Record<string, Filter>>;

/** Other names of some of them. */
export const filterAliases: Readonly<Record<string, keyof typeof filters>> = {
  d: "default",
  count: "length",
  dump: "tojson",
};

/** What a loop runs over: the items of a list, the keys of a map, the characters of a text. Each counts as a step. */
export function toList(value: Value, writer: MessageWriter): readonly Json[] {
  if (value === undefined || value === null) return [];
  const items =
    typeof value === "string" ? [...value] : Array.isArray(value) ? value : isObject(value) ? Object.keys(value) : [];
  writer.step(items.length);
  return items;
}

function compareValues(one: Json, other: Json): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  const [left, right] = [pythonText(one), pythonText(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}
