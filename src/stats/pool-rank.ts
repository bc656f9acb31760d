import { normalQuantile } from "./distributions.ts";
import { type Law, sumTails } from "./sum-of-laws.ts";

/** A case as one night finds it: all scores it had before, value by value with how often, and tonight's. */
export interface PooledCase {
  readonly pool: ReadonlyMap<number, number>;
  /** 0…1. */
  readonly score: number;
  /** Above 0. */
  readonly weight: number;
}

/** Steps of a score between 0 and 1, finest first: the next coarser one is taken where the sum takes too much work. */
const RESOLUTIONS = [200, 40, 8, 1];

/** Multiply-adds for one night of one metric: some tens of milliseconds. */
const MOST_WORK = 3e7;

/**
 * Where tonight stands among all nights that might as well have been tonight: the scores of each case, tonight's among
 * them, are dealt anew, and the weighted sum that falls to tonight is compared with the one that did. Exact, because only
 * the order of a case's scores is used, and ties are broken by `uniform`: where nothing changed, the results of successive
 * nights are independent and each is standard normal (conformal prediction: Vovk, Gammerman & Shafer 2005, ch. 8).
 * Below 0 is worse.
 *
 * Scores are rounded first, finer where that is cheap; how fine depends on the scores alone and not on their order.
 *
 * @param uniform in (0, 1), drawn anew for each night and metric
 * @returns null where no case has ever had two different scores: there is nothing to tell
 */
export function rankAgainstPool(cases: readonly PooledCase[], uniform: number): number | null {
  const varied = cases.filter(({ pool, score }) => pool.size > (pool.has(score) ? 1 : 0));
  const heaviest = varied.reduce((most, { weight }) => Math.max(most, weight), 0);
  for (const resolution of RESOLUTIONS) {
    const deals = varied.map((each) => dealCase(each, (resolution * each.weight) / heaviest));
    // Pass and fail lie a whole score apart.
    const step = deals.flatMap(({ law }) => law.values).reduce(commonDivisor, 0) || 1;
    if (resolution > 1 && workOf(deals, step) > MOST_WORK) continue;
    if (deals.every(({ law }) => law.values.length === 1)) continue;
    const observed = deals.reduce((sum, deal) => sum + deal.observed, 0);
    const tails = sumTails(
      deals.map(({ law }) => law),
      observed,
      { step, mostWork: Number.POSITIVE_INFINITY },
    );
    if (tails === null) return null;
    const below = tails.less + uniform * tails.equal;
    const above = tails.greater + (1 - uniform) * tails.equal;
    // From the smaller tail, which is the precise one.
    return below < above ? normalQuantile(Math.max(below, 1e-300)) : -normalQuantile(Math.max(above, 1e-300));
  }
  return null;
}

interface Deal {
  /** In steps from the least of the case's scores. */
  readonly law: Law;
  readonly observed: number;
}

function dealCase({ pool, score }: PooledCase, steps: number): Deal {
  const counts = new Map<number, number>();
  const add = (value: number, count: number): void => {
    const place = Math.round(value * steps);
    counts.set(place, (counts.get(place) ?? 0) + count);
  };
  for (const [value, count] of pool) add(value, count);
  add(score, 1);
  const places = [...counts.keys()].sort((one, other) => one - other);
  const [least = 0] = places;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    law: {
      values: places.map((place) => place - least),
      probabilities: places.map((place) => (counts.get(place) ?? 0) / all),
    },
    observed: Math.round(score * steps) - least,
  };
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

function workOf(deals: readonly Deal[], step: number): number {
  let range = 0;
  let work = 0;
  for (const { law } of deals) {
    range += (law.values.at(-1) ?? 0) / step;
    work += law.values.length * range;
  }
  return work;
}
