import type { Score, Scorer } from "../model.ts";

/** Reasons are one glance long; the report shows the whole output beside them. */
const reasonLength = 200;

type Scoring = Pick<Scorer, "score" | "review" | "compare">;

/**
 * The same scoring, but its reasons pass `tell` first and are cut to 200 characters then: cut the other way round, half of
 * what must not be told would not be known for it.
 */
export function tellReasons<Kind extends Scoring>(scoring: Kind, tell: (reason: string) => string): Kind {
  const told = (score: Score): Score =>
    score.reason === null ? score : ({ ...score, reason: shorten(tell(score.reason)) } as Score);
  const { score, review, compare } = scoring;
  return {
    ...scoring,
    score: (...given) => {
      const result = score(...given);
      return result instanceof Promise ? result.then(told) : told(result);
    },
    ...(review && { review: async (...given) => told(await review(...given)) }),
    ...(compare && { compare: async (...given) => told(await compare(...given)) }),
  };
}

/** Never through a surrogate pair. */
function shorten(text: string): string {
  if (text.length <= reasonLength) return text;
  return `${text
    .slice(0, reasonLength - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .toWellFormed()}…`;
}
