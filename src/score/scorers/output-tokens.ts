import { measure } from "../measure.ts";

/** How many tokens came out, reasoning among them. */
export const outputTokens = measure({
  description:
    "Passes where the answer took at most so many tokens, reasoning among them; without `max` they are watched.",
  example: "- output-tokens: { max: 500 }",
  unit: "tokens",
  read: ({ reply }) => reply.tokens.output,
  unknown: "the provider does not count tokens",
});
