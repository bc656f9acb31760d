import type { Arm, CallResult, Failure, Provider, Reply } from "../../src/model.ts";
import type { PlannedCall, RunOptions } from "../../src/run/run-calls.ts";
import { requestOf } from "../support/requests.ts";

/** A reply with this text. */
export function replied(text: string): CallResult & { readonly reply: Reply } {
  return {
    status: "completed",
    reply: {
      text,
      refusal: null,
      finishReason: { unified: "stop", raw: "stop" },
      tokens: { input: 1, output: 1 },
      model: "m",
    },
  };
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

/** Options of a run in which waiting takes no time; `pauses` collects how long it would have waited. */
export function quickOptions(changes: Partial<RunOptions> = {}, pauses: number[] = []): RunOptions {
  return {
    concurrency: 50,
    timeoutMs: 10_000,
    planned: 0,
    random: () => 0.5,
    sleep: async (ms) => void pauses.push(ms),
    ...changes,
  };
}
