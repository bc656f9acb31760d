import type { DriftAnswer, DriftNight, MetricDefinition } from "../model.ts";
import { normalQuantile } from "../stats/distributions.ts";
import { type PooledCase, rankAgainstPool } from "../stats/pool-rank.ts";
import { createRandom } from "../stats/random.ts";
import { type Epoch, metricOfRow, scoresOf } from "./epoch.ts";
import { countedNights, poolOf } from "./pool.ts";

/** A row that is tested every night. */
export interface WatchedRow {
  /** A metric, or `judge:<metric>`. */
  readonly row: string;
  readonly kind: MetricDefinition["kind"];
  readonly direction: MetricDefinition["direction"];
  /** How far from its old level it counts as recovered: points of a score, a share of anything else. */
  readonly margin: number;
}

/** What a night brings, before it is compared. */
export type NightRun = Omit<DriftNight, "kind" | "ranks" | "levels">;

/**
 * The night with where it stands among all before it, row by row. Ties are broken by draws that are seeded with the prompt
 * version, the row and the night: the same history gives the same numbers everywhere.
 */
export function rankNight(
  epoch: Epoch,
  night: NightRun,
  rows: readonly WatchedRow[],
  answers: readonly DriftAnswer[],
): DriftNight {
  const levels = rows.flatMap(({ row, kind }) => {
    const level = kind === "ratio" ? levelOf(epoch, night, row) : null;
    return level === null ? [] : [[row, level] as const];
  });
  const whole = { kind: "night" as const, ...night, levels: Object.fromEntries(levels), ranks: {} };
  const ranks = rows.map((row) => {
    const { uniform } = createRandom(`${night.fingerprint} ${row.row} ${epoch.nights.length} ${night.at}`);
    const draw = Math.max(uniform(), 2 ** -53);
    const rank =
      row.kind === "ratio" ? rankAmongNights(epoch, whole, row, draw) : rankScores(epoch, whole, row, answers, draw);
    return [row.row, rank] as const;
  });
  return { ...whole, ranks: Object.fromEntries(ranks) };
}

function rankScores(
  epoch: Epoch,
  night: DriftNight,
  { row, direction }: WatchedRow,
  answers: readonly DriftAnswer[],
  draw: number,
): number | null {
  const metric = metricOfRow(row);
  const pools = poolOf(epoch, row, answers);
  const cases = Object.entries(scoresOf(night, row)).flatMap(([name, scores]): readonly PooledCase[] => {
    const pool = pools.get(name);
    // The trials of a case are one piece of evidence: the first of them.
    const score = scores[metric]?.[0];
    return pool === undefined || score === undefined ? [] : [{ pool, score, weight: 1 }];
  });
  const rank = rankAgainstPool(cases, draw);
  return rank === null || direction === "higher" ? rank : -rank;
}

/**
 * Latency and its like: one slow minute slows all cases of a night, so that cases are no evidence beside each other. The
 * night as a whole is ranked among the nights before it, which is exact as long as nights can be exchanged.
 */
function rankAmongNights(epoch: Epoch, night: DriftNight, { row, direction }: WatchedRow, draw: number): number | null {
  const tonight = night.levels[row];
  const before = epoch.nights.filter(countedNights(epoch, row)).flatMap((each) => each.levels[row] ?? []);
  if (tonight === undefined || before.length === 0) return null;
  const lower = before.filter((level) => level < tonight).length;
  const equal = before.filter((level) => level === tonight).length;
  const rank = normalQuantile((lower + draw * (equal + 1)) / (before.length + 1));
  return direction === "lower" ? -rank : rank;
}

/** Mean logarithm of a night's values beside those of the same cases in the reference. */
function levelOf({ reference }: Epoch, { cases }: NightRun, row: string): number | null {
  const logarithms = Object.entries(cases ?? {}).flatMap(([name, scores]) => {
    const value = scores[row]?.[0];
    const usual = reference.cases?.[name]?.[row] ?? [];
    if (value === undefined || value <= 0 || usual.length === 0) return [];
    const mean = usual.reduce((sum, each) => sum + Math.log(Math.max(each, 1e-9)), 0) / usual.length;
    return [Math.log(value) - mean];
  });
  if (logarithms.length === 0) return null;
  return logarithms.reduce((sum, each) => sum + each, 0) / logarithms.length;
}
