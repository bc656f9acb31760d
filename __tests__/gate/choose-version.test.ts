import { describe, expect, test } from "vitest";
import { findCheapest, findDominator } from "../../src/gate/choose-version.ts";
import type { VersionMeasure, VersionReport } from "../../src/model.ts";
import { createRandom } from "../../src/stats/random.ts";

function measure(metric: string, difference: number | null): VersionMeasure {
  const ratio = metric === "cost";
  return {
    metric,
    kind: ratio ? "ratio" : "binary",
    direction: ratio ? "lower" : "higher",
    unit: ratio ? "USD" : null,
    value: 1,
    interval: null,
    difference,
    pairs: 40,
  };
}

/** A version by its differences to the baseline: of one score or several, and of cost. */
function version(
  name: string,
  scores: readonly (number | null)[],
  cost: number | null,
  changes: Partial<VersionReport> = {},
): VersionReport {
  return {
    name,
    role: name === "baseline" ? "baseline" : "variant",
    model: null,
    verdict: name === "baseline" ? null : "no-regression",
    reason: null,
    quality: scores.map((each, index) => measure(`score-${index}`, each)),
    cost: measure("cost", cost),
    latency: null,
    dominatedBy: null,
    details: null,
    ...changes,
  };
}

describe("dominated", () => {
  const baseline = version("baseline", [0], 0);
  test.each<[string, VersionReport, string | null]>([
    ["worse and dearer", version("v", [-0.1], -0.5), "baseline"],
    ["worse at the same cost", version("v", [-0.1], 0), "baseline"],
    ["as good, but dearer", version("v", [0], -0.2), "baseline"],
    ["worse, but cheaper", version("v", [-0.1], 0.5), null],
    ["better, but dearer", version("v", [0.1], -3), null],
    ["the same in all", version("v", [0], 0), null],
    ["the same but for rounding", version("v", [-1e-12], -1e-12), null],
    ["of unknown cost", version("v", [-0.1], null), null],
    ["of unknown quality", version("v", [null], -1), null],
  ])("%s", (_, candidate, expected) => {
    expect(findDominator(candidate, [baseline, candidate])).toBe(expected);
  });

  test("only by one that is at least as good on every score; of several by the cheapest", () => {
    const versions = [
      version("baseline", [0, 0], 0),
      version("mixed", [0.2, -0.1], 0.9),
      version("good", [0.1, 0.1], 0.2),
      version("best", [0.1, 0.1], 0.4),
    ];
    expect(versions.map((each) => findDominator(each, versions))).toEqual(["best", null, "best", null]);
  });

  test("never all of them, and by none that is dominated by what it dominates", () => {
    const random = createRandom("versions");
    const draw = (): number => Math.round(random.uniform() * 4) / 10;
    for (let run = 0; run < 500; run += 1) {
      const versions = Array.from({ length: 5 }, (_, index) => version(`v${index}`, [draw(), draw()], draw()));
      const dominators = new Map(versions.map((each) => [each.name, findDominator(each, versions)]));
      expect([...dominators.values()]).toContain(null);
      for (const [name, by] of dominators) if (by !== null) expect(dominators.get(by)).not.toBe(name);
    }
  });
});

describe("the cheapest without a loss", () => {
  const baseline = version("baseline", [0], 0);
  test.each<[string, readonly VersionReport[], string | null]>([
    ["one that passed", [baseline, version("a", [0], 0.5), version("b", [0], 0.2)], "a"],
    ["an improvement, too", [baseline, version("a", [0.2], 0.5, { verdict: "improvement" })], "a"],
    ["the baseline where all others are dearer", [baseline, version("a", [0.2], -0.5)], "baseline"],
    ["no regression among them", [baseline, version("a", [-0.5], 0.9, { verdict: "regression" })], "baseline"],
    ["nor what is open", [baseline, version("a", [0], 0.9, { verdict: "inconclusive" })], "baseline"],
    ["unknown where the cost of one is", [baseline, version("a", [0], 0.5), version("b", [0], null)], null],
  ])("%s", (_, versions, expected) => {
    expect(findCheapest(versions)).toBe(expected);
  });
});
