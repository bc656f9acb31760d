import type { Config, ProviderConfig } from "../../model.ts";
import {
  cappedPrice,
  type FindPrice,
  free,
  type ListedAt,
  listedPrice,
  type ModelPrice,
  writtenPrice,
} from "../../run/prices.ts";

/** Prices of the models that a run calls. */
export interface PriceBook {
  /**
   * The price of a model as prompts name it: what assay.yml says of it, or of the model under `priceAs`; nothing at an
   * endpoint without a key or on this machine; else what the price list says. Null where nobody knows. What one call of an
   * application costs at most is its provider's `maxCallCost`.
   */
  priceOf(
    written: string,
    provider: { readonly name: string; readonly config: ProviderConfig },
  ): Promise<ModelPrice | null>;
}

export interface PriceContext {
  readonly config: Pick<Config, "prices" | "priceAs">;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

export function openPriceBook({ config, environment, now }: PriceContext): PriceBook {
  const { prices, priceAs } = config;
  const written = (model: string): ModelPrice | null => {
    const price = Object.hasOwn(prices, model) ? prices[model] : undefined;
    return price === undefined ? null : writtenPrice(price);
  };
  const priceOf: PriceBook["priceOf"] = async (model, { name, config: provider }) => {
    const own = written(model);
    if (own !== null) return own;
    const other = Object.hasOwn(priceAs, model) ? priceAs[model] : undefined;
    if (other !== undefined) return written(other) ?? (await priceOfListed(other, now));
    if (isFree(provider, environment)) return free;
    const address = addressOf(provider, environment);
    return listedPrice(withoutPublisher(model), address === null ? { name } : { address }, now);
  };
  return {
    async priceOf(model, provider) {
      const price = await priceOf(model, provider);
      const atMost = provider.config.settings?.["maxCallCost"];
      return typeof atMost === "number" ? { ...(price ?? cappedPrice(atMost)), atMost } : price;
    },
  };
}

/** A model with its publisher as its name begins, and OpenAI's where it has none. */
async function priceOfListed(model: string, now: Date): Promise<ModelPrice | null> {
  const slash = model.indexOf("/");
  const at: ListedAt = { name: slash < 0 ? "openai" : model.slice(0, slash) };
  return listedPrice(withoutPublisher(model), at, now);
}

function withoutPublisher(model: string): string {
  return model.slice(model.indexOf("/") + 1);
}

/** What needs no key is paid for by nobody, and neither is what runs on this machine. */
function isFree(provider: ProviderConfig, environment: PriceContext["environment"]): boolean {
  if (["replay", "simulated"].includes(provider.type) || provider.keyEnv === null) return true;
  const address = addressOf(provider, environment);
  return address !== null && isLoopback(address);
}

function addressOf({ baseUrl, type }: ProviderConfig, environment: PriceContext["environment"]): string | null {
  return baseUrl ?? (type === "openai" ? environment["OPENAI_BASE_URL"]?.trim() || null : null);
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
}

/** Prices by provider and model, for the calls of a run. */
export function createFindPrice(prices: ReadonlyMap<string, ModelPrice | null>): FindPrice {
  return (provider, model) => prices.get(priceKey(provider, model)) ?? null;
}

export function priceKey(provider: string, model: string): string {
  return `${provider}\n${model}`;
}
