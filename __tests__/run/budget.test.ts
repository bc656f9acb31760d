import { describe, expect, it } from "vitest";
import type { Provider } from "../../src/model.ts";
import { createReply } from "../../src/models/reply.ts";
import { type BudgetLimits, createBudget, type LimitName, type Reservation } from "../../src/run/budget.ts";
import { writtenPrice } from "../../src/run/prices.ts";
import { planOf, quickOptions, runPlan } from "./planned-calls.ts";
import { createVirtualClock } from "./virtual-clock.ts";

const unlimited: BudgetLimits = { maxCost: null, maxCalls: null, maxDurationMs: null };

function open(limits: Partial<BudgetLimits>) {
  const clock = createVirtualClock();
  const met: LimitName[] = [];
  const budget = createBudget({ ...unlimited, ...limits }, clock, (limit) => met.push(limit));
  return { budget, met, clock };
}

/** What a promise has come to by now; undefined: nothing yet. */
async function now<T>(promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([promise, new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined)))]);
}

describe("a budget", () => {
  it("without limits has room for everything", async () => {
    const { budget, met } = open({});
    for (let call = 0; call < 1_000; call++) expect(await budget.reserve(1e9)).not.toBeNull();
    expect(met).toEqual([]);
  });

  it("keeps back what calls under way may cost, and gives back what they did not", async () => {
    const { budget, met } = open({ maxCost: 1 });
    const first = (await budget.reserve(0.6)) as Reservation;
    const second = budget.reserve(0.6);
    expect(await now(second)).toBeUndefined();
    first.settle(0.1);
    expect(await now(second)).toMatchObject({ settle: expect.any(Function) });
    expect(met).toEqual([]);
  });

  it("is used up where a call does not fit with nothing under way, for whoever waits and for all later", async () => {
    const { budget, met } = open({ maxCost: 1 });
    const first = (await budget.reserve(0.6)) as Reservation;
    const waiting = [budget.reserve(0.6), budget.reserve(0.1)];
    first.settle(0.5);
    expect(await Promise.all(waiting)).toEqual([null, null]);
    expect(await budget.reserve(0)).toBeNull();
    expect(met).toEqual(["maxCost"]);
    expect(budget.exhausted()).toBe("maxCost");
  });

  it("counts all that was kept back for a call whose cost cannot be known", async () => {
    const { budget } = open({ maxCost: 1 });
    ((await budget.reserve(0.6)) as Reservation).settle(null);
    expect(await budget.reserve(0.6)).toBeNull();
  });

  it("may be used up to the last cent", async () => {
    const { budget } = open({ maxCost: 0.3 });
    for (let call = 0; call < 3; call++) ((await budget.reserve(0.1)) as Reservation).settle(0.1);
    expect(await budget.reserve(0.01)).toBeNull();
  });

  it("counts calls, whatever comes of them", async () => {
    const { budget, met } = open({ maxCalls: 2 });
    ((await budget.reserve(0)) as Reservation).settle(0);
    await budget.reserve(0);
    expect(await budget.reserve(0)).toBeNull();
    expect(met).toEqual(["maxCalls"]);
  });

  it("ends with its time", async () => {
    const { budget, met, clock } = open({ maxDurationMs: 5_000 });
    expect(await budget.reserve(0)).not.toBeNull();
    await clock.sleep(5_001);
    expect(await budget.reserve(0)).toBeNull();
    expect(met).toEqual(["maxDuration"]);
  });

  it("whose run is over ends nothing", async () => {
    const { budget, met, clock } = open({ maxDurationMs: 5_000 });
    budget.close();
    await clock.sleep(6_000);
    expect(met).toEqual([]);
  });
});

describe("a run with a budget", () => {
  const price = writtenPrice({ input: 0, output: 1_000, cachedInput: null, cacheWrite: null });

  /** Every answer takes so many tokens, a tenth of a cent each. */
  async function run(limits: Partial<BudgetLimits>, output: number, maxTokens?: number, concurrency = 8) {
    let calls = 0;
    let spent = 0;
    let most = 0;
    const underWay = { now: 0, most: 0 };
    const provider: Provider = {
      name: "paid",
      async call() {
        calls++;
        underWay.most = Math.max(underWay.most, ++underWay.now);
        await new Promise(setImmediate);
        underWay.now--;
        spent += output / 1_000;
        most = Math.max(most, spent);
        return { status: "completed", reply: createReply("", { tokens: { input: 1, output } }) };
      },
    };
    const plan = planOf(provider, 50).map((call) => ({
      ...call,
      request: () => ({ ...call.request(), parameters: maxTokens === undefined ? {} : { max_tokens: maxTokens } }),
    }));
    const options = quickOptions({ concurrency, limits: { ...unlimited, ...limits }, priceOf: () => price });
    const kinds = new Map<string, number>();
    const progress = await runPlan(plan, options, (sample) => {
      const kind = sample.status === "failed" ? sample.failure.kind : "completed";
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    });
    return { calls, spent, underWay: underWay.most, kinds: Object.fromEntries(kinds), progress };
  }

  it.each([
    [1, 10, 10],
    [1, 3, 10],
    [0.5, 7, 100],
    [0.02, 10, 10],
  ])(
    "of $%d, %i tokens an answer and at most %i never spends more, and gets close to it",
    async (maxCost, output, maxTokens) => {
      const { calls, spent, kinds } = await run({ maxCost }, output, maxTokens);
      expect(spent).toBeLessThanOrEqual(maxCost + 1e-9);
      const room = Math.floor((maxCost - maxTokens / 1_000) / (output / 1_000) + 1e-9) + 1;
      expect(calls).toBe(Math.min(100, room));
      expect(kinds).toEqual(calls === 100 ? { completed: 100 } : { completed: calls, budget: 100 - calls });
    },
  );

  it("that is too small for one call makes none: without a limit it may answer with 4,096 tokens", async () => {
    expect(await run({ maxCost: 4 }, 10)).toMatchObject({ calls: 0, kinds: { budget: 100 } });
    expect((await run({ maxCost: 4.2 }, 10)).calls).toBe(11);
  });

  it("keeps back as much as the largest answer took, where that was more", async () => {
    const { calls, spent } = await run({ maxCost: 20 }, 6_000, undefined, 1);
    // Of 20, three answers take 18; for a fourth 6 would have to be left.
    expect({ calls, spent }).toEqual({ calls: 3, spent: 18 });
  });

  it("of calls makes exactly as many", async () => {
    expect(await run({ maxCalls: 17 }, 1)).toMatchObject({ calls: 17, kinds: { completed: 17, budget: 83 } });
  });
});
