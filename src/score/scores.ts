import type { Score } from "../model.ts";

/** Far more than is told: `tellReasons` cuts a reason, once it has been looked through. */
const reasonLength = 10_000;

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

/** Never through a surrogate pair. */
function shorten(text: string): string {
  if (text.length <= reasonLength) return text.toWellFormed();
  return `${text
    .slice(0, reasonLength - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .toWellFormed()}…`;
}
