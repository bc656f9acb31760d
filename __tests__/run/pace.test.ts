import { describe, expect, it } from "vitest";
import type { CallResult, Provider } from "../../src/model.ts";
import { failedWith, planOf, quickOptions, replied, runPlan } from "./planned-calls.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";

interface Limits {
  /** Calls a second, of which a tenth may come at once; beyond them it answers 429. */
  readonly perSecond?: number;
  /** Whether it counts them anew every second, instead of letting a tenth come at once. */
  readonly windowed?: boolean;
  /** Calls at once; beyond them it answers 429. */
  readonly atOnce?: number;
  /** Calls that it works on at once; others wait there. */
  readonly workers?: number;
  readonly latencyMs: number;
  readonly details?: Partial<Extract<CallResult, { status: "failed" }>["failure"]>;
}

/** A server of these limits, on a clock of its own. */
function limitedServer(clock: VirtualClock, limits: Limits) {
  const { perSecond = Number.POSITIVE_INFINITY, atOnce = Number.POSITIVE_INFINITY, latencyMs } = limits;
  const seen = { admitted: 0, rejected: 0, now: 0, most: 0, starts: [] as number[] };
  let level = limits.windowed ? perSecond : perSecond / 10;
  let filled = 0;
  const free = new Array<number>(limits.workers ?? 10_000).fill(0);
  const provider: Provider = {
    name: "limited",
    async call() {
      const now = clock.now();
      if (limits.windowed) {
        if (now - filled >= 1_000) level = perSecond;
        filled = now - filled >= 1_000 ? now : filled;
      } else {
        level = Math.min(perSecond / 10, level + ((now - filled) / 1_000) * perSecond);
        filled = now;
      }
      seen.starts.push(now);
      if (level < 1 || seen.now >= atOnce) {
        seen.rejected++;
        await clock.sleep(1);
        return failedWith("rate-limit", { retryable: true, ...limits.details });
      }
      level -= 1;
      seen.admitted++;
      seen.most = Math.max(seen.most, ++seen.now);
      const worker = free.indexOf(Math.min(...free));
      const begin = Math.max(now, free[worker] ?? 0);
      free[worker] = begin + latencyMs;
      await clock.sleep(begin + latencyMs - now);
      seen.now--;
      return replied("");
    },
  };
  return { provider, seen };
}

async function run(limits: Limits, cases: number, changes: Parameters<typeof quickOptions>[0] = {}) {
  const clock = createVirtualClock();
  const { provider, seen } = limitedServer(clock, limits);
  const options = quickOptions({ concurrency: "auto", clock, ...changes });
  let failed = 0;
  await runPlan(planOf(provider, cases), options, (sample) => {
    if (sample.status === "failed") failed++;
  });
  const seconds = clock.now() / 1_000;
  return { seen, seconds, failed, rejected: seen.rejected / (seen.admitted + seen.rejected) };
}

describe("a server that admits 100 calls a second", () => {
  it.each([5, 20, 50, 300, 1_000])("of %i ms each is used well, and turns few calls away", async (latencyMs) => {
    const { seen, seconds, failed, rejected } = await run(
      { perSecond: 100, latencyMs },
      latencyMs < 1_000 ? 1_000 : 2_000,
    );
    expect(failed).toBe(0);
    // From the middle on: until a window has opened, slow answers leave a fast server idle.
    const late = seen.starts.filter((start) => start > (1_000 * seconds) / 2).length;
    expect(late / (seconds / 2)).toBeGreaterThan(85);
    if (latencyMs <= 50) expect(seen.admitted / seconds).toBeGreaterThan(95);
    expect(rejected).toBeLessThan(0.1);
  });

  it("and counts them anew every second is used well, too", async () => {
    const { seen, seconds, failed, rejected } = await run({ perSecond: 100, windowed: true, latencyMs: 50 }, 1_000);
    expect(failed).toBe(0);
    expect(seen.admitted / seconds).toBeGreaterThan(85);
    expect(rejected).toBeLessThan(0.1);
  });

  it("is found by a run with a cap of its own, too", async () => {
    const { seen, seconds, failed, rejected } = await run({ perSecond: 100, latencyMs: 50 }, 1_000, {
      concurrency: 40,
    });
    expect(failed).toBe(0);
    expect(seen.admitted / seconds).toBeGreaterThan(85);
    expect(rejected).toBeLessThan(0.1);
  });
});

describe("the number of calls at once", () => {
  it("settles just below what a server takes at once", async () => {
    const { seen, seconds, failed, rejected } = await run({ atOnce: 10, latencyMs: 200 }, 1_000);
    expect(failed).toBe(0);
    expect(seen.admitted / seconds).toBeGreaterThan(0.8 * 50);
    expect(rejected).toBeLessThan(0.1);
  });

  it("grows until the server has enough to do, and not until it drowns", async () => {
    const { seen } = await run({ workers: 4, latencyMs: 100 }, 500);
    expect(seen.most).toBeGreaterThanOrEqual(8);
    expect(seen.most).toBeLessThan(40);
  });

  it("grows far where answers keep coming", async () => {
    const { seen, seconds } = await run({ latencyMs: 1_000 }, 2_000);
    expect(seen.most).toBe(256);
    expect(seconds).toBeLessThan(25);
  });

  it("does not grow where a few calls are enough", async () => {
    const { seen } = await run({ latencyMs: 100 }, 4);
    expect(seen.most).toBeLessThanOrEqual(8);
  });
});

describe("what a server asks for", () => {
  it("is heeded by all calls, not by the one that was turned away alone", async () => {
    const { seen } = await run({ perSecond: 10, latencyMs: 10, details: { retryAfterMs: 3_000 } }, 20);
    const first = seen.starts.findIndex((start, index) => start - (seen.starts[index - 1] ?? start) >= 2_900);
    expect(first).toBeGreaterThan(0);
    // Only what was under way when the answer came still follows it.
    expect((seen.starts[first] ?? 0) - (seen.starts[first - 1] ?? 0)).toBeGreaterThanOrEqual(2_900);
  });
});
