import pLimit, { type LimitFunction } from "p-limit";
import type { Clock } from "./clock.ts";
import { createLane, type Lane, type Quota } from "./lane.ts";
import { createThrottle, type Throttle } from "./throttle.ts";

/** What a provider admits a minute, as assay.yml says; undefined: not said. */
export interface ProviderQuota {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

/** The lane to a model, and the cap on all calls to its provider at once; null where there is none. */
export interface FoundLane {
  readonly lane: Lane;
  readonly cap: LimitFunction | null;
}

/** The lanes of a run: one for each model of each provider; models share what their provider admits. */
export interface Lanes {
  find(provider: string, model: string): FoundLane;
  close(): void;
}

export function createLanes(
  concurrency: number | "auto",
  quotaOf: (provider: string) => ProviderQuota,
  clock: Clock,
): Lanes {
  const providers = new Map<string, { readonly quota: Quota; readonly cap: LimitFunction | null }>();
  const lanes = new Map<string, FoundLane>();
  let closed = false;

  const open = (provider: string): FoundLane => {
    const found = providers.get(provider) ?? {
      quota: openQuota(quotaOf(provider)),
      cap: concurrency === "auto" ? null : pLimit(concurrency),
    };
    providers.set(provider, found);
    const lane = createLane(concurrency === "auto" ? null : concurrency, found.quota, clock);
    if (closed) lane.close();
    return { lane, cap: found.cap };
  };

  return {
    find(provider, model) {
      const name = `${provider}\n${model}`;
      const found = lanes.get(name) ?? open(provider);
      lanes.set(name, found);
      return found;
    },
    close() {
      closed = true;
      for (const { lane } of lanes.values()) lane.close();
    },
  };
}

const minuteMs = 60_000;

function openQuota({ requestsPerMinute, tokensPerMinute }: ProviderQuota): Quota {
  const throttle = (perMinute: number | undefined): Throttle | null =>
    perMinute === undefined ? null : createThrottle(perMinute / minuteMs);
  return { requests: throttle(requestsPerMinute), tokens: throttle(tokensPerMinute) };
}
