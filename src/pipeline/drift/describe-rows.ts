import { driftOf, type Epoch, metricOfRow } from "../../drift/epoch.ts";
import type { RowEvidence } from "../../drift/find-events.ts";
import { isGated } from "../../gate/compare-metric.ts";
import type { DriftRow, GateConfig, MetricDefinition } from "../../model.ts";
import { withinCasePermutation } from "../../stats/within-case-permutation.ts";
import type { NightTaken } from "./record-night.ts";

/** Every metric of a prompt as it stands after a night, and the checks of its judges. */
export function describeRows(
  taken: NightTaken,
  epoch: Epoch,
  evidence: readonly RowEvidence[],
  gate: GateConfig,
): readonly DriftRow[] {
  const isNight = taken.night.task.kind === "night" && taken.gap === null;
  const known = new Map(evidence.map((each) => [each.row, each]));
  const open = epoch.events.map(({ row }) => row).filter((row) => driftOf(epoch, row) !== null);
  const checks = evidence.map(({ row }) => row).filter((row) => row !== metricOfRow(row));
  const names = taken.metrics.map(({ name }) => name);
  const rows = [...new Set([...names, ...checks, ...open])];
  return rows.flatMap((row): readonly DriftRow[] => {
    const metric = taken.metrics.find(({ name }) => name === metricOfRow(row)) ?? null;
    const reference = epoch.reference.metrics[row] ?? null;
    const tonight = isNight ? (epoch.nights.at(-1)?.metrics[row] ?? null) : null;
    const drift = driftOf(epoch, row);
    if (reference === null && tonight === null && drift === null) return [];
    const found = known.get(row);
    return [
      {
        row,
        watched: metric !== null && isGated(metric, gate.metrics),
        reference,
        tonight,
        pValue: isNight && metric !== null ? compareTonight(epoch, metric, row) : null,
        eValue: found?.eValue ?? null,
        drift,
        found: found?.found ?? null,
      },
    ];
  });
}

/** Tonight beside the reference alone: what a single look would say. Null where nothing can be compared. */
function compareTonight(
  { reference, nights }: Epoch,
  { kind, direction }: MetricDefinition,
  row: string,
): number | null {
  const tonight = nights.at(-1)?.cases ?? {};
  if (kind === "ratio") return null;
  const orient = (score: number): number => (direction === "higher" ? score : 1 - score);
  const cases = Object.entries(tonight).flatMap(([name, scores]) => {
    const baseline = (reference.cases?.[name]?.[row] ?? []).map(orient);
    const candidate = (scores[row] ?? []).map(orient);
    return baseline.length === 0 || candidate.length === 0 ? [] : [{ baseline, candidate, weight: 1 }];
  });
  if (cases.length === 0) return null;
  return withinCasePermutation(cases, { seed: nights.at(-1)?.at ?? "" }).pWorse;
}
