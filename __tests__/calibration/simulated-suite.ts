import { createRandom, type Random } from "../../src/stats/random.ts";

/** How the change makes things worse: a share of the cases loses 90 % of its quality, or all lose some (q → q^γ). */
export type DropForm = "breakage" | "uniform";

/** What is true of a simulated golden set, and what is asked of it. */
export interface SuitePlan {
  readonly cases: number;
  /** Mean quality of the baseline: the pass rate for pass/fail. */
  readonly rate: number;
  /**
   * `mixed`: Beta(rate, 1 − rate), an intraclass correlation of 0.5: most cases always or never pass, some are flaky.
   * `all-or-nothing`: every case passes always or never, and what breaks breaks wholly.
   */
  readonly stability: "mixed" | "all-or-nothing";
  /** Exact mean loss of quality over these very cases; 0: nothing changed. */
  readonly drop: number;
  readonly form: DropForm;
}

/** The quality of every case in both arms, 0…1. */
export interface Qualities {
  readonly baseline: Float64Array;
  readonly candidate: Float64Array;
}

const poolSize = 2 ** 16;
const pools = new Map<number, Float64Array>();

/** Jöhnk's method for Beta(rate, 1 − rate), drawn once and sampled from: powers are slow. */
function qualityPool(rate: number): Float64Array {
  const known = pools.get(rate);
  if (known) return known;
  const random = createRandom(`qualities ${rate}`);
  const pool = Float64Array.from({ length: poolSize }, () => {
    for (;;) {
      const x = random.uniform() ** (1 / rate);
      const y = random.uniform() ** (1 / (1 - rate));
      if (x + y > 0 && x + y <= 1) return Math.min(1 - 1e-9, x / (x + y));
    }
  });
  pools.set(rate, pool);
  return pool;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Draws the qualities of a set; sets that have too little to lose are drawn again. */
export function drawQualities(plan: SuitePlan, random: Random): Qualities {
  if (plan.stability === "all-or-nothing") return drawFirmQualities(plan, random);
  const pool = qualityPool(plan.rate);
  for (;;) {
    const baseline = new Float64Array(plan.cases);
    for (let index = 0; index < plan.cases; index++) baseline[index] = pool[random.below(poolSize)] ?? 0;
    if (plan.drop === 0) return { baseline, candidate: baseline };
    const lost = plan.drop * plan.cases;
    const candidate =
      plan.form === "breakage" ? breakSome(baseline, lost, random) : sinkAll(baseline, sumOf(baseline) - lost);
    if (candidate !== null) return { baseline, candidate };
  }
}

/** Exactly the rate passes, and the fewest cases break wholly that make up the drop. */
function drawFirmQualities({ cases, rate, drop }: SuitePlan, random: Random): Qualities {
  const passing = Math.round(rate * cases);
  const broken = Math.ceil(drop * cases - 1e-9);
  const order = shuffledIndices(cases, random);
  const baseline = new Float64Array(cases);
  const candidate = new Float64Array(cases);
  for (const [rank, index] of order.entries()) {
    if (rank < passing) baseline[index] = 1;
    if (rank >= broken && rank < passing) candidate[index] = 1;
  }
  return { baseline, candidate };
}

function breakSome(baseline: Float64Array, lost: number, random: Random): Float64Array | null {
  const candidate = Float64Array.from(baseline);
  let left = lost;
  for (const index of shuffledIndices(baseline.length, random)) {
    const loss = Math.min(left, 0.9 * (baseline[index] ?? 0));
    candidate[index] = (baseline[index] ?? 0) - loss;
    left -= loss;
    if (left <= 0) return candidate;
  }
  return null;
}

/** Solves Σ q^γ = target by Newton's method: the sum is convex and falls with γ, so that it converges from the left. */
function sinkAll(baseline: Float64Array, target: number): Float64Array | null {
  if (target <= 0) return null;
  const logarithms = baseline.map((quality) => Math.log(quality));
  let gamma = 1;
  for (let step = 0; step < 200; step++) {
    let excess = -target;
    let slope = 0;
    for (const logarithm of logarithms) {
      const value = Math.exp(gamma * logarithm);
      excess += value;
      slope += value * logarithm;
    }
    if (Math.abs(excess) < 1e-9) break;
    gamma -= excess / slope;
  }
  return logarithms.map((logarithm) => Math.exp(gamma * logarithm));
}

/** Fisher and Yates. */
function shuffledIndices(length: number, random: Random): Int32Array {
  const order = new Int32Array(length);
  for (let index = 0; index < length; index++) order[index] = index;
  for (let last = length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
