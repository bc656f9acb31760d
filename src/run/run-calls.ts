import type { Arm, Sample } from "../model.ts";
import type { Call, Caller } from "./caller.ts";
import { type ToolAnswers, takeTurns } from "./take-turns.ts";

/** One sample to take. */
export interface PlannedCall extends Call {
  readonly prompt: string;
  readonly arm: Arm;
  readonly caseId: string;
  readonly trial: number;
  readonly fingerprint: string;
  /** What answers the model's tool calls; null or absent: nothing does. */
  readonly tools?: ToolAnswers | null;
}

/** How far a run is; `made` counts every attempt. */
export interface Progress {
  readonly done: number;
  readonly planned: number;
  readonly failed: number;
  readonly made: number;
}

export interface RunOptions {
  /** How many calls the plan holds, for progress. */
  readonly planned: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** Calls taken from the plan before there is room for them: enough to keep a second provider busy beside a slow one. */
const lookAhead = 1_000;

/**
 * Makes the planned calls, in their order. `onSample` is called as samples complete, with the position in the plan; every
 * planned call gets a sample, also where it was not made. A sample that is being scored keeps no place at its provider.
 * Rejects only with what `calls`, a provider or `onSample` throws.
 */
export async function runCalls(
  calls: Iterable<PlannedCall> | AsyncIterable<PlannedCall>,
  caller: Caller,
  options: RunOptions,
  onSample: (sample: Sample, index: number) => void | Promise<void>,
): Promise<Progress> {
  const running = new Set<Promise<void>>();
  const progress = { done: 0, planned: options.planned, failed: 0, made: 0 };
  const errors: unknown[] = [];
  let wake = (): void => {};

  const take = async (call: PlannedCall, index: number): Promise<void> => {
    try {
      const sample = await takeSample(call, caller);
      if (errors.length > 0) return;
      progress.done += 1;
      progress.made += sample.attempts;
      if (sample.status === "failed") progress.failed += 1;
      await onSample(sample, index);
      options.onProgress?.({ ...progress });
    } catch (error) {
      stop(error);
    }
  };

  const stop = (error: unknown): void => {
    errors.push(error);
    caller.abort(error);
    wake();
  };

  try {
    let index = 0;
    for await (const call of calls) {
      const task: Promise<void> = take(call, index).then(() => {
        running.delete(task);
        wake();
      });
      running.add(task);
      index += 1;
      while (running.size >= lookAhead && errors.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (errors.length > 0) break;
    }
  } catch (error) {
    stop(error);
  }
  await Promise.all(running);
  if (errors.length > 0) throw errors[0];
  return progress;
}

async function takeSample(call: PlannedCall, caller: Caller): Promise<Sample> {
  const { result, attempts, failures, latencyMs } = await takeTurns(call, caller, call.tools ?? null);
  const { prompt, arm, caseId, trial, fingerprint } = call;
  const repeated = failures.length === 0 ? {} : { failures };
  const base = { prompt, arm, caseId, trial, fingerprint, attempts, ...repeated };
  return result.status === "completed"
    ? { ...base, status: "completed", reply: result.reply, latencyMs }
    : { ...base, status: "failed", failure: result.failure };
}
