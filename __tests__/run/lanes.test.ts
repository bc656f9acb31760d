import { describe, expect, it } from "vitest";
import type { LimitStates, Provider } from "../../src/model.ts";
import type { ProviderQuota } from "../../src/run/lanes.ts";
import { failedWith, planOf, quickOptions, replied, runPlan } from "./planned-calls.ts";
import { createVirtualClock } from "./virtual-clock.ts";

interface Served {
  readonly quota?: ProviderQuota;
  /** Tokens of an answer. */
  readonly tokens?: number;
  /** What the headers of the n-th answer say. */
  readonly limits?: (count: number, now: number) => LimitStates | undefined;
  readonly fails?: (count: number) => boolean;
}

/** When each call started, in milliseconds. */
async function starts({ quota = {}, tokens = 2, limits, fails }: Served, cases: number): Promise<readonly number[]> {
  const clock = createVirtualClock();
  const times: number[] = [];
  const provider: Provider = {
    name: "limited",
    async call() {
      times.push(clock.now());
      const count = times.length;
      await clock.sleep(fails?.(count) ? 1_000 : 10);
      const told = limits?.(count, clock.now());
      const result = fails?.(count) ? failedWith("connection", { retryable: true, message: "refused" }) : replied("x");
      const sized =
        result.status === "completed"
          ? { ...result, reply: { ...result.reply, tokens: { ...result.reply.tokens, input: tokens - 1, output: 1 } } }
          : result;
      return told === undefined ? sized : { ...sized, limits: told };
    },
  };
  await runPlan(planOf(provider, cases), quickOptions({ concurrency: "auto", clock, quotaOf: () => quota }), () => {});
  return times;
}

/** The most that start within so many milliseconds. */
function most(times: readonly number[], within: number): number {
  return times.reduce(
    (max, start) => Math.max(max, times.filter((time) => time >= start && time < start + within).length),
    0,
  );
}

describe("what a provider admits a minute", () => {
  it("of requests is kept within every minute", async () => {
    const times = await starts({ quota: { requestsPerMinute: 60 } }, 60);
    expect(most(times, 60_000)).toBeLessThanOrEqual(61);
    expect(times.at(-1)).toBeLessThan(121_000);
  });

  it("of tokens is kept by what answers take", async () => {
    const times = await starts({ quota: { tokensPerMinute: 6_000 }, tokens: 100 }, 60);
    expect(most(times, 60_000)).toBeLessThanOrEqual(61);
    expect(times.at(-1)).toBeLessThan(125_000);
  });
});

describe("what headers tell", () => {
  it("of requests that are left holds all calls back until there are some again", async () => {
    // Ten in each window of a minute.
    const limits = (count: number): LimitStates => ({
      requests: { remaining: 9 - ((count - 1) % 10), resetMs: 60_000 },
      tokens: null,
    });
    const times = await starts({ limits }, 15);
    expect(most(times, 50_000)).toBeLessThanOrEqual(10);
    expect(times.length).toBe(30);
    expect(times.at(-1)).toBeGreaterThanOrEqual(119_000);
  });

  it("of tokens that are left does so, too", async () => {
    const limits = (count: number, now: number): LimitStates => ({
      requests: null,
      tokens: { remaining: count >= 8 && now < 9_000 ? 1 : 10_000, resetMs: Math.max(1, 9_000 - now) },
    });
    const times = await starts({ limits, tokens: 50 }, 20);
    const gaps = times.map((time, index) => time - (times[index - 1] ?? 0));
    expect(Math.max(...gaps)).toBeGreaterThanOrEqual(8_800);
  });

  it("holds nobody back where enough is left, or nothing is said of when", async () => {
    const plenty = await starts(
      { limits: () => ({ requests: { remaining: 500, resetMs: 60_000 }, tokens: null }) },
      30,
    );
    const unclear = await starts({ limits: () => ({ requests: { remaining: 0, resetMs: null }, tokens: null }) }, 30);
    expect(plenty.at(-1)).toBeLessThan(200);
    expect(unclear.at(-1)).toBeLessThan(200);
  });
});

describe("a provider from which nothing comes any more", () => {
  it("is given up after two minutes, not after every call has been tried", async () => {
    const times = await starts({ fails: (count) => count > 20 }, 2_000);
    expect(times.length).toBeLessThan(4_000);
    expect((times.at(-1) ?? 0) - (times[20] ?? 0)).toBeGreaterThanOrEqual(119_000);
  });
});
