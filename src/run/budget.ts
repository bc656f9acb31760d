import type { Clock } from "./clock.ts";

/** What a run may take; null: no limit. */
export interface BudgetLimits {
  /** US dollars. */
  readonly maxCost: number | null;
  /** Calls, repeats after failures among them. */
  readonly maxCalls: number | null;
  readonly maxDurationMs: number | null;
}

export type LimitName = "maxCost" | "maxCalls" | "maxDuration";

/** What is kept back for a call under way. */
export interface Reservation {
  /** What the call cost in truth; null where that cannot be known: then all that was kept back counts. */
  settle(cost: number | null): void;
}

/** Limits that hold: nothing starts that could pass them, and once one is met nothing starts any more. */
export interface Budget {
  /** Waits while what is under way may turn out cheaper than what is kept back for it. Null: there is no more. */
  reserve(cost: number): Promise<Reservation | null>;
  /** The limit that was met. */
  exhausted(): LimitName | null;
  close(): void;
}

/** Of US dollars: sums of many small costs are not exact. */
const slack = 1e-9;

/** `onExhausted` is told once, as soon as a limit is met. */
export function createBudget(limits: BudgetLimits, clock: Clock, onExhausted: (limit: LimitName) => void): Budget {
  const { maxCost, maxCalls, maxDurationMs } = limits;
  const closing = new AbortController();
  const waiting: { readonly cost: number; readonly admit: (reservation: Reservation | null) => void }[] = [];
  let calls = 0;
  let spent = 0;
  let reserved = 0;
  let underWay = 0;
  let met: LimitName | null = null;

  const exhaust = (limit: LimitName): void => {
    if (met !== null) return;
    met = limit;
    for (const { admit } of waiting.splice(0)) admit(null);
    onExhausted(limit);
  };

  const begin = (cost: number): Reservation => {
    calls++;
    reserved += cost;
    underWay++;
    return {
      settle(actual) {
        underWay--;
        reserved -= cost;
        spent += actual ?? cost;
        admitWaiting();
      },
    };
  };

  const fits = (cost: number): boolean => maxCost === null || spent + reserved + cost <= maxCost + slack;

  const admitWaiting = (): void => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const noCall = maxCalls !== null && calls >= maxCalls;
      if (noCall || (!fits(next.cost) && underWay === 0)) exhaust(noCall ? "maxCalls" : "maxCost");
      if (met !== null || !fits(next.cost)) return;
      waiting.shift();
      next.admit(begin(next.cost));
    }
  };

  if (maxDurationMs !== null) {
    void clock.sleep(maxDurationMs, closing.signal).then(() => {
      if (!closing.signal.aborted) exhaust("maxDuration");
    });
  }

  return {
    reserve: (cost) =>
      new Promise((admit) => {
        if (met !== null) return admit(null);
        waiting.push({ cost, admit });
        admitWaiting();
      }),
    exhausted: () => met,
    close: () => closing.abort(),
  };
}
