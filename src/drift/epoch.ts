import type {
  DriftEvent,
  DriftNight,
  DriftPool,
  DriftRecord,
  DriftReference,
  DriftRun,
  DriftScores,
} from "../model.ts";

/** All that belongs to the reference in force. */
export interface Epoch {
  readonly reference: DriftReference;
  readonly pool: DriftPool | null;
  /** Oldest first. */
  readonly nights: readonly DriftNight[];
  readonly events: readonly DriftEvent[];
  /** Nights in a row, the last ones, that could not be judged. */
  readonly gaps: number;
}

/** What follows the last reference; null where there is none. What stands before it is a line that has ended. */
export function currentEpoch(records: readonly DriftRecord[]): Epoch | null {
  const start = records.findLastIndex(({ kind }) => kind === "reference");
  const reference = records[start];
  if (reference?.kind !== "reference") return null;
  const since = records.slice(start + 1);
  const of = <K extends DriftRecord["kind"]>(kind: K): readonly Extract<DriftRecord, { kind: K }>[] =>
    since.filter((record): record is Extract<DriftRecord, { kind: K }> => record.kind === kind);
  const runs = since.filter(({ kind }) => kind === "night" || kind === "gap");
  const lastNight = runs.findLastIndex(({ kind }) => kind === "night");
  return {
    reference,
    pool: of("pool").at(-1) ?? null,
    nights: of("night"),
    events: of("event"),
    gaps: runs.length - 1 - lastNight,
  };
}

/** The event that is the state of a row; null before the first. */
export function stateOf({ events }: Pick<Epoch, "events">, row: string): DriftEvent | null {
  return events.findLast((event) => event.row === row) ?? null;
}

/** The event that began the drift which a row is in; null where it is in none. */
export function driftOf(epoch: Pick<Epoch, "events">, row: string): DriftEvent | null {
  const state = stateOf(epoch, row);
  return state === null || state.event === "recovered" ? null : state;
}

/** Whether a version and what scores it are those of the reference: if not, a new line starts. */
export function isSameLine(reference: DriftRun, run: Pick<DriftRun, "fingerprint" | "scorers">): boolean {
  return reference.fingerprint === run.fingerprint && reference.scorers === run.scorers;
}

/** The scores of a row on one night: of a metric, or of a judge on the stored answers. */
export function scoresOf(night: Pick<DriftNight, "cases" | "judged">, row: string): DriftScores {
  return (row.startsWith("judge:") ? night.judged : night.cases) ?? {};
}

/** `judge:helpful` → `helpful` */
export function metricOfRow(row: string): string {
  return row.replace(/^judge:/, "");
}
