import type { Case, JsonObject } from "../model.ts";

/** What a prompt may use: the variables, and `id` and `context` where no variable has that name; never the answer. */
export function caseValues({ id, context, vars }: Case): JsonObject {
  return { id, ...(context === null ? {} : { context }), ...vars };
}

/** What a scorer may use: the same, and the expected answer. */
export function scorerValues(testCase: Case): JsonObject {
  const { expected } = testCase;
  return { ...caseValues(testCase), ...(expected === null ? {} : { expected }) };
}
