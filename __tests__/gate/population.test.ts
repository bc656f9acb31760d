import { describe, expect, it } from "vitest";
import type { CaseScores } from "../../src/model.ts";
import { tCdf, tQuantile } from "../../src/stats/distributions.ts";
import { pairedT } from "../../src/stats/paired-t.ts";
import { createRandom } from "../../src/stats/random.ts";
import { signFlip } from "../../src/stats/sign-flip.ts";
import { wilcoxonSignedRank } from "../../src/stats/wilcoxon.ts";
import { decideOne, graded, latency, makeCase, makeSet, passFail, repeat } from "./support.ts";

const population = { scope: "population" } as const;

/** Clusters of so many cases, all of a cluster with the same outcome. */
function clustered(size: number, outcomes: readonly (readonly [baseline: number, candidate: number])[]) {
  return outcomes.flatMap(([baseline, candidate], cluster) =>
    Array.from({ length: size }, (_, i) =>
      makeCase(`${cluster}-${i}`, baseline, candidate, { cluster: `c${cluster}` }),
    ),
  );
}

describe("cases like these: the cluster is the unit", () => {
  it("with one trial and no clusters both scopes coincide; passing is a little harder from 30 cases on", () => {
    for (const [n, wins, losses, basePasses] of [
      [20, 0, 4, 18],
      [20, 1, 6, 15],
      [40, 9, 1, 25],
      [100, 4, 14, 80],
      [200, 3, 3, 160],
      [120, 0, 0, 120],
      [30, 2, 5, 24],
    ] as const) {
      const cases = makeSet({ n, wins, losses, basePasses });
      const suite = decideOne(passFail, cases);
      const like = decideOne(passFail, cases, population);
      const flips = signFlip(
        cases.map((each) => Number(each.candidate[0]) - Number(each.baseline[0])),
        { seed: 1 },
      );
      expect(flips.lowerMid).toBeCloseTo(suite.pValue ?? 9, 12);
      const t = pairedT(
        cases.map((each) => Number(each.candidate[0]) - Number(each.baseline[0])),
        0.9,
      );
      expect(like.pValue).toBeCloseTo(Math.max(flips.lowerMid, t.pLower ?? 0), 12);
      expect(like.difference).toBeCloseTo(suite.difference ?? 9, 12);
      if (n >= 30) expect(like.interval?.[0]).toBeLessThan((suite.interval?.[0] ?? -9) + 1e-9);
      expect([n, wins, losses, like.verdict]).toEqual([n, wins, losses, suite.verdict]);
    }
  });

  it("counts a cluster once, however many of its cases agree", () => {
    const four = clustered(10, [...repeatPair(4, 1, 0), ...repeatPair(16, 1, 1)]);
    const suite = decideOne(passFail, four);
    const like = decideOne(passFail, four, population);
    expect(suite.pValue).toBeLessThan(1e-9);
    expect(like).toMatchObject({ verdict: "regression", pairs: 200 });
    expect(like.pValue).toBeCloseTo(0.5 ** 5, 12);
    const three = clustered(10, [...repeatPair(3, 1, 0), ...repeatPair(17, 1, 1)]);
    expect(decideOne(passFail, three).verdict).toBe("regression");
    expect(decideOne(passFail, three, population)).toMatchObject({ verdict: "inconclusive", pValue: 0.0625 });
  });

  it("computes the bound by hand: cluster-robust, every unseen loss in full", () => {
    const cases = [
      ...clustered(3, [...repeatPair(2, 1, 0), ...repeatPair(1, 0, 1), ...repeatPair(9, 1, 1)]),
      makeCase("single", 1, 1, { weight: 2 }),
      makeCase("other", 0, 0),
    ];
    const total = 36 + 3;
    const clusters = [
      ...[-1, -1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0].map((d) => ({ w: 3 / total, d: (3 * d) / total })),
      { w: 2 / total, d: 0 },
      { w: 1 / total, d: 0 },
    ];
    const groups = clusters.length;
    const difference = clusters.reduce((sum, { d }) => sum + d, 0);
    const variance = (groups / (groups - 1)) * clusters.reduce((sum, { w, d }) => sum + (d - w * difference) ** 2, 0);
    const rho = clusters.reduce((sum, { w }) => sum + w ** 2, 0);
    const c = tQuantile(0.95, groups - 1);
    const result = decideOne(passFail, cases, population);
    expect(result.difference).toBeCloseTo(difference, 12);
    expect(result.interval?.[0]).toBeCloseTo(
      difference - (c ** 2 * rho + Math.sqrt(c ** 4 * rho ** 2 + 4 * c ** 2 * variance)) / 2,
      9,
    );
    expect(result.effectiveCases).toBeCloseTo(total ** 2 / (37 + 4), 9);
  });

  it("with unequal trials t speaks alone: the signs are not exchangeable then", () => {
    const random = createRandom(4);
    const cases = Array.from({ length: 30 }, (_, i) =>
      makeCase(
        i,
        Array.from({ length: 5 }, () => (random.uniform() < 0.9 ? 1 : 0)),
        random.uniform() < 0.6 ? 1 : 0,
      ),
    );
    const differences = cases.map(
      ({ baseline, candidate }) =>
        Number(candidate[0]) - baseline.reduce<number>((sum, each) => sum + Number(each), 0) / 5,
    );
    const t = pairedT(differences, 0.9);
    const result = decideOne(passFail, cases, population);
    expect(result.pValue).toBeCloseTo(t.pLower ?? 9, 12);
    expect(result.pBetter).toBeCloseTo(tCdf(-(t.t ?? 0), 29), 12);
  });

  it("where all clusters differ alike there is no spread, and the signs speak", () => {
    const all = Array.from({ length: 8 }, (_, i) => makeCase(i, 1, 0));
    expect(decideOne(passFail, all, population).pValue).toBeCloseTo(0.5 ** 9, 12);
    const stored = Array.from({ length: 8 }, (_, i) => makeCase(i, repeat(5, 1), 0));
    expect(decideOne(passFail, stored, population).pValue).toBeCloseTo(0.5 ** 9, 12);
    const calm = decideOne(passFail, makeSet({ n: 8, wins: 0, losses: 0, basePasses: 8 }), population);
    expect(calm).toMatchObject({ pValue: 1, pBetter: 1, difference: 0, verdict: "inconclusive" });
  });

  it("exact: the whole chance of the signs seen counts", () => {
    const four = makeSet({ n: 20, wins: 0, losses: 4, basePasses: 18 });
    expect(decideOne(passFail, four, { ...population, exact: true }).pValue).toBeCloseTo(0.0625, 12);
  });

  it("fewer than five clusters: refused, whatever happened", () => {
    const refused = (cases: readonly CaseScores[]) => decideOne(passFail, cases, population);
    for (const [baseline, candidate] of [
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const) {
      expect(refused(clustered(50, repeatPair(4, baseline, candidate)))).toMatchObject({
        verdict: "inconclusive",
        reason: "too-few-clusters",
      });
    }
    expect(refused(clustered(50, repeatPair(5, 1, 0)))).toMatchObject({ verdict: "regression" });
    // A case without a cluster is one by itself.
    expect(refused([...clustered(50, repeatPair(4, 1, 0)), makeCase("x", 1, 0)])).toMatchObject({
      verdict: "regression",
    });
  });

  it("calls real churn of single cases no change, where the suite's own claim sees one", () => {
    const steady = (id: number, baseline: number, candidate: number) =>
      makeCase(id, repeat(5, baseline), repeat(5, candidate));
    const cases = Array.from({ length: 30 }, (_, i) => steady(i, i < 2 ? 0 : 1, i >= 2 && i < 7 ? 0 : 1));
    expect(decideOne(passFail, cases).verdict).toBe("regression");
    expect(decideOne(passFail, cases, population).verdict).toBe("inconclusive");
  });

  it("graded scores go the same way", () => {
    const cases = Array.from({ length: 24 }, (_, i) =>
      makeCase(i, 0.5 + (i % 5) / 10, 0.3 + (i % 7) / 20, { cluster: `c${i % 8}` }),
    );
    const result = decideOne(graded, cases, population);
    expect(result.verdict).toBe("regression");
    expect(result.pValue).toBeGreaterThanOrEqual(0.5 ** 9);
  });

  it("ratios: ranks over the means of clusters", () => {
    const slow = (i: number, cluster: string) => makeCase(i, 100, 100 * (1.1 + (i % 6) / 20), { cluster });
    const cases = Array.from({ length: 48 }, (_, i) => slow(i, `c${i % 6}`));
    const each = decideOne(latency, cases);
    const like = decideOne(latency, cases, population);
    const means = Array.from({ length: 6 }, (_, cluster) => -Math.log(1.1 + cluster / 20));
    expect(like.pValue).toBeCloseTo(wilcoxonSignedRank(means).lower, 12);
    expect(like.pValue).toBeGreaterThan(each.pValue ?? 1);
    expect(decideOne(latency, cases.slice(0, 4), population).reason).toBe("too-few-clusters");
  });
});

function repeatPair(times: number, baseline: number, candidate: number): (readonly [number, number])[] {
  return Array.from({ length: times }, () => [baseline, candidate] as const);
}
