import { formatPlace, nearest, quote } from "../errors.ts";
import type { Case, Json, JsonObject, Problem, VariableUse } from "../model.ts";
import { caseValues } from "./case-values.ts";
import { tellFirst } from "./tell-first.ts";

interface Gap {
  readonly testCase: Case;
  readonly use: VariableUse;
}

/** Every variable of a prompt that a case has no value for, with the place of its use and the place of the case. */
export function missingVariables(cases: readonly Case[], variables: readonly VariableUse[]): readonly Problem[] {
  return tellFirst(findGaps(cases, variables), tellGap);
}

function* findGaps(cases: readonly Case[], variables: readonly VariableUse[]): Iterable<Gap> {
  for (const testCase of cases) {
    const values = caseValues(testCase);
    for (const use of variables) if (!use.optional && !has(values, use.name)) yield { testCase, use };
  }
}

function tellGap({ testCase, use }: Gap): Problem {
  const { id, place } = testCase;
  const message = `the case ${quote(id)} has no ${quote(use.name)}, which the prompt uses at ${formatPlace(use.place)}`;
  const near = nearest(use.name, Object.keys(caseValues(testCase)));
  return { message, place, hint: near === null ? "Add it to the case." : `The case has ${quote(near)}.` };
}

/** Own properties only: the names come from the prompt, the values from anywhere. */
function has(values: JsonObject, path: string): boolean {
  let current: Json | undefined = values;
  for (const key of path.split(".")) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return false;
    current = (current as JsonObject)[key];
  }
  return true;
}
