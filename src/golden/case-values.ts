import type { Case, JsonObject } from "../model.ts";

/** What a prompt may use: the variables, and `id` and `context` where no variable has that name; never the answer. */
export function caseValues({ id, context, vars }: Pick<Case, "id" | "context" | "vars">): JsonObject {
  return { id, ...(context === null ? {} : { context }), ...vars };
}
