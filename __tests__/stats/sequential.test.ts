import { describe, expect, test } from "vitest";
import { bettingEValues } from "../../src/stats/betting.ts";
import { normalCdf, normalQuantile } from "../../src/stats/distributions.ts";
import { conditionalPower, groupSequentialBounds } from "../../src/stats/group-sequential.ts";
import { createRandom } from "../../src/stats/random.ts";
import { hwangShihDeCani, kimDeMets, obrienFleming, pocock, type Spending } from "../../src/stats/spending.ts";

function equalLooks(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index + 1) / count);
}

function bounds(fractions: readonly number[], alpha: number, spending: Spending): number[] {
  return groupSequentialBounds(fractions, alpha, spending).map(({ z }) => z);
}

describe("group-sequential bounds", () => {
  test.each([
    ["O'Brien–Fleming", obrienFleming, [4.3326, 2.9631, 2.359, 2.0141]],
    ["Hwang–Shih–DeCani −4", hwangShihDeCani(-4), [3.1554, 2.8183, 2.4391, 2.0136]],
  ] as const)("are the published ones: %s", (_, spending, published) => {
    for (const [index, z] of bounds(equalLooks(4), 0.025, spending).entries()) {
      expect(Math.abs(z - (published[index] ?? 0))).toBeLessThan(1e-4);
    }
  });

  test("ten looks at 2.5 %", () => {
    const published = [3.4808, 3.1523, 2.9508, 2.7935, 2.6611, 2.545, 2.4406, 2.3451, 2.2566, 2.1737];
    for (const [index, z] of bounds(equalLooks(10), 0.025, kimDeMets(2)).entries()) {
      expect(Math.abs(z - (published[index] ?? 0))).toBeLessThan(1e-4);
    }
  });

  test.each([
    ["equal looks", equalLooks(10), kimDeMets(2)],
    ["uneven looks", [0.1, 0.13, 0.5, 0.52, 0.9, 1], kimDeMets(1.5)],
    ["Pocock", equalLooks(5), pocock],
    ["Hwang–Shih–DeCani 0", equalLooks(5), hwangShihDeCani(0)],
  ] as const)("spend α in all, by simulated paths: %s", (name, fractions, spending) => {
    const limits = bounds(fractions, 0.05, spending);
    const random = createRandom(name);
    const paths = 20_000;
    let crossed = 0;
    for (let path = 0; path < paths; path++) {
      let position = 0;
      let before = 0;
      for (const [look, fraction] of fractions.entries()) {
        position += Math.sqrt(fraction - before) * normalQuantile(random.uniform() || 0.5);
        before = fraction;
        if (position / Math.sqrt(fraction) >= (limits[look] ?? 0)) {
          crossed++;
          break;
        }
      }
    }
    // Four standard errors.
    expect(Math.abs(crossed / paths - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / paths));
  });

  test("one look spends α at once, and the level belongs to z", () => {
    const [only] = groupSequentialBounds([1], 0.05, kimDeMets(2));
    expect(only?.z).toBeCloseTo(normalQuantile(0.95), 12);
    for (const { z, level } of groupSequentialBounds(equalLooks(6), 0.05, pocock)) {
      expect(level).toBeCloseTo(normalCdf(-z), 14);
    }
  });

  test("a look without new information or spending changes nothing later", () => {
    const plain = bounds([0.3, 1], 0.05, kimDeMets(2));
    expect(bounds([0.3, 0.3, 1], 0.05, kimDeMets(2))).toEqual([plain[0], Number.POSITIVE_INFINITY, plain[1]]);
    const early = groupSequentialBounds([0.001, 1], 0.05, obrienFleming);
    expect(early[0]).toEqual({ z: Number.POSITIVE_INFINITY, level: 0 });
    expect(early[1]?.z).toBeCloseTo(normalQuantile(0.95), 8);
  });

  test("more looks cost more at the end", () => {
    const last = [1, 2, 5, 10, 20].map((count) => bounds(equalLooks(count), 0.05, kimDeMets(2)).at(-1) ?? 0);
    expect([...last].sort((one, other) => one - other)).toEqual(last);
  });
});

test("conditional power follows the trend", () => {
  expect(conditionalPower(1.3, 0.5, 1.3 * Math.SQRT2)).toBeCloseTo(0.5, 12);
  expect(conditionalPower(-1, 0.5, 1.8)).toBeLessThan(0.001);
  expect(conditionalPower(2, 1, 1.9)).toBe(1);
  expect(conditionalPower(1.8, 1, 1.9)).toBe(0);
});

describe("betting", () => {
  test("under the null hardly ever reaches 1/α, however often it is looked at", () => {
    const random = createRandom("ville");
    const runs = 1_000;
    let reached = 0;
    for (let run = 0; run < runs; run++) {
      const differences: number[] = [];
      for (let step = 0; step < 60; step++) {
        const uniform = random.uniform();
        differences.push(uniform < 0.2 ? -1 : uniform < 0.4 ? 1 : 0);
        if (step % 10 === 9 && bettingEValues(differences, 0.05).worse >= 20) {
          reached++;
          break;
        }
      }
    }
    expect(reached / runs).toBeLessThan(0.05);
  });

  test("stays a number: nothing seen, all lost, and wealth beyond counting", () => {
    expect(bettingEValues([], 0.05)).toEqual({ worse: 1, pass: 1 });
    const lost = bettingEValues(new Array<number>(5_000).fill(-1), 0.05);
    expect(lost.worse).toBe(1e300);
    expect(lost.pass).toBeGreaterThanOrEqual(0);
    expect(bettingEValues([-1, -1], 0.05, [1]).pass).toBe(0);
  });
});
