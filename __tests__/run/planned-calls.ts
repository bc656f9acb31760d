import type { Arm, CallResult, Failure, Provider, Reply } from "../../src/model.ts";
import { createReply } from "../../src/models/reply.ts";
import { type CallerOptions, createCaller } from "../../src/run/caller.ts";
import { type PlannedCall, type Progress, type RunOptions, runCalls } from "../../src/run/run-calls.ts";
import { requestOf } from "../support/requests.ts";
import { createVirtualClock } from "./virtual-clock.ts";

/** A reply with this text. */
export function replied(text: string): CallResult & { readonly reply: Reply } {
  return { status: "completed", reply: createReply(text, { tokens: { input: 1, output: 1 }, model: "m" }) };
}

/** A failure of this kind. */
export function failedWith(kind: Failure["kind"], details: Partial<Failure> = {}): CallResult {
  return {
    status: "failed",
    failure: { kind, message: kind, httpStatus: null, retryable: false, retryAfterMs: null, ...details },
  };
}

/** Baseline and candidate of each case, side by side. */
export function planOf(
  provider: Provider | ((arm: Arm) => Provider),
  cases: number,
  model: (arm: Arm) => string = () => "m",
): readonly PlannedCall[] {
  return Array.from({ length: cases }, (_, index) => `case-${index}`).flatMap((caseId) =>
    (["baseline", "candidate"] as const).map((arm) => ({
      prompt: "prompts/a.prompt.yml",
      arm,
      caseId,
      trial: 0,
      fingerprint: `${arm}-fingerprint`,
      provider: typeof provider === "function" ? provider(arm) : provider,
      identity: { caseId, trial: 0, draw: "compare" },
      model: model(arm),
      request: () => requestOf({ model: model(arm), messages: [{ role: "user", content: `${arm} ${caseId}` }] }),
    })),
  );
}

export type QuickOptions = CallerOptions & RunOptions;

/** Options of a run in which waiting takes no time. */
export function quickOptions(changes: Partial<QuickOptions> = {}): QuickOptions {
  return {
    concurrency: 50,
    timeoutMs: 10_000,
    planned: 0,
    random: () => 0.5,
    clock: createVirtualClock(),
    ...changes,
  };
}

/** Makes the calls of a plan through a caller of their own. */
export async function runPlan(
  calls: Parameters<typeof runCalls>[0],
  options: QuickOptions,
  onSample: Parameters<typeof runCalls>[3],
): Promise<Progress> {
  const caller = createCaller(options);
  try {
    return await runCalls(calls, caller, options, onSample);
  } finally {
    caller.close();
  }
}
