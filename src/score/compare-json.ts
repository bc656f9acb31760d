import type { Json } from "../model.ts";
import { isObject } from "../source/json.ts";
import { extendPointer } from "./schema/pointer.ts";

/** What holds at places of a JSON value; `*` in a pattern stands for any one key. */
export interface JsonTolerances {
  /** Pattern of JSON pointers → how far a number may be off. */
  readonly tolerances: ReadonlyMap<string, number>;
  /** Patterns of JSON pointers whose values, or whose absence, do not matter. */
  readonly ignored: readonly string[];
}

/** Differences that are told: the first ones show what is wrong. */
const toldDifferences = 20;

/** The differences between two JSON values, in words, each with its JSON pointer; a list that is empty where they are equal. */
export function compareJson(found: Json, wanted: Json, rules: JsonTolerances): readonly string[] {
  const differences: string[] = [];
  const toleranceAt = matcher([...rules.tolerances]);
  const isIgnored = matcher(rules.ignored.map((pattern) => [pattern, true] as const));
  const visit = (left: Json | undefined, right: Json | undefined, pointer: string): void => {
    if (differences.length >= toldDifferences || isIgnored(pointer)) return;
    const place = pointer || "the output";
    if (left === undefined) differences.push(`${place} is missing`);
    else if (right === undefined) differences.push(`${place} is too much`);
    else if (Array.isArray(left) && Array.isArray(right)) {
      for (let index = 0; index < Math.max(left.length, right.length); index++) {
        if (differences.length >= toldDifferences) return;
        visit(left[index], right[index], extendPointer(pointer, index));
      }
    } else if (isObject(left) && isObject(right)) {
      for (const key of new Set([...Object.keys(right), ...Object.keys(left)])) {
        visit(entryOf(left, key), entryOf(right, key), extendPointer(pointer, key));
      }
    } else if (!isSame(left, right, toleranceAt(pointer) ?? 0)) {
      differences.push(`${place} is ${show(left)}, expected ${show(right)}`);
    }
  };
  visit(found, wanted, "");
  return differences;
}

function entryOf(value: { readonly [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isSame(left: Json, right: Json, tolerance: number): boolean {
  if (typeof left !== "number" || typeof right !== "number") return left === right;
  if (left === right) return true;
  // What rounding in binary adds to a difference does not count.
  const rounding = 4 * Number.EPSILON * Math.max(Math.abs(left), Math.abs(right));
  return tolerance > 0 && Math.abs(left - right) <= tolerance + rounding;
}

function show(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "a map";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39).toWellFormed()}…` : text;
}

/** Finds what the first pattern that fits a pointer stands for. */
function matcher<T>(patterns: readonly (readonly [pattern: string, value: T])[]): (pointer: string) => T | undefined {
  if (patterns.length === 0) return () => undefined;
  const split = patterns.map(([pattern, value]) => [pattern.split("/"), value] as const);
  return (pointer) => {
    const keys = pointer.split("/");
    return split.find(
      ([pattern]) =>
        pattern.length === keys.length && pattern.every((key, index) => key === "*" || key === keys[index]),
    )?.[1];
  };
}
