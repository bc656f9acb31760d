import type { Json, Problem, ScorerSpec } from "../model.ts";
import { readScorerSpec } from "../source/scorer-spec.ts";
import type { YamlSource } from "../source/yaml.ts";
import type { Keys } from "./key-path.ts";

/** A list of scorers as read: those that have the right shape, and what is wrong with the others. */
export interface ScorerList {
  readonly specs: readonly ScorerSpec[];
  readonly problems: readonly Problem[];
}

/** Reads the list of scorers that stands under these keys. */
export function readScorers(entries: readonly Json[], keys: Keys, source: YamlSource): ScorerList {
  const read = entries.map((entry, i) =>
    readScorerSpec(entry, source.place([...keys, i]), (below) => source.place([...keys, i, ...below])),
  );
  return {
    specs: read.flatMap((entry) => ("spec" in entry ? [entry.spec] : [])),
    problems: read.flatMap((entry) => ("problem" in entry ? [entry.problem] : [])),
  };
}
