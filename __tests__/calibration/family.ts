import { compareMetric, type Draft } from "../../src/gate/compare-metric.ts";
import { areCopies, takeOneTrial } from "../../src/gate/copies.ts";
import { decideLook } from "../../src/gate/decide.ts";
import { draftSlices } from "../../src/gate/slices.ts";
import type { CaseScores, GateConfig, MetricDefinition } from "../../src/model.ts";
import { createRandom, type Random } from "../../src/stats/random.ts";
import type { CellResult, Trials } from "./cells.ts";
import { atTheEnd, defaultGate, type PlannedLook, plannedLooks } from "./judge.ts";
import { type ArmScores, drawArm, passFail, toCaseScores } from "./scores.ts";
import { isPossible, type Sums, sumUp } from "./screen.ts";
import { drawQualities } from "./simulated-suite.ts";

/** Comparisons that gate together, of which none should regress where nothing changed. */
export interface Family {
  readonly name: string;
  /** Comparisons that the correction counts. */
  readonly size: number;
  /** Pass rates of the metrics, each scored by itself. */
  readonly metrics: readonly number[];
  /** Pass rates of the tags that gate besides the whole set, given to the cases in turn. */
  readonly tags: readonly number[];
  /** Whether all trials of a case in an arm are one answer repeated. */
  readonly copies: boolean;
}

const alike = (count: number, rate: number): readonly number[] => Array.from({ length: count }, () => rate);

export const fiveMetrics = (rate: number): Family => ({
  name: "five metrics",
  size: 5,
  metrics: alike(5, rate),
  tags: [],
  copies: false,
});
export const fourSlices = (rate: number): Family => ({
  name: "four gating slices",
  size: 5,
  metrics: [rate],
  tags: alike(4, rate),
  copies: false,
});
export const copiedTrials = (rate: number): Family => ({
  name: "repeats that are copies",
  size: 1,
  metrics: [rate],
  tags: [],
  copies: true,
});

const checkEvery = 200;
const smallestMargin = 0.001;

/** How often anything that gates regresses though nothing changed, at once and with planned looks. */
export function simulateFamily(family: Family, cases: number, trials: Trials, runs: number): CellResult {
  const random = createRandom(JSON.stringify({ family, cases, trials }));
  const gate: GateConfig = {
    ...defaultGate,
    margin: smallestMargin,
    slices: family.tags.map((_, tag) => `tag ${tag}`),
  };
  const metrics = family.metrics.map((_, index) => ({ ...passFail.metric, name: `metric ${index}` }));
  let ruledOut = 0;
  const regresses = (arms: readonly Arms[], sums: readonly Sums[], { seen, look }: PlannedLook): boolean => {
    const terms = { margin: gate.margin, level: look.level(gate.alpha / family.size) };
    const possible = sums.some(({ difference, variance }) =>
      isPossible(
        "regression",
        { difference: difference[seen] ?? 0, variance: variance[seen] ?? 0, cases: seen },
        terms,
      ),
    );
    if (!possible && ++ruledOut % checkEvery !== 0) return false;
    const drafts = metrics.flatMap((metric, index) => draft(metric, arms[index] as Arms, family, { gate, seen, look }));
    const made = decideLook(drafts, { gate }).some((each) => each.gated && each.verdict === "regression");
    if (made && !possible) throw new Error("a regression was ruled out, but the gate finds it");
    return made;
  };
  let atOnce = 0;
  let withLooks = 0;
  for (let run = 0; run < runs; run++) {
    const arms = family.metrics.map((rate) => {
      const qualities = drawUnchanged(cases, family.tags.length === 0 ? [rate] : family.tags, random);
      return {
        baseline: drawArm(qualities, trials[0], passFail, random, family.copies),
        candidate: drawArm(qualities, trials[1], passFail, random, family.copies),
      };
    });
    const sums = arms.flatMap((each) => sumsOf(each, cases, family));
    if (regresses(arms, sums, atTheEnd(cases))) atOnce++;
    if (plannedLooks(cases).some((look) => regresses(arms, sums, look))) withLooks++;
  }
  return { atOnce: { hits: atOnce, runs }, withLooks: { hits: withLooks, runs } };
}

/** Cases that take the pass rates in turn. */
function drawUnchanged(cases: number, rates: readonly number[], random: Random): Float64Array {
  const plan = { stability: "mixed", drop: 0, form: "uniform" } as const;
  const parts = rates.map(
    (rate) => drawQualities({ ...plan, cases: Math.ceil(cases / rates.length), rate }, random).baseline,
  );
  const qualities = new Float64Array(cases);
  for (let index = 0; index < cases; index++) {
    qualities[index] = parts[index % rates.length]?.[Math.floor(index / rates.length)] ?? 0;
  }
  return qualities;
}

interface Arms {
  readonly baseline: ArmScores;
  readonly candidate: ArmScores;
}

/** Of the whole set and of every slice; copies count as one trial. */
function sumsOf({ baseline, candidate }: Arms, cases: number, { tags, copies }: Family): Sums[] {
  if (copies) return [sumUp(firstTrials(baseline), firstTrials(candidate), cases)];
  const slices = tags.map((_, from) => sumUp(baseline, candidate, cases, { step: tags.length, from }));
  return [sumUp(baseline, candidate, cases), ...slices];
}

function firstTrials({ trials, values }: ArmScores): ArmScores {
  return { trials: 1, values: values.filter((_, index) => index % trials === 0) };
}

/** The gate's own way from scores to drafts: copies are told by the first answers, slices by the tags. */
function draft(
  metric: MetricDefinition,
  { baseline, candidate }: Arms,
  { tags, copies }: Family,
  { gate, seen, look }: Pick<PlannedLook, "seen" | "look"> & { readonly gate: GateConfig },
): readonly Draft[] {
  const all = toCaseScores(
    baseline,
    candidate,
    seen,
    tags.length === 0 ? null : (index) => `tag ${index % tags.length}`,
  );
  const cases = copies && areCopies(all.map(answersOf)) ? all.map(takeOneTrial) : all;
  const settings = { gate, seed: 1, look };
  return [compareMetric(metric, cases, settings), ...draftSlices(metric, cases, settings)];
}

/** Equal scores of one case stand for equal answers. */
function answersOf({ baseline, candidate }: CaseScores) {
  return { baseline: baseline.map(String), candidate: candidate.map(String) };
}
