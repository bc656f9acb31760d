import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/stats/random.ts";

function take(seed: number | string, count: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.uint32());
}

describe("the generator", () => {
  test("repeats itself, on every machine", () => {
    expect(take(42, 3)).toEqual(take("42", 3));
    expect(take("golden", 3)).toEqual([3358237058, 2971130352, 4136783943]);
  });

  test("tells seeds apart", () => {
    const firsts = [0, 1, 2, -1, 0.5, 2 ** 40, "", "a", "b", "ab", "ba"].map((seed) => take(seed, 1)[0]);
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  test("is uniform", () => {
    const random = createRandom("uniform");
    const counts = new Array<number>(10).fill(0);
    let sum = 0;
    for (let draw = 0; draw < 100_000; draw++) {
      const digit = random.below(10);
      counts[digit] = (counts[digit] ?? 0) + 1;
      sum += random.uniform();
    }
    const chiSquare = counts.reduce((total, count) => total + (count - 10_000) ** 2 / 10_000, 0);
    expect(counts).toHaveLength(10);
    // The 99.9 % quantile of χ² with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.9);
    expect(sum / 100_000).toBeCloseTo(0.5, 2);
  });
});
