import { nearest, quote } from "../../errors.ts";
import { checkNames, combinedMetric, explain, refuseParts, scoreBy, scorersOption } from "../combine.ts";
import type { ScorerFactory } from "../factory.ts";
import { passOrFail, scored, unscored } from "../scores.ts";

interface WeightedOptions {
  readonly weights: Readonly<Record<string, number>>;
  readonly passAt?: number;
}

/** A mean of shares may miss its bound by a rounding. */
const rounding = 1e-9;

/** The weighted mean of several scores. */
export const weighted: ScorerFactory = {
  description: "The weighted mean of the scores within; with `passAt`, whether it is as high.",
  example:
    "- weighted: { name: quality, weights: { right: 3 }, scorers: [{ exact-match: { name: right } }, { length: { max: 200 } }] }",
  options: {
    type: "object",
    additionalProperties: false,
    required: ["scorers"],
    properties: {
      scorers: scorersOption,
      weights: {
        type: "object",
        additionalProperties: { type: "number", exclusiveMinimum: 0 },
        default: {},
        description: "Name of a scorer within → its weight; 1 where none is written.",
      },
      passAt: {
        type: "number",
        exclusiveMinimum: 0,
        maximum: 1,
        description: "The lowest mean that passes; unset: the mean is the score.",
      },
    },
  },
  check: (options, nested) => {
    const names = nested.map(({ name }) => name);
    const { weights } = options as unknown as WeightedOptions;
    const unknown = Object.keys(weights).filter((name) => !names.includes(name));
    return [
      ...checkNames(nested),
      ...unknown.map((name) => {
        const near = nearest(name, names);
        return {
          message: `weights names ${quote(name)}, which is no scorer within`,
          hint: near === null ? `Scorers within: ${names.join(", ")}.` : `Did you mean ${quote(near)}?`,
        };
      }),
    ];
  },
  metric: ({ passAt }, nested) => ({ ...combinedMetric(nested), kind: passAt === undefined ? "bounded" : "binary" }),
  create: (options, _context, nested) => {
    refuseParts("weighted", nested);
    const { weights, passAt } = options as unknown as WeightedOptions;
    return scoreBy(nested, async (parts) => {
      const scores = await Promise.all(parts.map(async ([part, give]) => [part, await give()] as const));
      let sum = 0;
      let total = 0;
      const reasons: string[] = [];
      for (const [part, score] of scores) {
        if (score.status === "unscored") return unscored(explain(part, score));
        const weight = Object.hasOwn(weights, part.metric.name) ? (weights[part.metric.name] as number) : 1;
        sum += weight * score.value;
        total += weight;
        if (score.value < 1) reasons.push(explain(part, score));
      }
      const mean = Math.min(1, sum / total);
      const told = reasons.join("; ");
      if (passAt === undefined) return scored(mean, told === "" ? null : told);
      return passOrFail(mean >= passAt - rounding, () => `${Number(mean.toFixed(3))} of ${passAt}: ${told}`);
    });
  },
};
