import type { Case, Json, JsonObject } from "../model.ts";

/**
 * What a prompt may use: the variables, and `id`, `context` and `messages` where no variable has that name; never the
 * answer.
 */
export function caseValues({ id, context, conversation, vars }: Case): JsonObject {
  const messages = conversation?.messages ?? null;
  return {
    id,
    ...(context === null ? {} : { context }),
    ...(messages === null ? {} : { messages: messages as unknown as Json }),
    ...vars,
  };
}
