import { createHash } from "node:crypto";
import type {
  Arm,
  Case,
  CompletedSample,
  Failure,
  FailureKind,
  Json,
  JsonObject,
  Opinions,
  Reply,
  RequestMessage,
  Sample,
  Score,
  Scorer,
  ScorerTools,
  ShardCase,
  TokenLogprob,
  Tokens,
  ToolCall,
  TrialScore,
} from "../../model.ts";
import { createReply } from "../../models/reply.ts";
import { addressesJudge } from "../../score/judge/addresses-judge.ts";
import { countsOf } from "../../score/judge/votes.ts";
import { firstTokenMetric, operationalScores } from "../../score/operational.ts";
import { scoreSample } from "../../score/score-sample.ts";
import { isObject } from "../../source/json.ts";
import type { Slot } from "./prompt-run.ts";

/** What is kept of a sample once its text has gone to the log. */
export interface Outcome {
  readonly failure: Failure | null;
  /** Metric → value, or why there is none. */
  readonly scores: Pick<ReadonlyMap<string, TrialScore>, "get" | typeof Symbol.iterator>;
  /** Metric → why it was scored so, where the scorer says; once it is kept, in the log alone. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Metric → how many opinions its score rests on, where that is more than one. */
  readonly opinions: ReadonlyMap<string, Opinions>;
  /** Whether the output seems to speak to whoever grades it; false where no model grades. */
  readonly addressesJudge: boolean;
  /** Whether it stands as it is: what takes both arms has been scored. */
  readonly conferred: boolean;
  /** Model id as returned, with the fingerprint of the system that served it where one was told. */
  readonly model: string | null;
  /** Answered from the store instead of the provider. */
  readonly cached: boolean;
  /** Equal for equal answers: repeats that are copies are told by it. Null where there is none. */
  readonly digest: string | null;
  /** Position in the log, where the text is found. */
  readonly index: number;
}

/** One for all: there are many outcomes, and few with opinions. */
export const noOpinions: ReadonlyMap<string, Opinions> = new Map();

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
  const opinions = new Map<string, Opinions>();
  for (const { metric, compare } of scorers) {
    // Pairs are scored once both arms are there.
    if (compare !== undefined) continue;
    const score: Score | undefined = scored?.get(metric.name);
    if (score === undefined) scores.set(metric.name, "failed");
    else setScore({ scores, reasons, opinions }, metric.name, score);
  }
  for (const [name, value] of operationalScores(sample)) {
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
    opinions: opinions.size === 0 ? noOpinions : opinions,
    addressesJudge:
      completed !== null && scorers.some(({ metric }) => metric.judged) && addressesJudge(completed.reply.text),
    conferred: false,
    model: completed === null ? null : snapshotOf(completed.reply),
    digest: completed === null ? null : digestOf(completed.reply),
    ...place,
  };
}

/** The outcome with other parts. One that is packed reads its own from elsewhere, so to spread it would lose them. */
export function withChanges(outcome: Outcome, changes: Partial<Outcome>): Outcome {
  const { failure, scores, reasons, opinions, addressesJudge, conferred, model, cached, digest, index } = outcome;
  const own = { failure, scores, reasons, opinions, addressesJudge, conferred, model, cached, digest, index };
  return { ...own, ...changes };
}

interface ScoreMaps {
  readonly failure?: Failure | null;
  readonly scores: Map<string, TrialScore>;
  readonly reasons: Map<string, string>;
  readonly opinions: Map<string, Opinions>;
}

/** What has no score because its sample failed is told apart from what a scorer had nothing to say of. */
function setScore({ failure = null, scores, reasons, opinions }: ScoreMaps, name: string, score: Score): void {
  scores.set(name, score.status === "scored" ? score.value : failure === null ? "unscored" : "failed");
  if (score.reason) reasons.set(name, score.reason);
  else reasons.delete(name);
  if (score.status === "scored" && score.opinions !== undefined) opinions.set(name, score.opinions);
}

/** The outcome with these scores in the place of earlier ones. */
export function withScores(outcome: Outcome, changed: ReadonlyMap<string, Score>): Outcome {
  const maps = {
    failure: outcome.failure,
    scores: new Map(outcome.scores),
    reasons: new Map(outcome.reasons),
    opinions: new Map(outcome.opinions),
  };
  for (const [name, score] of changed) setScore(maps, name, score);
  return withChanges(outcome, maps);
}

/** The outcome of a sample about which not everything was asked that was to be: nothing of it counts. */
export function withoutScores(outcome: Outcome, failure: Failure): Outcome {
  return withChanges(outcome, {
    failure,
    scores: new Map(),
    reasons: new Map(),
    opinions: noOpinions,
    digest: null,
  });
}

/** Its line: the answer stands, as what came of no use. */
export function leftOutLine(line: Json, failure: Failure): Json {
  const { opinions: _opinions, ...rest } = line as JsonObject;
  return { ...rest, status: "failed", failure: failureLine(failure), scores: {}, reasons: {} };
}

/** The line of a sample with its scores as they stand now; votes that were not given anew stand there. */
export function rescoredLine(line: Json, { scores, reasons, opinions }: Outcome): Json {
  const earlier = (line as unknown as SampleLine).opinions ?? {};
  const told = [...opinions].map(([name, own]) => [name, own.votes === undefined ? { ...earlier[name], ...own } : own]);
  const values = [...scores].map(([name, value]) => [name, typeof value === "number" ? value : null]);
  return {
    ...(line as JsonObject),
    scores: Object.fromEntries(values),
    reasons: Object.fromEntries(reasons),
    ...(opinions.size === 0 ? {} : { opinions: Object.fromEntries(told) as unknown as Json }),
  };
}

/** The outcome once its line is written: votes stand there, and take too much room to be held. */
export function withoutVotes(outcome: Outcome): Outcome {
  if (outcome.opinions.size === 0) return outcome;
  return withChanges(outcome, { opinions: new Map([...outcome.opinions].map(([name, own]) => [name, countsOf(own)])) });
}

/** The sample of a line: what scorers look at, and which draw it is; null where the line is none of a completed sample. */
export function readSample(line: Json): (CompletedSample & { readonly draw: string }) | null {
  if (!isObject(line) || line["status"] !== "completed") return null;
  const { prompt, arm, id, trial, fingerprint, output, refusal, exchange, toolCalls, draw, latencyMs } = line;
  const { tokens, finishReason, timeToFirstTokenMs, cost, logprobs } = line;
  return {
    prompt: String(prompt),
    arm: arm === "baseline" ? "baseline" : "candidate",
    caseId: String(id),
    trial: Number(trial),
    draw: typeof draw === "string" ? draw : "compare",
    fingerprint: String(fingerprint),
    attempts: 0,
    status: "completed",
    latencyMs: typeof latencyMs === "number" ? latencyMs : 0,
    reply: createReply(typeof output === "string" ? output : "", {
      refusal: typeof refusal === "string" ? refusal : null,
      exchange: (exchange ?? []) as unknown as Reply["exchange"],
      toolCalls: (toolCalls ?? []) as unknown as Reply["toolCalls"],
      timeToFirstTokenMs: typeof timeToFirstTokenMs === "number" ? timeToFirstTokenMs : null,
      cost: typeof cost === "number" ? cost : null,
      ...(Array.isArray(logprobs) && { logprobs: logprobs as unknown as readonly TokenLogprob[] }),
      ...(isObject(tokens) && { tokens: tokens as Partial<Reply["tokens"]> }),
      ...(isObject(finishReason) && { finishReason: finishReason as unknown as Reply["finishReason"] }),
    }),
  };
}

/** One line of the samples file (`design.md` §4), with what was sent and what is expected where the messages are given. */
export function sampleLine(
  sample: Sample,
  testCase: Case,
  outcome: Outcome,
  { draw, arm, plan }: Pick<Slot, "draw" | "arm" | "plan">,
  messages: readonly RequestMessage[] | null = null,
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
    ...(messages === null ? {} : { messages: messages as unknown as Json }),
    ...(messages === null || testCase.expected === null ? {} : { expected: testCase.expected }),
    status: sample.status,
    output: completed?.reply.text ?? null,
    ...(completed?.reply.refusal ? { refusal: completed.reply.refusal } : {}),
    ...(completed === null || completed.reply.finishReason.unified === "stop"
      ? {}
      : { finishReason: completed.reply.finishReason }),
    // What came before the answer, and what the model still wants: only where there was more than one turn.
    ...(completed?.reply.exchange.length ? { exchange: completed.reply.exchange as unknown as Json } : {}),
    ...(completed?.reply.toolCalls.length ? { toolCalls: completed.reply.toolCalls as unknown as Json } : {}),
    ...(sample.status === "failed" ? { failure: failureLine(sample.failure) } : {}),
    ...(sample.failures === undefined ? {} : { repeatedAfter: sample.failures.map(failureLine) }),
    scores: Object.fromEntries(scores),
    reasons: Object.fromEntries(outcome.reasons),
    ...(outcome.opinions.size === 0 ? {} : { opinions: Object.fromEntries(outcome.opinions) as unknown as Json }),
    tokens: completed === null ? null : tokensLine(completed.reply.tokens),
    // That of an answer out of a batch was never measured.
    latencyMs: completed?.latencyMs || null,
    ...(completed?.reply.timeToFirstTokenMs == null ? {} : { timeToFirstTokenMs: completed.reply.timeToFirstTokenMs }),
    ...(completed?.reply.logprobs === undefined ? {} : { logprobs: completed.reply.logprobs as unknown as Json }),
    model: outcome.model,
    ...(outcome.cached ? { cached: true } : {}),
    cost: completed?.reply.cost ?? null,
    tags: testCase.tags,
    cluster: testCase.cluster,
  };
}

/** Parts of the input and the output where they are known. */
function tokensLine({ input, output, ...parts }: Tokens): JsonObject {
  return { input, output, ...Object.fromEntries(Object.entries(parts).filter(([, count]) => count !== null)) };
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
  readonly exchange?: readonly RequestMessage[];
  readonly toolCalls?: readonly ToolCall[];
  readonly scores: Readonly<Record<string, number | null>>;
  readonly reasons: Readonly<Record<string, string>>;
  /** Metric → how many opinions its score rests on, where that is more than one. */
  readonly opinions?: Readonly<Record<string, Opinions>>;
  readonly model: string | null;
  readonly cached?: boolean;
  readonly tags: readonly string[];
  readonly cluster: string | null;
  /** Only in a shard. */
  readonly shard?: ShardCase;
}

/** The outcome that `sampleLine` wrote down. `judged`: whether a model grades its output. */
export function readOutcome(line: SampleLine, index: number, judged: boolean): Outcome {
  const missing = line.status === "failed" ? "failed" : "unscored";
  const failure = line.failure && {
    ...line.failure,
    httpStatus: line.failure.httpStatus ?? null,
    retryable: false,
    retryAfterMs: null,
  };
  const { output, exchange = [], toolCalls = [], opinions } = line;
  return {
    failure: failure ?? null,
    scores: new Map(Object.entries(line.scores).map(([name, value]) => [name, value ?? missing])),
    reasons: new Map(Object.entries(line.reasons)),
    opinions: opinions === undefined ? noOpinions : new Map(Object.entries(opinions)),
    addressesJudge: judged && (line.shard?.addressesJudge ?? (output !== null && addressesJudge(output))),
    conferred: true,
    model: line.model,
    cached: line.cached ?? false,
    digest: output === null ? null : digestOf({ text: output, exchange, toolCalls }),
    index,
  };
}

/** `gpt-5 (fp_1)`: what is known of who answered. */
function snapshotOf({ model, systemFingerprint }: Reply): string | null {
  if (systemFingerprint === null) return model;
  return model === null ? systemFingerprint : `${model} (${systemFingerprint})`;
}

/** Answers that called other tools are no copies, whatever their last words. */
function digestOf({ text, toolCalls, exchange }: Pick<Reply, "text" | "toolCalls" | "exchange">): string {
  const hash = createHash("sha256").update(text);
  if (toolCalls.length + exchange.length > 0) hash.update(JSON.stringify([exchange, toolCalls].map(withoutIds)));
  return hash.digest().toString("base64url", 0, 12);
}

/** Providers give every call an id of its own. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, entry) => (key === "id" || key === "toolCallId" ? undefined : entry)));
}
