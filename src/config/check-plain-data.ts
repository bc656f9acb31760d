import type { Json, Problem } from "../model.ts";
import { isObject } from "../source/json.ts";
import { formatKeys, type Keys } from "./key-path.ts";
import { messages } from "./messages.ts";
import type { RuleContext } from "./rule.ts";

/** YAML can write numbers that JSON cannot carry, and the one key to which objects give a meaning of their own. */
export function checkPlainData({ written, source }: RuleContext): readonly Problem[] {
  const check = (value: Json, keys: Keys): readonly Problem[] => {
    if (typeof value === "number" && !Number.isFinite(value)) {
      return [{ ...messages.noNumber(formatKeys(keys)), place: source.place(keys) }];
    }
    if (Array.isArray(value)) return value.flatMap((entry, i) => check(entry, [...keys, i]));
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([key, entry]) => {
      const path = [...keys, key];
      if (key === "__proto__") return [{ ...messages.reservedKey(formatKeys(path)), place: source.keyPlace(path) }];
      return check(entry, path);
    });
  };
  return check(written as Json, []);
}
