import { afterEach, describe, expect, it } from "vitest";
import type { CallResult, Sample } from "../../src/model.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { callWithRetry, sleep } from "../../src/run/retry.ts";
import { type ModelServer, type ServedAnswer, startModelServer } from "../support/model-server.ts";
import { providerConfigOf } from "../support/requests.ts";
import { failedWith, planOf, quickOptions, replied, runPlan } from "./planned-calls.ts";

const busy = failedWith("server", { retryable: true });

/** Makes the calls with these results, one after the other; the last one repeats. */
async function attempt(results: readonly CallResult[], random: () => number = () => 0.5) {
  const pauses: number[] = [];
  let count = 0;
  const outcome = await callWithRetry(async () => results[count++] ?? (results.at(-1) as CallResult), {
    random,
    sleep: async (ms) => void pauses.push(ms),
    signal: new AbortController().signal,
    refusal: () => null,
  });
  return { ...outcome, pauses };
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
    const outcome = await callWithRetry(async () => busy, {
      random: () => 0,
      sleep: async () => {},
      signal: new AbortController().signal,
      refusal: () => (++asked > 2 && refusal.status === "failed" ? refusal.failure : null),
    });
    expect(outcome).toMatchObject({ attempts: 2, result: refusal });
  });
});

describe("sleep", () => {
  it("ends early when the signal aborts", async () => {
    const controller = new AbortController();
    const pending = sleep(60_000, controller.signal);
    controller.abort();
    await pending;
    await sleep(60_000, controller.signal);
  });
});

describe("retries against a server", () => {
  const servers: ModelServer[] = [];

  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  /** Runs one case through the openai provider; the server gives these answers to its two calls in turn. */
  async function run(answers: readonly ServedAnswer[]) {
    const server = await startModelServer(({ count }) => answers[count - 1] ?? { text: "Blue" });
    servers.push(server);
    const config = providerConfigOf({ type: "openai", baseUrl: server.url, keyEnv: null });
    const provider = await providerTypes.openai.create("served", config, { environment: {}, timeoutMs: 5_000 });
    const pauses: number[] = [];
    const samples: Sample[] = [];
    await runPlan(planOf(provider, 1), quickOptions({ concurrency: 1 }, pauses), (sample, index) => {
      samples[index] = sample;
    });
    return { server, pauses, samples };
  }

  it("wait as long as the server asks, in seconds or until a date", async () => {
    const date = "Mon, 23 Nov 2026 20:00:00 GMT";
    const { server, pauses, samples } = await run([
      { status: 429, headers: { "retry-after": "2" } },
      { status: 503, headers: { date, "retry-after": "Mon, 23 Nov 2026 20:00:09 GMT" } },
    ]);
    expect(pauses).toEqual([2_000, 9_000]);
    expect(samples).toMatchObject([
      { status: "completed", attempts: 3 },
      { status: "completed", attempts: 1 },
    ]);
    expect(server.calls).toBe(4);
  });

  it.each<[string, ServedAnswer]>([
    ["500", { status: 500 }],
    ["429", { status: 429 }],
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
