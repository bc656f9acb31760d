import { createHash } from "node:crypto";
import type { Case, Failure, Json, Reply, Sample, Score, Scorer, TrialScore } from "../model.ts";
import { firstTokenMetric, operationalScores } from "../score/operational.ts";
import { scoreSample } from "../score/score-sample.ts";
import type { Slot } from "./prompt-run.ts";

/** What is kept of a sample once its text has gone to the log. */
export interface Outcome {
  readonly failure: Failure | null;
  /** Metric → value, or why there is none. */
  readonly scores: ReadonlyMap<string, TrialScore>;
  /** Metric → why it was scored so, where the scorer says. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Model id as returned, with the fingerprint of the system that served it where one was told. */
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
    const isSpeed = name === "latency" || name === firstTokenMetric;
    if (scores.has(name) || (isSpeed && place.cached)) continue;
    // Of what is free, or of unknown price, there is nothing to compare.
    if (name === "cost" && !value) continue;
    scores.set(name, value ?? (sample.status === "failed" ? "failed" : "unscored"));
  }
  const completed = sample.status === "completed" ? sample : null;
  return {
    failure: sample.status === "failed" ? sample.failure : null,
    scores,
    reasons,
    model: completed === null ? null : snapshotOf(completed.reply),
    digest: completed === null ? null : digestOf(completed.reply),
    ...place,
  };
}

/** One line of the samples file (`design.md` §4). */
export function sampleLine(
  sample: Sample,
  testCase: Case,
  outcome: Outcome,
  { draw, arm, plan }: Pick<Slot, "draw" | "arm" | "plan">,
): Json {
  // The baseline's samples are those of all variants.
  const variant = arm === "candidate" ? plan.variant?.name : undefined;
  const completed = sample.status === "completed" ? sample : null;
  const scores = [...outcome.scores].map(([name, value]) => [name, typeof value === "number" ? value : null]);
  return {
    prompt: sample.prompt,
    ...(variant === undefined ? {} : { variant }),
    arm: sample.arm,
    id: sample.caseId,
    trial: sample.trial,
    ...(draw === "compare" ? {} : { draw }),
    fingerprint: sample.fingerprint,
    status: sample.status,
    output: completed?.reply.text ?? null,
    ...(completed?.reply.refusal ? { refusal: completed.reply.refusal } : {}),
    // What came before the answer, and what the model still wants: only where there was more than one turn.
    ...(completed?.reply.exchange.length ? { exchange: completed.reply.exchange as unknown as Json } : {}),
    ...(completed?.reply.toolCalls.length ? { toolCalls: completed.reply.toolCalls as unknown as Json } : {}),
    ...(sample.status === "failed" ? { failure: tellFailure(sample.failure) } : {}),
    ...(sample.failures === undefined ? {} : { repeatedAfter: sample.failures.map(tellFailure) }),
    scores: Object.fromEntries(scores),
    reasons: Object.fromEntries(outcome.reasons),
    tokens: completed === null ? null : { input: completed.reply.tokens.input, output: completed.reply.tokens.output },
    latencyMs: completed?.latencyMs ?? null,
    ...(completed?.reply.timeToFirstTokenMs == null ? {} : { timeToFirstTokenMs: completed.reply.timeToFirstTokenMs }),
    ...(outcome.cached ? { cached: true } : {}),
    cost: completed?.reply.cost ?? null,
    tags: testCase.tags,
    cluster: testCase.cluster,
  };
}

function tellFailure({ kind, message }: Failure): Json {
  return { kind, message };
}

/** `gpt-5 (fp_1)`: what is known of who answered. */
function snapshotOf({ model, systemFingerprint }: Reply): string | null {
  if (systemFingerprint === null) return model;
  return model === null ? systemFingerprint : `${model} (${systemFingerprint})`;
}

/** Answers that called other tools are no copies, whatever their last words. */
function digestOf({ text, toolCalls, exchange }: Reply): string {
  const hash = createHash("sha256").update(text);
  if (toolCalls.length + exchange.length > 0) hash.update(JSON.stringify([exchange, toolCalls].map(withoutIds)));
  return hash.digest("base64url").slice(0, 16);
}

/** Providers give every call an id of its own. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, entry) => (key === "id" || key === "toolCallId" ? undefined : entry)));
}
