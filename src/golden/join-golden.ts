import { formatPlace, quote } from "../errors.ts";
import type { Case, GoldenSet, Problem } from "../model.ts";
import { tellFirst } from "./tell-first.ts";

/** The cases of one file. */
export interface GoldenPart {
  readonly path: string;
  readonly cases: readonly Case[];
}

/** Joins the files of a golden set in their order. Ids are unique over all of them, and there is at least one case. */
export function joinGolden(parts: readonly GoldenPart[]): {
  readonly golden: GoldenSet;
  readonly problems: readonly Problem[];
} {
  const paths = parts.map(({ path }) => path);
  const golden = { cases: parts.flatMap(({ cases }) => cases), paths };
  const path = paths[0];
  if (golden.cases.length > 0) return { golden, problems: tellFirst(findDuplicates(golden.cases), tellDuplicate) };
  const message = "the golden set has no case";
  const hint = "A prompt is judged by its cases: add at least one.";
  return { golden, problems: [path === undefined ? { message, hint } : { message, hint, place: { path } }] };
}

/** Every case whose id an earlier one has, with that one. */
function* findDuplicates(cases: readonly Case[]): Iterable<readonly [again: Case, first: Case]> {
  const byId = new Map<string, Case>();
  for (const testCase of cases) {
    const first = byId.get(testCase.id);
    if (first === undefined) byId.set(testCase.id, testCase);
    else yield [testCase, first];
  }
}

function tellDuplicate([{ id, named, place }, first]: readonly [again: Case, first: Case]): Problem {
  const there = `The other one is at ${formatPlace(first.place)}.`;
  return named
    ? { message: `two cases have the id ${quote(id)}`, hint: there, place }
    : { message: "two cases without an id have the same variables", hint: `${there} Give each an id.`, place };
}
