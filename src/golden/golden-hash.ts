import type { Case, Json } from "../model.ts";
import { canonicalHash } from "../source/json.ts";

/** SHA-256 over what a case asks and how it is judged; its id and place are no part of that. */
export function caseHash(testCase: Case): string {
  const { vars, expected, context, tags, weight, cluster, scorers } = testCase;
  const asked = testCase.conversation === undefined ? {} : { conversation: testCase.conversation as unknown as Json };
  const judged = scorers.map(({ type, name, options }) => ({ type, name, options }));
  return canonicalHash({ vars, expected, context, tags, weight, cluster, scorers: judged, ...asked });
}

/** SHA-256 over the cases in the order of their ids: the order and layout of the files do not matter. */
export function goldenHash(cases: readonly Case[]): string {
  const hashes = cases.map((testCase): readonly [string, string] => [testCase.id, caseHash(testCase)]);
  // By code units, so that no locale has a say.
  return canonicalHash(hashes.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)) as Json);
}
