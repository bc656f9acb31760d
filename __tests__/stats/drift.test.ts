import { describe, expect, it } from "vitest";
import { adjustEValues } from "../../src/stats/adjust-e-values.ts";
import { normalCdf } from "../../src/stats/distributions.ts";
import { addNight, eValueOf, locateChange, locateStep, noEvidence } from "../../src/stats/drift-evidence.ts";
import { type PooledCase, rankAgainstPool } from "../../src/stats/pool-rank.ts";
import { createRandom } from "../../src/stats/random.ts";

/** P(at most the observed sum), and of the sum itself, by going through every way to deal each case's scores anew. */
function enumerate(cases: readonly PooledCase[]): { readonly less: number; readonly equal: number } {
  let law = new Map([[0, 1]]);
  for (const { pool, score } of cases) {
    const bag = [...pool].flatMap(([value, count]) => Array.from({ length: count }, () => value)).concat([score]);
    const next = new Map<number, number>();
    for (const [sum, chance] of law) {
      for (const value of bag) {
        const place = Math.round((sum + value) * 1000) / 1000;
        next.set(place, (next.get(place) ?? 0) + chance / bag.length);
      }
    }
    law = next;
  }
  const observed = Math.round(cases.reduce((sum, { score }) => sum + score, 0) * 1000) / 1000;
  const entries = [...law];
  return {
    less: entries.filter(([sum]) => sum < observed).reduce((all, [, chance]) => all + chance, 0),
    equal: law.get(observed) ?? 0,
  };
}

describe("a night's rank", () => {
  it.each(["pass/fail", "graded"])("is where it stands among all ways to deal the scores of its cases: %s", (kind) => {
    const random = createRandom(kind);
    const draw = (): number => (kind === "graded" ? random.below(5) / 4 : random.below(2));
    for (let round = 0; round < 50; round++) {
      const cases = Array.from({ length: 5 }, (): PooledCase => {
        const pool = new Map<number, number>();
        for (let trial = 0; trial < 4; trial++) {
          const score = draw();
          pool.set(score, (pool.get(score) ?? 0) + 1);
        }
        return { pool, score: draw(), weight: 1 };
      });
      const { less, equal } = enumerate(cases);
      const rank = rankAgainstPool(cases, 0.3);
      if (rank === null) expect(equal).toBeCloseTo(1, 12);
      else expect(normalCdf(rank)).toBeCloseTo(less + 0.3 * equal, 10);
    }
  });

  it("has a precise tail, also where every case fails at once", () => {
    const cases = Array.from({ length: 400 }, (): PooledCase => ({ pool: new Map([[1, 20]]), score: 0, weight: 1 }));
    expect(rankAgainstPool(cases, 0.5)).toBeLessThan(-30);
  });

  it("is none where no case ever had two scores", () => {
    const same: PooledCase = { pool: new Map([[1, 5]]), score: 1, weight: 1 };
    expect(rankAgainstPool([same, same], 0.5)).toBeNull();
    expect(rankAgainstPool([], 0.5)).toBeNull();
  });

  it("takes thousands of cases with scores of any fineness", () => {
    const random = createRandom("many");
    const cases = Array.from({ length: 3000 }, (): PooledCase => {
      const pool = new Map(Array.from({ length: 40 }, () => [random.uniform(), 1] as const));
      return { pool, score: random.uniform(), weight: 1 + random.below(3) };
    });
    expect(Math.abs(rankAgainstPool(cases, 0.5) ?? 9)).toBeLessThan(4);
  });
});

describe("evidence of drift", () => {
  it("stays what it was on nights that tell nothing: all stakes sum to one", () => {
    let evidence = noEvidence;
    for (let night = 0; night < 1000; night++) {
      evidence = addNight(evidence, null);
      expect(eValueOf(evidence)).toBeCloseTo(1, 9);
    }
  });

  it("is 1 on average where nothing shifted, after any number of nights", () => {
    const random = createRandom("martingale");
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
    const nights = 3;
    let sum = 0;
    const runs = 200_000;
    for (let run = 0; run < runs; run++) {
      let evidence = noEvidence;
      for (let night = 0; night < nights; night++) evidence = addNight(evidence, normal());
      sum += Math.min(1000, eValueOf(evidence));
    }
    // Rare large values are most of the mean; what is cut off at 1000 is little.
    expect(sum / runs).toBeGreaterThan(0.9);
    expect(sum / runs).toBeLessThan(1.05);
  });

  it("finds a shift after a hundred calm nights, and where it began", () => {
    const row = [...Array.from({ length: 100 }, (_, night) => (night % 2 === 0 ? 0.7 : -0.7)), -3, -2.5, -3.2, -2.8];
    const evidence = row.reduce(addNight, noEvidence);
    expect(eValueOf(evidence)).toBeGreaterThan(1000);
    expect(locateChange(row, "fall")).toMatchObject({ first: 100 });
  });

  it("locates a change by what is certain: a wide range where it crept in", () => {
    const sharp = locateChange([0, 0, 0, 0, 0, -4, -4, -4], "fall");
    const blurred = locateChange([0, 0, -1, -1, -1, -1.5, -1.5, -2], "fall");
    expect(sharp).toEqual({ first: 5, earliest: 5, latest: 5 });
    expect((blurred?.latest ?? 0) - (blurred?.earliest ?? 0)).toBeGreaterThan(1);
    expect(locateChange([], "fall")).toBeNull();
  });

  it("is found among amounts by how far they lie apart, and only where they moved that way", () => {
    const row = [0.1, null, -0.1, 0, 0.2, -0.2, 0.1, 3.1, 3.4, null, 2.9];
    expect(locateStep(row, "up")).toEqual({ first: 7, earliest: 7, latest: 7 });
    const down = locateStep(row, "down");
    expect(down?.first).not.toBe(7);
    const noisy = locateStep([0, 1, -1, 0.5, 0.2, 1.5, 0.4, 2, 1.2], "up");
    expect((noisy?.latest ?? 0) - (noisy?.earliest ?? 0)).toBeGreaterThan(2);
    expect(locateStep([1, 2], "up")).toBeNull();
    expect(locateStep([3, 2, 1, 0], "up")).toBeNull();
  });
});

describe("the correction of e-values", () => {
  it("is the least mean of all sets that hold one of them", () => {
    const random = createRandom("closed");
    for (let round = 0; round < 50; round++) {
      const values = Array.from({ length: 6 }, () => random.uniform() ** -2 - 0.9);
      const brute = values.map((value, index) => {
        const others = values.filter((_, position) => position !== index);
        let least = value;
        for (let set = 0; set < 2 ** others.length; set++) {
          const chosen = [value, ...others.filter((_, position) => (set >> position) & 1)];
          least = Math.min(least, chosen.reduce((sum, each) => sum + each, 0) / chosen.length);
        }
        return least;
      });
      for (const [index, value] of adjustEValues(values).entries()) expect(value).toBeCloseTo(brute[index] ?? 0, 9);
    }
  });
});
