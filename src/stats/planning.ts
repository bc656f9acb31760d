import { normalQuantile } from "./distributions.ts";

/** (z_{1−α} + z_power)², the factor of every plan for a one-sided test. */
function planningFactor(alpha: number, power: number): number {
  return (normalQuantile(1 - alpha) + normalQuantile(power)) ** 2;
}

/** The mean λ of a Poisson count that reaches m with the given probability. */
function poissonMeanReaching(m: number, probability: number): number {
  const reaches = (mean: number) => {
    let term = Math.exp(-mean);
    let below = 0;
    for (let count = 0; count < m; count++) {
      below += term;
      term *= mean / (count + 1);
    }
    return 1 - below;
  };
  let low = 0;
  let high = 1;
  while (reaches(high) < probability && high < 700) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (reaches(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What a plan for the within-case permutation test starts from. */
export interface DetectableDropInput {
  readonly cases: number;
  /** Mean within-case variance σ² of the scores: from history, else mean·(1 − mean)/2. */
  readonly meanVariance: number;
  readonly trialsBaseline: number;
  readonly trialsCandidate: number;
  /** One-sided. */
  readonly alpha: number;
  readonly power: number;
}

/**
 * The drop that the within-case permutation test finds with the given power, in score points; also the smallest margin
 * that an unchanged prompt can be certified against with that power. Above 1 no drop can be found; ∞ without cases.
 *
 * ½(aq + √(a²q² + 4aV₀)), a = (z_{1−α} + z_power)²/n, V₀ = σ²(1/K_B + 1/K_C), q = (1/K_B + 1/K_C)/4: Miller 2024 (arXiv
 * 2411.00640) plus the variance that a drop itself adds. At least λ/(nK_C), where λ is the mean of a Poisson count of
 * failures that reaches m with the given power, m the fewest failures on one side with ½(K_C/(K_B + K_C))^m ≤ α.
 */
export function minimumDetectableDrop(input: DetectableDropInput): number {
  const { cases, meanVariance, trialsBaseline, trialsCandidate, alpha, power } = input;
  if (cases <= 0) return Number.POSITIVE_INFINITY;
  const shares = 1 / trialsBaseline + 1 / trialsCandidate;
  const a = planningFactor(alpha, power) / cases;
  const q = shares / 4;
  const drop = (a * q + Math.sqrt((a * q) ** 2 + 4 * a * meanVariance * shares)) / 2;
  return Math.max(drop, fewestFailures(input) / cases);
}

/** λ/K_C: at so many cases times the drop, the fewest failures that can be significant are reached with the given power. */
function fewestFailures({ trialsBaseline, trialsCandidate, alpha, power }: Omit<DetectableDropInput, "cases">): number {
  const chance = trialsCandidate / (trialsBaseline + trialsCandidate);
  let failures = 1;
  while (chance ** failures / 2 > alpha) failures++;
  return poissonMeanReaching(failures, power) / trialsCandidate;
}

/** The fewest cases whose minimum detectable drop is at most `drop`, which is above 0: the same formula solved for n. */
export function casesForDrop(drop: number, input: Omit<DetectableDropInput, "cases">): number {
  const shares = 1 / input.trialsBaseline + 1 / input.trialsCandidate;
  const variance = input.meanVariance * shares + (drop * shares) / 4;
  const planned = (planningFactor(input.alpha, input.power) * variance) / drop ** 2;
  return roundUp(Math.max(planned, fewestFailures(input) / drop));
}

/**
 * The plain formula for pass/fail with one trial, (z_{1−α} + z_power)·√(discordance/n), in score points. Too hopeful below
 * some hundred cases: it knows neither the variance that a drop adds nor the fewest losses that can be significant.
 *
 * @param discordance expected share of cases on which the arms differ
 */
export function mdePairedBinary(n: number, discordance: number, alpha: number, power: number): number {
  return n <= 0 ? Number.POSITIVE_INFINITY : Math.sqrt((planningFactor(alpha, power) * discordance) / n);
}

/** What a plan for cases that are a sample of their kind starts from. */
export interface RequiredCasesInput {
  /** Difference to be found, in score points. */
  readonly effect: number;
  /** ω², variance over cases of the true difference. */
  readonly effectVariance: number;
  /** σ² within a case, per arm. */
  readonly varianceBaseline: number;
  readonly varianceCandidate: number;
  readonly trialsBaseline: number;
  readonly trialsCandidate: number;
  /** One-sided. */
  readonly alpha: number;
  readonly power: number;
}

/** Cases needed, (z_{1−α} + z_power)²(ω² + σ²_B/K_B + σ²_C/K_C)/effect², rounded up (Miller 2024, arXiv 2411.00640). */
export function requiredCases(input: RequiredCasesInput): number {
  const variance =
    input.effectVariance +
    input.varianceBaseline / input.trialsBaseline +
    input.varianceCandidate / input.trialsCandidate;
  return roundUp((planningFactor(input.alpha, input.power) * variance) / input.effect ** 2);
}

/** Up to a whole number, but not for what only rounding put above one. */
function roundUp(value: number): number {
  return Math.ceil(value * (1 - 1e-12));
}

/**
 * Cases in all that would settle an inconclusive comparison with 80 % chance if it goes on as it did:
 * n·max(((z_{1−α} + z_{.8})√V/margin)², 1), rounded up. Never fewer than the cases there are.
 */
export function casesToSettle(input: {
  readonly cases: number;
  /** V, permutation variance of the difference. */
  readonly variance: number;
  /** Tolerated loss, above 0. */
  readonly margin: number;
  /** One-sided. */
  readonly alpha: number;
}): number {
  const factor = (planningFactor(input.alpha, 0.8) * input.variance) / input.margin ** 2;
  return roundUp(input.cases * Math.max(factor, 1));
}
