import { describe, expect, test } from "vitest";
import { measureAgreement, measureRate } from "../../src/stats/judge-agreement.ts";
import { cohenKappa, kappaInterval } from "../../src/stats/kappa.ts";

describe("the interval of kappa", () => {
  test("lies around the published one: Fleiss, Levin & Paik 2003, table 18.1, κ = 0.68, standard error 0.087", () => {
    const table = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    expect(cohenKappa(table).kappa).toBeCloseTo(0.676, 3);
    const { low, high } = kappaInterval(table, 0.95) as { low: number; high: number };
    // Half an item more in every cell moves the standard error a little.
    expect(Math.abs((high - low) / (2 * 1.959964) - 0.087)).toBeLessThan(0.006);
    expect((low + high) / 2).toBeCloseTo(0.676, 3);
  });

  test("of two categories, by hand: p = ¼ + ¼·κ on the diagonal has variance (1 − κ²)/n for equal margins", () => {
    // Equal margins of ½: Var(κ̂) = (1 − κ²)/n. Many items, so that the half in each cell counts for nothing.
    const n = 4_000_000;
    const kappa = 0.6;
    const agree = (n * (1 + kappa)) / 4;
    const differ = (n * (1 - kappa)) / 4;
    const interval = kappaInterval(
      [
        [agree, differ],
        [differ, agree],
      ],
      0.95,
    );
    const reach = ((interval?.high ?? 0) - (interval?.low ?? 0)) / 2;
    expect(reach).toBeCloseTo(1.959964 * Math.sqrt((1 - kappa ** 2) / n), 7);
  });

  test("perfect agreement on few items is not certain", () => {
    const interval = kappaInterval(
      [
        [5, 0],
        [0, 5],
      ],
      0.95,
    );
    expect(interval?.high).toBe(1);
    expect(interval?.low).toBeLessThan(0.8);
  });

  test("there is none where kappa means nothing", () => {
    expect(
      kappaInterval(
        [
          [7, 0],
          [0, 0],
        ],
        0.95,
      ),
    ).toBeNull();
    expect(
      kappaInterval(
        [
          [0, 0],
          [0, 0],
        ],
        0.95,
      ),
    ).toBeNull();
  });
});

test("agreement of nothing is unknown, not 0", () => {
  expect(
    measureAgreement(
      [
        [0, 0],
        [0, 0],
      ],
      1,
    ),
  ).toEqual({
    accuracy: null,
    kappa: null,
    truePositiveRate: null,
    falsePositiveRate: null,
  });
  expect(measureRate(0, 0)).toBeNull();
});

test("rates are of what people pass and fail", () => {
  expect(
    measureAgreement(
      [
        [8, 2],
        [1, 9],
      ],
      1,
    ),
  ).toMatchObject({
    accuracy: { value: 17 / 20, of: 20 },
    truePositiveRate: { value: 0.9, of: 10 },
    falsePositiveRate: { value: 0.2, of: 10 },
  });
});
