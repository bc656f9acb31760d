import type { CallResult, EmbeddingResult, Failure, FailureKind, ScorerTools } from "../model.ts";
import type { LimitName } from "./budget.ts";

/** Why nothing is started any more. */
export type Stopped = LimitName | "interrupted";

/** A call that was not made, and why: no fault of the provider's. */
export function notMade(stopped: Stopped): Failure {
  const interrupted = stopped === "interrupted";
  return {
    kind: interrupted ? "aborted" : "budget",
    message: interrupted ? "stopped before the call was made" : `not called: ${stopped} is used up`,
    httpStatus: null,
    retryable: false,
    retryAfterMs: null,
  };
}

const cutShort: readonly FailureKind[] = ["budget", "aborted"];

/** Whether a run that was cut short is all that the call failed of. */
export function isCutShort(failure: Failure | null): boolean {
  return failure !== null && cutShort.includes(failure.kind);
}

/** The same tools, which tell where a call that a scorer wants is not made: what would have been said is not known. */
export function noticeCut(tools: ScorerTools, onCut: (failure: Failure) => void): ScorerTools {
  const notice = <Result extends CallResult | EmbeddingResult>(result: Result): Result => {
    if (result.status === "failed" && isCutShort(result.failure)) onCut(result.failure);
    return result;
  };
  return {
    ask: async (question) => notice(await tools.ask(question)),
    embed: async (question) => notice(await tools.embed(question)),
  };
}

const unclear: readonly FailureKind[] = ["timeout", "connection", "malformed", "aborted"];

/** Whether a call that failed may be on the bill all the same: the model may have answered, and the answer was lost. */
export function mayBeBilled({ kind }: Failure): boolean {
  return unclear.includes(kind);
}
