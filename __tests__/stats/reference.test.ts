import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bettingEValues } from "../../src/stats/betting.ts";
import { clusterRobust } from "../../src/stats/cluster-robust.ts";
import { normalQuantile, tQuantile } from "../../src/stats/distributions.ts";
import { groupSequentialBounds } from "../../src/stats/group-sequential.ts";
import { hodgesLehmann } from "../../src/stats/hodges-lehmann.ts";
import { cohenKappa } from "../../src/stats/kappa.ts";
import { mcnemar } from "../../src/stats/mcnemar.ts";
import { benjaminiHochberg, holm } from "../../src/stats/multiplicity.ts";
import { bonettPrice, newcombe, tango, tangoZ } from "../../src/stats/paired-proportions.ts";
import { pairedT } from "../../src/stats/paired-t.ts";
import { mdePairedBinary, requiredCases } from "../../src/stats/planning.ts";
import { predictionPowered } from "../../src/stats/prediction-powered.ts";
import { quantile } from "../../src/stats/quantile.ts";
import { scoreBoundOffset, unseenLoss } from "../../src/stats/score-bound.ts";
import { signFlip } from "../../src/stats/sign-flip.ts";
import { hwangShihDeCani, kimDeMets, obrienFleming, pocock, type Spending } from "../../src/stats/spending.ts";
import { wilcoxonSignedRank } from "../../src/stats/wilcoxon.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { type PermutationCase, withinCasePermutation } from "../../src/stats/within-case-permutation.ts";

interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tol: number;
}

const { vectors } = JSON.parse(
  readFileSync(new URL("../../fixtures/statistics/reference.json", import.meta.url), "utf8"),
) as { vectors: readonly Vector[] };

function spendingNamed(name: string, gamma: number | undefined): Spending {
  const parameter = gamma ?? Number(/-?\d+(\.\d+)?(?=\D*$)/.exec(name)?.[0] ?? Number.NaN);
  if (/OBrienFleming/.test(name)) return obrienFleming;
  if (/Pocock/.test(name)) return pocock;
  if (/KimDeMets/.test(name)) return kimDeMets(Math.abs(parameter));
  if (/HwangShihDeCani|HSD/.test(name)) return hwangShihDeCani(parameter);
  throw new Error(`no spending function is called ${name}`);
}

function passes(successes: number, trials: number): number[] {
  return Array.from({ length: trials }, (_, index) => (index < successes ? 1 : 0));
}

function permutation(cases: readonly PermutationCase[]): Record<string, unknown> {
  const strict = withinCasePermutation(cases, { exact: true, seed: 1 });
  const mid = withinCasePermutation(cases, { seed: 1 });
  return {
    diff: mid.difference,
    lower: strict.pWorse,
    lowerMid: mid.pWorse,
    upper: strict.pBetter,
    upperMid: mid.pBetter,
    permVariance: mid.variance,
  };
}

function verdictNumbers(input: { n: number; wins: number; losses: number; basePasses: number; alpha: number }) {
  const { n, wins, losses, basePasses, alpha } = input;
  const difference = (wins - losses) / n;
  const rho = unseenLoss({
    baselineMean: basePasses / n,
    range: 1,
    cases: Array.from({ length: n }, () => ({ weight: 1 / n, trialsCandidate: 1 })),
    singleTrial: true,
  });
  const c = tQuantile(1 - alpha, n - 1);
  const { lowerMid, upperMid } = mcnemar(wins, losses);
  return {
    diff: difference,
    pRegression: lowerMid,
    pImprovement: upperMid,
    lowerBound: difference - scoreBoundOffset(c, (wins + losses) / n ** 2, rho),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of a vector's input depends on its kind
const compute: Readonly<Record<string, (input: any) => Record<string, unknown>>> = {
  normalQuantile: ({ p }) => ({ z: normalQuantile(p) }),
  tQuantile: ({ p, df }) => ({ t: tQuantile(p, df) }),
  mcnemar: ({ wins, losses }) => ({ ...mcnemar(wins, losses) }),
  wilson: ({ successes, n, confidence }) => ends(wilson(successes, n, confidence)),
  newcombePaired: ({ bothPass, candOnly, baseOnly, bothFail, confidence }) =>
    ends(newcombe({ bothPass, candidateOnly: candOnly, baselineOnly: baseOnly, bothFail }, confidence)),
  bonettPrice: ({ n, wins, losses, confidence }) => ends(bonettPrice(n, wins, losses, confidence)),
  tangoInterval: ({ n, wins, losses, confidence }) => ends(tango(n, wins, losses, confidence)),
  tangoZ: ({ n, wins, losses, delta0 }) => ({ z: tangoZ(n, wins, losses, delta0) }),
  pairedT: ({ diffs, confidence }) => {
    const result = pairedT(diffs, confidence);
    return { ...result, lo: result.low, hi: result.high };
  },
  signFlip: ({ diffs }) => ({ ...signFlip(diffs, { seed: 1 }) }),
  withinCasePermutation: ({ cases }) =>
    permutation(
      cases.map(([basePassed, base, candidatePassed, candidate]: readonly [number, number, number, number]) => ({
        weight: 1,
        baseline: passes(basePassed, base),
        candidate: passes(candidatePassed, candidate),
      })),
    ),
  withinCasePermutationGraded: ({ cases }) =>
    permutation(
      cases.map(([baseline, candidate]: readonly [number[], number[]]) => ({ weight: 1, baseline, candidate })),
    ),
  wilcoxonSignedRank: ({ diffs }) => ({ ...wilcoxonSignedRank(diffs) }),
  hodgesLehmann: ({ diffs }) => ({ ...hodgesLehmann(diffs) }),
  quantileType7: ({ values, p }) => ({ q: quantile(values, p) }),
  holm: ({ p }) => ({ adjusted: holm(p) }),
  benjaminiHochberg: ({ p }) => ({ adjusted: benjaminiHochberg(p) }),
  cohenKappa: ({ table }) => {
    const { observed, expected, kappa } = cohenKappa(table);
    return { po: observed, pe: expected, kappa };
  },
  clusterRobustSE: ({ clusters }: { clusters: readonly (readonly number[])[] }) => {
    const n = clusters.flat().length;
    const sums = clusters.map((cases) => ({
      weight: cases.length / n,
      difference: cases.reduce((sum, difference) => sum + difference, 0) / n,
    }));
    return { ...clusterRobust(sums) };
  },
  scoreBoundOffset: ({ c, V, rho }) => ({ x: scoreBoundOffset(c, V, rho) }),
  bettingEValue: ({ diffs, delta, grid }) => {
    const { worse, pass } = bettingEValues(diffs, delta, grid);
    return { eRegression: worse, eNoChange: pass };
  },
  groupSequentialBounds: ({ spending, gamma, alphaOneSided, informationFractions }) => ({
    z: groupSequentialBounds(informationFractions, alphaOneSided, spendingNamed(spending, gamma)).map(({ z }) => z),
  }),
  mdePairedBinary: ({ n, discordance, alphaOneSided, power }) => ({
    mde: mdePairedBinary(n, discordance, alphaOneSided, power),
  }),
  requiredCases: (input) => ({
    n: requiredCases({
      effect: input.effect,
      effectVariance: input.omega2,
      varianceBaseline: input.varBase,
      varianceCandidate: input.varCand,
      trialsBaseline: input.trialsBase,
      trialsCandidate: input.trialsCand,
      alpha: input.alphaOneSided,
      power: input.power,
    }),
  }),
  ppiDifference: ({ judgeDiffs, labelled, lambda }) => ({
    ...predictionPowered(
      judgeDiffs,
      labelled.map(([human, judge]: readonly [number, number]) => ({ judge, human })),
      lambda ?? undefined,
    ),
  }),
  verdictBinaryFixed: verdictNumbers,
};

function ends({ difference, low, high }: { difference?: number; low: number; high: number }): Record<string, unknown> {
  return { diff: difference, lo: low, hi: high };
}

/** Told by the gate, or another way to write a number that is checked anyway. */
const NOT_NUMBERS = new Set(["verdict", "permVarianceFraction"]);

function expectClose(actual: unknown, expected: unknown, tolerance: number, label: string): void {
  if (Array.isArray(expected)) {
    expect(actual, label).toHaveLength(expected.length);
    for (const [index, value] of expected.entries()) {
      expectClose((actual as readonly unknown[])[index], value, tolerance, `${label}[${index}]`);
    }
  } else if (typeof expected === "number") {
    expect(actual, label).toBeTypeOf("number");
    expect(Math.abs((actual as number) - expected), `${label}: ${actual} for ${expected}`).toBeLessThanOrEqual(
      tolerance,
    );
  } else expect(actual, label).toBe(expected);
}

describe("reference values", () => {
  test("there are some of every kind", () => {
    expect(new Set(vectors.map(({ kind }) => kind))).toEqual(new Set(Object.keys(compute)));
  });

  test.each(vectors)("$id", ({ kind, input, expected, tol }) => {
    const actual = compute[kind]?.(input);
    expect(actual, `nothing computes ${kind}`).toBeDefined();
    for (const [key, value] of Object.entries(expected)) {
      if (!NOT_NUMBERS.has(key)) expectClose(actual?.[key], value, tol, key);
    }
  });
});
