import type { Json } from "../model.ts";

/** Levels of lists and maps within each other. */
const depthLimit = 100;

/** Whether a value can be hashed: JSON has no word for .nan and .inf, and deep nesting ends the stack. */
export function isPlainData(value: Json, depth = depthLimit): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((entry) => isPlainData(entry, depth - 1));
}
