import type { Verdict } from "../model.ts";

/** A version of the prompt that was judged in this pull request. */
export interface Attempt {
  /** The candidate's. */
  readonly fingerprint: string;
  readonly verdict: Verdict;
}

export interface AttemptsJudged {
  /** Alpha of passing claims for the version at hand. */
  readonly passAlpha: number;
  /** The versions judged before, each once; null where the history is unknown. */
  readonly earlier: readonly Attempt[] | null;
  /** k: which version after a regression this one is; 0 where none regressed before. */
  readonly sinceRegression: number;
}

/** What says something about the version; a run that failed or was skipped is no try. */
const judged: ReadonlySet<Verdict> = new Set([
  "regression",
  "below-threshold",
  "inconclusive",
  "no-regression",
  "above-threshold",
  "improvement",
]);

/**
 * Against retrying until it passes: the k-th version judged after a regression passes at alpha/2^k, so that all tries
 * together pass a drop of the margin with at most alpha. What blocks is not made harder to show.
 *
 * @param fingerprint the candidate's
 * @param history of this pull request, oldest first; null: unknown
 */
export function judgeAttempts(alpha: number, fingerprint: string, history: readonly Attempt[] | null): AttemptsJudged {
  if (history === null) return { passAlpha: alpha, earlier: null, sinceRegression: 0 };
  // Judged again, a version stands where it stood the first time.
  const before = history.findIndex((attempt) => attempt.fingerprint === fingerprint);
  const seen = new Set<string>();
  const earlier: Attempt[] = [];
  for (const attempt of before === -1 ? history : history.slice(0, before)) {
    if (!judged.has(attempt.verdict) || seen.has(attempt.fingerprint)) continue;
    seen.add(attempt.fingerprint);
    earlier.push(attempt);
  }
  const regressed = earlier.findIndex((attempt) => attempt.verdict === "regression");
  const sinceRegression = regressed === -1 ? 0 : earlier.length - regressed;
  return { passAlpha: alpha / 2 ** sinceRegression, earlier, sinceRegression };
}
