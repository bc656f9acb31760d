import type { Problem } from "../model.ts";
import { formatKeys } from "./key-path.ts";
import { messages } from "./messages.ts";
import type { RuleContext } from "./rule.ts";

/** A variant that changes nothing is the prompt itself, and names of the other versions would hide them. */
export function checkVariants({ written, source }: RuleContext): readonly Problem[] {
  return Object.entries(written.variants ?? {}).flatMap(([name, variant]) => {
    const keys = ["variants", name];
    const place = source.keyPlace(keys);
    if (name === "baseline" || name === "candidate") return [{ ...messages.takenName(formatKeys(keys)), place }];
    const changes = variant?.model !== undefined || Object.keys(variant?.parameters ?? {}).length > 0;
    return changes ? [] : [{ ...messages.emptyVariant(formatKeys(keys)), place }];
  });
}
