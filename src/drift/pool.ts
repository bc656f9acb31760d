import type { DriftAnswer, DriftEvent, DriftNight } from "../model.ts";
import { type Epoch, metricOfRow, scoresOf, stateOf } from "./epoch.ts";

/** Case → score → how often. */
export type Pool = Map<string, Map<number, number>>;

/**
 * All scores that tonight's are compared with. While a row drifts, that is what came since its change, so that a turn for
 * the worse or for the better shows; once it has recovered, what came while it drifted no longer counts.
 *
 * @param answers what judges made of the stored answers when they were given: the first scores of a judge's check
 */
export function poolOf(epoch: Epoch, row: string, answers: readonly DriftAnswer[]): Pool {
  const pool: Pool = new Map();
  const metric = metricOfRow(row);
  const counts = countedNights(epoch, row);
  if (stateOf(epoch, row)?.event === "recovered" || stateOf(epoch, row) === null) {
    if (row === metric) {
      for (const [name, scores] of Object.entries(epoch.reference.cases ?? {}))
        addAll(pool, name, scores[metric] ?? []);
      for (const [name, scores] of Object.entries(epoch.pool?.cases ?? {})) {
        for (const [value, count] of scores[metric] ?? []) add(pool, name, value, count);
      }
    } else {
      for (const answer of answers) {
        const score = answer.scores[metric];
        if (score !== undefined) add(pool, answer.case, score, 1);
      }
    }
  }
  for (const night of epoch.nights.filter(counts)) {
    for (const [name, scores] of Object.entries(scoresOf(night, row))) addAll(pool, name, scores[metric] ?? []);
  }
  return pool;
}

/** Which nights count for a row in its present state. */
export function countedNights({ events }: Pick<Epoch, "events">, row: string): (night: DriftNight) => boolean {
  const own = events.filter((event) => event.row === row);
  const state = own.at(-1);
  if (state === undefined) return () => true;
  if (state.event !== "recovered") return ({ at }) => at >= state.change.first;
  return isSound({ events }, row);
}

/** Whether a night stands outside of every drift that is over. */
export function isSound({ events }: Pick<Epoch, "events">, row: string): (night: DriftNight) => boolean {
  const lost = lostSpans(events.filter((event) => event.row === row));
  return ({ at }) => !lost.some(({ from, until }) => at >= from && at < until);
}

/** From the first night of each drift to the first one after it. */
function lostSpans(own: readonly DriftEvent[]): readonly { readonly from: string; readonly until: string }[] {
  const spans: { from: string; until: string }[] = [];
  let from: string | null = null;
  for (const { event, change } of own) {
    if (event === "drift") from = change.first;
    if (event !== "recovered" || from === null) continue;
    spans.push({ from, until: change.first });
    from = null;
  }
  return spans;
}

function addAll(pool: Pool, name: string, scores: readonly number[]): void {
  for (const score of scores) add(pool, name, score, 1);
}

function add(pool: Pool, name: string, score: number, count: number): void {
  const scores = pool.get(name) ?? new Map<number, number>();
  scores.set(score, (scores.get(score) ?? 0) + count);
  pool.set(name, scores);
}
