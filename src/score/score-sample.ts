import type { Case, CompletedSample, MetricKind, Score, Scorer, ScorerTools } from "../model.ts";
import { unscored } from "./scores.ts";
import { noModels, scopeTools } from "./tools.ts";

/**
 * Scores one sample by every scorer, in their order; of two with the same name the later counts.
 * A scorer that throws, or gives a value that its kind of metric cannot have, leaves the sample unscored with the reason.
 */
export async function scoreSample(
  sample: CompletedSample,
  testCase: Case,
  scorers: readonly Scorer[],
  tools: ScorerTools = noModels,
): Promise<ReadonlyMap<string, Score>> {
  const scores = await Promise.all(
    scorers.map(async (scorer) => [scorer.metric.name, await scoreOne(sample, testCase, scorer, tools)] as const),
  );
  return new Map(scores);
}

async function scoreOne(sample: CompletedSample, testCase: Case, scorer: Scorer, tools: ScorerTools): Promise<Score> {
  try {
    const score = await scorer.score(sample, testCase, scopeTools(tools, scorer.metric.name));
    if (score.status === "scored" && !isPossible(score.value, scorer.metric.kind)) {
      return unscored(`the scorer gave ${String(score.value)}, which is no ${scorer.metric.kind} value`);
    }
    return score;
  } catch (error) {
    return unscored(`the scorer failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isPossible(value: number, kind: MetricKind): boolean {
  if (!Number.isFinite(value) || value < 0) return false;
  if (kind === "binary") return value === 0 || value === 1;
  return kind === "ratio" || value <= 1;
}
