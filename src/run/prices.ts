import type { Tokens, WrittenPrice } from "../model.ts";

/** What tokens cost, in US dollars; null where their number is unknown. */
export interface ModelPrice {
  /** The most that one call costs, where that is said: tokens tell nothing of what an application asks itself. */
  readonly atMost?: number;
  costOf(tokens: Tokens): number | null;
}

/** Prices by provider and by the model's name there; null where one is unknown. */
export type FindPrice = (provider: string, model: string) => ModelPrice | null;

/** What answers on this machine, or without a key, costs nothing. */
export const free: ModelPrice = { costOf: () => 0 };

/** What a call costs is told by its answer alone; before, no more is known than this. */
export function cappedPrice(atMost: number): ModelPrice {
  return { atMost, costOf: () => null };
}

const million = 1_000_000;

/** What a cache keeps for an hour is twice as dear as other input at Anthropic, which alone tells it apart. */
const hourFactor = 2;

/** A price as assay.yml states it. */
export function writtenPrice({ input, output, cachedInput, cacheWrite }: WrittenPrice): ModelPrice {
  return withCounts(({ plain, cached, written, writtenHour, answered }) => {
    const read = plain * input + cached * (cachedInput ?? input);
    const kept = (written - writtenHour) * (cacheWrite ?? input) + writtenHour * input * hourFactor;
    return (read + kept + answered * output) / million;
  });
}

/** Where the list looks for a model: at the provider of this name, or at the one with this address. */
export type ListedAt = { readonly name: string } | { readonly address: string };

/** The price list's entry, as it holds at that time; null where it has none. Throws nothing for what it is asked. */
export async function listedPrice(model: string, at: ListedAt, time: Date): Promise<ModelPrice | null> {
  const { calcPrice } = await import("@pydantic/genai-prices");
  const options = "name" in at ? { providerId: at.name } : { providerApiUrl: at.address };
  const find = (usage: Record<string, number>, entry?: Parameters<typeof calcPrice>[2]) => {
    try {
      return calcPrice(usage, model, { ...(entry ?? options), timestamp: time });
    } catch {
      return null;
    }
  };
  const found = find({ input_tokens: 1, output_tokens: 1 });
  if (found === null) return null;
  // The entry alone: to look through the whole list takes longer than a thousand sums.
  const entry = { provider: { ...found.provider, models: [found.model] } };
  return withCounts(({ plain, cached, written, writtenHour, answered }) => {
    const usage = {
      input_tokens: plain + cached + written,
      cache_read_tokens: cached,
      cache_write_tokens: written,
      ...(writtenHour > 0 && { cache_write_1h_tokens: writtenHour }),
      output_tokens: answered,
    };
    return find(usage, entry)?.total_price ?? null;
  });
}

interface Counts {
  /** Input neither read from the provider's cache nor written to it. */
  readonly plain: number;
  readonly cached: number;
  readonly written: number;
  /** Of what was written. */
  readonly writtenHour: number;
  /** Reasoning among it. */
  readonly answered: number;
}

/** Of the input, what is cached is part; providers round, so parts are kept within the whole. */
function withCounts(sum: (counts: Counts) => number | null): ModelPrice {
  return {
    costOf({ input, output, cachedInput, cacheWrite, cacheWriteHour = 0 }) {
      if (input === null || output === null) return null;
      const cached = Math.min(input, cachedInput ?? 0);
      const written = Math.min(input - cached, cacheWrite ?? 0);
      const writtenHour = Math.min(written, cacheWriteHour);
      return sum({ plain: input - cached - written, cached, written, writtenHour, answered: output });
    },
  };
}
