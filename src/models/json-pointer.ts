import type { Json } from "../model.ts";
import { isObject } from "../source/json.ts";

/** The value at a JSON Pointer (RFC 6901); undefined where there is none. */
export function readPointer(value: Json, pointer: string): Json | undefined {
  if (pointer === "") return value;
  let current: Json | undefined = value;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(current)) current = /^(?:0|[1-9]\d*)$/.test(key) ? (current[Number(key)] as Json) : undefined;
    else current = isObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  }
  return current;
}
