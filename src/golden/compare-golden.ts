import type { Case } from "../model.ts";
import { caseHash } from "./golden-hash.ts";
import { pairByVariables } from "./pair-by-variables.ts";

/** How a golden set differs from what it was. */
export interface GoldenComparison {
  readonly added: readonly Case[];
  /** As they are now. */
  readonly edited: readonly Case[];
  readonly removed: readonly Case[];
  /** The id that a case has now → the case as it was. */
  readonly matched: ReadonlyMap<string, Case>;
}

/**
 * Pairs the cases of two revisions: by id; where one has no written id, with the one case that agrees in all variables
 * that both have. What stays ambiguous counts as removed and added.
 */
export function compareGolden(before: readonly Case[], after: readonly Case[]): GoldenComparison {
  const byId = new Map(before.map((testCase) => [testCase.id, testCase]));
  const matched = new Map<string, Case>();
  for (const { id } of after) {
    const same = byId.get(id);
    if (same !== undefined) matched.set(id, same);
  }
  const taken = new Set([...matched.values()].map(({ id }) => id));
  const left = before.filter(({ id }) => !taken.has(id));
  const open = after.filter(({ id }) => !matched.has(id));
  for (const [now, then] of pairByVariables(left, open)) {
    matched.set(now.id, then);
    taken.add(then.id);
  }
  return {
    added: after.filter(({ id }) => !matched.has(id)),
    edited: after.filter((testCase) => {
      const then = matched.get(testCase.id);
      return then !== undefined && caseHash(then) !== caseHash(testCase);
    }),
    removed: before.filter(({ id }) => !taken.has(id)),
    matched,
  };
}
