import { normalCdf, normalDensity, normalQuantile } from "./distributions.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { solveTail } from "./solve-tail.ts";
import type { Spending } from "./spending.ts";

/** One planned look. */
export interface Look {
  /** Upper bound for the standard normal statistic; ∞ where nothing may be spent yet. */
  readonly z: number;
  /** The same as a one-sided nominal level, to be held against the p-value at this look; 0 where nothing may be spent. */
  readonly level: number;
}

/** Points of the density of the Brownian path that has not yet crossed; `mass` holds density × quadrature weight. */
interface Path {
  readonly points: readonly number[];
  readonly mass: readonly number[];
}

/** Standard deviations beyond which a step of the path is nil. */
const REACH = 9;

/** A look that follows closer than this on another is no look; it also bounds the number of points. */
const SMALLEST_GAP = 1e-6;

const RULE = gaussLegendre(16);

/** The bound over which a step of the given standard deviation takes the path with the given probability. */
function findBound(path: Path, probability: number, deviation: number, scale: number): number {
  const over = (value: (z: number) => number) => (bound: number) => {
    let sum = 0;
    for (const [index, point] of path.points.entries()) {
      sum += (path.mass[index] ?? 0) * value((point - bound) / deviation);
    }
    return sum;
  };
  const density = over(normalDensity);
  return solveTail(over(normalCdf), (bound) => density(bound) / deviation, probability, {
    low: -REACH * scale,
    high: 40 * scale,
  });
}

/** Moves the path one look on and cuts off what crossed the bound. */
function advance(path: Path, bound: number, deviation: number, scale: number, nextDeviation: number): Path {
  const low = -REACH * scale;
  const high = Math.min(bound, REACH * scale);
  const panels = Math.max(1, Math.ceil((high - low) / (3 * Math.min(deviation, nextDeviation))));
  const half = (high - low) / panels / 2;
  const points: number[] = [];
  const mass: number[] = [];
  let start = 0;
  for (let panel = 0; panel < panels; panel++) {
    const centre = low + (2 * panel + 1) * half;
    const from = centre - half - REACH * deviation;
    const to = centre + half + REACH * deviation;
    while (start < path.points.length && (path.points[start] ?? 0) < from) start++;
    for (let node = RULE.nodes.length - 1; node >= 0; node--) {
      const point = centre + half * (RULE.nodes[node] ?? 0);
      let density = 0;
      for (let index = start; index < path.points.length && (path.points[index] ?? 0) <= to; index++) {
        density += (path.mass[index] ?? 0) * normalDensity((point - (path.points[index] ?? 0)) / deviation);
      }
      points.push(point);
      mass.push((density / deviation) * half * (RULE.weights[node] ?? 0));
    }
  }
  return { points, mass };
}

/** Where a plan stands after some of its looks: what the next one goes on from. */
export interface LooksSoFar {
  /** The last of them; null before the first. */
  readonly last: Look | null;
  /** Share of the information at the last look that spent something. */
  readonly fraction: number;
  readonly spent: number;
  /** The path before that look, and where it cut it off. It is moved on only when there is a next look. */
  readonly path: Path;
  readonly cut: { readonly bound: number; readonly deviation: number; readonly scale: number } | null;
  /** From that look to the one after it; null while there is none. */
  readonly gap: number | null;
}

/** A plan before its first look. */
export const noLooks: LooksSoFar = {
  last: null,
  fraction: 0,
  spent: 0,
  path: { points: [0], mass: [1] },
  cut: null,
  gap: null,
};

/**
 * The next look of a plan: at `fraction` of the information, with `total` spent in all. One step of the recursion that
 * `groupSequentialBounds` describes, so that a plan that goes on costs no more than its new look.
 */
export function takeLook(before: LooksSoFar, fraction: number, total: number): LooksSoFar {
  const spent = Math.max(before.spent, total);
  const gap = fraction - before.fraction;
  const state = { ...before, gap: before.gap ?? gap };
  if (gap < SMALLEST_GAP || spent - before.spent < 1e-200) {
    // Nothing new was seen or may be spent: the path is not cut, and the next step starts where the last one ended.
    return { ...state, last: { z: Number.POSITIVE_INFINITY, level: 0 } };
  }
  const deviation = Math.sqrt(gap);
  const scale = Math.sqrt(fraction);
  const path = moveOn(state);
  // The first look is a plain quantile; there is nothing to integrate over.
  const bound =
    before.cut === null
      ? -normalQuantile(spent - before.spent) * scale
      : findBound(path, spent - before.spent, deviation, scale);
  const last = { z: bound / scale, level: normalCdf(-bound / scale) };
  return { last, fraction, spent, path, cut: { bound, deviation, scale }, gap: null };
}

function moveOn({ path, cut, gap }: LooksSoFar): Path {
  if (cut === null) return path;
  const { bound, deviation, scale } = cut;
  return advance(path, bound, deviation, scale, gap !== null && gap >= SMALLEST_GAP ? Math.sqrt(gap) : deviation);
}

/**
 * One-sided group-sequential bounds for any schedule and spending function: the recursion of Armitage, McPherson & Rowe
 * (1969) over the increments of a Brownian path, at each look solving for the bound whose first crossing has the
 * probability newly spent (Lan & DeMets 1983; Jennison & Turnbull 2000, ch. 19). Agrees with the R package gsDesign in
 * the four digits it prints.
 *
 * @param fractions share of the information at each look, rising, in (0, 1]
 * @param alpha one-sided level spent in all, if the last fraction is 1
 */
export function groupSequentialBounds(fractions: readonly number[], alpha: number, spending: Spending): Look[] {
  let state = noLooks;
  return fractions.map((fraction) => {
    state = takeLook(state, fraction, Math.min(alpha, spending(fraction, alpha)));
    return state.last as Look;
  });
}

/**
 * The chance that the last look crosses its bound if the trend so far goes on (Lan & Wittes 1988): Φ((z/√t − bound)/√(1−t)).
 * Giving up where it is low never costs validity.
 *
 * @param z statistic now
 * @param fraction share t of the information now, in (0, 1)
 * @param bound z needed at the last look
 */
export function conditionalPower(z: number, fraction: number, bound: number): number {
  const lead = z / Math.sqrt(fraction) - bound;
  if (fraction >= 1) return lead >= 0 ? 1 : 0;
  return normalCdf(lead / Math.sqrt(1 - fraction));
}
