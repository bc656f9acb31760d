import type { Json } from "../../model.ts";
import { canonicalHash } from "../../source/json.ts";
import type { CaseRun } from "../calls/prompt-run.ts";
import { caseHash } from "../kept/run-store.ts";

/**
 * How the history names a case: by its id, and by all that is asked and expected of it. Hashes alone: a history on a branch
 * holds no text. An edited case is another one; all that had an id begin alike, so that they can be forgotten.
 */
export function nameCase(caseRun: CaseRun): string {
  const { id, expected, context } = caseRun.planCase.testCase;
  const whole = {
    asked: caseHash(caseRun, "candidate"),
    expected: expected ?? null,
    context: (context ?? null) as Json,
  };
  return `${nameId(id)}-${canonicalHash(whole as unknown as Json).slice(0, 10)}`;
}

export function nameId(id: string): string {
  return canonicalHash(id).slice(0, 10);
}
