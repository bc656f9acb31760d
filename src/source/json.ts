import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Json, JsonObject } from "../model.ts";

/** RFC 8785 canonical JSON. Lone surrogates, which JSON cannot carry, become U+FFFD first. */
export function canonicalJson(value: Json): string {
  return canonicalize(wellFormed(value)) as string;
}

/** SHA-256 (hex) over the canonical JSON: equal data has equal hashes, however it is laid out. */
export function canonicalHash(value: Json): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wellFormed(value: Json): Json {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.toWellFormed(), wellFormed(entry)]));
}
