import canonicalize from "canonicalize";
import type { Json, JsonObject } from "../model.ts";

/** RFC 8785 canonical JSON. Lone surrogates, which JSON cannot carry, become U+FFFD first. */
export function canonicalJson(value: Json): string {
  return canonicalize(isWellFormed(value) ? value : wellFormed(value)) as string;
}

/** SHA-256 (hex) over the canonical JSON: equal data has equal hashes, however it is laid out. */
export function canonicalHash(value: Json): string {
  // Loaded when first used: it takes a tenth of the time in which `gate` starts and ends.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Levels of lists and maps within each other. */
const depthLimit = 100;

/** Whether a value can be hashed and sent: JSON has no word for NaN and Infinity, and deep nesting ends the stack. */
export function isPlainData(value: Json, depth = depthLimit): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((entry) => isPlainData(entry, depth - 1));
}

/** Nearly everything is: to find that out takes less than to copy it. */
function isWellFormed(value: Json): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isWellFormed);
  return Object.entries(value).every(([key, entry]) => key.isWellFormed() && isWellFormed(entry));
}

function wellFormed(value: Json): Json {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.toWellFormed(), wellFormed(entry)]));
}
