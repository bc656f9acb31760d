import { createHash } from "node:crypto";
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
  // By code units, so that no locale has a say.
  const sorted = cases.toSorted(({ id: one }, { id: other }) => (one < other ? -1 : one > other ? 1 : 0));
  // That of the canonical JSON of a list of pairs, written piece by piece: of texts in a list, JSON is canonical.
  const hash = createHash("sha256").update("[");
  for (const [index, testCase] of sorted.entries()) {
    const pair = JSON.stringify([testCase.id.toWellFormed(), caseHash(testCase)]);
    hash.update(index === 0 ? pair : `,${pair}`);
  }
  return hash.update("]").digest("hex");
}
