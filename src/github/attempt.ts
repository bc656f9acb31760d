import { describeFailure, type GitHubFailure } from "./failure.ts";

/** Waits; passed in, so that tests do not. */
export type Sleep = (milliseconds: number) => Promise<void>;

/** Seconds before each further attempt, where GitHub names no time. */
const retryDelays = [1, 2, 4];

/** Nobody waits longer than this; in seconds. */
const longestDelay = 30;

/**
 * Does something at GitHub, and again where the trouble may pass: a server in trouble, a connection lost, a limit that
 * says how long it lasts. Whatever GitHub answers is data; our own bugs are thrown on. The action must be safe to repeat.
 */
export async function attempt<T>(action: () => Promise<T>, sleep: Sleep): Promise<T | GitHubFailure> {
  for (const delay of [...retryDelays, null]) {
    const outcome = await action().catch(describeFailure);
    if (!isFailure(outcome) || delay === null) return outcome;
    const seconds = secondsToWait(outcome, delay);
    if (seconds === null) return outcome;
    await sleep(seconds * 1000);
  }
  throw new Error("the last attempt always returns");
}

/** Whether an outcome is a request that came to nothing. */
export function isFailure(outcome: unknown): outcome is GitHubFailure {
  return typeof outcome === "object" && outcome !== null && "status" in outcome && outcome.status === "failed";
}

function secondsToWait({ reason, retryAfterSeconds }: GitHubFailure, delay: number): number | null {
  if (reason !== "server" && reason !== "connection" && reason !== "rate-limit") return null;
  const seconds = retryAfterSeconds ?? (reason === "rate-limit" ? null : delay);
  return seconds !== null && seconds <= longestDelay ? seconds : null;
}
