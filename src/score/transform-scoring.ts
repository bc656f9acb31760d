import type { CompletedSample, MetricKind, Score } from "../model.ts";
import type { Scoring } from "./factory.ts";
import { passOrFail, scored, unscored } from "./scores.ts";
import type { Transform } from "./transform.ts";

/** Lets a scorer see a part of the output, or another form of it. An output without that part fails: that is the prompt's doing. */
export function transformScoring(scoring: Scoring, kind: MetricKind, transform: Transform): Scoring {
  const seeOne =
    (give: Scoring["score"]): Scoring["score"] =>
    (sample, ...given) => {
      const seen = transformSample(sample, transform);
      return "reason" in seen ? failed(seen.reason, kind) : give(seen, ...given);
    };
  const { score, review, compare } = scoring;
  return {
    ...scoring,
    score: seeOne(score),
    ...(review && { review: async (...given) => seeOne(review)(...given) }),
    ...(compare && {
      compare: async (baseline, candidate, ...given) => {
        const one = transformSample(baseline, transform);
        const other = transformSample(candidate, transform);
        if ("reason" in one) return "reason" in other ? scored(0.5, other.reason) : scored(1);
        return "reason" in other ? scored(0, other.reason) : compare(one, other, ...given);
      },
    }),
  };
}

/** Nothing can be measured of a part that is not there; everything else fails. */
function failed(reason: string, kind: MetricKind): Score {
  return kind === "ratio" ? unscored(reason) : passOrFail(false, () => reason);
}

function transformSample(sample: CompletedSample, transform: Transform): CompletedSample | { readonly reason: string } {
  const result = transform(sample.reply.text);
  return "reason" in result ? result : { ...sample, reply: { ...sample.reply, text: result.text } };
}
