import type { GateConfig, MetricDefinition } from "../model.ts";
import { compareRatios } from "./compare-ratios.ts";
import { compareScores, type Evidence } from "./compare-scores.ts";
import type { PairedCase } from "./pair-cases.ts";

export interface CompareSettings {
  readonly gate: GateConfig;
  readonly seed: number | string;
  readonly exact?: boolean;
}

/** The statistics that fit the kind of metric. */
export function gatherEvidence(
  pairs: readonly PairedCase[],
  metric: MetricDefinition,
  settings: CompareSettings,
): Evidence {
  return metric.kind === "ratio"
    ? compareRatios(pairs, metric, settings.gate)
    : compareScores(pairs, metric, { alpha: settings.gate.alpha, exact: settings.exact ?? false, seed: settings.seed });
}
