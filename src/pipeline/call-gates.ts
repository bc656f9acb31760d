import { isGated } from "../gate/compare-metric.ts";
import type { GateConfig, ScorerSpec } from "../model.ts";
import { operationalMetrics } from "../score/operational.ts";
import { measuresCall, metricOf, type ScorerFactories } from "../score/registry.ts";

/**
 * Whether something that gates measures the call itself, such as its latency. A stored or shared answer has none of its
 * own: then every answer is drawn.
 */
export function callGates(
  scorers: readonly ScorerSpec[],
  { metrics }: Pick<GateConfig, "metrics">,
  factories: ScorerFactories,
): boolean {
  const latency = operationalMetrics.find(({ name }) => name === "latency");
  if (latency !== undefined && isGated(latency, metrics)) return true;
  return scorers.some((spec) => {
    const metric = measuresCall(spec, factories) ? metricOf(spec, factories) : null;
    return metric !== null && isGated(metric, metrics);
  });
}
