import { checkNames, combinedMetric, explain, refuseParts, scoreBy } from "../combine.ts";
import type { ScorerFactory } from "../factory.ts";
import { scored, unscored } from "../scores.ts";

/** The scorer within fails; of a graded score what is missing to 1. */
export const not: ScorerFactory = {
  description: "Passes where the scorer within fails; of a graded score what it lacks of 1 counts.",
  example: "- not: { name: no-apology, scorer: { contains: { value: sorry, ignoreCase: true } } }",
  options: {
    type: "object",
    additionalProperties: false,
    required: ["scorer"],
    properties: {
      scorer: {
        format: "scorer",
        description: "The scorer to turn round, written as in assay.yml's own list.",
      },
    },
  },
  check: (options, nested) => [
    ...checkNames(nested),
    // What has not the part that a transform asks for fails, and would pass here.
    ...(JSON.stringify(options).includes('"transform":')
      ? [
          {
            message: "a scorer within not has a transform",
            hint: "Move it to not itself: what it does not fit then fails.",
          },
        ]
      : []),
  ],
  metric: (_options, nested) => combinedMetric(nested),
  create: (_options, _context, nested) => {
    refuseParts("not", nested);
    return scoreBy(nested, async ([found]) => {
      if (found === undefined) return unscored("nothing was scored");
      const [part, give] = found;
      const score = await give();
      if (score.status === "unscored") return unscored(explain(part, score));
      const value = 1 - score.value;
      return scored(value, value === 1 ? null : `expected the opposite of ${explain(part, score)}`);
    });
  },
};
