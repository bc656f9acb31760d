import { createRandom } from "../../stats/random.ts";
import type { PlanCase } from "../plan/plan-run.ts";

/**
 * The order in which cases are taken: shuffled by the seed and stratified by tag, so that every tenth of the set
 * resembles the whole. Returns positions in `cases`.
 */
export function orderCases(cases: readonly PlanCase[], seed: number | string): readonly number[] {
  const random = createRandom(seed);
  const strata = new Map<string, number[]>();
  for (const [index, { testCase }] of cases.entries()) {
    const stratum = testCase.tags.toSorted().join("\n");
    const members = strata.get(stratum) ?? [];
    members.push(index);
    strata.set(stratum, members);
  }
  const keyed: { index: number; key: number }[] = [];
  for (const members of strata.values()) {
    shuffle(members, random.below);
    // Spread evenly over the set, from a random start.
    const start = random.uniform();
    for (const [rank, index] of members.entries()) keyed.push({ index, key: (rank + start) / members.length });
  }
  return keyed.sort((left, right) => left.key - right.key || left.index - right.index).map(({ index }) => index);
}

function shuffle(values: number[], below: (limit: number) => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [values[last], values[other]] = [values[other] as number, values[last] as number];
  }
}
