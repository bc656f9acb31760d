import { measure } from "../measure.ts";

/** How many tokens went in. */
export const inputTokens = measure({
  description: "Passes where the request had at most so many tokens; without `max` they are watched.",
  example: "- input-tokens: { max: 4000 }",
  unit: "tokens",
  read: ({ reply }) => reply.tokens.input,
  unknown: "the provider does not count tokens",
});
