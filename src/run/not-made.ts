import type { Failure, FailureKind } from "../model.ts";
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

const unclear: readonly FailureKind[] = ["timeout", "connection", "malformed", "aborted"];

/** Whether a call that failed may be on the bill all the same: the model may have answered, and the answer was lost. */
export function mayBeBilled({ kind }: Failure): boolean {
  return unclear.includes(kind);
}
