import type { CaseScores, GateConfig, MetricDefinition } from "../model.ts";
import { createRandom, type Random } from "../stats/random.ts";
import { logGamma } from "../stats/special-functions.ts";
import { compareMetric } from "./compare-metric.ts";
import { decideLook } from "./decide.ts";
import { createLook, planLooks } from "./looks.ts";
import { isPromptSettled } from "./stop.ts";

/** A comparison that is planned, and what is true of it. */
export interface ExpectedRun {
  readonly cases: number;
  readonly trials: { readonly baseline: number; readonly candidate: number };
  /** Mean over the cases of how often the baseline passes. */
  readonly passRate: number;
  /** By how much the candidate passes less often, in the mean; 0: nothing changed. */
  readonly drop: number;
  readonly gate: GateConfig;
}

const passes: MetricDefinition = {
  name: "passes",
  kind: "binary",
  direction: "higher",
  unit: null,
  gatesByDefault: true,
};

/** Enough where neither lattice nor normal value serves: here only the mean over the runs is of interest. */
const draws = 2_000;

/**
 * The share of its cases that a comparison with planned looks takes in the mean, by simulation: a case passes with a
 * probability from Beta(rate, 1 − rate) (an intraclass correlation of 0.5: most cases always or never pass, some are
 * flaky), and what the looks show is put to the gate itself. Of the runs with a drop half lose it in a few cases that
 * break, half a little in all. Null where the pass rate leaves no room for the drop. The same input, the same answer.
 */
export function expectShareTaken(expected: ExpectedRun, runs: number): number | null {
  const { cases, drop } = expected;
  if (drop >= expected.passRate) return null;
  const gate: GateConfig = { ...expected.gate, metrics: null, slices: [], stopEarly: true };
  const planned = planLooks(cases);
  const looks = planned.map((seen, index) => {
    const shares = planned.slice(0, index + 1).map((each) => each / cases);
    return { seen, look: createLook(shares, seen / cases, index === planned.length - 1) };
  });
  const random = createRandom(`expected calls ${cases} ${expected.passRate} ${drop}`);
  const forms = dropForms(expected);
  let taken = 0;
  for (let run = 0; run < runs; run++) {
    const lower = forms[run % forms.length] ?? same;
    const scores: CaseScores[] = [];
    for (const { seen, look } of looks) {
      while (scores.length < seen) scores.push(drawCase(scores.length, expected, lower, random));
      const draft = compareMetric(passes, scores, { gate, seed: run, look, draws });
      if (!isPromptSettled(decideLook([draft], { gate })) && !look.last) continue;
      taken += seen / cases;
      break;
    }
  }
  return taken / runs;
}

/** The candidate's chance of passing a case, from the baseline's. */
type Lower = (chance: number, random: Random) => number;

const same: Lower = (chance) => chance;

/** How the mean falls by the drop: a share of the cases loses 90 % of its chance, or every chance p becomes p^γ. */
function dropForms({ passRate, drop }: ExpectedRun): readonly Lower[] {
  if (drop === 0) return [same];
  const broken = drop / (0.9 * passRate);
  const gamma = solveGamma(passRate, passRate - drop);
  const forms: Lower[] = [];
  if (broken <= 1) forms.push((chance, random) => (random.uniform() < broken ? 0.1 * chance : chance));
  if (gamma !== null) forms.push((chance) => chance ** gamma);
  return forms;
}

/** Beyond it, only the cases that never fail would be left as they are. */
const largestGamma = 1_000;

/** γ with E p^γ = Γ(rate + γ) / (Γ(rate)Γ(1 + γ)) = mean, by bisection; null where the rate is too near to 1 for it. */
function solveGamma(rate: number, mean: number): number | null {
  const meanAt = (gamma: number): number => Math.exp(logGamma(rate + gamma) - logGamma(rate) - logGamma(1 + gamma));
  let low = 1;
  let high = largestGamma;
  if (meanAt(high) > mean) return null;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (meanAt(middle) > mean) low = middle;
    else high = middle;
  }
  return high;
}

function drawCase(index: number, { trials, passRate }: ExpectedRun, lower: Lower, random: Random): CaseScores {
  const chance = drawChance(passRate, random);
  const draw = (count: number, p: number): readonly number[] =>
    Array.from({ length: count }, () => (random.uniform() < p ? 1 : 0));
  return {
    id: `case ${index}`,
    tags: [],
    weight: 1,
    cluster: null,
    baseline: draw(trials.baseline, chance),
    candidate: draw(trials.candidate, lower(chance, random)),
  };
}

/** Beta(rate, 1 − rate) by Jöhnk's method. */
function drawChance(rate: number, random: Random): number {
  for (;;) {
    const x = random.uniform() ** (1 / rate);
    const y = random.uniform() ** (1 / (1 - rate));
    if (x + y > 0 && x + y <= 1) return x / (x + y);
  }
}
