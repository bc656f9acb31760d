import { describe, expect, it, vi } from "vitest";
import type { CallResult, ModelRequest, Provider, Sample } from "../../src/model.ts";
import { messageText } from "../../src/models/message-text.ts";
import { systemClock } from "../../src/run/clock.ts";
import type { PlannedCall, Progress } from "../../src/run/run-calls.ts";
import { failedWith, planOf, type QuickOptions, quickOptions, replied, runPlan } from "./planned-calls.ts";

/** The text of a request's first message. */
function textOf({ messages }: ModelRequest): string {
  return messages.slice(0, 1).map(messageText).join("");
}

/** A provider that notes its calls; by default it answers at once with what it was asked. */
function recorder(
  answer: (request: ModelRequest, signal: AbortSignal) => CallResult | Promise<CallResult> = (request) =>
    replied(textOf(request)),
  name = "recorder",
) {
  const asked: string[] = [];
  const load = { now: 0, most: 0 };
  const provider: Provider = {
    name,
    async call(request, _identity, signal) {
      asked.push(textOf(request));
      load.now += 1;
      load.most = Math.max(load.most, load.now);
      await new Promise(setImmediate);
      const result = await answer(request, signal);
      load.now -= 1;
      return result;
    },
  };
  return { provider, asked, load };
}

async function collect(calls: Parameters<typeof runPlan>[0], options: Partial<QuickOptions> = {}) {
  const samples: Sample[] = [];
  const progress = await runPlan(calls, quickOptions(options), (sample, index) => {
    expect(samples[index]).toBeUndefined();
    samples[index] = sample;
  });
  return { samples, progress };
}

describe("the order of calls", () => {
  it("is the order of the plan, baseline and candidate side by side", async () => {
    const { provider, asked } = recorder();
    const { samples, progress } = await collect(planOf(provider, 100));
    const expected = planOf(provider, 100).map(({ arm, caseId }) => `${arm} ${caseId}`);
    expect(asked).toEqual(expected);
    expect(samples.map((sample) => sample.status === "completed" && sample.reply.text)).toEqual(expected);
    expect(progress).toEqual({ done: 200, planned: 0, failed: 0, made: 200 });
  });

  it("gives each sample its place in the plan, whichever answer comes first", async () => {
    const waiting: (() => void)[] = [];
    const { provider } = recorder(async (request) => {
      if (!textOf(request).endsWith("-0")) await new Promise<void>((resolve) => waiting.unshift(resolve));
      return replied(textOf(request));
    });
    const order: number[] = [];
    const run = runPlan(planOf(provider, 10), quickOptions(), (_sample, index) => void order.push(index));
    await expect.poll(() => waiting.length, { timeout: 10_000 }).toBe(18);
    for (const resolve of waiting) resolve();
    await run;
    expect(order).toEqual([0, 1, ...Array.from({ length: 18 }, (_, index) => 19 - index)]);
  });
});

describe("the limit", () => {
  it.each([1, 7])("%i holds per provider", async (concurrency) => {
    const one = recorder(undefined, "one");
    const other = recorder(undefined, "other");
    const plan = planOf((arm) => (arm === "baseline" ? one.provider : other.provider), 60);
    await collect(plan, { concurrency });
    expect([one.load.most, other.load.most]).toEqual([concurrency, concurrency]);
  });

  it("is shared by providers of the same name", async () => {
    const load = { now: 0, most: 0 };
    const create = (): Provider => ({
      name: "same",
      async call() {
        load.most = Math.max(load.most, ++load.now);
        await new Promise(setImmediate);
        load.now -= 1;
        return replied("");
      },
    });
    const providers = { baseline: create(), candidate: create() };
    await collect(
      planOf((arm) => providers[arm], 40),
      { concurrency: 5 },
    );
    expect(load.most).toBe(5);
  });

  it("keeps a plan from piling up: calls are taken and texts built only as needed", async () => {
    let taken = 0;
    let built = 0;
    let done = 0;
    let furthest = 0;
    const { provider } = recorder();
    const [call] = planOf(provider, 1);
    async function* endless(): AsyncGenerator<PlannedCall> {
      for (let index = 0; index < 20_000; index += 1) {
        taken += 1;
        furthest = Math.max(furthest, taken - done);
        yield {
          ...(call as PlannedCall),
          request: () => {
            built += 1;
            expect(built - done).toBeLessThanOrEqual(2 * 50);
            return (call as PlannedCall).request();
          },
        };
      }
    }
    await runPlan(endless(), quickOptions(), () => {
      done += 1;
    });
    expect({ taken, built, done }).toEqual({ taken: 20_000, built: 20_000, done: 20_000 });
    expect(furthest).toBeLessThanOrEqual(1_000 + 50);
  });
});

describe("what ends further calls", () => {
  it.each([1, 50])("a refused key ends all after exactly one, at %i calls at once", async (concurrency) => {
    const { provider, asked } = recorder(() => failedWith("refused-key"));
    const { samples, progress } = await collect(planOf(provider, 500), { concurrency });
    expect(asked).toHaveLength(1);
    expect(progress).toMatchObject({ done: 1_000, failed: 1_000, made: 1 });
    expect(samples.map(({ attempts }) => attempts)).toEqual([1, ...new Array(999).fill(0)]);
    expect(new Set(samples.map((sample) => sample.status === "failed" && sample.failure.kind))).toEqual(
      new Set(["refused-key"]),
    );
  });

  it.each(["missing-model", "refused-parameter"] as const)("%s ends the calls to that model only", async (kind) => {
    const { provider, asked } = recorder(({ model }) => (model === "bad" ? failedWith(kind) : replied("")));
    const plan = planOf(provider, 100, (arm) => (arm === "candidate" ? "bad" : "good"));
    const { progress } = await collect(plan);
    expect(asked.filter((text) => text.startsWith("candidate"))).toHaveLength(1);
    expect(progress).toMatchObject({ done: 200, failed: 100, made: 101 });
  });

  it("a refused parameter ends the calls of the version that sets it, and not those of another", async () => {
    const { provider, asked } = recorder(({ messages }) =>
      String(messages[0]?.content).startsWith("candidate") ? failedWith("refused-parameter") : replied(""),
    );
    const { progress } = await collect(planOf(provider, 100), { concurrency: 1 });
    expect(asked.filter((text) => text.startsWith("candidate"))).toHaveLength(1);
    expect(progress).toMatchObject({ done: 200, failed: 100, made: 101 });
  });

  it("a parameter that is refused to one version ends the calls that are made to be compared with it", async () => {
    const { provider, asked } = recorder(({ messages }) =>
      String(messages[0]?.content).startsWith("candidate") ? failedWith("refused-parameter") : replied(""),
    );
    const plan = planOf(provider, 100).map((call) =>
      call.arm === "baseline" ? { ...call, counterpart: "candidate-fingerprint" } : call,
    );
    const { samples, progress } = await collect(plan, { concurrency: 1 });
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(progress.made).toBe(asked.length);
    const kinds = samples.flatMap((sample) => (sample.status === "failed" ? [sample.failure.kind] : []));
    expect(kinds.filter((kind) => kind === "refused-parameter")).toHaveLength(100);
    expect(kinds.filter((kind) => kind === "no-counterpart")).toHaveLength(100 - (asked.length - 1));
  });

  it("a refused key at one provider leaves the other alone", async () => {
    const good = recorder(undefined, "good");
    const bad = recorder(() => failedWith("refused-key"), "bad");
    const { progress } = await collect(planOf((arm) => (arm === "baseline" ? good.provider : bad.provider), 100));
    expect([good.asked.length, bad.asked.length]).toEqual([100, 1]);
    expect(progress).toMatchObject({ failed: 100, made: 101 });
  });

  it("a key refused in the middle ends the rest, retries included", async () => {
    let count = 0;
    const { provider, asked } = recorder(() => {
      count += 1;
      if (count <= 10) return replied("");
      return count === 11 ? failedWith("refused-key") : failedWith("server", { retryable: true });
    });
    await collect(planOf(provider, 100), { concurrency: 4 });
    expect(asked.length).toBeLessThanOrEqual(14);
  });

  it("an aborted run makes no further call, ends those under way after 5 s, and still gives every planned call a sample", async () => {
    const controller = new AbortController();
    const { provider, asked } = recorder(async ({ messages }, signal) => {
      if (messages[0]?.content === "baseline case-0") return replied("");
      // All of the calls at once are under way by now.
      controller.abort();
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return failedWith("aborted");
    });
    const { samples, progress } = await collect(planOf(provider, 1_000), {
      concurrency: 20,
      signal: controller.signal,
    });
    expect(asked).toHaveLength(21);
    expect(progress).toMatchObject({ done: 2_000, failed: 1_999, made: 21 });
    expect(samples.slice(1).every((sample) => sample.status === "failed" && sample.failure.kind === "aborted")).toBe(
      true,
    );
  });

  it("a run that is aborted before it begins makes no call", async () => {
    const { provider, asked } = recorder();
    const { progress } = await collect(planOf(provider, 3), { signal: AbortSignal.abort() });
    expect(asked).toEqual([]);
    expect(progress).toMatchObject({ done: 6, failed: 6, made: 0 });
  });
});

describe("a call", () => {
  it("is ended when its time is up", async () => {
    const { provider } = recorder(
      (_request, signal) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => resolve(failedWith("timeout", { message: signal.reason.name })));
        }),
    );
    const { samples } = await collect(planOf(provider, 1), { timeoutMs: 5 });
    expect(samples).toMatchObject([
      { attempts: 1, failure: { kind: "timeout", message: "TimeoutError" } },
      { attempts: 1, failure: { kind: "timeout", message: "TimeoutError" } },
    ]);
  });

  it("may pause beside many others without a warning", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on("warning", note);
    let calls = 0;
    const { provider } = recorder(() => (++calls % 2 === 1 ? failedWith("server", { retryable: true }) : replied("")));
    const options = quickOptions({ clock: systemClock, random: () => 0.02 });
    const { made } = await runPlan(planOf(provider, 50), options, () => {});
    process.off("warning", note);
    expect(made).toBeGreaterThan(150);
    expect(warnings).toEqual([]);
  });

  it("may take longer than a timer can count", async () => {
    const { provider } = recorder();
    const { progress } = await collect(planOf(provider, 1), { timeoutMs: 2 ** 40 });
    expect(progress.failed).toBe(0);
  });

  it("becomes a sample with all that names it", async () => {
    const { provider } = recorder();
    const { samples } = await collect(planOf(provider, 1));
    expect(samples[1]).toEqual({
      prompt: "prompts/a.prompt.yml",
      arm: "candidate",
      caseId: "case-0",
      trial: 0,
      fingerprint: "candidate-fingerprint",
      attempts: 1,
      status: "completed",
      reply: replied("candidate case-0").reply,
      latencyMs: expect.any(Number),
    });
  });

  it("is not timed while it waits for its turn", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { provider, asked } = recorder(() => {
      if (asked.length === 1) vi.advanceTimersByTime(500);
      return replied("");
    });
    const { samples } = await collect(planOf(provider, 2), { clock: systemClock });
    vi.useRealTimers();
    expect(samples).toMatchObject([{ latencyMs: 500 }, { latencyMs: 0 }, { latencyMs: 0 }, { latencyMs: 0 }]);
  });
});

describe("progress", () => {
  it("is told after every sample", async () => {
    const told: Progress[] = [];
    const { provider } = recorder(({ messages }) =>
      messages[0]?.content === "candidate case-1" ? failedWith("rejected") : replied(""),
    );
    await collect(planOf(provider, 2), { concurrency: 1, planned: 4, onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { done: 1, planned: 4, failed: 0, made: 1 },
      { done: 2, planned: 4, failed: 0, made: 2 },
      { done: 3, planned: 4, failed: 0, made: 3 },
      { done: 4, planned: 4, failed: 1, made: 4 },
    ]);
  });
});

describe("what throws", () => {
  const broken = new Error("our bug");
  const throwing = (): never => {
    throw broken;
  };

  it("in a scorer ends the run with that error", async () => {
    const { provider, asked } = recorder();
    await expect(runPlan(planOf(provider, 5_000), quickOptions(), throwing)).rejects.toBe(broken);
    expect(asked.length).toBeLessThan(200);
  });

  it("in a provider ends the run with that error", async () => {
    const { provider } = recorder(throwing);
    await expect(collect(planOf(provider, 100))).rejects.toBe(broken);
  });

  it("in the plan ends the run with that error, after the calls under way", async () => {
    const { provider, load } = recorder();
    function* plan(): Generator<PlannedCall> {
      yield* planOf(provider, 10);
      throwing();
    }
    await expect(collect(plan())).rejects.toBe(broken);
    expect(load.now).toBe(0);
  });

  it("in a request that cannot be built ends the run with that error", async () => {
    const { provider } = recorder();
    const plan = planOf(provider, 10).map((call) => ({ ...call, request: throwing }));
    await expect(collect(plan)).rejects.toBe(broken);
  });
});
