import { clusterRobust } from "./cluster-robust.ts";
import { tQuantile } from "./distributions.ts";
import { normaliseWeights } from "./weights.ts";

/** What each subset of the players is worth in one case: bit i of the index says whether player i is in. 2^k numbers. */
export interface CaseWorths {
  readonly worths: readonly number[];
  readonly weight: number;
  readonly cluster: string | null;
}

/** A mean over the cases with its two-sided interval; null where fewer than two clusters cannot give one. */
export interface EstimatedShare {
  readonly mean: number;
  readonly interval: readonly [low: number, high: number] | null;
}

export interface Shares {
  /** The worth of all players together, less that of none. */
  readonly total: EstimatedShare;
  /** In the order of the players; they sum to the total. */
  readonly players: readonly EstimatedShare[];
}

/**
 * The Shapley value of each player (Shapley 1953): what it adds to those who are in already, averaged over all orders in
 * which the players can come in, Σ_S |S|!(k−|S|−1)!/k! · (v(S ∪ {i}) − v(S)). The values sum to v(all) − v(none).
 */
export function shapleyValues(worths: readonly number[], players: number): readonly number[] {
  const chances = chancesBySize(players);
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let value = 0;
    for (let subset = 0; subset < 1 << players; subset++) {
      if ((subset & bit) !== 0) continue;
      const gain = (worths[subset | bit] as number) - (worths[subset] as number);
      value += (chances[countBits(subset)] as number) * gain;
    }
    return value;
  });
}

/**
 * The players' shares in the mean difference over the cases. The Shapley value is linear in the worths, so that of the mean
 * is the mean of the cases' own, and each share has the interval of a mean: Student's t over clusters, paired within cases.
 *
 * @param bounded whether all worths are within 0…1. Then two made-up cases, +1 and −1, keep the interval of a share that is
 *   the same in every case from being a point (Bonett & Price 2012, there for differences of paired proportions).
 */
export function shareOut(
  cases: readonly CaseWorths[],
  players: number,
  { confidence, bounded }: { readonly confidence: number; readonly bounded: boolean },
): Shares {
  const weights = normaliseWeights(cases.map(({ weight }) => weight));
  const values = cases.map(({ worths }) => shapleyValues(worths, players));
  const clusters = cases.map(({ cluster }) => cluster);
  const estimate = (differences: readonly number[]): EstimatedShare =>
    estimateMean({ differences, weights, clusters }, confidence, bounded);
  return {
    total: estimate(cases.map(({ worths }) => (worths.at(-1) as number) - (worths[0] as number))),
    players: Array.from({ length: players }, (_, player) => estimate(values.map((own) => own[player] as number))),
  };
}

interface Weighted {
  readonly differences: readonly number[];
  /** They sum to 1. */
  readonly weights: readonly number[];
  readonly clusters: readonly (string | null)[];
}

function estimateMean(
  { differences, weights, clusters }: Weighted,
  confidence: number,
  bounded: boolean,
): EstimatedShare {
  const made = bounded ? [1, -1] : [];
  const scale = differences.length / (differences.length + made.length);
  const sums = new Map<string, { weight: number; difference: number }>();
  const add = (name: string, weight: number, difference: number): void => {
    const sum = sums.get(name) ?? { weight: 0, difference: 0 };
    sums.set(name, { weight: sum.weight + weight, difference: sum.difference + weight * difference });
  };
  let mean = 0;
  for (const [index, difference] of differences.entries()) {
    const weight = weights[index] as number;
    mean += weight * difference;
    const cluster = clusters[index] ?? null;
    add(cluster === null ? `case ${index}` : `cluster ${cluster}`, weight * scale, difference);
  }
  const groups = sums.size;
  if (groups < 2) return { mean, interval: null };
  for (const [index, difference] of made.entries()) add(`made ${index}`, scale / differences.length, difference);
  const { mean: centre, se, df } = clusterRobust([...sums.values()]);
  const half = tQuantile((1 + confidence) / 2, Math.min(df, groups - 1)) * (se ?? 0);
  const clip = (end: number): number => (bounded ? Math.max(-1, Math.min(1, end)) : end);
  return { mean, interval: [clip(Math.min(mean, centre - half)), clip(Math.max(mean, centre + half))] };
}

/** |S|!(k−|S|−1)!/k! by the size of S. */
function chancesBySize(players: number): readonly number[] {
  const factorial = (count: number): number => (count < 2 ? 1 : count * factorial(count - 1));
  return Array.from(
    { length: players },
    (_, size) => (factorial(size) * factorial(players - size - 1)) / factorial(players),
  );
}

function countBits(subset: number): number {
  let bits = 0;
  for (let rest = subset; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}
