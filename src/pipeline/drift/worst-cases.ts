import { type Epoch, metricOfRow } from "../../drift/epoch.ts";
import { Sums } from "../../drift/levels.ts";
import type { DriftAnswer, DriftCase, DriftEvent } from "../../model.ts";
import type { NightTaken } from "./record-night.ts";

/** How many cases are shown. */
const shown = 5;

/** The cases that lost most of the metric that drifts, with what was answered then and now as far as it may be kept. */
export function worstCases(
  { answers: tonight, run }: NightTaken,
  epoch: Epoch,
  drifts: readonly DriftEvent[],
  kept: readonly DriftAnswer[],
): readonly DriftCase[] {
  const drift = drifts.find(({ row, direction }) => direction === "fall" && row === metricOfRow(row));
  if (drift === undefined) return [];
  const before = new Sums();
  const add = (name: string, values: readonly number[] = []): void => before.addAll(name, values);
  for (const [name, scores] of Object.entries(epoch.reference.cases ?? {})) add(name, scores[drift.row]);
  const lost = Object.entries(run.cases ?? {}).flatMap(([name, scores]) => {
    const was = before.meanOf(name);
    const now = scores[drift.row]?.[0];
    return was === null || now === undefined || now >= was ? [] : [{ name, was, now }];
  });
  // Of those that lost as much, first the ones that have an answer of then to look at.
  const unkept = ({ name }: { readonly name: string }): number => Number(!kept.some((each) => each.case === name));
  lost.sort(
    (one, other) =>
      one.now - one.was - (other.now - other.was) || unkept(one) - unkept(other) || (one.name < other.name ? -1 : 1),
  );
  return lost.slice(0, shown).flatMap(({ name, was, now }) => {
    const answer = tonight.find((each) => each.case === name);
    const then = kept.find((each) => each.case === name);
    // Where no text may be kept, none is shown.
    const outputNow = kept.length === 0 ? null : (answer?.output ?? null);
    return answer === undefined ? [] : [{ id: answer.id, was, now, outputThen: then?.output ?? null, outputNow }];
  });
}
