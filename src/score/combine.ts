import { UserError } from "../errors.ts";
import type { JsonObject, MetricDefinition, Opinions, Score, Scorer, ScorerSpec } from "../model.ts";
import type { Finding, ScorerFactory, Scoring } from "./factory.ts";
import { joinOpinions } from "./judge/votes.ts";
import { scored, unscored } from "./scores.ts";
import { scopeTools } from "./tools.ts";

interface Combination {
  readonly type: string;
  readonly description: string;
  readonly example: string;
  /** The value of one part that decides the whole, whatever the others have. */
  readonly decisive: 0 | 1;
  /** Whether the first of two values is the one that counts. */
  readonly better: (one: number, other: number) => boolean;
}

/** What the options of a combination say of a list of scorers. */
export const scorersOption: JsonObject = {
  type: "array",
  minItems: 1,
  maxItems: 50,
  items: { format: "scorer" },
  description: "The scorers to combine, each written as in assay.yml's own list.",
};

/** A scorer that takes one of the values of others. They are asked in their order, until one decides. */
export function combine({ type, description, example, decisive, better }: Combination): ScorerFactory {
  return {
    description,
    example,
    options: {
      type: "object",
      additionalProperties: false,
      required: ["scorers"],
      properties: { scorers: scorersOption },
    },
    check: (_options, nested) => checkNames(nested),
    metric: (_options, nested) => combinedMetric(nested),
    create: (_options, _context, nested) => {
      refuseParts(type, nested);
      return scoreBy(nested, async (scores) => {
        let best: { readonly value: number; readonly reason: string } | null = null;
        let open: string | null = null;
        for (const [part, give] of scores) {
          const score = await give();
          const reason = explain(part, score);
          if (score.status === "unscored") open ??= reason;
          else if (score.value === decisive) return told(score.value, reason);
          else if (best === null || better(score.value, best.value)) best = { value: score.value, reason };
        }
        // Nothing decided, so that a part without a score might have.
        if (open !== null || best === null) return unscored(open ?? "nothing was scored");
        return told(best.value, best.reason);
      });
    },
  };
}

/** A part, and how to get its score: models are asked only where it is wanted. */
export type PartScore = readonly [part: Scorer, give: () => Promise<Score>];

/** Scores by the scores of parts; where one of them has a second look, so has the whole. */
export function scoreBy(
  nested: readonly Scorer[],
  combineScores: (scores: readonly PartScore[]) => Promise<Score>,
): Scoring {
  const look =
    (again: boolean): NonNullable<Scoring["review"]> =>
    async (sample, testCase, tools) => {
      const given = nested.map((): Opinions | undefined => undefined);
      const parts = nested.map((part, index): PartScore => {
        const own = scopeTools(tools, part.metric.name);
        const give = (again && part.review) || part.score;
        const note = (score: Score): Score => {
          if (score.status === "scored") given[index] = score.opinions;
          return score;
        };
        return [part, async () => note(await give(sample, testCase, own))];
      });
      const score = await combineScores(parts);
      const opinions = joinOpinions(given, (vote, index) => {
        const { name } = (nested[index] as Scorer).metric;
        return { ...vote, scorer: vote.scorer === undefined ? name : `${name}: ${vote.scorer}` };
      });
      return score.status === "scored" && opinions !== undefined ? { ...score, opinions } : score;
    };
  return { score: look(false), ...(nested.some((part) => part.review) && { review: look(true) }) };
}

/** The metric of a combination: pass or fail where every part is. */
export function combinedMetric(nested: readonly MetricDefinition[]): Omit<MetricDefinition, "name"> {
  const kind = nested.every((each) => each.kind === "binary") ? "binary" : "bounded";
  const judged = nested.some((each) => each.judged);
  return { kind, direction: "higher", unit: null, gatesByDefault: true, ...(judged && { judged }) };
}

/** Throws a UserError for parts that cannot be combined: milliseconds and the like neither pass nor fail, and pairs need both arms. */
export function refuseParts(type: string, nested: readonly Scorer[]): void {
  const mistakes = nested.flatMap(({ metric: { name, kind, unit, paired } }) => {
    if (paired)
      return [{ message: `${type} cannot take ${name}, which compares both versions`, hint: "List it by itself." }];
    if (kind !== "ratio") return [];
    const message = `${type} cannot take ${name}, which measures ${unit ?? "an amount"} and neither passes nor fails`;
    return [{ message, hint: "Give it a bound: max." }];
  });
  if (mistakes.length > 0) throw new UserError(mistakes);
}

/** Two parts of the same name could not be told apart in a reason or a weight. */
export function checkNames(nested: readonly ScorerSpec[]): readonly Finding[] {
  const names = nested.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(twice)].map((name) => ({
    message: `two scorers within are called ${name}`,
    hint: "Give one a name of its own.",
  }));
}

/** A part's score in words, with its name before it. */
export function explain({ metric }: Scorer, score: Score): string {
  return `${metric.name}: ${score.reason ?? (score.status === "scored" ? String(score.value) : "")}`;
}

/** A pass has no reason. */
function told(value: number, reason: string): Score {
  return scored(value, value === 1 ? null : reason);
}
