import { createHash } from "node:crypto";
import type {
  Arm,
  Case,
  Failure,
  FailureKind,
  Json,
  JsonObject,
  Sample,
  Score,
  Scorer,
  ShardCase,
  TrialScore,
} from "../model.ts";
import { operationalScores } from "../score/operational.ts";
import { scoreSample } from "../score/score-sample.ts";

/** What is kept of a sample once its text has gone to the log. */
export interface Outcome {
  readonly failure: Failure | null;
  /** Metric → value, or why there is none. */
  readonly scores: Pick<ReadonlyMap<string, TrialScore>, "get" | typeof Symbol.iterator>;
  /** Metric → why it was scored so, where the scorer says; once it is kept, in the log alone. */
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
  scorers: readonly Scorer[],
  place: { readonly index: number; readonly cached: boolean },
): Promise<Outcome> {
  const scored = sample.status === "completed" ? await scoreSample(sample, testCase, scorers) : null;
  const scores = new Map<string, TrialScore>();
  const reasons = new Map<string, string>();
  for (const { metric } of scorers) {
    const score: Score | undefined = scored?.get(metric.name);
    scores.set(metric.name, score === undefined ? "failed" : score.status === "scored" ? score.value : "unscored");
    if (score?.reason) reasons.set(metric.name, score.reason);
  }
  for (const [name, value] of operationalScores(sample)) {
    // A stored answer says nothing of how fast the provider is today.
    if (scores.has(name) || (name === "latency" && place.cached)) continue;
    // Of what is free, or of unknown price, there is nothing to compare.
    if (name === "cost" && !value) continue;
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
    ...(sample.status === "failed" ? { failure: failureLine(sample.failure) } : {}),
    ...(sample.failures === undefined ? {} : { repeatedAfter: sample.failures.map(failureLine) }),
    scores: Object.fromEntries(scores),
    reasons: Object.fromEntries(outcome.reasons),
    tokens: completed === null ? null : { input: completed.reply.tokens.input, output: completed.reply.tokens.output },
    // That of an answer out of a batch was never measured.
    latencyMs: completed?.latencyMs || null,
    model: outcome.model,
    ...(outcome.cached ? { cached: true } : {}),
    cost: completed?.reply.cost ?? null,
    tags: testCase.tags,
    cluster: testCase.cluster,
  };
}

function failureLine({ kind, message, httpStatus }: Failure): JsonObject {
  return { kind, message, ...(httpStatus === null ? {} : { httpStatus }) };
}

/** A line of the samples file, as far as an outcome can be read from it again: schemas/samples.v1.json. */
export interface SampleLine {
  readonly prompt: string;
  readonly arm: Arm;
  readonly id: string;
  readonly trial: number;
  readonly status: Sample["status"];
  readonly output: string | null;
  readonly failure?: { readonly kind: FailureKind; readonly message: string; readonly httpStatus?: number };
  readonly scores: Readonly<Record<string, number | null>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly model: string | null;
  readonly cached?: boolean;
  readonly tags: readonly string[];
  readonly cluster: string | null;
  /** Only in a shard. */
  readonly shard?: ShardCase;
}

/** The outcome that `sampleLine` wrote down. */
export function readOutcome(line: SampleLine, index: number): Outcome {
  const missing = line.status === "failed" ? "failed" : "unscored";
  const failure = line.failure && {
    ...line.failure,
    httpStatus: line.failure.httpStatus ?? null,
    retryable: false,
    retryAfterMs: null,
  };
  return {
    failure: failure ?? null,
    scores: new Map(Object.entries(line.scores).map(([name, value]) => [name, value ?? missing])),
    reasons: new Map(Object.entries(line.reasons)),
    model: line.model,
    cached: line.cached ?? false,
    digest: line.output === null ? null : digestOf(line.output),
    index,
  };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest().toString("base64url", 0, 12);
}
