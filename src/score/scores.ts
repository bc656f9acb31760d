import type { Score } from "../model.ts";

/** Reasons are one glance long; the report shows the whole output beside them. */
const reasonLength = 200;
/** So much of a reason is looked through before it is cut: the other way round, half of what must not be told would stay. */
const searchedLength = 10_000;

/** A binary score: 1, or 0 with the reason. */
export function passOrFail(passed: boolean, reasonOfFailure: () => string): Score {
  return passed
    ? { status: "scored", value: 1, reason: null }
    : { status: "scored", value: 0, reason: shorten(reasonOfFailure()) };
}

/** A score of any other kind. */
export function scored(value: number, reason: string | null = null): Score {
  return { status: "scored", value, reason: reason === null ? null : shorten(reason) };
}

/** What could not be scored is never 0. */
export function unscored(reason: string): Score {
  return { status: "unscored", reason: shorten(reason) };
}

/** The score with its reason as it is told: without what must not be, and one glance long. */
export function tellReason(score: Score, tell: (reason: string) => string = asItIs): Score {
  return score.reason === null ? score : ({ ...score, reason: shorten(tell(score.reason), reasonLength) } as Score);
}

function asItIs(reason: string): string {
  return reason;
}

/** Never through a surrogate pair. */
function shorten(text: string, limit = searchedLength): string {
  if (text.length <= limit) return text.toWellFormed();
  return `${text
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .toWellFormed()}…`;
}
