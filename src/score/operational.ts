import type { MetricDefinition, Sample } from "../model.ts";
import { countCharacters } from "./characters.ts";

/** What is measured of every sample, whoever scores it. Watched, unless assay.yml lets it gate. */
export const operationalMetrics: readonly MetricDefinition[] = [
  { name: "latency", kind: "ratio", direction: "lower", unit: "ms", gatesByDefault: false },
  { name: "tokens", kind: "ratio", direction: "lower", unit: "tokens", gatesByDefault: false },
  { name: "cost", kind: "ratio", direction: "lower", unit: "USD", gatesByDefault: false },
  { name: "length", kind: "ratio", direction: "lower", unit: "characters", gatesByDefault: false },
  { name: "failure-rate", kind: "binary", direction: "lower", unit: null, gatesByDefault: false },
];

/** The values of the operational metrics, in their order; null where a value is unknown. */
export function operationalScores(sample: Sample): ReadonlyMap<string, number | null> {
  if (sample.status === "failed") {
    return new Map([
      ["latency", null],
      ["tokens", null],
      ["cost", null],
      ["length", null],
      ["failure-rate", 1],
    ]);
  }
  const { tokens, text, cost } = sample.reply;
  return new Map([
    ["latency", sample.latencyMs],
    // The sum is known where both parts are.
    ["tokens", tokens.input === null || tokens.output === null ? null : tokens.input + tokens.output],
    ["cost", cost],
    ["length", countCharacters(text)],
    ["failure-rate", 0],
  ]);
}
