import type { FailureKind, MetricDefinition, Sample } from "../model.ts";
import { countCharacters } from "./characters.ts";

/** Known of streamed answers alone: providers stream where assay.yml names it, or as their own settings say. */
export const firstTokenMetric = "time-to-first-token";

/** What is measured of every sample, whoever scores it. Watched, unless assay.yml lets it gate. */
export const operationalMetrics: readonly MetricDefinition[] = [
  { name: "latency", kind: "ratio", direction: "lower", unit: "ms", gatesByDefault: false },
  { name: firstTokenMetric, kind: "ratio", direction: "lower", unit: "ms", gatesByDefault: false },
  { name: "tokens", kind: "ratio", direction: "lower", unit: "tokens", gatesByDefault: false },
  { name: "cost", kind: "ratio", direction: "lower", unit: "USD", gatesByDefault: false },
  { name: "length", kind: "ratio", direction: "lower", unit: "characters", gatesByDefault: false },
  { name: "failure-rate", kind: "binary", direction: "lower", unit: null, gatesByDefault: false },
];

/** Failures that are the request's own, or come of another's: how often a provider fails is not told by them. */
const saysNothing: readonly FailureKind[] = ["refused-parameter", "no-counterpart"];

/**
 * The values of the operational metrics, in their order; null where a value is unknown. Of an answer that was not streamed
 * there is no first token to speak of.
 */
export function operationalScores(sample: Sample): ReadonlyMap<string, number | null> {
  if (sample.status === "failed") {
    return new Map([
      ["latency", null],
      ["tokens", null],
      ["cost", null],
      ["length", null],
      ["failure-rate", saysNothing.includes(sample.failure.kind) ? null : 1],
    ]);
  }
  const { tokens, text, cost, timeToFirstTokenMs } = sample.reply;
  return new Map([
    ["latency", sample.latencyMs],
    ...(timeToFirstTokenMs === null ? [] : ([[firstTokenMetric, timeToFirstTokenMs]] as const)),
    // The sum is known where both parts are.
    ["tokens", tokens.input === null || tokens.output === null ? null : tokens.input + tokens.output],
    ["cost", cost],
    ["length", countCharacters(text)],
    ["failure-rate", 0],
  ]);
}
