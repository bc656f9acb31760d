import { afterEach, describe, expect, it } from "vitest";
import type { CallResult, Sample } from "../../src/model.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { systemClock } from "../../src/run/clock.ts";
import { type Attempt, callWithRetry } from "../../src/run/retry.ts";
import { type ModelServer, type ServedAnswer, startModelServer } from "../support/model-server.ts";
import { providerConfigOf } from "../support/requests.ts";
import { failedWith, planOf, quickOptions, replied, runPlan } from "./planned-calls.ts";
import { createVirtualClock } from "./virtual-clock.ts";

const busy = failedWith("server", { retryable: true });

const turnedAway = failedWith("rate-limit", { retryable: true });

/** Makes the calls with these results, one after the other; the last one repeats. */
async function attempt(results: readonly CallResult[], random: () => number = () => 0.5, retries = 3) {
  const clock = createVirtualClock();
  let count = 0;
  const next = async (): Promise<Attempt> => {
    const result = results[count++] ?? (results.at(-1) as CallResult);
    return { made: true, result, latencyMs: 7 };
  };
  const { signal } = new AbortController();
  const refusal = (): null => null;
  const outcome = await callWithRetry(next, { retries, deadlineMs: 60_100, random, clock, signal, refusal });
  return { ...outcome, pauses: clock.sleeps };
}

describe("callWithRetry", () => {
  it("does not retry what succeeds, nor what is final", async () => {
    expect(await attempt([replied("x")])).toMatchObject({ attempts: 1, pauses: [] });
    expect(await attempt([failedWith("rejected")])).toMatchObject({ attempts: 1, pauses: [] });
  });

  it("pauses for longer each time, and gives up after four attempts", async () => {
    expect(await attempt([busy])).toMatchObject({ attempts: 4, pauses: [250, 500, 1_000], result: busy });
    expect(await attempt([busy, busy, replied("x")])).toMatchObject({ attempts: 3, result: replied("x") });
  });

  it("repeats as often as it may", async () => {
    expect(await attempt([busy], undefined, 0)).toMatchObject({ attempts: 1, pauses: [] });
    expect(await attempt([busy], undefined, 1)).toMatchObject({ attempts: 2 });
  });

  it("tells what every attempt before the last failed of", async () => {
    const { failures } = await attempt([busy, turnedAway, replied("x")]);
    expect(failures.map(({ kind }) => kind)).toEqual(["server", "rate-limit"]);
  });

  it("repeats what is turned away for as long as there is time, with pauses of at most 20 s", async () => {
    const { attempts, pauses, result } = await attempt([turnedAway], () => 0.999);
    expect(result).toBe(turnedAway);
    expect(attempts).toBe(8);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(20_000);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(60_000);
    expect(await attempt([turnedAway, turnedAway, turnedAway, turnedAway, replied("x")])).toMatchObject({
      attempts: 5,
    });
  });

  it("spreads the pauses over their whole range", async () => {
    expect((await attempt([busy], () => 0)).pauses).toEqual([0, 0, 0]);
    expect((await attempt([busy], () => 0.999)).pauses.map(Math.round)).toEqual([500, 999, 1_998]);
  });

  it.each([
    [3_000, 3_000],
    [0, 250],
    [3_600_000, 60_000],
  ])("asked to wait %i ms it waits %i", async (retryAfterMs, pause) => {
    const { pauses } = await attempt([failedWith("rate-limit", { retryable: true, retryAfterMs }), replied("x")]);
    expect(pauses).toEqual([pause]);
  });

  it("asks before every attempt whether there is a point", async () => {
    let asked = 0;
    const refusal = failedWith("refused-key");
    const outcome = await callWithRetry(async () => ({ made: true, result: busy, latencyMs: 0 }), {
      retries: 3,
      deadlineMs: 60_000,
      random: () => 0,
      clock: createVirtualClock(),
      signal: new AbortController().signal,
      refusal: () => (++asked > 2 && refusal.status === "failed" ? refusal.failure : null),
    });
    expect(outcome).toMatchObject({ attempts: 2, result: refusal });
  });
});

describe("the machine's clock", () => {
  it("ends a sleep early when the signal aborts", async () => {
    const controller = new AbortController();
    const pending = systemClock.sleep(60_000, controller.signal);
    controller.abort();
    await pending;
    await systemClock.sleep(60_000, controller.signal);
  });
});

describe("retries against a server", () => {
  const servers: ModelServer[] = [];

  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  /** Runs one case through the openai provider; the server gives these answers to its baseline's call in turn. */
  async function run(answers: readonly ServedAnswer[]) {
    let count = 0;
    const server = await startModelServer(({ body }) => {
      const ofBaseline = JSON.stringify(body).includes("baseline");
      return (ofBaseline ? answers[count++] : undefined) ?? { text: "Blue" };
    });
    servers.push(server);
    const config = providerConfigOf({ type: "openai", baseUrl: server.url, keyEnv: null });
    const provider = await providerTypes.openai.create("served", config, { environment: {}, timeoutMs: 5_000 });
    const clock = createVirtualClock();
    const samples: Sample[] = [];
    await runPlan(planOf(provider, 1), quickOptions({ concurrency: 1, clock }), (sample, index) => {
      samples[index] = sample;
    });
    return { server, waited: clock.now(), samples };
  }

  it("wait as long as the server asks, in seconds or until a date", async () => {
    const date = "Mon, 23 Nov 2026 20:00:00 GMT";
    const { server, waited, samples } = await run([
      { status: 429, headers: { "retry-after": "2" } },
      { status: 503, headers: { date, "retry-after": "Mon, 23 Nov 2026 20:00:09 GMT" } },
    ]);
    expect(waited).toBeGreaterThanOrEqual(11_000);
    expect(waited).toBeLessThan(12_000);
    expect(samples).toMatchObject([
      { status: "completed", attempts: 3 },
      { status: "completed", attempts: 1 },
    ]);
    expect(server.calls).toBe(4);
  });

  it.each<[string, ServedAnswer]>([
    ["500", { status: 500 }],
    ["a reset connection", { reset: true }],
    ["a body cut short", { text: "Blue", cutAfterBytes: 9 }],
    ["a body that is no JSON", { body: "oops" }],
  ])("%s is retried four times in all, then a failed sample", async (_name, answer) => {
    const { server, samples } = await run(new Array(4).fill(answer));
    expect(samples).toMatchObject([
      { status: "failed", attempts: 4 },
      { status: "completed", attempts: 1 },
    ]);
    expect(server.calls).toBe(5);
  });

  it("a refused key reaches the server once, however many calls are planned", async () => {
    const { server, samples } = await run([{ status: 401 }]);
    expect(server.calls).toBe(1);
    expect(samples).toMatchObject([
      { failure: { kind: "refused-key" }, attempts: 1 },
      { failure: { kind: "refused-key" }, attempts: 0 },
    ]);
  });

  it("a call that hangs is aborted on the server's side too", async () => {
    const server = await startModelServer(() => ({ hang: true }));
    servers.push(server);
    const config = providerConfigOf({ type: "openai", baseUrl: server.url, keyEnv: null });
    const provider = await providerTypes.openai.create("served", config, { environment: {}, timeoutMs: 60 });
    const samples: Sample[] = [];
    await runPlan(planOf(provider, 1), quickOptions({ timeoutMs: 60 }), (sample) => void samples.push(sample));
    expect(samples).toMatchObject([{ failure: { kind: "timeout" }, attempts: 4 }, { attempts: 4 }]);
    await expect.poll(() => server.abandoned, { timeout: 10_000 }).toBe(server.calls);
  });
});
