import { describe, expect, it, test } from "vitest";
import { createRandom } from "../../src/stats/random.ts";
import { type CaseWorths, shapleyValues, shareOut } from "../../src/stats/shapley.ts";

/** Worths by subset: bit i says whether player i is in. Values worked out by hand. */
const games: readonly [name: string, worths: readonly number[], values: readonly number[]][] = [
  ["one player has it all", [0.2, 0.9], [0.7]],
  ["two that add up", [0, 1, 2, 3], [1, 2]],
  // Either alone breaks it: they share the blame.
  ["two of which either is enough", [1, 0, 0, 0], [-0.5, -0.5]],
  // (0.25 − 1 + 0.2 − 0.95)/2 and (0.95 − 1 + 0.2 − 0.25)/2.
  ["the model, and a little the text", [1, 0.25, 0.95, 0.2], [-0.75, -0.05]],
  // The glove game: player 0 holds the left glove, 1 and 2 a right one each; 2/3, 1/6, 1/6.
  ["the glove game", [0, 0, 0, 1, 0, 1, 0, 1], [2 / 3, 1 / 6, 1 / 6]],
  ["a dummy of four", [0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4], [4, 0, 0, 0]],
  ["four that are needed together", [...new Array<number>(15).fill(0), 1], [0.25, 0.25, 0.25, 0.25]],
];

describe("shapleyValues", () => {
  test.each(games)("%s", (_name, worths, values) => {
    const found = shapleyValues(worths, values.length);
    for (const [player, value] of values.entries()) expect(found[player]).toBeCloseTo(value, 12);
  });

  it("sums to the whole, is symmetric and linear, whatever the game", () => {
    const random = createRandom("shapley");
    for (let round = 0; round < 200; round++) {
      const players = 1 + random.below(4);
      const draw = (): number[] => Array.from({ length: 1 << players }, () => random.uniform() * 2 - 1);
      const [one, other] = [draw(), draw()];
      const sum = one.map((value, index) => value + 3 * (other[index] as number));
      const [left, right, both] = [one, other, sum].map((worths) => shapleyValues(worths, players));
      expect(left?.reduce((total, value) => total + value, 0)).toBeCloseTo((one.at(-1) ?? 0) - (one[0] ?? 0), 12);
      for (let player = 0; player < players; player++) {
        expect(both?.[player]).toBeCloseTo((left?.[player] ?? 0) + 3 * (right?.[player] ?? 0), 12);
      }
      const renamed = one.map((_, subset) => one[(subset >> 1) | ((subset & 1) << (players - 1))] as number);
      expect(shapleyValues(renamed, players)[1 % players]).toBeCloseTo(left?.[0] ?? 0, 12);
    }
  });
});

const alone = (worths: readonly number[], weight = 1): CaseWorths => ({ worths, weight, cluster: null });

describe("shareOut", () => {
  it("gives the mean of the cases' own values, weighted, and shares that sum to the whole", () => {
    const shares = shareOut([alone([1, 0, 1, 0], 3), alone([1, 1, 0, 0])], 2, { confidence: 0.95, bounded: true });
    expect(shares.total.mean).toBeCloseTo(-1, 12);
    expect(shares.players.map(({ mean }) => mean)).toEqual([-0.75, -0.25]);
  });

  it("is Student's t for values without bounds: −2 ± 12.706·1", () => {
    const { players } = shareOut([alone([0, -1]), alone([0, -3])], 1, { confidence: 0.95, bounded: false });
    expect(players[0]?.mean).toBe(-2);
    expect(players[0]?.interval?.[0]).toBeCloseTo(-14.7062, 3);
    expect(players[0]?.interval?.[1]).toBeCloseTo(10.7062, 3);
  });

  it("takes no equal values for certainty, and stays within what is possible", () => {
    const { players } = shareOut(
      Array.from({ length: 40 }, () => alone([1, 0, 1, 0])),
      2,
      { confidence: 0.95, bounded: true },
    );
    const [model, text] = players.map(({ interval }) => interval);
    expect(model?.[0]).toBe(-1);
    expect(model?.[1]).toBeGreaterThan(-0.95);
    expect(text?.[0]).toBeLessThan(-0.04);
    expect(text?.[1]).toBeGreaterThan(0.04);
  });

  it("counts cases of one cluster as one", () => {
    const cases = Array.from({ length: 40 }, (_, index) => ({
      worths: [1, index < 20 ? 0 : 1],
      weight: 1,
      cluster: `c${Math.floor(index / 5)}`,
    }));
    const settings = { confidence: 0.95, bounded: true };
    const clustered = shareOut(cases, 1, settings).total;
    const free = shareOut(
      cases.map((each) => ({ ...each, cluster: null })),
      1,
      settings,
    ).total;
    const width = (interval: readonly [number, number] | null): number => (interval ? interval[1] - interval[0] : 0);
    expect(clustered.mean).toBe(free.mean);
    expect(width(clustered.interval)).toBeGreaterThan(1.8 * width(free.interval));
  });

  it.each([[[]], [[alone([1, 0])]]])("has no interval from fewer than two clusters", (cases) => {
    expect(shareOut(cases, 1, { confidence: 0.95, bounded: true }).total.interval).toBeNull();
  });
});

/** Pass rates of the four versions of a text and a model, and how many cases: what an interval must cover. */
const truths: readonly (readonly [cases: number, rates: readonly [number, number, number, number]])[] = [
  [20, [0.9, 0.6, 0.9, 0.6]],
  [40, [0.95, 0.95, 0.95, 0.9]],
  [40, [0.8, 0.5, 0.7, 0.1]],
  [100, [0.9, 0.8, 0.92, 0.81]],
  [100, [0.99, 0.97, 0.99, 0.98]],
];

describe("the intervals' coverage", () => {
  test.each(truths)("95 % cover the truth: %i cases, pass rates %j", (count, rates) => {
    const random = createRandom(`coverage ${count} ${rates.join()}`);
    const runs = 1500;
    const covered = [0, 0];
    const truth = shapleyValues(rates, 2);
    for (let run = 0; run < runs; run++) {
      const cases = Array.from({ length: count }, () => {
        // Half of what decides is the case's own: the versions of a case are alike.
        const hard = random.uniform();
        const passes = (rate: number): number => ((random.below(2) === 0 ? hard : random.uniform()) < rate ? 1 : 0);
        return alone(rates.map(passes));
      });
      for (const [player, { interval }] of shareOut(cases, 2, { confidence: 0.95, bounded: true }).players.entries()) {
        const value = truth[player] as number;
        const covers = interval !== null && interval[0] <= value && value <= interval[1];
        if (covers) covered[player] = (covered[player] ?? 0) + 1;
      }
    }
    // Four standard errors of a simulation of this size below 95 %.
    for (const count of covered) expect(count / runs).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / runs));
  });
});
