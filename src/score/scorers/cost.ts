import type { ScorerFactory } from "../factory.ts";
import { passOrFail, unscored } from "../scores.ts";

/** What the answer cost, held to a bound; without a scorer the cost itself is watched, where prices are known. */
export const cost: ScorerFactory = {
  description:
    "Passes where the answer cost at most so much; what it cost is watched of every sample with a known price.",
  example: "- cost: { name: cheap, max: 0.01 }",
  options: {
    type: "object",
    additionalProperties: false,
    required: ["max"],
    properties: { max: { type: "number", minimum: 0, description: "The most that passes, in US dollars." } },
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create:
    ({ max }) =>
    ({ reply }) => {
      const paid = reply.cost;
      if (paid === null) return unscored("the price of the model is not known");
      return passOrFail(paid <= (max as number), () => `$${Number(paid.toPrecision(3))}, expected at most $${max}`);
    },
};
