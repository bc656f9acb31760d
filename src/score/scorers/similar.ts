import type { ScorerFactory } from "../factory.ts";
import { scored, unscored } from "../scores.ts";
import { type TextOptions, textPair } from "../text-pair.ts";

interface SimilarOptions {
  readonly model: string;
  readonly value: string;
}

/** More than any embedding model reads. */
const maximumText = 100_000;
const comparison: Omit<TextOptions, "value"> = { ignoreCase: false, trim: true, unicode: "none" };

/** The cosine of the angle between the embeddings of output and value. */
export const similar: ScorerFactory = {
  description: "How near output and value are in meaning: the cosine of their embeddings, 0 where it is negative.",
  example: "- similar: { model: openai/text-embedding-3-small }",
  options: {
    type: "object",
    additionalProperties: false,
    required: ["model"],
    properties: {
      model: { type: "string", minLength: 1, description: "The embedding model, as publisher/model." },
      value: {
        type: "string",
        minLength: 1,
        default: "{{expected}}",
        description:
          "The text to compare with: a template over the case's variables and its `id`, `expected` and `context`.",
      },
    },
  },
  metric: () => ({ kind: "bounded", direction: "higher", unit: null, gatesByDefault: true }),
  asks: ({ model }) => [{ model: model as string, calls: 1, embeds: true }],
  create: (options, context) => {
    const { model, value } = options as unknown as SimilarOptions;
    return async (sample, testCase, tools) => {
      const pair = textPair({ ...comparison, value }, context, sample, testCase);
      if ("reason" in pair) return unscored(pair.reason);
      if (pair.value.trim() === "") return unscored("the value is empty: nothing is like it");
      // What the prompt causes is no gap: an empty answer is like nothing.
      if (pair.output === "") return scored(0, "the output is empty");
      if (pair.output.length + pair.value.length > maximumText)
        return unscored("texts of more than 100,000 characters in all are not compared");
      const result = await tools.embed({ model, texts: [pair.output, pair.value], purpose: "" });
      if (result.status === "failed") return unscored(result.failure.message);
      const [one = [], other = []] = result.vectors;
      const cosine = cosineOf(one, other);
      return cosine === null ? unscored("the embeddings cannot be compared") : scored(Math.min(1, Math.max(0, cosine)));
    };
  },
};

/** Null where the vectors have not the same length, or one has no direction. */
function cosineOf(one: readonly number[], other: readonly number[]): number | null {
  if (one.length !== other.length) return null;
  let product = 0;
  let left = 0;
  let right = 0;
  for (const [index, value] of one.entries()) {
    const across = other[index] as number;
    product += value * across;
    left += value ** 2;
    right += across ** 2;
  }
  const cosine = product / Math.sqrt(left * right);
  return Number.isFinite(cosine) ? cosine : null;
}
