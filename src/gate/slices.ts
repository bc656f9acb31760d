import type { CaseScores, MetricDefinition } from "../model.ts";
import { compareMetric, type Draft, isGated } from "./compare-metric.ts";
import type { CompareSettings } from "./gather-evidence.ts";
import { pairCases } from "./pair-cases.ts";

/** Smaller slices are not compared unless they gate. */
const fewestPairs = 5;
/** More are not compared: of the others, those with the most pairs. */
const mostSlices = 50;
/** Draws for a watched slice: they tell 0.1 %, which the correction over 50 asks for, and all take half a second. */
const drawsWatched = 10_000;

interface Slice {
  readonly tag: string;
  readonly cases: readonly CaseScores[];
  readonly pairs: number;
}

/**
 * Compares a gated metric on the cases of every tag, so that a drop on the edge cases does not hide in the average. Tags
 * of `gate.slices` gate, whatever their size; the others are watched. In the order of the tags' names.
 */
export function draftSlices(
  metric: MetricDefinition,
  cases: readonly CaseScores[],
  settings: CompareSettings,
): readonly Draft[] {
  const { gate } = settings;
  if (!isGated(metric, gate.metrics)) return [];
  const slices = sliceByTag(cases, metric);
  const gates = ({ tag }: Slice): boolean => gate.slices.includes(tag);
  const watched = slices
    // What all cases share is the whole set again.
    .filter((slice) => !gates(slice) && slice.pairs >= fewestPairs && slice.cases.length < cases.length)
    .sort((left, right) => right.pairs - left.pairs || byName(left, right))
    .slice(0, mostSlices);
  return [...slices.filter(gates), ...watched].sort(byName).map((slice) => {
    const draft = compareMetric(metric, slice.cases, gates(slice) ? settings : { ...settings, draws: drawsWatched });
    return { ...draft, comparison: { ...draft.comparison, gated: gates(slice), slice: slice.tag } };
  });
}

function sliceByTag(cases: readonly CaseScores[], metric: MetricDefinition): readonly Slice[] {
  const members = new Map<string, CaseScores[]>();
  for (const entry of cases) {
    if (entry.tags.length === 0) continue;
    for (const tag of new Set(entry.tags)) {
      const known = members.get(tag);
      if (known === undefined) members.set(tag, [entry]);
      else known.push(entry);
    }
  }
  return [...members].map(([tag, own]) => ({ tag, cases: own, pairs: pairCases(own, metric).pairs.length }));
}

/** By code units, so that the order is the same on every machine. */
function byName(left: Slice, right: Slice): number {
  return left.tag < right.tag ? -1 : 1;
}
