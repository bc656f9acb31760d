import { isObject } from "../../../source/json.ts";
import { isTrue, pythonText, type Value } from "./python-values.ts";

/** In what two engines differ that read the same syntax: Jinja2, which is Python's, and nunjucks, which is JavaScript's. */
export interface Dialect {
  isTrue(value: Value): boolean;
  /** A value as it stands in the text. */
  toText(value: Value): string;
  /** Whether a loop with two names runs over the keys and values of a map. */
  readonly mapsInPairs: boolean;
  /** Names of filters that only the other one has. */
  readonly lacks: readonly string[];
}

export const python: Dialect = { isTrue, toText: pythonText, mapsInPairs: false, lacks: ["dump"] };

export const javascript: Dialect = {
  isTrue: Boolean,
  toText(value) {
    if (value === null || value === undefined) return "";
    // nunjucks would print a map as "[object Object]", which nobody wants.
    if (isObject(value)) return JSON.stringify(value);
    return Array.isArray(value) ? value.map((item) => javascript.toText(item as Value)).join(",") : String(value);
  },
  mapsInPairs: true,
  lacks: ["tojson", "count"],
};
