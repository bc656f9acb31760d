import type { JsonObject, Problem } from "../model.ts";
import { isObject } from "../source/json.ts";
import { formatKeys, readValue } from "./key-path.ts";
import { messages } from "./messages.ts";
import type { RuleContext } from "./rule.ts";

/** A variant that changes nothing is the prompt itself, and names of the other versions would hide them. */
export function checkVariants({ written, source }: RuleContext): readonly Problem[] {
  return Object.keys(written.variants ?? {}).flatMap((name) => {
    const keys = ["variants", name];
    const place = source.keyPlace(keys);
    if (name === "baseline" || name === "candidate") return [{ ...messages.takenName(formatKeys(keys)), place }];
    // As it stands in the file: a key that the schema refused is a mistake of its own.
    const value = readValue(source.value, keys);
    const isEmpty = isObject(value) && Object.values(value).every((each) => isObject(each) && isEmptyMap(each));
    return isEmpty ? [{ ...messages.emptyVariant(formatKeys(keys)), place }] : [];
  });
}

function isEmptyMap(map: JsonObject): boolean {
  return Object.keys(map).length === 0;
}
