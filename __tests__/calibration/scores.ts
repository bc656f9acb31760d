import type { CaseScores, MetricDefinition } from "../../src/model.ts";
import type { Random } from "../../src/stats/random.ts";

/** How an answer of a given quality is scored. */
export interface Scale {
  readonly metric: MetricDefinition;
  /** By how much the mean score falls where the quality falls by 1. */
  readonly slope: number;
  draw(quality: number, random: Random): number;
}

const passFailMetric: MetricDefinition = {
  name: "right",
  kind: "binary",
  direction: "higher",
  unit: null,
  gatesByDefault: true,
};
const gradedMetric: MetricDefinition = { ...passFailMetric, name: "grade", kind: "bounded" };

export const passFail: Scale = {
  metric: passFailMetric,
  slope: 1,
  draw: (quality, random) => (random.uniform() < quality ? 1 : 0),
};

/** A rubric of five points, four of them won or lost independently. */
export const rubric: Scale = {
  metric: gradedMetric,
  slope: 1,
  draw: (quality, random) => {
    // The binomial law gone through from its likelier end: one random number for all four.
    const likelier = Math.max(quality, 1 - quality);
    const odds = (1 - likelier) / likelier;
    let chance = likelier ** 4;
    let left = random.uniform() - chance;
    let missed = 0;
    while (left >= 0 && missed < 4) {
      chance *= (odds * (4 - missed)) / (missed + 1);
      left -= chance;
      missed++;
    }
    return (quality >= 0.5 ? 4 - missed : missed) / 4;
  },
};

/** A similarity without a lattice: good answers lie on or close to the ceiling, bad ones anywhere below 0.6. */
export const similarity: Scale = {
  metric: gradedMetric,
  slope: 0.65,
  draw: (quality, random) => {
    const good = random.uniform() < quality;
    const where = random.uniform();
    return good ? 1 - 0.4 * Math.max(0, where - 0.5) : 0.6 * where;
  },
};

/** The scores of all cases, one after the other, `trials` of each. */
export interface ArmScores {
  readonly trials: number;
  readonly values: Float64Array;
}

/** Draws every trial of every case; copies are one draw repeated. */
export function drawArm(
  qualities: Float64Array,
  trials: number,
  scale: Scale,
  random: Random,
  copies = false,
): ArmScores {
  const values = new Float64Array(qualities.length * trials);
  for (let index = 0; index < qualities.length; index++) {
    const quality = qualities[index] ?? 0;
    for (let trial = 0; trial < trials; trial++) {
      const place = index * trials + trial;
      values[place] = copies && trial > 0 ? (values[place - 1] ?? 0) : scale.draw(quality, random);
    }
  }
  return { trials, values };
}

/** The first cases of both arms as the gate takes them. */
export function toCaseScores(
  baseline: ArmScores,
  candidate: ArmScores,
  cases: number,
  tagOf: ((index: number) => string) | null = null,
): CaseScores[] {
  return Array.from({ length: cases }, (_, index) => ({
    id: `case ${index}`,
    tags: tagOf === null ? [] : [tagOf(index)],
    weight: 1,
    cluster: null,
    baseline: trialsOf(baseline, index),
    candidate: trialsOf(candidate, index),
  }));
}

function trialsOf({ trials, values }: ArmScores, index: number): number[] {
  const scores: number[] = [];
  for (let trial = 0; trial < trials; trial++) scores.push(values[index * trials + trial] ?? 0);
  return scores;
}
