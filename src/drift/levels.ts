import type { DriftAnswer, DriftNight } from "../model.ts";
import { type Epoch, metricOfRow, scoresOf } from "./epoch.ts";
import { isSound } from "./pool.ts";

/** The mean of a row before a night and since, over the cases that have both; null where none has. */
export interface Levels {
  readonly was: number | null;
  readonly now: number | null;
}

/**
 * How a row stood before a change and how it stands since: means over cases of the means of their scores, so that it
 * makes no difference which cases a night happened to take.
 */
export function levelsAround(epoch: Epoch, row: string, first: string, answers: readonly DriftAnswer[]): Levels {
  const metric = metricOfRow(row);
  const before = new Sums();
  if (row === metric) {
    for (const [name, scores] of Object.entries(epoch.reference.cases ?? {})) before.addAll(name, scores[metric] ?? []);
    for (const [name, scores] of Object.entries(epoch.pool?.cases ?? {})) {
      for (const [value, count] of scores[metric] ?? []) before.add(name, value, count);
    }
  } else {
    for (const answer of answers) before.addAll(answer.case, [answer.scores[metric] ?? []].flat());
  }
  const since = new Sums();
  for (const night of epoch.nights.filter(isSound(epoch, row)))
    addNight(night.at < first ? before : since, night, row, metric);
  const names = [...since.names()].filter((name) => before.meanOf(name) !== null);
  return { was: meanOver(names, before), now: meanOver(names, since) };
}

function addNight(sums: Sums, night: DriftNight, row: string, metric: string): void {
  for (const [name, scores] of Object.entries(scoresOf(night, row))) sums.addAll(name, scores[metric] ?? []);
}

function meanOver(names: readonly string[], sums: Sums): number | null {
  if (names.length === 0) return null;
  return names.reduce((sum, name) => sum + (sums.meanOf(name) ?? 0), 0) / names.length;
}

/** Sums of scores, case by case. */
export class Sums {
  private readonly sums = new Map<string, { sum: number; count: number }>();

  add(name: string, value: number, count: number): void {
    const held = this.sums.get(name) ?? { sum: 0, count: 0 };
    this.sums.set(name, { sum: held.sum + value * count, count: held.count + count });
  }

  addAll(name: string, values: readonly number[]): void {
    for (const value of values) this.add(name, value, 1);
  }

  names(): Iterable<string> {
    return this.sums.keys();
  }

  meanOf(name: string): number | null {
    const held = this.sums.get(name);
    return held === undefined || held.count === 0 ? null : held.sum / held.count;
  }
}
