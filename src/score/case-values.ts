import type { Case, JsonObject } from "../model.ts";

/** What a scorer's template may use: variables, `id` and `context` where no variable has that name, and the answer. */
export function caseValues({ vars, id, expected, context }: Case): JsonObject {
  return { id, ...(context === null ? {} : { context }), ...vars, ...(expected === null ? {} : { expected }) };
}
