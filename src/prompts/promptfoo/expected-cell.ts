import type { Json, JsonObject } from "../../model.ts";

/** `type(0.8): value`, `not-type: value`, `type`. */
const shorthand = /^(?:not-)?([a-z][a-z-]*)(?:\((\d+(?:\.\d+)?)\))?(?::([\s\S]*))?$/;
const code: Readonly<Record<string, string>> = { fn: "javascript", eval: "javascript", javascript: "javascript" };
const plain = new Set(["grade", "llm-rubric", "factuality", "similar", "python", "webhook"]);

/** The assertion that a cell `__expected` of a CSV file stands for, as it would be written out; null where it is empty. */
export function readExpectedCell(cell: string, known: (type: string) => boolean): JsonObject | null {
  const text = cell.trim();
  if (text === "") return null;
  if (text.startsWith("file://")) return { type: "javascript", value: text };
  const [, word = "", threshold, value] = shorthand.exec(text) ?? [];
  const negated = text.startsWith("not-") ? "not-" : "";
  const isType = known(word) || Object.hasOwn(code, word) || plain.has(word);
  // A word alone is an answer, but for the assertions that need no value.
  const standsAlone = /^(?:is-|contains-json|latency|cost)/.test(word);
  if (!isType || (value === undefined && !standsAlone)) return { type: "equals", value: cell };
  const type = Object.hasOwn(code, word) ? (code[word] ?? word) : word === "grade" ? "llm-rubric" : word;
  return {
    type: `${negated}${type}`,
    ...(value === undefined || value.trim() === "" ? {} : { value: listOf(type, value.trim()) }),
    ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
  };
}

function listOf(type: string, value: string): Json {
  return /^i?contains-(?:any|all)$/.test(type) ? value.split(",").map((item) => item.trim()) : value;
}
