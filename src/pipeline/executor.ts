import type { Failure, ModelRequest, PromptVersion, Provider, Sample } from "../model.ts";
import { buildRequest } from "../prompts/prompt-version.ts";
import { createCaller } from "../run/caller.ts";
import { type PlannedCall, runCalls } from "../run/run-calls.ts";
import type { SampleLog } from "../run/sample-log.ts";
import type { ResolvedModel, RunOptions } from "./options.ts";
import { type Outcome, sampleLine, toOutcome } from "./outcome.ts";
import type { Slot } from "./prompt-run.ts";

/** Where answers are kept between runs. */
export interface Journal {
  find(provider: Provider, request: ModelRequest, slot: Slot): Sample | null;
  append(provider: Provider, request: ModelRequest, slot: Slot, sample: Sample): void;
}

export interface Executor {
  /** Takes the samples, and appends each one's outcome to its case in the order of the slots. */
  take(slots: readonly Slot[]): Promise<void>;
  /** Scores and logs a sample that the store answered. */
  keepStored(sample: Sample, slot: Slot): Promise<Outcome>;
  readonly counts: { planned: number; made: number; cached: number; done: number };
  readonly failures: readonly Failure[];
  close(): void;
}

/** Takes samples in rounds: each is scored as it arrives, and its text goes to the log. */
export function createExecutor(
  models: ReadonlyMap<PromptVersion, ResolvedModel>,
  settings: { readonly concurrency: number | "auto"; readonly timeoutMs: number },
  log: SampleLog,
  journal: Journal | null,
  options: RunOptions,
): Executor {
  const counts = { planned: 0, made: 0, cached: 0, done: 0 };
  const failures: Failure[] = [];
  // One for all rounds: a refusal holds for the whole run, whichever round met it.
  const caller = createCaller({
    concurrency: options.concurrency ?? settings.concurrency,
    timeoutMs: settings.timeoutMs,
    ...(options.signal ? { signal: options.signal } : {}),
  });

  const keep = async (sample: Sample, slot: Slot, cached: boolean): Promise<Outcome> => {
    const { testCase } = slot.caseRun.planCase;
    const scorers = slot.plan.scorersFor(testCase);
    const outcome = await toOutcome(sample, testCase, scorers, { index: slot.index, cached });
    if (outcome.failure !== null) failures.push(outcome.failure);
    log.append(slot.index, sampleLine(sample, testCase, outcome, slot.draw));
    return outcome;
  };

  const take = async (slots: readonly Slot[]): Promise<void> => {
    const outcomes = new Array<Outcome | undefined>(slots.length);
    const open: number[] = [];
    for (const [position, slot] of slots.entries()) {
      const stored = journal?.find(providerOf(models, slot), requestOf(models, slot), slot) ?? null;
      if (stored === null) open.push(position);
      else outcomes[position] = await keep(stored, slot, true);
    }
    counts.cached += slots.length - open.length;
    counts.done += slots.length - open.length;
    const done = counts.done;
    const progress = await runCalls(
      plannedCalls(
        open.map((position) => slots[position] as Slot),
        models,
      ),
      caller,
      {
        planned: open.length,
        onProgress: ({ done: now, failed }) =>
          options.onProgress?.({ done: done + now, planned: counts.planned, failed: failures.length + failed }),
      },
      async (sample, index) => {
        const position = open[index] as number;
        const slot = slots[position] as Slot;
        outcomes[position] = await keep(sample, slot, false);
        if (sample.status === "completed")
          journal?.append(providerOf(models, slot), requestOf(models, slot), slot, sample);
      },
    );
    counts.made += progress.made;
    counts.done += open.length;
    for (const [position, slot] of slots.entries()) slot.caseRun[slot.arm].push(outcomes[position] as Outcome);
  };

  const keepStored = (sample: Sample, slot: Slot): Promise<Outcome> => {
    counts.cached++;
    counts.done++;
    return keep(sample, slot, true);
  };

  return { take, keepStored, counts, failures, close: caller.close };
}

function* plannedCalls(
  slots: readonly Slot[],
  models: ReadonlyMap<PromptVersion, ResolvedModel>,
): Generator<PlannedCall> {
  for (const slot of slots) {
    const { provider, model } = models.get(slot.version) as ResolvedModel;
    const caseId = slot.caseRun.planCase.testCase.id;
    yield {
      prompt: slot.plan.change.path,
      arm: slot.arm,
      caseId,
      trial: slot.trial,
      fingerprint: slot.version.fingerprint,
      provider,
      identity: { caseId, trial: slot.trial, draw: slot.draw },
      model,
      request: () => requestOf(models, slot),
    };
  }
}

export function providerOf(models: ReadonlyMap<PromptVersion, ResolvedModel>, slot: Slot): Provider {
  return (models.get(slot.version) as ResolvedModel).provider;
}

/** The request of a slot. Where the prompt pins a seed, each trial gets its own, the same in both arms. */
export function requestOf(models: ReadonlyMap<PromptVersion, ResolvedModel>, slot: Slot): ModelRequest {
  const { model } = models.get(slot.version) as ResolvedModel;
  const { request } = buildRequest(slot.version, model, slot.caseRun.planCase[slot.arm]);
  const seed = request.parameters["seed"];
  if (typeof seed !== "number" || slot.trial === 0) return request;
  return { ...request, parameters: { ...request.parameters, seed: seed + slot.trial } };
}
