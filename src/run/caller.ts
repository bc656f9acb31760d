import { setMaxListeners } from "node:events";
import type { CallIdentity, CallResult, Failure, ModelRequest, Provider } from "../model.ts";
import { type BudgetLimits, createBudget } from "./budget.ts";
import { type Clock, systemClock } from "./clock.ts";
import { createDoors, type Way } from "./doors.ts";
import type { Place } from "./lane.ts";
import { createLanes, type ProviderQuota } from "./lanes.ts";
import { mayBeBilled, notMade, type Stopped } from "./not-made.ts";
import type { FindPrice, ModelPrice } from "./prices.ts";
import { type Attempt, type AttemptedCall, callWithRetry } from "./retry.ts";
import { createTimeouts } from "./timeouts.ts";
import { createTokenEstimate } from "./token-estimate.ts";

/** One call to make: of a sample, or of a scorer that asks a model. */
export interface Call {
  readonly provider: Provider;
  readonly identity: CallIdentity;
  /** The model's name at the provider. */
  readonly model: string;
  /** Names the version of the prompt that asks, for a parameter that the model refuses; unset: none does. */
  readonly fingerprint?: string;
  /** Names the version without whose answers this one's are of no use; unset: they are of use by themselves. */
  readonly counterpart?: string;
  /** Built when the call starts, so that texts never pile up. */
  request(): ModelRequest | Promise<ModelRequest>;
}

export interface CallerOptions {
  /** Calls at once, per provider; `auto` finds out what each of its models admits. */
  readonly concurrency: number | "auto";
  readonly timeoutMs: number;
  /** Attempts after the first. */
  readonly retries?: number;
  readonly quotaOf?: (provider: string) => ProviderQuota;
  readonly limits?: BudgetLimits;
  /** Unset: what calls cost is unknown. */
  readonly priceOf?: FindPrice;
  /** Once it aborts nothing starts; what is under way may finish within 5 s. */
  readonly signal?: AbortSignal;
  /** For the jitter of retries; a number in [0, 1). */
  readonly random?: () => number;
  readonly clock?: Clock;
}

/** What a caller's calls came to so far. */
export interface CallTotals {
  /** Attempts. */
  made: number;
  /** Of them: turned away with 429. */
  rejected: number;
  /** US dollars, as far as they are known. */
  cost: number;
  /** Answers whose cost is unknown. */
  unpriced: number;
}

/** The one place through which a run calls models: samples and scorers share its limits, and what it learned of refusals. */
export interface Caller {
  /**
   * Waits for a place, then calls until there is an answer or no point in calling on. A pause before a repeat holds no
   * place, and nothing else does once the call is over: scorers may call while they score.
   */
  call(call: Call): Promise<AttemptedCall>;
  readonly totals: Readonly<CallTotals>;
  /** Null while calls start. */
  stopped(): Stopped | null;
  /** Ends all calls, now and later. */
  abort(reason: unknown): void;
  close(): void;
}

const usualRetries = 3;
/** A call that is turned away over and over is repeated for so long. */
const leastDeadlineMs = 300_000;
/** What is under way when a run is interrupted has so long to finish. */
const graceMs = 5_000;
const noLimits: BudgetLimits = { maxCost: null, maxCalls: null, maxDurationMs: null };

/** Opens the way to models for a whole run, over all of its rounds. */
export function createCaller(options: CallerOptions): Caller {
  const { concurrency, timeoutMs, retries = usualRetries, clock = systemClock } = options;
  const totals: CallTotals = { made: 0, rejected: 0, cost: 0, unpriced: 0 };
  const findWay = createDoors();
  const timeouts = createTimeouts(timeoutMs);
  const estimate = createTokenEstimate();
  const ways = createLanes(concurrency, options.quotaOf ?? (() => ({})), clock);
  /** Ends pauses and queues; what is under way goes on. */
  const stopping = new AbortController();
  // Every call that pauses before a repeat listens; Node would warn of the eleventh.
  setMaxListeners(0, stopping.signal);
  const closing = new AbortController();
  let stopped: Stopped | null = null;

  const stop = (reason: Stopped): void => {
    stopped ??= reason;
    stopping.abort();
    ways.close();
  };
  const abort = (reason: unknown): void => {
    stop("interrupted");
    timeouts.abort(reason);
  };
  const interrupt = (): void => {
    stop("interrupted");
    void clock.sleep(graceMs, closing.signal).then(() => abort(options.signal?.reason));
  };
  options.signal?.addEventListener("abort", interrupt, { once: true });
  if (options.signal?.aborted) interrupt();
  const { limits = noLimits } = options;
  const counted = limits.maxCost !== null;
  const budget = createBudget(limits, clock, stop);

  /** Counts what an attempt cost, and returns it; null where that cannot be known. */
  const account = (result: CallResult, price: ModelPrice | null): number | null => {
    if (result.status === "failed") {
      if (result.failure.kind === "rate-limit") totals.rejected++;
      return mayBeBilled(result.failure) ? null : 0;
    }
    const cost = result.reply.cost ?? price?.costOf(result.reply.tokens) ?? null;
    if (cost === null) totals.unpriced++;
    else totals.cost += cost;
    return cost;
  };

  /** One attempt that has its place: made, where the budget has room for it. */
  const attemptAt = async (place: Place, call: Call, request: ModelRequest, way: Way): Promise<Attempt> => {
    const price = options.priceOf?.(call.provider.name, call.model) ?? null;
    const reservation = await budget.reserve(price === null || !counted ? 0 : estimate.costOf(request, price));
    // What a budget has let through is made, also where the next call was the one too many.
    if (reservation === null || stopped === "interrupted") {
      const failure = notMade(stopped ?? "interrupted");
      reservation?.settle(0);
      place.leave({ status: "failed", failure }, 0);
      return { made: false, failure };
    }
    totals.made++;
    const startedAt = clock.now();
    let result: CallResult = { status: "failed", failure: notMade("interrupted") };
    try {
      result = await timeouts.run((signal) => call.provider.call(request, call.identity, signal));
      if (result.status === "failed") way.note(result.failure);
      else estimate.note(request, result.reply.tokens);
      return { made: true, result, latencyMs: clock.now() - startedAt };
    } finally {
      // Also where a provider throws, which is a bug and ends the run.
      reservation.settle(account(result, price));
      place.leave(result, tokensOf(result));
      way.release();
    }
  };

  return {
    async call(call) {
      const { lane, cap } = ways.find(call.provider.name, call.model);
      const way = findWay(call.provider.name, call.model, call.fingerprint, call.counterpart);
      const refusal = (): Failure | null =>
        way.refusal() ?? lane.down() ?? (stopped === null ? null : notMade(stopped));
      await way.enter();
      let request: ModelRequest | null = null;
      const attempt = async (repeat: boolean): Promise<Attempt> => {
        const place = await lane.enter(repeat);
        const failure = refusal();
        if (place === null || failure !== null) {
          const result = { status: "failed", failure: failure ?? notMade("interrupted") } as const;
          place?.leave(result, 0);
          return { made: false, failure: result.failure };
        }
        request ??= await call.request();
        const built = request;
        return cap === null ? attemptAt(place, call, built, way) : cap(() => attemptAt(place, call, built, way));
      };
      try {
        const deadlineMs = Math.max(leastDeadlineMs, (retries + 1) * timeoutMs);
        const { random = Math.random } = options;
        return await callWithRetry(attempt, { retries, deadlineMs, random, clock, signal: stopping.signal, refusal });
      } finally {
        way.release();
      }
    },
    totals,
    stopped: () => stopped,
    abort,
    close() {
      options.signal?.removeEventListener("abort", interrupt);
      closing.abort();
      budget.close();
    },
  };
}

/** All that a call took; null where the provider does not say. */
function tokensOf(result: CallResult): number | null {
  if (result.status === "failed") return 0;
  const { input, output } = result.reply.tokens;
  return input === null || output === null ? null : input + output;
}
