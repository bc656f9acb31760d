import type { CallResult, LimitState, LimitStates } from "../model.ts";

/** Reads a header of an answer; null where it has none of this name. */
export type ReadHeader = (name: string) => string | null;

/**
 * What the headers say of the provider's limits: `x-ratelimit-remaining-requests` with `-reset-requests`, and the same
 * for tokens, or their names with the publisher in front, as Anthropic has them. Undefined where they say nothing.
 */
export function readRateLimits(header: ReadHeader): LimitStates | undefined {
  const requests = readLimit(header, "requests");
  const tokens = readLimit(header, "tokens");
  return requests === null && tokens === null ? undefined : { requests, tokens };
}

/** The result with what the headers of its answer say of limits. */
export function withLimits(result: CallResult, header: ReadHeader): CallResult {
  const limits = readRateLimits(header);
  return limits === undefined ? result : { ...result, limits };
}

function readLimit(header: ReadHeader, what: "requests" | "tokens"): LimitState | null {
  const find = (part: "remaining" | "reset"): string | null =>
    header(`x-ratelimit-${part}-${what}`) ?? header(`anthropic-ratelimit-${what}-${part}`);
  const remaining = Number(find("remaining") ?? Number.NaN);
  if (!(remaining >= 0)) return null;
  return { remaining, resetMs: readReset(find("reset")?.trim() ?? "", header("date")) };
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `6m0s`, `120ms`, `1.5` (seconds), or a date; null where it is none of these. */
function readReset(written: string, date: string | null): number | null {
  if (/^\d+(?:\.\d+)?$/.test(written)) return Number.parseFloat(written) * 1_000;
  if (/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(written)) {
    const parts = [...written.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)];
    return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (unitMs[unit ?? ""] ?? 0), 0);
  }
  return readWait(written, date);
}

/** How long until a date, by the server's own clock where it tells the time; null where it is no date. */
export function readWait(written: string, date: string | null): number | null {
  const now = Date.parse(date ?? "");
  const wait = Date.parse(written) - (Number.isNaN(now) ? Date.now() : now);
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
