import type { Problem } from "../model.ts";
import { messages } from "./messages.ts";
import { readScorers, type ScorerList } from "./read-scorers.ts";
import type { RuleContext } from "./rule.ts";

/** Each entry is a name, or one key with its options. */
export function checkScorerShapes(context: RuleContext): readonly Problem[] {
  return readScorerLists(context).flatMap((list) => list.problems);
}

/** A metric is known by its name: within a list no two scorers share one. */
export function checkMetricNames(context: RuleContext): readonly Problem[] {
  return readScorerLists(context).flatMap(({ specs }) => {
    const seen = new Set<string>();
    return specs.flatMap(({ name, type, place }) => {
      if (seen.has(name)) return [{ ...messages.sameMetric(name, type), place }];
      seen.add(name);
      return [];
    });
  });
}

/** The main list and those of the overrides. */
function readScorerLists({ written, source }: RuleContext): readonly ScorerList[] {
  return [
    readScorers(written.scorers ?? [], ["scorers"], source),
    ...(written.overrides ?? []).map((entry, i) =>
      readScorers(entry?.scorers ?? [], ["overrides", i, "scorers"], source),
    ),
  ];
}
