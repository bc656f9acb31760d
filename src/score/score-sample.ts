import type { Case, CompletedSample, MetricKind, Score, Scorer, ScorerTools } from "../model.ts";
import { tellReason, unscored } from "./scores.ts";
import { noModels, scopeTools } from "./tools.ts";

/**
 * Scores one sample by every scorer but those of pairs, in their order; of two with the same name the later counts.
 * A scorer that throws, or gives a value that its kind of metric cannot have, leaves the sample unscored with the reason.
 */
export async function scoreSample(
  sample: CompletedSample,
  testCase: Case,
  scorers: readonly Scorer[],
  tools: ScorerTools = noModels,
): Promise<ReadonlyMap<string, Score>> {
  const alone = scorers.filter((scorer) => scorer.compare === undefined);
  const scores = await Promise.all(
    alone.map(async (scorer) => {
      const { name } = scorer.metric;
      const own = scopeTools(tools, name);
      return [name, await guardScore(scorer, () => scorer.score(sample, testCase, own))] as const;
    }),
  );
  return new Map(scores);
}

/**
 * The score that a scorer gives, whether of one sample, by more opinions or of a pair. Where it throws, or gives a value
 * that its kind of metric cannot have, there is none. Reasons are told without what must not be.
 */
export async function guardScore({ metric, tell }: Scorer, give: () => Score | Promise<Score>): Promise<Score> {
  return tellReason(await giveScore(metric.kind, give), tell);
}

async function giveScore(kind: MetricKind, give: () => Score | Promise<Score>): Promise<Score> {
  try {
    const score = await give();
    if (score.status === "scored" && !isPossible(score.value, kind)) {
      return unscored(`the scorer gave ${String(score.value)}, which is no ${kind} value`);
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
