import type { Case } from "../model.ts";
import { canonicalJson } from "../source/json.ts";

/** Look-ups in all: where every case has variables of its own, pairing would take the square of their number. */
const lookUpLimit = 1_000_000;

/** What a case agrees with: how many, and one of them. */
interface Agreement {
  count: number;
  partner: Case;
}

/**
 * Pairs cases of which at least one has no written id and that agree in all variables both have, at least one. Only
 * where neither agrees with a second one: an ambiguous pair is no pair.
 */
export function* pairByVariables(
  before: readonly Case[],
  after: readonly Case[],
): Iterable<readonly [now: Case, then: Case]> {
  const agreements = new Map<Case, Agreement>();
  const note = (testCase: Case, others: readonly Case[]) => {
    const partner = others[0];
    if (partner === undefined) return;
    agreements.set(testCase, { count: others.length + (agreements.get(testCase)?.count ?? 0), partner });
  };
  for (const [thens, nows] of agreeing(before, after)) {
    const unnamedThens = thens.filter(({ named }) => !named);
    const unnamedNows = nows.filter(({ named }) => !named);
    for (const now of nows) note(now, now.named ? unnamedThens : thens);
    for (const then of thens) note(then, then.named ? unnamedNows : nows);
  }
  for (const now of after) {
    const agreement = agreements.get(now);
    if (agreement?.count === 1 && agreements.get(agreement.partner)?.count === 1) yield [now, agreement.partner];
  }
}

/** Groups of cases, then and now, that have equal values for all variables that they share. */
function* agreeing(
  before: readonly Case[],
  after: readonly Case[],
): Iterable<readonly [thens: readonly Case[], nows: readonly Case[]]> {
  const thenShapes = [...groupBy(before, shapeOf).values()];
  const nowShapes = [...groupBy(after, shapeOf).values()];
  if (thenShapes.length * after.length + nowShapes.length * before.length > lookUpLimit) return;
  for (const thens of thenShapes) {
    for (const nows of nowShapes) {
      const names = new Set(variableNames(nows[0]));
      const shared = variableNames(thens[0]).filter((name) => names.has(name));
      if (shared.length === 0) continue;
      const valuesOf = ({ vars }: Case) => canonicalJson(shared.map((name) => vars[name] ?? null));
      const thensByValues = groupBy(thens, valuesOf);
      for (const [values, sameNows] of groupBy(nows, valuesOf)) yield [thensByValues.get(values) ?? [], sameNows];
    }
  }
}

function variableNames(testCase: Case | undefined): readonly string[] {
  return Object.keys(testCase?.vars ?? {}).sort();
}

function shapeOf(testCase: Case): string {
  return JSON.stringify(variableNames(testCase));
}

function groupBy(cases: readonly Case[], keyOf: (testCase: Case) => string): ReadonlyMap<string, readonly Case[]> {
  const groups = new Map<string, Case[]>();
  for (const testCase of cases) {
    const key = keyOf(testCase);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [testCase]);
    else group.push(testCase);
  }
  return groups;
}
