import { isObject } from "../../../source/json.ts";
import { pythonText, type Value } from "./python-values.ts";

/** What stands behind `is`. Messages are made from this list. */
export const tests = {
  defined: (value: Value) => value !== undefined,
  undefined: (value: Value) => value === undefined,
  none: (value: Value) => value === null,
  string: (value: Value) => typeof value === "string",
  number: (value: Value) => typeof value === "number",
  boolean: (value: Value) => typeof value === "boolean",
  mapping: (value: Value) => isObject(value),
  sequence: (value: Value) => Array.isArray(value) || typeof value === "string",
  iterable: (value: Value) => Array.isArray(value) || typeof value === "string" || isObject(value),
  true: (value: Value) => value === true,
  false: (value: Value) => value === false,
  odd: (value: Value) => typeof value === "number" && Math.abs(value % 2) === 1,
  even: (value: Value) => typeof value === "number" && value % 2 === 0,
  equalto: (value: Value, [other]: readonly Value[]) => pythonText(value) === pythonText(other),
} as const satisfies Readonly<Record<string, (value: Value, args: readonly Value[]) => boolean>>;
