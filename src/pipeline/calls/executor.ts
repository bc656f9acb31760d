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
  withoutVotes,
  withScores,
} from "./outcome.ts";
import { createPacker } from "./pack-outcome.ts";
import { placeOutcome, type Slot } from "./prompt-run.ts";
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
  /** Takes the samples, and adds each one's outcome to its case. May go through the slots more than once. */
  take(slots: Iterable<Slot>): Promise<void>;
  /** Scores and logs a sample that the store answered. */
  keepStored(sample: Sample, slot: Slot): Promise<Outcome>;
  /** For scorers outside of a run of prompts. */
  readonly toolsFor: ToolsFor;
  /** A sample that has been scored, as the log has it, with tools to ask more about it; null where it failed. */
  recall(outcome: Outcome, plan: PromptPlan): Recalled | null;
  /** The outcome with other scores, in the log, too. */
  rescore(outcome: Outcome, scores: ReadonlyMap<string, Score>): Outcome;
  /** The outcome of a sample that was not judged to the end because the run was cut short: as if it was never taken. */
  leaveOut(outcome: Outcome, failure: Failure): Outcome;
  /** `leftOut`: not made because the run was cut short. */
  readonly counts: { planned: number; made: number; cached: number; done: number; leftOut: number };
  readonly failures: readonly Failure[];
  /** Why calls no longer start; null while they do. */
  stopped(): Stopped | null;
  /** US dollars paid for the answers of one prompt, and for what scorers asked about them; null where unknown. */
  costOf(plan: PromptPlan): PromptCost;
  /** US dollars paid in all. */
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

/** US dollars; null where unknown. */
export interface PromptCost {
  readonly answers: number | null;
  readonly scorers: number | null;
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
  const paid = { answers: new Map<PromptPlan, number | null>(), scorers: new Map<PromptPlan, number | null>() };
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
    const tools = toolsFor({ caseId: testCase.id, trial: slot.trial, draw: slot.draw }, payFor(slot.plan));
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
    add("answers", plan, priced(sample, price).reply.cost);
  };

  /** What was found, or asked already for another sample, costs nothing again. */
  const payFor =
    (plan: PromptPlan) =>
    ({ model, attempts, result }: AskedCall): void => {
      if (attempts === 0 || result.status === "failed") return;
      const asked = scorerModels.get(model);
      const price = asked === undefined ? null : settings.priceOf(asked.provider.name, asked.model);
      add("scorers", plan, result.reply.cost ?? price?.costOf(result.reply.tokens) ?? null);
    };

  const add = (what: keyof typeof paid, plan: PromptPlan, cost: number | null): void => {
    const before = paid[what].get(plan);
    paid[what].set(plan, cost === null || before === null ? null : (before ?? 0) + cost);
  };

  let charged: number | null = 0;
  const charge = (plan: PromptPlan, cost: number | null): void => {
    add("answers", plan, cost);
    charged = charged === null || cost === null ? null : charged + cost;
  };

  const cost = (): number | null =>
    caller.totals.unpriced > 0 || charged === null ? null : caller.totals.cost + charged;
  const tell = (done: number, failed: number, finished: boolean): void => {
    const { made, rejected } = caller.totals;
    options.onProgress?.({ done, planned: counts.planned, failed, made, rejected, cost: cost(), finished });
  };

  const take = async (slots: Iterable<Slot>): Promise<void> => {
    const stored = await takeStored(slots);
    const underWay = new Map<number, { readonly slot: Slot; readonly request: () => ModelRequest }>();
    const calls = function* (): Generator<PlannedCall> {
      let [position, called] = [0, 0];
      for (const slot of slots) {
        if (stored.has(position++)) continue;
        const request = remember(() => requestOf(models, slot));
        underWay.set(called++, { slot, request });
        yield plannedCall(slot, request, models);
      }
    };
    const onProgress = (): void => tell(counts.done, failures.length, false);
    const progress = await runCalls(calls(), caller, { planned: counts.planned, onProgress }, async (sample, index) => {
      const { slot, request } = underWay.get(index) as { slot: Slot; request: () => ModelRequest };
      if (sample.status === "completed" || !isCutShort(sample.failure)) counts.done++;
      placeOutcome(slot.caseRun, slot.arm, await keep(sample, slot, false));
      if (sample.status === "completed") journal?.append(providerOf(models, slot), request, slot, sample);
      underWay.delete(index);
    });
    counts.made += progress.made;
    for (const { slot, outcome } of stored.values()) placeOutcome(slot.caseRun, slot.arm, outcome);
  };

  /** What the journal has, by its place among the slots. */
  const takeStored = async (slots: Iterable<Slot>): Promise<ReadonlyMap<number, { slot: Slot; outcome: Outcome }>> => {
    const found = new Map<number, { slot: Slot; outcome: Outcome }>();
    if (journal === null) return found;
    await inParallel(slots, async (slot, position) => {
      if (slot.plan.drawsAnew) return;
      const stored = journal.find(providerOf(models, slot), () => requestOf(models, slot), slot);
      if (stored !== null) found.set(position, { slot, outcome: await keepStored(stored, slot) });
    });
    return found;
  };

  const keepStored = (sample: Sample, slot: Slot): Promise<Outcome> => {
    counts.cached++;
    counts.done++;
    return keep(sample, slot, true);
  };

  const recall = (outcome: Outcome, plan: PromptPlan): Recalled | null => {
    const sample = outcome.failure === null ? readSample(log.read(outcome.index)) : null;
    if (sample === null) return null;
    const { caseId, trial, draw } = sample;
    return { sample, tools: toolsFor({ caseId, trial, draw }, payFor(plan)) };
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
    return withoutVotes(changed);
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
    costOf: (plan) => ({ answers: costOf(paid.answers, plan), scorers: costOf(paid.scorers, plan) }),
    cost,
    charge,
    finish: () => tell(counts.done, failures.length, true),
    close: caller.close,
  };
}

/** Nothing where nothing was paid. */
function costOf(paid: ReadonlyMap<PromptPlan, number | null>, plan: PromptPlan): number | null {
  const cost = paid.get(plan);
  return cost === undefined ? 0 : cost;
}

/** The sample with what its answer costs, unless the provider has said so itself. */
function priced<T extends Sample>(sample: T, price: ModelPrice | null): T {
  if (sample.status === "failed" || sample.reply.cost !== null) return sample;
  const { reply } = sample;
  return { ...sample, reply: { ...reply, cost: price?.costOf(reply.tokens) ?? null } };
}

/** What is sent is what the answer is kept under: built once, when the call starts. */
function remember<Value>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function plannedCall(
  slot: Slot,
  request: () => ModelRequest,
  models: ReadonlyMap<PromptVersion, ResolvedModel>,
): PlannedCall {
  const { provider, model } = models.get(slot.version) as ResolvedModel;
  const { testCase } = slot.caseRun.planCase;
  const { trial, draw } = slot;
  return {
    prompt: slot.plan.change.path,
    arm: slot.arm,
    caseId: testCase.id,
    trial,
    fingerprint: slot.version.fingerprint,
    ...counterpartOf(slot),
    provider,
    identity: { caseId: testCase.id, trial, draw },
    model,
    request: () => fillRequest(request(), slot.plan.files),
    tools: testCase.conversation ?? null,
  };
}

/**
 * A baseline's answers are there to be compared with the candidate's; those that variants share are of use to others. A
 * candidate stands by itself where its baseline is refused.
 */
function counterpartOf({ arm, plan }: Slot): Pick<PlannedCall, "counterpart"> {
  const { candidate, baselineKey } = plan;
  const alone = arm === "candidate" || candidate === null || baselineKey !== undefined;
  return alone ? {} : { counterpart: candidate.fingerprint };
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
