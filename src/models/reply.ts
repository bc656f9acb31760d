import type { Reply, Tokens } from "../model.ts";

/** Tokens of which nothing is known. */
export const unknownTokens: Tokens = {
  input: null,
  output: null,
  cachedInput: null,
  cacheWrite: null,
  reasoning: null,
};

/** A reply with this text; what is not given is unknown, or not there. */
export function createReply(
  text: string,
  details: Partial<Omit<Reply, "text" | "tokens">> & { readonly tokens?: Partial<Tokens> } = {},
): Reply {
  return {
    refusal: null,
    finishReason: { unified: "stop", raw: "stop" },
    model: null,
    systemFingerprint: null,
    toolCalls: [],
    exchange: [],
    timeToFirstTokenMs: null,
    cost: null,
    ...details,
    text,
    tokens: { ...unknownTokens, ...details.tokens },
  };
}
