import { addNight, eValueOf, noEvidence } from "../../src/stats/drift-evidence.ts";
import { type PooledCase, rankAgainstPool } from "../../src/stats/pool-rank.ts";
import { createRandom, type Random } from "../../src/stats/random.ts";
import type { ProvedCell } from "./proof.ts";
import { passFail, rubric, type Scale } from "./scores.ts";
import { drawQualities } from "./simulated-suite.ts";

/** Trials of every case in the reference. */
const referenceTrials = 5;

/** The night from which on the model is worse, counted from 1. */
const changeNight = 30;

const alpha = 0.05;

interface Watch {
  readonly cases: number;
  /** Cases a night; a part of the set rotates. */
  readonly sample: number;
  readonly rate: number;
  readonly scale: Scale;
  /** Points lost from the change on; 0: nothing changes. */
  readonly drop: number;
  readonly nights: number;
}

/** For each rule the night of its first alarm; null where it never raised one. */
type FirstAlarms = Readonly<Record<Rule, number | null>>;
type Rule = "drift" | "five points" | "nightly test";

/** Runs one prompt and metric through its nights, under three rules on the same scores. */
function watch(plan: Watch, form: "breakage" | "uniform", random: Random, ours: boolean): FirstAlarms {
  const truth = drawQualities({ ...plan, stability: "mixed", form }, random);
  const pools = Array.from(truth.baseline, (quality) => {
    const pool = new Map<number, number>();
    for (let trial = 0; trial < referenceTrials; trial++) count(pool, plan.scale.draw(quality, random));
    return pool;
  });
  const reference = pools.map(
    (pool) => [...pool].reduce((sum, [score, times]) => sum + score * times, 0) / referenceTrials,
  );
  const first: Record<Rule, number | null> = { drift: null, "five points": null, "nightly test": null };
  let evidence = noEvidence;
  for (let night = 1; night <= plan.nights; night++) {
    const qualities = plan.drop > 0 && night >= changeNight ? truth.candidate : truth.baseline;
    const start = (night - 1) * plan.sample;
    const positions = Array.from({ length: plan.sample }, (_, index) => (start + index) % plan.cases);
    const scores = positions.map((position) => plan.scale.draw(qualities[position] ?? 0, random));
    const differences = positions.map((position, index) => (scores[index] ?? 0) - (reference[position] ?? 0));
    const difference = meanOf(differences);
    if (difference < -0.05) first["five points"] ??= night;
    if (difference < -1.645 * errorOf(differences)) first["nightly test"] ??= night;
    if (ours) {
      const cases: PooledCase[] = positions.map((position, index) => ({
        pool: pools[position] ?? new Map(),
        score: scores[index] ?? 0,
        weight: 1,
      }));
      evidence = addNight(evidence, rankAgainstPool(cases, random.uniform()));
      if (eValueOf(evidence) >= 1 / alpha) {
        first.drift = night;
        return first;
      }
    }
    for (const [index, position] of positions.entries()) count(pools[position] ?? new Map(), scores[index] ?? 0);
  }
  return first;
}

function count(pool: Map<number, number>, score: number): void {
  pool.set(score, (pool.get(score) ?? 0) + 1);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function errorOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

export interface DriftPart {
  readonly rates?: readonly number[];
  readonly scales?: readonly Scale[];
  /** Share of the replications, for the ordinary tests. */
  readonly share?: number;
}

const allRates = [0.5, 0.8, 0.95];
const suite = { cases: 50, sample: 50 };

/** A year without drift: how many of the years see an alarm. */
export function calmYears({
  rates = allRates,
  scales = [passFail, rubric],
  share = 1,
}: DriftPart): readonly ProvedCell[] {
  const names: Readonly<Record<Rule, string>> = {
    drift: "Prompt Assay",
    "five points": "5 points below the reference",
    "nightly test": "a test at 5 % every night",
  };
  const cells = scales.flatMap((scale) => rates.map((rate) => ({ scale, rate })));
  return cells.flatMap(({ scale, rate }) => {
    let years: readonly FirstAlarms[] | null = null;
    const simulate = (): readonly FirstAlarms[] => {
      const random = createRandom(`calm ${scale.metric.name} ${rate}`);
      const plan = { ...suite, scale, rate, drop: 0, nights: 365 };
      years ??= Array.from({ length: Math.round(2000 * share) }, () => watch(plan, "uniform", random, true));
      return years;
    };
    return (Object.keys(names) as Rule[]).map((rule) => ({
      table: "drift-calm",
      row: `${scale === passFail ? "pass/fail" : "rubric of five points"}, mean ${Math.round(100 * rate)} %`,
      column: names[rule],
      run: () => {
        // A year that ends with our alarm is not gone through to its end; such years are few.
        const alarms = simulate().filter((alarm) => alarm[rule] !== null).length;
        return {
          shares: [{ hits: alarms, runs: simulate().length }],
          // What the other rules do is shown and not claimed.
          ...(rule === "drift" && { atMost: alpha }),
        };
      },
    }));
  });
}

interface Goal {
  readonly name: string;
  readonly drop: number;
  readonly sample: number;
  readonly within: number;
}

const goals: readonly Goal[] = [
  { name: "10 points, within 7 nights", drop: 0.1, sample: 50, within: 7 },
  { name: "20 points, within 2 nights", drop: 0.2, sample: 50, within: 2 },
  { name: "10 points, 20 cases a night, within 21 nights", drop: 0.1, sample: 20, within: 21 },
  { name: "20 points, 20 cases a night, within 6 nights", drop: 0.2, sample: 20, within: 6 },
];

/** A change at night 30: how often it is found in time. Half lose by breakage, half all cases a little. */
export function foundInTime({ rates = allRates, share = 1 }: DriftPart): readonly ProvedCell[] {
  return goals.flatMap(({ name, drop, sample, within }) =>
    rates.map((rate) => ({
      table: "drift-found",
      row: name,
      column: `pass rate ${Math.round(100 * rate)} %`,
      run: () => {
        const random = createRandom(`found ${name} ${rate}`);
        const plan = { cases: 50, sample, scale: passFail, rate, drop, nights: changeNight + within - 1 };
        let hits = 0;
        let runs = 0;
        for (let run = 0; run < Math.round(5000 * share); run++) {
          const { drift } = watch(plan, run % 2 === 0 ? "breakage" : "uniform", random, true);
          // An alarm before the change is a false one, and finds nothing.
          if (drift !== null && drift < changeNight) continue;
          runs++;
          if (drift !== null) hits++;
        }
        return { shares: [{ hits, runs }], atLeast: 0.8 };
      },
    })),
  );
}
