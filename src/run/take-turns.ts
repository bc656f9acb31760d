import type { Conversation, Failure, Reply, RequestMessage, Tokens, ToolCall } from "../model.ts";
import type { Call, Caller } from "./caller.ts";
import type { AttemptedCall } from "./retry.ts";
import { findToolAnswer } from "./tool-answers.ts";

/** Calls of the model in one sample at most, where the case does not say. */
const usualMaxTurns = 10;

/** What answers the model's tool calls, and how long. */
export type ToolAnswers = Pick<Conversation, "toolResults" | "maxTurns">;

/**
 * Calls the model, answers the tools that it calls with what was recorded, and calls it again, until it stops, a call
 * has no recorded answer, or it has had its turns; what then is unanswered stands in the reply. Each turn is a call
 * like any other, with its own place, retries and limit of time. The last answer is the reply, with the exchange before
 * it; attempts, times, tokens and cost are those of all turns. A call that fails ends the sample.
 */
export async function takeTurns(call: Call, caller: Caller, answers: ToolAnswers | null): Promise<AttemptedCall> {
  const maxTurns = answers?.maxTurns ?? usualMaxTurns;
  const exchange: RequestMessage[] = [];
  let attempts = 0;
  let latencyMs = 0;
  const failures: Failure[] = [];
  let before: Reply | null = null;
  for (let turn = 1; ; turn += 1) {
    const done = await caller.call(turn === 1 ? call : continued(call, [...exchange]));
    attempts += done.attempts;
    latencyMs += done.latencyMs;
    failures.push(...done.failures);
    if (done.result.status === "failed") return { ...done, attempts, failures, latencyMs };
    const reply: Reply = before === null ? done.result.reply : addUp(before, done.result.reply);
    const next = turn < maxTurns ? answerTools(reply, answers, turn) : null;
    if (next === null) {
      // An application tells the turns that it took by itself.
      const whole = { ...reply, exchange: [...exchange, ...reply.exchange] };
      return { ...done, result: { status: "completed", reply: whole }, attempts, failures, latencyMs };
    }
    exchange.push(...reply.exchange, ...next);
    before = reply;
  }
}

function continued(call: Call, exchange: readonly RequestMessage[]): Call {
  return {
    ...call,
    async request() {
      const request = await call.request();
      return { ...request, messages: [...request.messages, ...exchange] };
    },
  };
}

/** The model's turn and the tools' answers to it; null where it called none, or one that nothing answers. */
function answerTools(reply: Reply, answers: ToolAnswers | null, turn: number): readonly RequestMessage[] | null {
  if (answers === null || reply.toolCalls.length === 0) return null;
  const answered: RequestMessage[] = [];
  // A provider that gives its calls no id gets one, so that each answer names its call.
  const toolCalls = reply.toolCalls.map((call, index): ToolCall & { readonly id: string } => ({
    ...call,
    id: call.id ?? `call_${turn}_${index + 1}`,
  }));
  for (const call of toolCalls) {
    const content = findToolAnswer(answers.toolResults, call);
    if (content === null) return null;
    answered.push({ role: "tool", content, toolCallId: call.id });
  }
  return [{ role: "assistant", content: reply.text, toolCalls }, ...answered];
}

/** The later reply, with what both took. What one of them does not tell is unknown. */
function addUp(earlier: Reply, later: Reply): Reply {
  const sum = (one: number | null, other: number | null): number | null =>
    one === null || other === null ? null : one + other;
  const keys = Object.keys({ ...earlier.tokens, ...later.tokens }) as (keyof Tokens)[];
  // What is absent is none.
  const added = keys.map((key) => [key, sum(earlier.tokens[key] ?? absent(key), later.tokens[key] ?? absent(key))]);
  const tokens = Object.fromEntries(added);
  return {
    ...later,
    tokens: tokens as unknown as Tokens,
    cost: sum(earlier.cost, later.cost),
    timeToFirstTokenMs: earlier.timeToFirstTokenMs,
  };
}

function absent(key: keyof Tokens): 0 | null {
  return key === "cacheWriteHour" ? 0 : null;
}
