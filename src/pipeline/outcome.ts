import { createHash } from "node:crypto";
import type { Case, Failure, Json, Sample, Score, Scorer, ScorerTools, TrialScore } from "../model.ts";
import { operationalScores } from "../score/operational.ts";
import { scoreSample } from "../score/score-sample.ts";

/** What is kept of a sample once its text has gone to the log. */
export interface Outcome {
  readonly failure: Failure | null;
  /** Metric → value, or why there is none. */
  readonly scores: ReadonlyMap<string, TrialScore>;
  /** Metric → why it was scored so, where the scorer says. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Model id as returned. */
  readonly model: string | null;
  /** Answered from the store instead of the provider. */
  readonly cached: boolean;
  /** Equal for equal answers: repeats that are copies are told by it. Null where there is none. */
  readonly digest: string | null;
  /** Position in the log, where the text is found. */
  readonly index: number;
}

/** Scores a sample by all scorers and keeps what comparisons need. */
export async function toOutcome(
  sample: Sample,
  testCase: Case,
  allScorers: readonly Scorer[],
  place: { readonly index: number; readonly cached: boolean },
  tools?: ScorerTools,
): Promise<Outcome> {
  // A stored answer says nothing of how fast the provider is today.
  const scorers = place.cached ? allScorers.filter((scorer) => !scorer.measuresCall) : allScorers;
  const scored = sample.status === "completed" ? await scoreSample(sample, testCase, scorers, tools) : null;
  const scores = new Map<string, TrialScore>();
  const reasons = new Map<string, string>();
  for (const { metric, compare } of scorers) {
    // Pairs are scored once both arms are there.
    if (compare !== undefined) continue;
    const score: Score | undefined = scored?.get(metric.name);
    scores.set(metric.name, score === undefined ? "failed" : score.status === "scored" ? score.value : "unscored");
    if (score?.reason) reasons.set(metric.name, score.reason);
  }
  for (const [name, value] of operationalScores(sample)) {
    if (scores.has(name) || (name === "latency" && place.cached)) continue;
    scores.set(name, value ?? (sample.status === "failed" ? "failed" : "unscored"));
  }
  const completed = sample.status === "completed" ? sample : null;
  return {
    failure: sample.status === "failed" ? sample.failure : null,
    scores,
    reasons,
    model: completed?.reply.model ?? null,
    digest: completed === null ? null : digestOf(completed.reply.text),
    ...place,
  };
}

/** One line of the samples file (`design.md` §4). */
export function sampleLine(sample: Sample, testCase: Case, outcome: Outcome, draw: string): Json {
  const completed = sample.status === "completed" ? sample : null;
  const scores = [...outcome.scores].map(([name, value]) => [name, typeof value === "number" ? value : null]);
  return {
    prompt: sample.prompt,
    arm: sample.arm,
    id: sample.caseId,
    trial: sample.trial,
    ...(draw === "compare" ? {} : { draw }),
    fingerprint: sample.fingerprint,
    status: sample.status,
    output: completed?.reply.text ?? null,
    ...(completed?.reply.refusal ? { refusal: completed.reply.refusal } : {}),
    ...(sample.status === "failed" ? { failure: { kind: sample.failure.kind, message: sample.failure.message } } : {}),
    scores: Object.fromEntries(scores),
    reasons: Object.fromEntries(outcome.reasons),
    tokens: completed === null ? null : { input: completed.reply.tokens.input, output: completed.reply.tokens.output },
    latencyMs: completed?.latencyMs ?? null,
    ...(outcome.cached ? { cached: true } : {}),
    cost: null,
    tags: testCase.tags,
    cluster: testCase.cluster,
  };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}
