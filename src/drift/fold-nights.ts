import type { DriftNight, DriftPool, DriftRecord } from "../model.ts";
import { currentEpoch, driftOf, type Epoch } from "./epoch.ts";
import { countedNights } from "./pool.ts";

/** Nights that keep their scores case by case. */
const keptNights = 90;

/**
 * Keeps a history small: the scores of nights long past are counted together, and lines that have ended keep their means
 * alone. What is tested stays the same: a pool does not know in which night a score fell.
 */
export function foldNights(records: readonly DriftRecord[]): readonly DriftRecord[] {
  const start = records.findLastIndex(({ kind }) => kind === "reference");
  const ended = records.slice(0, Math.max(0, start)).flatMap(stripScores);
  const current = records.slice(Math.max(0, start));
  const epoch = currentEpoch(current);
  if (epoch === null) return records;
  const old = findOld(epoch);
  if (old.length === 0) return [...ended, ...current];
  const pool = addToPool(epoch, old);
  const [reference, ...rest] = current;
  const folded = rest
    .filter(({ kind }) => kind !== "pool")
    .map((record) => (record.kind === "night" && old.includes(record) ? { ...record, cases: null } : record));
  return [...ended, reference as DriftRecord, pool, ...folded];
}

function stripScores(record: DriftRecord): readonly DriftRecord[] {
  if (record.kind === "pool") return [];
  if (record.kind === "reference") return [{ ...record, cases: null }];
  return [record.kind === "night" ? { ...record, cases: null, judged: null } : record];
}

/** While something drifts, nothing that it may still be compared with is folded. */
function findOld(epoch: Epoch): readonly DriftNight[] {
  const rows = new Set(epoch.events.map(({ row }) => row));
  if ([...rows].some((row) => driftOf(epoch, row) !== null)) return [];
  const whole = epoch.nights.filter(({ cases }) => cases !== null);
  return whole.slice(0, Math.max(0, whole.length - keptNights));
}

function addToPool(epoch: Epoch, old: readonly DriftNight[]): DriftPool {
  const counts = new Map<string, Map<string, Map<number, number>>>();
  const add = (name: string, metric: string, value: number, count: number): void => {
    const metrics = counts.get(name) ?? new Map<string, Map<number, number>>();
    const scores = metrics.get(metric) ?? new Map<number, number>();
    scores.set(value, (scores.get(value) ?? 0) + count);
    metrics.set(metric, scores);
    counts.set(name, metrics);
  };
  for (const [name, metrics] of Object.entries(epoch.pool?.cases ?? {})) {
    for (const [metric, scores] of Object.entries(metrics))
      for (const [value, count] of scores) add(name, metric, value, count);
  }
  for (const night of old) {
    for (const [name, metrics] of Object.entries(night.cases ?? {})) {
      for (const [metric, values] of Object.entries(metrics)) {
        if (!countedNights(epoch, metric)(night)) continue;
        for (const value of values) add(name, metric, value, 1);
      }
    }
  }
  const cases = [...counts].map(([name, metrics]) => [
    name,
    Object.fromEntries([...metrics].map(([metric, scores]) => [metric, [...scores]])),
  ]);
  return { kind: "pool", at: old.at(-1)?.at ?? "", cases: Object.fromEntries(cases) };
}
