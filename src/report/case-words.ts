import type { CaseReport } from "../model.ts";
import { inline, quoteName } from "./escape.ts";
import { formatMeasure, unknown } from "./numbers.ts";

/** A case in words, the same in every report for people. */

const shownMetrics = 4;

/** `contains 1 → 0, levenshtein 0.82 → 0.31`: what moved for the worse. */
export function describeScores({ scores, worse }: CaseReport): string {
  return worse
    .slice(0, shownMetrics)
    .map((metric) => {
      const pair = Object.hasOwn(scores, metric) ? scores[metric] : undefined;
      return `${quoteName(metric, 24)} ${formatScore(pair?.baseline)} → ${formatScore(pair?.candidate)}`;
    })
    .join(", ");
}

/** Why the candidate scored as it did on what moved for the worse: `contains: the text is not there`. */
export function describeReasons({ reasons, worse }: CaseReport): string[] {
  return worse
    .filter((metric) => Object.hasOwn(reasons, metric))
    .slice(0, shownMetrics)
    .map((metric) => `${quoteName(metric, 24)}: ${inline(reasons[metric] ?? "", 200)}`);
}

function formatScore(value: number | null | undefined): string {
  return value === null || value === undefined || !Number.isFinite(value) ? unknown : formatMeasure(value);
}
