import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/config.ts";
import type { Config, ProviderConfig, Tokens } from "../../src/model.ts";
import { unknownTokens } from "../../src/models/reply.ts";
import { openPriceBook } from "../../src/pipeline/plan/price-book.ts";
import { listedPrice, writtenPrice } from "../../src/run/prices.ts";
import { providerConfigOf } from "../support/requests.ts";

const now = new Date("2026-11-23T20:00:00Z");
const tokens = (changes: Partial<Tokens>): Tokens => ({ ...unknownTokens, ...changes });

describe("a price as assay.yml states it", () => {
  const price = writtenPrice({ input: 1, output: 10, cachedInput: 0.1, cacheWrite: 1.25 });

  it.each([
    [{ input: 1_000_000, output: 0 }, 1],
    [{ input: 0, output: 1_000_000 }, 10],
    [{ input: 1_000_000, output: 0, cachedInput: 500_000 }, 0.55],
    [{ input: 1_000_000, output: 0, cacheWrite: 400_000, cachedInput: 500_000 }, 0.65],
    // What the cache keeps for an hour is twice as dear as other input.
    [{ input: 1_000_000, output: 0, cacheWrite: 400_000, cacheWriteHour: 100_000 }, 0.6 + 0.3 * 1.25 + 0.1 * 2],
    // Reasoning is part of the output.
    [{ input: 0, output: 1_000, reasoning: 900 }, 0.01],
    // Parts beyond the whole are a provider's rounding.
    [{ input: 100, output: 0, cachedInput: 200 }, 0.00001],
    [{ input: null, output: 5 }, null],
    [{ input: 5, output: null }, null],
  ])("%j", (used, cost) => {
    const got = price.costOf(tokens(used));
    if (cost === null) expect(got).toBeNull();
    else expect(got).toBeCloseTo(cost, 12);
  });

  it("has other input's price for what it does not name", () => {
    const plain = writtenPrice({ input: 1, output: 10, cachedInput: null, cacheWrite: null });
    expect(plain.costOf(tokens({ input: 1_000_000, output: 0, cachedInput: 500_000 }))).toBeCloseTo(1, 12);
  });
});

describe("the price list", () => {
  it("knows models by their provider or its address, and cached input apart", async () => {
    const byName = await listedPrice("gpt-4o-mini", { name: "openai" }, now);
    const byAddress = await listedPrice("gpt-4o-mini", { address: "https://api.openai.com/v1" }, now);
    const used = tokens({ input: 1_000_000, output: 1_000_000 });
    expect(byName?.costOf(used)).toBeGreaterThan(0);
    expect(byAddress?.costOf(used)).toBe(byName?.costOf(used));
    const cached = byName?.costOf({ ...used, cachedInput: 1_000_000 }) ?? Number.NaN;
    expect(cached).toBeLessThan(byName?.costOf(used) ?? 0);
    expect(byName?.costOf(unknownTokens)).toBeNull();
  });

  it("has a price of its own for what the cache keeps for an hour", async () => {
    const price = await listedPrice("claude-opus-4-1", { name: "anthropic" }, now);
    const costOf = (changes: Partial<Tokens>) => price?.costOf(tokens({ input: 1_000, output: 0, ...changes })) ?? 0;
    expect(costOf({ cacheWrite: 1_000 })).toBeCloseTo(1.25 * costOf({}), 12);
    expect(costOf({ cacheWrite: 1_000, cacheWriteHour: 1_000 })).toBeCloseTo(2 * costOf({}), 12);
  });

  it("says nothing of what it does not know", async () => {
    expect(await listedPrice("no-such-model", { name: "openai" }, now)).toBeNull();
    expect(await listedPrice("gpt-4o-mini", { name: "no-such-provider" }, now)).toBeNull();
    expect(await listedPrice("x", { address: "https://models.example/v1" }, now)).toBeNull();
  });
});

describe("the price of a model as a prompt names it", () => {
  const price = { input: 1, output: 2, cachedInput: null, cacheWrite: null };
  const config: Pick<Config, "prices" | "priceAs"> = {
    ...defaultConfig(),
    prices: { "local/paid": price, "other/model": { ...price, output: 4 } },
    priceAs: { "azure/mine": "openai/gpt-4o-mini", "azure/theirs": "other/model", "local/as": "openai/gpt-4o-mini" },
  };

  async function costOf(model: string, changes: Partial<ProviderConfig>, environment: Record<string, string> = {}) {
    const book = openPriceBook({ config, environment, now });
    const provider = providerConfigOf({ type: "openai", ...changes });
    const found = await book.priceOf(model, { name: model.slice(0, model.indexOf("/")), config: provider });
    return found?.costOf(tokens({ input: 0, output: 1_000_000 })) ?? null;
  }

  it("is free on this machine, without a key, and of recordings and simulations", async () => {
    expect(await costOf("local/x", { baseUrl: "http://localhost:11434/v1" })).toBe(0);
    expect(await costOf("local/x", { baseUrl: "http://127.0.0.1:1/v1", keyEnv: "KEY" })).toBe(0);
    expect(await costOf("local/x", { baseUrl: "http://[::1]:1/v1", keyEnv: "KEY" })).toBe(0);
    expect(await costOf("far/x", { baseUrl: "https://models.example/v1", keyEnv: null })).toBe(0);
    expect(await costOf("openai/x", {}, { OPENAI_BASE_URL: "http://localhost:1/v1" })).toBe(0);
    expect(await costOf("simulated/x", { type: "simulated" })).toBe(0);
  });

  it("is what assay.yml says, also where it would be free", async () => {
    expect(await costOf("local/paid", { baseUrl: "http://localhost:11434/v1" })).toBe(2);
  });

  it("is that of the model which priceAs names", async () => {
    const listed = await costOf("openai/gpt-4o-mini", {});
    expect(listed).toBeGreaterThan(0);
    expect(await costOf("azure/mine", { baseUrl: "https://mine.example/v1", keyEnv: "KEY" })).toBe(listed);
    expect(await costOf("local/as", { baseUrl: "http://localhost:1/v1" })).toBe(listed);
    expect(await costOf("azure/theirs", { baseUrl: "https://mine.example/v1", keyEnv: "KEY" })).toBe(4);
  });

  it("is unknown where nobody says it", async () => {
    expect(await costOf("azure/other", { baseUrl: "https://mine.example/v1", keyEnv: "KEY" })).toBeNull();
    expect(await costOf("openai/no-such-model", {})).toBeNull();
  });
});
