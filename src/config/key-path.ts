import { quote } from "../errors.ts";
import type { Json } from "../model.ts";

/** The keys that lead to a value: names in maps, numbers in lists. */
export type Keys = readonly (string | number)[];

/** `overrides[1].golden`, as messages write it; a name that could be mistaken for something else stands in quotes. */
export function formatKeys(keys: Keys): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === "number") return `${path}[${key}]`;
    const name = /^[\p{L}\p{N}_.$-]{1,64}$/u.test(key) ? key : quote(key);
    return path === "" ? name : `${path}.${name}`;
  }, "");
}

/** The keys behind a JSON pointer (RFC 6901) into this value: the same digits are a name in a map and a number in a list. */
export function readPointer(pointer: string, value: Json): Keys {
  const keys: (string | number)[] = [];
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    keys.push(Array.isArray(readValue(value, keys)) ? Number(name) : name);
  }
  return keys;
}

/** The value under these keys, null where there is none. */
export function readValue(value: Json, keys: Keys): Json {
  let current = value;
  for (const key of keys) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return null;
    current = (current as Record<string | number, Json>)[key] ?? null;
  }
  return current;
}

/** The JSON pointer of one more key. */
export function extendPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
