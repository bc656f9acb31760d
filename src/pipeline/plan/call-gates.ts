import { isGated } from "../../gate/compare-metric.ts";
import type { GateConfig, ScorerSpec } from "../../model.ts";
import { firstTokenMetric, operationalMetrics } from "../../score/operational.ts";
import { measuresCall, metricOf, type ScorerFactories } from "../../score/registry.ts";

/**
 * Whether something that gates measures the call itself, such as its latency or the time to its first token. A stored or shared answer has none of its
 * own: then every answer is drawn.
 */
export function callGates(
  scorers: readonly ScorerSpec[],
  { metrics }: Pick<GateConfig, "metrics">,
  factories: ScorerFactories,
): boolean {
  const speeds = operationalMetrics.filter(({ name }) => name === "latency" || name === firstTokenMetric);
  if (speeds.some((metric) => isGated(metric, metrics))) return true;
  return scorers.some((spec) => {
    const metric = measuresCall(spec, factories) ? metricOf(spec, factories) : null;
    return metric !== null && isGated(metric, metrics);
  });
}
