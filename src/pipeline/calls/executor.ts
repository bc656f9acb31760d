import type {
  CompletedSample,
  Failure,
  ModelRequest,
  PromptVersion,
  Provider,
  RunConfig,
  Sample,
  Score,
  ScorerTools,
} from "../../model.ts";
import { buildRequest } from "../../prompts/prompt-version.ts";
import { createCaller } from "../../run/caller.ts";
import type { ProviderQuota } from "../../run/lanes.ts";
import { isCutShort, noticeCut, type Stopped } from "../../run/not-made.ts";
import type { FindPrice, ModelPrice } from "../../run/prices.ts";
import { type PlannedCall, runCalls } from "../../run/run-calls.ts";
import type { SampleLog } from "../../run/sample-log.ts";
import type { ResolvedModel, RunOptions } from "../options.ts";
import type { Connection } from "../plan/connect-providers.ts";
import type { PromptPlan } from "../plan/plan-run.ts";
import { fillRequest } from "./fill-request.ts";
import { inParallel } from "./in-parallel.ts";
import {
  leftOutLine,
  type Outcome,
  readSample,
  rescoredLine,
  sampleLine,
  toOutcome,
  withoutScores,
  withScores,
} from "./outcome.ts";
import { createPacker } from "./pack-outcome.ts";
import { addOutcome, type Slot } from "./prompt-run.ts";
import { type AnswerJournal, type AskedCall, createScorerTools, type ToolsFor } from "./scorer-tools.ts";

/** Where answers are kept between runs. */
export interface Journal {
  /** Of what scorers asked. */
  readonly answers?: AnswerJournal;
  /** The request is only built where it is looked at. */
  find(provider: Provider, request: () => ModelRequest, slot: Slot): Sample | null;
  append(provider: Provider, request: () => ModelRequest, slot: Slot, sample: Sample): void;
}

export interface Executor {
  /** Takes the samples, and appends each one's outcome to its case in the order of the slots. */
  take(slots: readonly Slot[]): Promise<void>;
  /** Scores and logs a sample that the store answered. */
  keepStored(sample: Sample, slot: Slot): Promise<Outcome>;
  /** For scorers outside of a run of prompts. */
  readonly toolsFor: ToolsFor;
  /** A sample that has been scored, as the log has it, with tools to ask more about it; null where it failed. */
  recall(outcome: Outcome): Recalled | null;
  /** The outcome with other scores, in the log, too. */
  rescore(outcome: Outcome, scores: ReadonlyMap<string, Score>): Outcome;
  /** The outcome of a sample that was not judged to the end because the run was cut short: as if it was never taken. */
  leaveOut(outcome: Outcome, failure: Failure): Outcome;
  /** `leftOut`: not made because the run was cut short. */
  readonly counts: { planned: number; made: number; cached: number; done: number; leftOut: number };
  readonly failures: readonly Failure[];
  /** Why calls no longer start; null while they do. */
  stopped(): Stopped | null;
  /** US dollars paid: for the answers of one prompt, or, scorers among them, in all; null where unknown. */
  costOf(plan: PromptPlan): number | null;
  cost(): number | null;
  /** Counts what an answer cost that came another way; null where unknown. */
  charge(plan: PromptPlan, cost: number | null): void;
  /** Tells that nothing follows. */
  finish(): void;
  close(): void;
}

/** How the calls of a run are made. */
export interface ExecutorSettings extends Omit<RunConfig, "trials" | "maxTrials" | "confirmAbove"> {
  readonly priceOf: FindPrice;
  readonly quotaOf: (provider: string) => ProviderQuota;
}

/** A sample out of the log. */
export interface Recalled {
  readonly sample: CompletedSample;
  readonly tools: ScorerTools;
}

/** Takes samples in rounds: each is scored as it arrives, and its text goes to the log. */
export function createExecutor(
  { models, scorerModels }: Pick<Connection, "models" | "scorerModels">,
  settings: ExecutorSettings,
  log: SampleLog,
  journal: Journal | null,
  options: RunOptions,
): Executor {
  const counts = { planned: 0, made: 0, cached: 0, done: 0, leftOut: 0 };
  const failures: Failure[] = [];
  const paid = new Map<PromptPlan, number | null>();
  const pack = createPacker();
  // One for all rounds: a refusal holds for the whole run, whichever round met it.
  const caller = createCaller({
    concurrency: options.concurrency ?? settings.concurrency,
    timeoutMs: settings.timeoutMs,
    retries: settings.retries,
    limits: {
      maxCost: options.maxCost ?? settings.maxCost,
      maxCalls: options.maxCalls ?? settings.maxCalls,
      maxDurationMs: options.maxDurationMs ?? settings.maxDurationMs,
    },
    priceOf: settings.priceOf,
    quotaOf: settings.quotaOf,
    ...(options.signal ? { signal: options.signal } : {}),
  });

  const countCall = ({ attempts, result, further }: AskedCall): void => {
    if (result.status === "failed" && isCutShort(result.failure)) return;
    if (further) counts.planned++;
    counts.done++;
    counts.made += attempts;
    if (attempts === 0 && result.status === "completed") counts.cached++;
    if (result.status === "failed") failures.push(result.failure);
  };
  const toolsFor = createScorerTools({
    models: scorerModels,
    caller,
    journal: journal?.answers ?? null,
    onCall: countCall,
  });

  const keep = async (taken: Sample, slot: Slot, cached: boolean): Promise<Outcome> => {
    const { testCase } = slot.caseRun.planCase;
    const resolved = models.get(slot.version) as ResolvedModel;
    const sample = priced(taken, resolved.price);
    const scorers = slot.plan.scorersFor(testCase);
    const tools = toolsFor({ caseId: testCase.id, trial: slot.trial, draw: slot.draw });
    let cut: Failure | null = null;
    const noticing = noticeCut(tools, (failure) => {
      cut = failure;
    });
    const scored = await toOutcome(sample, testCase, scorers, { index: slot.index, cached }, noticing);
    if (!cached) note(taken, slot.plan, settings.priceOf(resolved.provider.name, resolved.model));
    // What was never asked is no sample; nor is one that its judge was never asked about.
    const outcome = cut === null ? scored : withoutScores(scored, cut);
    if (isCutShort(outcome.failure)) {
      counts.leftOut++;
      return outcome;
    }
    if (outcome.failure !== null) failures.push(outcome.failure);
    // Other trials sent the same.
    const messages = slot.trial === 0 ? requestOf(models, slot).messages : null;
    log.append(slot.index, sampleLine(sample, testCase, outcome, slot, messages));
    // A model's reasons are told, and scored anew.
    return pack(outcome, { reasons: scorers.some(({ asks }) => asks !== undefined) });
  };

  const note = (sample: Sample, plan: PromptPlan, price: ModelPrice | null): void => {
    if (sample.status === "failed") return;
    add(plan, priced(sample, price).reply.cost);
  };

  const add = (plan: PromptPlan, cost: number | null): void => {
    const before = paid.get(plan) === undefined ? 0 : (paid.get(plan) ?? null);
    paid.set(plan, cost === null || before === null ? null : before + cost);
  };

  let charged: number | null = 0;
  const charge = (plan: PromptPlan, cost: number | null): void => {
    add(plan, cost);
    charged = charged === null || cost === null ? null : charged + cost;
  };

  const cost = (): number | null =>
    caller.totals.unpriced > 0 || charged === null ? null : caller.totals.cost + charged;
  const tell = (done: number, failed: number, finished: boolean): void => {
    const { made, rejected } = caller.totals;
    options.onProgress?.({ done, planned: counts.planned, failed, made, rejected, cost: cost(), finished });
  };

  const take = async (slots: readonly Slot[]): Promise<void> => {
    const outcomes = new Array<Outcome | undefined>(slots.length);
    const open: number[] = [];
    await inParallel(slots, async (slot, position) => {
      const kept = slot.plan.drawsAnew ? null : journal;
      const stored = kept?.find(providerOf(models, slot), () => requestOf(models, slot), slot) ?? null;
      if (stored === null) open.push(position);
      else outcomes[position] = await keepStored(stored, slot);
    });
    const progress = await runCalls(
      plannedCalls(
        open.map((position) => slots[position] as Slot),
        models,
      ),
      caller,
      {
        planned: open.length,
        onProgress: () => tell(counts.done, failures.length, false),
      },
      async (sample, index) => {
        const position = open[index] as number;
        const slot = slots[position] as Slot;
        if (sample.status === "completed" || !isCutShort(sample.failure)) counts.done++;
        outcomes[position] = await keep(sample, slot, false);
        if (sample.status === "completed")
          journal?.append(providerOf(models, slot), () => requestOf(models, slot), slot, sample);
      },
    );
    counts.made += progress.made;
    for (const [position, slot] of slots.entries()) addOutcome(slot.caseRun, slot.arm, outcomes[position] as Outcome);
  };

  const keepStored = (sample: Sample, slot: Slot): Promise<Outcome> => {
    counts.cached++;
    counts.done++;
    return keep(sample, slot, true);
  };

  const recall = (outcome: Outcome): Recalled | null => {
    const sample = outcome.failure === null ? readSample(log.read(outcome.index)) : null;
    return sample && { sample, tools: toolsFor({ caseId: sample.caseId, trial: sample.trial, draw: sample.draw }) };
  };

  const leaveOut = (outcome: Outcome, failure: Failure): Outcome => {
    counts.leftOut++;
    const left = withoutScores(outcome, failure);
    log.append(outcome.index, leftOutLine(log.read(outcome.index), failure));
    return left;
  };

  const rescore = (outcome: Outcome, scores: ReadonlyMap<string, Score>): Outcome => {
    const changed = withScores(outcome, scores);
    log.append(outcome.index, rescoredLine(log.read(outcome.index), changed));
    return changed;
  };

  return {
    take,
    keepStored,
    toolsFor,
    recall,
    rescore,
    leaveOut,
    counts,
    failures,
    stopped: caller.stopped,
    costOf: (plan) => (paid.has(plan) ? (paid.get(plan) ?? null) : 0),
    cost,
    charge,
    finish: () => tell(counts.done, failures.length, true),
    close: caller.close,
  };
}

/** The sample with what its answer costs, unless the provider has said so itself. */
function priced<T extends Sample>(sample: T, price: ModelPrice | null): T {
  if (sample.status === "failed" || sample.reply.cost !== null) return sample;
  const { reply } = sample;
  return { ...sample, reply: { ...reply, cost: price?.costOf(reply.tokens) ?? null } };
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
      request: () => fillRequest(requestOf(models, slot), slot.plan.files),
      tools: slot.caseRun.planCase.testCase.conversation ?? null,
    };
  }
}

export function providerOf(models: ReadonlyMap<PromptVersion, ResolvedModel>, slot: Slot): Provider {
  return (models.get(slot.version) as ResolvedModel).provider;
}

/** The request of a slot, its files by their hashes. Where the prompt pins a seed, each trial gets its own, the same in both arms. */
export function requestOf(models: ReadonlyMap<PromptVersion, ResolvedModel>, slot: Slot): ModelRequest {
  const { model, takesValues, runsCode } = models.get(slot.version) as ResolvedModel;
  const { planCase } = slot.caseRun;
  const values = planCase[slot.arm];
  const request: ModelRequest = {
    ...buildRequest(slot.version, model, values, planCase.turns?.[slot.arm] ?? null).request,
    ...(takesValues && { values }),
    ...(runsCode && { version: slot.version.fingerprint }),
  };
  const seed = request.parameters["seed"];
  if (typeof seed !== "number" || slot.trial === 0) return request;
  return { ...request, parameters: { ...request.parameters, seed: seed + slot.trial } };
}
