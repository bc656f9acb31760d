import type { Case } from "../model.ts";

/** All of a case, part by part: one whose texts are on disk reads them where they are asked for, and a spread would lose them. */
export function copyCase(testCase: Case): Case {
  const { id, named, vars, expected, context, tags, weight, cluster, scorers, conversation, place } = testCase;
  const own = { id, named, vars, expected, context, tags, weight, cluster, scorers, place };
  return conversation === undefined ? own : { ...own, conversation };
}
