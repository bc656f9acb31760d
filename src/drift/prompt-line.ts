import type { DriftEvent, DriftLine, DriftRecord, DriftStep } from "../model.ts";
import { currentEpoch, driftOf } from "./epoch.ts";
import { formerFolders, lastReference, type PromptHistory } from "./history.ts";

/** Every prompt over time, by name; lines that have ended stand before those in force. */
export function drawLines(histories: readonly PromptHistory[]): readonly DriftLine[] {
  return histories
    .map(drawLine)
    .sort((one, other) =>
      one.name === other.name ? (one.path < other.path ? -1 : 1) : one.name < other.name ? -1 : 1,
    );
}

function drawLine(history: PromptHistory): DriftLine {
  const { folder, records } = history;
  const reference = lastReference(history);
  const epoch = currentEpoch(records);
  const rows = new Set(epoch?.events.map(({ row }) => row));
  return {
    name: reference?.name ?? folder,
    path: reference?.path ?? folder,
    folder,
    former: formerFolders(history),
    drifting: epoch !== null && [...rows].some((row) => driftOf(epoch, row) !== null),
    steps: records.flatMap(drawStep),
    unchecked: (epoch?.nights.at(-1) ?? epoch?.reference)?.unchecked ?? [],
    watched: Object.keys(epoch?.nights.at(-1)?.ranks ?? {}),
    events: records.filter((record): record is DriftEvent => record.kind === "event"),
  };
}

function drawStep(record: DriftRecord): readonly DriftStep[] {
  if (record.kind === "pool" || record.kind === "event") return [];
  const { at, kind } = record;
  if (kind === "gap") return [{ at, kind, fingerprint: null, models: [], reason: null, metrics: {} }];
  const models = Object.entries(record.models).sort(([, one], [, other]) => other - one);
  const { fingerprint, metrics } = record;
  const reason = kind === "reference" ? record.reason : null;
  return [{ at, kind, fingerprint, models: models.map(([model]) => model), reason, metrics }];
}
